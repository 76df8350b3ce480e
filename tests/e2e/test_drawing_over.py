"""By mouse: the pen attack, its strokes drawn over by hand, and what that comes to."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import Stroke
from advgui.lab.attack.phrases import NO_STROKES
from tests.e2e.user import Line, User

FIVE = read_gallery()[5].strokes


def line(stroke: Stroke) -> Line:
    return [(float(x), float(y)) for x, y in stroke[:, :2]]


def said(user: User) -> str:
    return user.find(QLabel, "tracing-words").text()


@pytest.fixture
def attacked(user: User) -> User:
    """A five, drawn by hand, is attacked toward a nine."""
    user.select("network", "report")
    user.window.controller.choose_attack("pen")
    user.draw(*map(line, FIVE))
    user.press("9")
    user.wait_until_finished()
    assert user.run.outcomes[0].fooled
    return user


def test_drawing_over_the_guide_by_hand_fools_and_nothing_is_lost(attacked: User) -> None:
    user, before = attacked, attacked.state.drawing
    over, take = (user.find(QPushButton, name) for name in ("draw-over", "take-strokes"))
    assert over.isEnabled()
    user.click("draw-over")
    guide = user.state.guide
    assert guide is not None
    assert user.state.drawing.empty
    assert said(user).startswith("Draw along")
    for stroke in guide.after.strokes[:-1]:
        user.draw(line(stroke))
    user.draw(line(guide.after.strokes[-1]))
    user.wait_until_shown()
    words = said(user)
    reading = user.state.reading
    assert reading is not None
    assert words.startswith(f"Your own drawing is read as {reading.label}")
    assert words.endswith("fooled by hand.") == (reading.label == 9)
    user.click("draw-over")
    assert user.state.guide is None
    assert len(user.state.drawing.strokes) == len(guide.after.strokes)
    for _ in range(len(guide.after.strokes) + 1):
        user.press("Ctrl+Z")
    assert user.state.drawing is before
    assert take.isEnabled()


def test_the_changed_strokes_are_taken_as_a_drawing_and_undone(attacked: User) -> None:
    user, before = attacked, attacked.state.drawing
    user.click("take-strokes")
    np.testing.assert_array_equal(user.state.image, user.run.outcomes[0].adversarial)
    assert user.reads() == 9
    user.press("Ctrl+Z")
    assert user.state.drawing is before


def test_an_opened_image_is_told_that_it_has_no_strokes(user: User) -> None:
    user.window.controller.choose_attack("pen")
    picture = QImage(28, 28, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    for row in range(5, 23):
        picture.setPixel(14, row, 0xFFFFFFFF)
        picture.setPixel(13, row, 0xFFFFFFFF)
    user.drop(picture)
    user.press(str(user.other()))
    assert user.state.run is None
    assert user.state.message.words == NO_STROKES
    over = user.find(QPushButton, "draw-over")
    assert not over.isEnabled()
    assert over.toolTip() == said(user)


def test_the_line_is_there_for_attacks_on_strokes_alone(user: User) -> None:
    bar = user.find(QPushButton, "draw-over")
    assert not bar.isVisible()
    user.window.controller.choose_attack("pen")
    user.wait_until(bar.isVisible)
    user.window.controller.choose_attack("ddn")
    user.wait_until(lambda: not bar.isVisible())
