"""What the canvas looks like is a value, from which its words and its next steps follow."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from advgui.ui.viewer.canvas_look import Look
from advgui.ui.viewer.choice import Choice
from advgui.ui.viewer.image_zoom import ImageZoom
from tests.ui.viewer.tiles import empty, four

BLINKING = Choice("blink")
SWIPING = Choice("swipe")


def test_it_is_told_in_words_which_images_are_seen_and_how() -> None:
    look = Look(four(), Choice("beside"))
    first, second = look.shown
    assert look.words.startswith("Side by side: ")
    assert first.title in look.words
    assert second.title in look.words


def test_images_alternate_only_where_there_are_two() -> None:
    assert Look(four(), BLINKING).alternates
    assert not Look(four(), SWIPING).alternates
    assert not Look(empty(), BLINKING).alternates
    assert not Look((), BLINKING).alternates


@pytest.mark.parametrize(("share", "stays_at"), [(0.3, 0.3), (-0.2, 0.0), (1.4, 1.0)])
def test_the_divider_stays_on_the_image(share: float, stays_at: float) -> None:
    assert Look(four(), SWIPING).divided(share).divider == stays_at


def test_the_cursor_begins_in_the_middle_and_stays_on_the_image() -> None:
    look = Look(four())
    assert look.neighbour(0, 1) == (14, 14)
    assert replace(look, cursor=(27, 0)).neighbour(1, 0) == (27, 0)
    assert replace(look, cursor=(27, 0)).neighbour(0, -1) == (27, 0)
    assert replace(look, cursor=(27, 0)).neighbour(-1, 1) == (26, 1)


def test_keys_zoom_about_the_cursor_or_else_the_middle() -> None:
    look = Look(four(), zoom=ImageZoom(span=14, left=0, top=0))
    assert look.focus == (0.5, 0.5)
    assert replace(look, cursor=(3, 6)).focus == pytest.approx((6.5 / 14, 3.5 / 14))
    assert replace(look, cursor=(27, 6)).focus == pytest.approx((6.5 / 14, 1.0))


def test_a_scale_of_colours_takes_room_where_a_change_is_seen() -> None:
    room = QRectF(0, 0, 400, 400)
    (plain,), (changed,) = (
        Look(four(), Choice(first=number)).panels(room, 1.0) for number in (0, 1)
    )
    assert changed.square.width() < plain.square.width()
