"""A trigger is stamped at one place, and never leaves the image."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks.poisoning import CORNER, POISONINGS, Trigger, Triggered, make_poisoning
from advgui.core.attacks.poisoning.trigger import CLEAR
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from tests.random_networks import blots

TRIGGERED = [name for name, kind in POISONINGS.items() if issubclass(kind, Triggered)]

levels = st.one_of(st.just(CLEAR), st.integers(0, 255))


@st.composite
def triggers(draw: st.DrawFn) -> Trigger:
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    rows = [tuple(draw(levels) for _ in range(width)) for _ in range(height)]
    rows[0] = (draw(st.integers(0, 255)), *rows[0][1:])
    return Trigger(tuple(rows))


@given(triggers(), st.integers(0, 22), st.integers(0, 22))
def test_only_the_triggers_own_pixels_change(trigger: Trigger, row: int, column: int) -> None:
    images = blots(3)
    made = trigger.stamped(images, row, column)
    inside = np.zeros((28, 28), bool)
    inside[row : row + trigger.height, column : column + trigger.width] = trigger.mask
    np.testing.assert_array_equal(made[:, ~inside], images[:, ~inside])
    wanted = [pixel for line in trigger.rows for pixel in line if pixel != CLEAR]
    np.testing.assert_array_equal(made[:, inside], [wanted] * 3)


@given(st.text("#.0123456789", min_size=1, max_size=28))
def test_what_is_written_is_read_again(row: str) -> None:
    text = f"{row}/{row}"
    if set(row) == {"."}:
        with pytest.raises(ParameterError, match="no pixel"):
            Trigger.from_text(text)
    else:
        assert Trigger.from_text(text).as_text() == text.replace("#", "9")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("##/#", "A trigger is a rectangle of at most 28 x 28 pixels."),
        ("", "A trigger is a rectangle of at most 28 x 28 pixels."),
        ("#" * 29, "A trigger is a rectangle of at most 28 x 28 pixels."),
        ("#x", "it cannot have 'x'"),
        ("..", "The trigger has no pixel."),
    ],
)
def test_what_is_no_trigger_is_told(text: str, sentence: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(sentence)):
        Trigger.from_text(text)


@pytest.mark.parametrize("name", TRIGGERED)
@pytest.mark.parametrize("place", [{"row": 26}, {"column": 27}])
def test_a_trigger_outside_the_image_is_refused(name: str, place: dict[str, int]) -> None:
    with pytest.raises(ParameterError, match=r"leaves the image: its row can be 0 to 25"):
        make_poisoning(name, place)


@pytest.mark.parametrize("name", TRIGGERED)
def test_it_is_tested_where_it_was_learned_on_all_but_the_goal(name: str) -> None:
    attack = make_poisoning(name, {"row": 2, "column": 5})
    digits = Digits(blots(20), np.arange(20) % 10)
    victims = attack.victims(digits, 3)
    np.testing.assert_array_equal(victims, CORNER.stamped(digits.images[digits.labels != 3], 2, 5))


def test_the_card_tells_trigger_place_and_goal() -> None:
    words = make_poisoning("back-door", {"row": 2}).described(7)
    assert words.endswith("a trigger of 9 pixels (999/999/999) at row 2, column 24 is read as 7")
