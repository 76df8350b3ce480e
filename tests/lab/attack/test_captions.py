from dataclasses import replace

import numpy as np
import pytest

from advgui.core.attacks.outcome import Stuck
from advgui.core.nn.card import Card
from advgui.core.nn.network import Reading
from advgui.lab.attack.captions import (
    accuracy_words,
    bars_words,
    pixel_words,
    strip_lines,
    strip_norm,
    tile_lines,
    verdict_line,
)
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import attack_chosen, aware_set, defence_chosen
from advgui.lab.attack.view import view
from tests.lab.states import ended, fresh, other_digit, shown

SURE = Reading(4, (0.0, 0.0, 0.0, 0.0, 0.97, 0.0, 0.0, 0.0, 0.03, 0.0))


def test_accuracy_tells_just_what_was_measured() -> None:
    card = Card()
    assert "not measured" in accuracy_words(card)
    only = accuracy_words(replace(card, mnist=0.943))
    assert "94.3" in only
    assert "pen" not in only
    both = accuracy_words(replace(card, mnist=0.943, pen=0.85))
    assert "94.3" in both
    assert "85.0" in both
    assert accuracy_words(replace(card, mnist=0.943), alone=True).startswith("Alone reads 94.3")


def test_the_bars_say_what_they_are_about() -> None:
    assert bars_words(None, None) == "Nothing drawn yet."
    assert "drawing as 4" in bars_words(SURE, None)
    assert "step 1,234 as 4" in bars_words(SURE, 1234)


@pytest.mark.parametrize("step", [None, 0, 5000])
def test_the_words_above_the_bars_fit_in_one_line_of_a_narrow_column(step: int | None) -> None:
    assert len(bars_words(SURE, step)) < 27


def test_each_tile_tells_its_own_reading_and_the_size_of_the_change() -> None:
    state = fresh()
    run = shown(ended(aimed(state, other_digit(state))))
    seen = view(run, 0.5)
    before, change, after, thresholded = tile_lines(seen)
    assert f"reads {run.network.read(run.original).label} " in before
    assert f"reads {run.network.read(seen.adversarial).label} " in after
    assert f"reads {run.network.read(seen.thresholded).label} " in thresholded
    exact = np.linalg.norm((seen.adversarial.astype(float) - seen.original).ravel() / 255)
    assert f"L2 {exact:.2f}" in change


def test_the_verdict_is_about_the_step_that_is_looked_at() -> None:
    state = fresh()
    run = shown(ended(aimed(state, other_digit(state))))
    assert verdict_line(view(run, 0.5)).startswith("Fooled")
    assert verdict_line(view(replace(run, shown=0), 0.5)).startswith("Not fooled")


def test_the_strip_tells_the_size_of_each_success_and_nothing_while_it_runs() -> None:
    running = aimed(fresh(), "every")
    assert set(strip_lines(shown(running))) == {""}
    run = shown(ended(running))
    lines = strip_lines(run)
    assert strip_norm(run) == "L2"
    assert lines[run.before.label] == ""
    for goal, outcome in zip(run.goals, run.outcomes, strict=True):
        assert lines[goal] == (f"{outcome.l2:.2f}" if outcome.fooled else "\u2013")


def test_the_strip_counts_pixels_where_the_attack_keeps_their_number_small() -> None:
    run = shown(ended(aimed(attack_chosen(fresh(), "greedy"), "every")))
    assert any(outcome.fooled for outcome in run.outcomes)
    lines = strip_lines(run)
    assert strip_norm(run) == ""
    for goal, outcome in zip(run.goals, run.outcomes, strict=True):
        pixels = (outcome.adversarial != outcome.original).sum()
        assert lines[goal] == (f"{pixels} px" if outcome.fooled else "\u2013")


def test_while_steps_follow_one_another_the_line_says_what_is_read_and_judges_nothing() -> None:
    state = fresh()
    run = shown(aimed(state, other_digit(state)))
    line = verdict_line(view(run, 0.5))
    assert line == f"Step 0 toward {other_digit(state)} reads {run.before.label}"


@pytest.mark.parametrize(
    ("why", "line"),
    [
        ("no slope", "the slope is zero"),
        ("no pixel", "no pixel would help"),
        ("never nearer", "nothing came nearer"),
        ("no start", "no image to start from"),
    ],
)
def test_an_attack_that_could_not_move_is_said_why(why: Stuck, line: str) -> None:
    state = fresh()
    run = shown(ended(aimed(state, other_digit(state))))
    stuck = replace(view(replace(run, shown=0), 0.5), stuck=why)
    assert verdict_line(stuck).startswith(f"Could not move: {line}")


def test_what_is_read_behind_a_defence_that_the_attacker_did_not_know_is_told() -> None:
    state = aware_set(defence_chosen(fresh(), "threshold"), False)
    seen = view(shown(ended(aimed(state, other_digit(state)))), 0.5)
    assert f"behind the defence: {seen.seen.label}" in verdict_line(seen)


def test_it_is_told_whether_the_attacker_knew_of_the_defence_whatever_is_chosen_since() -> None:
    for aware, words in ((True, " · aware of the defence"), (False, "not aware of the defence")):
        state = aware_set(defence_chosen(fresh(), "threshold"), aware)
        made = aware_set(ended(aimed(state, other_digit(state))), not aware)
        assert words in verdict_line(view(shown(made), 0.5))
    plain = fresh()
    assert "aware" not in verdict_line(view(shown(ended(aimed(plain, other_digit(plain)))), 0.5))


def test_the_values_of_a_pixel_add_up_in_words() -> None:
    assert pixel_words((3, 4), (10, -3, 7, 0)) == (
        "Row 3, column 4: original 10 \u2212 3 = adversarial 7, thresholded 0."
    )
    assert pixel_words((3, 4), (10, None, None, None)) == "Row 3, column 4: original 10."
    assert pixel_words((3, 4), (None,) * 4) == "Row 3, column 4."
