"""What people are told."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.attacks import Budget, Outcome
from advgui.core.attacks.outcome import Stuck
from advgui.core.defences import Defence, make_defence
from advgui.core.nn.network import Reading
from advgui.lab.attack import ending, phrases


def reading(label: int, share: float = 0.912) -> Reading:
    confidences = [0.01] * 10
    confidences[label] = share
    return Reading(label, tuple(confidences))


def outcome(
    *,
    before: int,
    after: int,
    goal: int | None,
    steps: int = 100,
    best: int = 63,
    stuck: Stuck | None = None,
    budget: Budget | None = None,
    defences: tuple[Defence, ...] = (),
    through: int | None = None,
    sure: bool = True,
) -> Outcome:
    image = np.zeros((28, 28), np.uint8)
    return Outcome(
        original=image,
        adversarial=image,
        goal=goal,
        fooled=before != goal == after if goal is not None else after != before,
        already=goal == before,
        stuck=stuck,
        sure=sure,
        before=reading(before),
        after=reading(after),
        l2=1.3149,
        linf=0.5,
        steps=steps,
        best_step=best,
        queries=1,
        gradients=1,
        seconds=0.1,
        seed=1,
        network="report",
        attack="ddn",
        parameters={},
        budget=budget,
        defences=defences,
        through=None if through is None else reading(through, 0.7),
    )


@given(some.floats(0, 1))
def test_only_certainty_is_written_as_certainty(share: float) -> None:
    text = phrases.percent(share)
    assert (text == "100\u00a0%") == (share == 1)
    assert (text == "0\u00a0%") == (share == 0)
    assert text.endswith("\u00a0%")


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.912, "91.2\u00a0%"),
        (0.9998, "> 99.9\u00a0%"),
        (0.9994, "99.9\u00a0%"),
        (0.0004, "< 0.1\u00a0%"),
        (0.5, "50.0\u00a0%"),
    ],
)
def test_percentages(share: float, text: str) -> None:
    assert phrases.percent(share) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps"), (1000, "1,000 steps")]
)
def test_singular_and_plural(count: int, text: str) -> None:
    assert phrases.counted(count, "step") == text


@pytest.mark.parametrize(
    ("digits", "text"), [([], ""), ([1], "1"), ([1, 2], "1 and 2"), ([1, 2, 5], "1, 2 and 5")]
)
def test_lists(digits: list[int], text: str) -> None:
    assert phrases.listed(digits) == text


def test_captions_of_the_tiles() -> None:
    assert phrases.reads(reading(3)) == "reads 3 · 91.2\u00a0%"
    assert phrases.size(1.3149) == "L2 1.31"
    assert phrases.change(1.3149, 0.5) == "L2 1.31 · L∞ 0.50"
    assert phrases.change(5.3, 1.0, 28) == "L2 5.30 · 28 pixels"
    assert phrases.change(1.0, 1.0, 1) == "L2 1.00 · 1 pixel"
    assert phrases.change(0.0, 0.0) == "no change"


def test_verdicts() -> None:
    assert phrases.verdict_words("fooled", 3, reading(3)) == "fooled: read as 3"
    assert phrases.verdict_words("fooled", None, reading(3)) == "fooled"
    assert phrases.verdict_words("wrong class", 3, reading(5)) == "wrong class: 5, not 3"
    assert phrases.verdict_words("not fooled", 3, reading(7)) == "not fooled: still 7, not 3"
    assert phrases.verdict_words("already", 3, reading(3)) == "already a 3"
    assert phrases.verdict_words("already", 8, reading(8)) == "already an 8"


def test_what_the_threshold_did() -> None:
    assert phrases.threshold_words(reading(7), reading(3), reading(7)) == "restored"
    assert phrases.threshold_words(reading(7), reading(3), reading(3)) == "not restored"
    assert phrases.threshold_words(reading(7), reading(7), reading(7)) == "unchanged"


def test_how_an_attack_toward_one_digit_ended() -> None:
    def said(**values: Any) -> str:
        return ending.ended_words([outcome(before=7, goal=3, **values)], stopped=False)

    assert (
        said(after=3) == "Fooled: the network reads 3 · 91.2\u00a0%, L2 1.31, best step 63 of 100."
    )
    assert said(after=7) == "Not fooled: the network reads 7 · 91.2\u00a0%, as before."
    assert said(after=5) == (
        "Not fooled: the network reads 5 · 91.2\u00a0%, a wrong class but not 3."
    )
    assert said(after=7, stuck="no slope") == (
        "Could not move: the network's slope is zero here, or too small to change a pixel. That "
        "says nothing of how robust it is."
    )
    assert said(after=7, stuck="never nearer") == (
        "Could not move: nothing that was tried came any nearer. That says little of how robust "
        "it is."
    )
    assert said(after=7, stuck="no start") == (
        "Could not move: no image was found to start from that the network reads as wanted. That "
        "says nothing of how robust it is."
    )


def test_where_the_reports_attack_as_published_did_not_fool_it_says_what_helps() -> None:
    published = replace(
        outcome(before=7, after=7, goal=3), attack="penalty", parameters={"faithful": True}
    )
    closest = replace(published, parameters={"faithful": False})
    for outcomes in ([published], [published, published]):
        assert ending.ended_words(outcomes, stopped=False).endswith(ending.AS_PUBLISHED)
    for outcomes in ([closest], [closest, closest], [outcome(before=7, after=3, goal=3)]):
        assert ending.AS_PUBLISHED not in ending.ended_words(outcomes, stopped=False)


def test_what_did_not_fool_within_a_budget_is_told_so() -> None:
    budget = Budget("linf", 25 / 255)
    missed = outcome(before=7, after=7, goal=3, budget=budget)
    assert ending.ended_words([missed], stopped=False) == (
        "Not fooled within L∞ 0.098: the network reads 7 · 91.2\u00a0%, as before. "
        "A larger budget may fool it."
    )
    assert phrases.budget_tip(budget) == (
        "A larger budget may fool it. A budget counts in whole levels of 255: 25 levels here, "
        "L∞ 0.098."
    )
    assert phrases.budget_tip(Budget("l2", 1.5)) == "A larger budget may fool it."
    assert phrases.budget_tip(Budget("linf", 1.0)) == phrases.budget_tip(None) == ""
    assert ending.ended_words([missed, missed], stopped=False) == (
        "Fooled toward 0 of 2 digits within L∞ 0.098."
    )
    assert phrases.verdict_words("not fooled", 3, reading(7), budget) == (
        "not fooled within L∞ 0.098: still 7, not 3"
    )
    assert phrases.within(Budget("l2", 1.5)) == " within L2 1.5"
    assert phrases.within(None) == ""


def test_how_an_untargeted_attack_ended() -> None:
    assert ending.ended_words([outcome(before=7, after=2, goal=None)], stopped=False).startswith(
        "Fooled: the network reads 2"
    )


def test_how_an_attack_toward_every_digit_ended() -> None:
    hits = [outcome(before=7, after=goal, goal=goal) for goal in (0, 1, 2)]
    missed = [outcome(before=7, after=7, goal=goal) for goal in (4, 5)]
    assert ending.ended_words(hits, stopped=False) == "Fooled toward 3 of 3 digits, mean L2 1.31."
    assert ending.ended_words(hits + missed, stopped=False) == (
        "Fooled toward 3 of 5 digits, mean L2 1.31; not toward 4 and 5."
    )
    assert ending.ended_words(missed, stopped=False) == "Fooled toward 0 of 2 digits."
    stuck = [outcome(before=7, after=7, goal=goal, stuck="no slope") for goal in (6, 8)]
    assert ending.ended_words(hits + missed + stuck, stopped=False) == (
        "Fooled toward 3 of 7 digits, mean L2 1.31; not toward 4 and 5; could not move toward "
        "6 and 8: the network's slope is zero here, or too small to change a pixel."
    )
    blind = [outcome(before=7, after=7, goal=goal, stuck="never nearer") for goal in (6, 8)]
    assert ending.ended_words(blind, stopped=False) == (
        "Fooled toward 0 of 2 digits; could not move toward 6 and 8: nothing that was tried came "
        "any nearer."
    )


def test_a_stopped_run_says_so() -> None:
    said = ending.ended_words([outcome(before=7, after=3, goal=3, steps=1)], stopped=True)
    assert said.startswith("Stopped after 1 step. Fooled:")


def test_an_image_that_had_the_goal_is_not_called_fooled() -> None:
    had_it = outcome(before=3, after=3, goal=3, steps=0, best=0)
    assert ending.ended_words([had_it], stopped=False) == (
        "The network already reads a 3, so there is nothing to attack."
    )


def test_what_the_valid_image_lost() -> None:
    said = phrases.raw_words
    assert said(outside=0, raw_reached=True, fooled=True) == ""
    assert said(outside=1, raw_reached=True, fooled=True) == "1 pixel left [0, 1]"
    assert said(outside=40, raw_reached=True, fooled=False) == (
        "40 pixels left [0, 1]; fooled only as real numbers, not as an image"
    )


def test_a_run_that_goes_on() -> None:
    assert phrases.running_words(412, 1000) == "Step 412 of 1,000"
    assert phrases.running_words(412, None) == "Step 412"
    assert (
        phrases.started_words([3], targeted=True, attack="Ours")
        == "Attacking toward 3 with “Ours”."
    )
    assert "every other digit" in phrases.started_words([1, 2], targeted=True, attack="Ours")
    assert "away from 7" in phrases.started_words([7], targeted=False, attack="Ours")


THRESHOLD = (make_defence("threshold"),)


@pytest.mark.parametrize(
    ("after", "through", "words"),
    [
        (3, None, "Fooled through “Binary threshold”: the network reads 3 · 91.2\u00a0%, "),
        (7, None, "Not fooled through “Binary threshold”: the network reads 7 · 91.2\u00a0%, as "),
        (3, 7, "Fooled: the network reads 3 · 91.2\u00a0%, "),
    ],
)
def test_it_is_said_whether_an_attack_went_through_the_defence(
    after: int, through: int | None, words: str
) -> None:
    one = outcome(before=7, after=after, goal=3, defences=THRESHOLD, through=through)
    told = ending.ended_words([one], stopped=False)
    assert told.startswith(words)
    behind = "Unaware of “Binary threshold”: behind it the network reads 7 · 70.0\u00a0%."
    assert told.endswith(behind) == (through is not None)


def test_toward_many_digits_it_is_said_of_all_together() -> None:
    aware = [outcome(before=7, after=goal, goal=goal, defences=THRESHOLD) for goal in (0, 1)]
    assert ending.ended_words(aware, stopped=False).startswith(
        "Fooled through “Binary threshold” toward 2 of 2 digits, mean"
    )
    unaware = [
        outcome(before=7, after=goal, goal=goal, defences=THRESHOLD, through=through)
        for goal, through in ((0, 0), (1, 7))
    ]
    assert ending.ended_words(unaware, stopped=False) == (
        "Fooled toward 2 of 2 digits, mean L2 1.31. Unaware of “Binary threshold”: behind it, "
        "toward 1 of 2."
    )


def test_what_fools_less_surely_than_was_asked_is_told_so() -> None:
    one, sure = outcome(before=7, after=3, goal=3, sure=False), outcome(before=7, after=2, goal=2)
    assert ending.ended_words([one], stopped=False).endswith(
        "best step 63 of 100. It is less sure of it than was asked."
    )
    many = ending.ended_words([one, sure], stopped=False)
    assert "less sure than asked toward 3" in many
    assert "sure" not in ending.ended_words([sure], stopped=False)


def test_of_what_is_made_to_survive_it_is_said_how_much_does() -> None:
    one = replace(outcome(before=7, after=3, goal=3), survival=0.585)
    alone = ending.ended_words([one], stopped=False)
    assert alone.endswith("It still fools in 58.5\N{NO-BREAK SPACE}% of 200 random views.")
    missed = outcome(before=7, after=7, goal=2)
    both = ending.ended_words([one, replace(one, survival=0.415), missed], stopped=False)
    assert both.endswith(
        "; not toward 2. On average they still fool in 50.0\N{NO-BREAK SPACE}% of 200 random views."
    )
    assert "views" not in ending.ended_words([outcome(before=7, after=3, goal=3)], stopped=False)
