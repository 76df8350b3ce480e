"""What is chosen is drawn, moved and kept, and rubbish becomes a default."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks.poisoning import CORNER, Trigger
from advgui.core.attacks.poisoning.trigger import CLEAR
from advgui.lab.poisoning.choice import PoisonChoice, kept, restored

USUAL = PoisonChoice()


@given(st.lists(st.tuples(st.integers(0, 27), st.integers(0, 27)), max_size=12))
def test_what_is_drawn_pixel_by_pixel_is_where_it_was_drawn(places: list[tuple[int, int]]) -> None:
    choice = USUAL.with_trigger(None)
    for place in places:
        choice = choice.with_pixel(*place, 255)
    wanted = np.full((28, 28), CLEAR)
    for place in places:
        wanted[place] = 255
    np.testing.assert_array_equal(choice.pixels, wanted)


def test_the_last_pixel_rubbed_out_leaves_no_trigger_and_says_so() -> None:
    one = USUAL.with_trigger(None).with_pixel(3, 4, 255)
    assert (one.row, one.column, one.trigger) == (3, 4, Trigger(((255,),)))
    none = one.with_pixel(3, 4, CLEAR)
    assert none.trigger is None
    assert none.why_not == "Draw a trigger first: it has no pixel."


def test_a_trigger_moves_as_far_as_the_image_goes() -> None:
    assert USUAL.moved(5, -1) == USUAL.with_trigger(CORNER, 25, 23)
    assert USUAL.moved(-40, 40) == USUAL.with_trigger(CORNER, 0, 25)


def test_the_trial_has_what_was_chosen() -> None:
    choice = USUAL.moved(-2, 0).with_parameter("rate", 0.05)
    trial = choice.trial
    assert trial.attack.settings == {"row": 22, "column": 24, "rate": 0.05}
    assert (trial.goal, trial.plan.architecture, len(trial.detectors)) == (7, "report", 3)


def test_a_digit_is_not_flipped_into_itself() -> None:
    flips = PoisonChoice(attack="label-flips", goal=3).with_parameter("origin", "3")
    assert flips.why_not == "Labels of 3 cannot be flipped into 3."
    assert not PoisonChoice(attack="label-flips", trigger=None).why_not


def test_what_is_kept_is_restored() -> None:
    choice = PoisonChoice(architecture="dense", attack="clean-label", goal=2, seed=9)
    choice = choice.with_parameter("rate", 0.5).with_trigger(Trigger.from_text("#./.0"), 3, 4)
    assert restored(kept(choice)) == choice
    texts = {name: str(value) for name, value in kept(choice).items()}
    assert restored(texts) == choice
    assert restored(kept(choice.with_trigger(None))).trigger is None


@pytest.mark.parametrize(
    "rubbish",
    [
        {},
        {"architecture": 3, "attack": "dog", "goal": 10, "seed": -1, "trigger": "x"},
        {"trigger": "###", "row": "much", "column": 3},
        {"back-door/rate": "a lot", "goal": None},
    ],
)
def test_rubbish_becomes_a_default(rubbish: dict[str, object]) -> None:
    assert restored(rubbish) == USUAL


def test_a_place_outside_is_moved_inside() -> None:
    assert restored({"trigger": "##/##", "row": 99, "column": 27}).pixels[27, 27] == 255


def test_a_trigger_from_a_file_is_where_the_last_one_was_as_far_as_it_fits() -> None:
    wide = Trigger(((255,) * 6,))
    opened = PoisonChoice().with_opened(wide)
    assert (opened.trigger, opened.row, opened.column) == (wide, 24, 22)


def test_one_on_a_whole_image_is_where_it_is_in_that() -> None:
    rows = np.full((28, 28), CLEAR)
    rows[3:5, 7] = 255
    opened = PoisonChoice().with_opened(Trigger.from_pixels(rows.tolist()))
    assert (opened.trigger, opened.row, opened.column) == (Trigger(((255,), (255,))), 3, 7)


def test_what_a_trial_is_of_is_chosen() -> None:
    there = PoisonChoice().with_pixel(3, 4, 255).with_parameter("rate", 0.2)
    there = replace(there, goal=2, seed=8, architecture="dense")
    again = PoisonChoice().with_trial(there.trial)
    assert again.trial == there.trial
    assert (again.trigger, again.row, again.column) == (there.trigger, there.row, there.column)
