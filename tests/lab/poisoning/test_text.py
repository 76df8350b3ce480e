"""What is said of a poisoned training names its figures."""

from dataclasses import replace
from typing import Any

import pytest

from advgui.core.attacks.poisoning import make_poisoning
from advgui.core.training.poisoned import Look, PoisonState, PoisonTrial, Stage, poison_plan
from advgui.lab.poisoning.job import PoisonJob
from advgui.lab.poisoning.text import (
    caught_words,
    job_words,
    result_words,
    share_done,
    share_words,
    stage_words,
    success_title,
    time_left_words,
)
from tests.fake_poisoning import CHOICE, outcome

PLAN = poison_plan("report")
FLIPS = replace(CHOICE, attack="label-flips", goal=8)
STAGES: tuple[Stage, ...] = ("reading", "poisoning", "training", "measuring", "looking", "done")


def test_success_is_called_by_what_it_is() -> None:
    back_door = PoisonTrial(plan=PLAN, attack=make_poisoning("back-door"), goal=7)
    flips = PoisonTrial(plan=PLAN, attack=make_poisoning("label-flips", {"origin": "3"}), goal=8)
    assert success_title(back_door) == "with the trigger read as 7"
    assert success_title(flips) == "3s read as 8"


def test_a_training_tells_what_was_seen_last() -> None:
    assert stage_words(PoisonState("training")) == "training both networks"
    looks = (Look(0.1, 0.5, 0.4, 0.1, 0.2), Look(0.2, 0.92, 0.91, 0.01, 0.75))
    words = stage_words(PoisonState("training", 0.2, looks))
    assert (
        words
        == "training both networks: clean digits 91.0 %, twin 92.0 %, success 75.0 %".replace(
            " %", "\u00a0%"
        )
    )
    without = Look(0.2, 0.92, 0.91, None, None)
    assert "success" not in stage_words(PoisonState("training", 0.2, (without,)))


def test_every_phase_of_a_training_is_told() -> None:
    def words(**job: Any) -> str:
        return job_words(PoisonJob(**job), differs=False)

    assert words().startswith("The twin learns from the same digits")
    assert words(phase="running") == "Starting."
    assert words(phase="running", value=PoisonState("reading")) == "Reading the data."
    assert words(phase="paused", value=PoisonState("looking")) == (
        "Paused: looking for what was poisoned."
    )
    assert words(phase="running", silent=True).endswith("it can be cancelled.")
    assert words(phase="cancelled").endswith("nothing of it was kept.")
    assert words(phase="failed", sentence="No.") == "No."
    assert words(phase="stopped") == "The training was stopped; it had come to nothing."


def test_what_came_of_it_is_told_with_what_success_is_counted_on() -> None:
    door, swap = outcome(), outcome(FLIPS.with_parameter("origin", "3"))
    assert f"Of {door.victims} test images that wear the trigger it reads" in result_words(door)
    assert f"Of {swap.victims} test images of a 3 it reads" in result_words(swap)
    assert "it reads" not in result_words(outcome(FLIPS))


def test_the_bar_fills_from_stage_to_stage() -> None:
    shares = [
        share_done(PoisonJob(phase="running", value=PoisonState(stage, done)))
        for stage in STAGES
        for done in (0.0, 1.0)
    ]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert share_done(PoisonJob(phase="finished", value=PoisonState("done", 1.0))) == 0.0


def test_no_share_is_told_as_none() -> None:
    assert share_words(None) == "-"
    assert share_words(0.5) == "50.0\u00a0%"


def test_the_time_left_is_told_once_enough_is_known_and_all_was_done_in_this_window() -> None:
    job = PoisonJob(phase="running", value=PoisonState("training", 0.5))
    assert time_left_words(job, 10.0) == "About 15\u00a0s left."
    assert job_words(job, differs=False, seconds=10.0).endswith(". About 15\u00a0s left.")
    assert time_left_words(job, 1.0) == ""
    assert time_left_words(replace(job, whole=False), 10.0) == ""
    assert time_left_words(replace(job, phase="paused"), 10.0) == ""


def test_it_is_said_where_no_detector_caught_anything() -> None:
    found = outcome(replace(CHOICE, attack="label-flips").with_parameter("rate", 0.1))
    assert "no detector" not in caught_words(found)
    missed = tuple(replace(catch, right=0) for catch in found.catches)
    assert "no detector caught one of them" in caught_words(replace(found, catches=missed))
