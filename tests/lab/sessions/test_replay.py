"""Runs are made again, and it is told whether they come to the same bytes."""

from dataclasses import replace

import numpy as np

from advgui.core.attacks import make_attack
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.sessions.replay import NO_STROKES, replayed, run_title
from tests.lab.sessions.sessions import after_run, drawn


def ddn() -> KeptRun:
    return after_run(drawn(), steps=12).runs.kept[0]


def with_run(kept: KeptRun, **changes: object) -> KeptRun:
    return replace(kept, run=replace(kept.run, **changes))  # type: ignore[arg-type]


def test_a_run_comes_to_the_same_bytes() -> None:
    found = replayed(ddn())
    assert found.all_same
    assert found.words == "The same bytes, for every goal."


def test_one_that_was_stopped_is_stopped_again() -> None:
    kept = after_run(drawn(), "ddn", 3, steps=50).runs.kept[0]
    steps = 5
    image = kept.run.recording[steps][0]
    outcome = replace(kept.run.outcomes[0], steps=steps, best_step=steps, adversarial=image)
    found = replayed(with_run(kept, phase="stopped", outcomes=(outcome,)))
    assert found.all_same
    assert found.words == "The same bytes."


def test_an_image_of_another_step_than_the_best_is_looked_for_at_its_step() -> None:
    kept = ddn()
    first = [replace(one, adversarial=one.original, best_step=0) for one in kept.run.outcomes]
    assert replayed(with_run(kept, outcomes=tuple(first))).all_same


def test_what_is_not_the_same_is_told() -> None:
    kept = ddn()
    other = replace(kept.run.outcomes[2], adversarial=np.zeros((28, 28), np.uint8))
    outcomes = (*kept.run.outcomes[:2], other, *kept.run.outcomes[3:])
    found = replayed(with_run(kept, outcomes=outcomes))
    assert not found.all_same
    assert found.same == (True, True, False, *[True] * 6)
    assert found.words == "1 image of 9 changed."


def test_another_seed_gives_another_image() -> None:
    kept = after_run(drawn(), "square", "away", queries=200).runs.kept[0]
    found = replayed(with_run(kept, request=replace(kept.run.request, seed=7)))
    assert not found.all_same
    assert found.words == "Another image than was kept."


def test_what_cannot_be_made_again_says_why() -> None:
    kept = ddn()
    problem = replace(kept.run.request.problem, inks=None, region=np.eye(28, dtype=bool))
    request = replace(kept.run.request, problem=problem)
    found = replayed(with_run(kept, request=replace(request, attack=make_attack("pen"))))
    assert found.words == NO_STROKES
    refused = replayed(with_run(kept, request=request))
    assert refused.words == "The attack ddn takes no region."
    assert not refused.all_same


def test_a_run_is_named_by_what_was_asked() -> None:
    away = after_run(drawn(), "fgsm", "away").runs.kept[0].run
    assert run_title(away) == f"Signs, one step (FGSM) away from {away.before.label}, on small"
