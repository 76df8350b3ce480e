"""A run in a worker ends as it does without one, and is reported, stopped and cancelled."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.attacks import make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.generators import drive
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    CancelRun,
    StopRun,
)
from tests.lab.requests import Endless, recording_of, request
from tests.lab.worker.served import last_of, served, until


@pytest.mark.parametrize("goals", [1, 9])
def test_a_run_ends_as_it_does_without_a_worker(goals: int) -> None:
    asked = request(7, make_attack("ddn", {"steps": 30}), goals)
    run = asked.attack.run(asked.network, asked.problem, seed=asked.seed)
    outcomes = drive(run)
    with served() as client:
        client.send(asked)
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    done, recording = messages[-1], recording_of(messages)
    assert isinstance(done, AttackFinished)
    assert not done.stopped
    assert len(recording) == 31
    assert recording[30].shape == (goals, 28, 28)
    for here, there in zip(outcomes, done.outcomes, strict=True):
        assert np.array_equal(here.adversarial, there.adversarial)
        assert (here.fooled, here.after, here.best_step) == (
            there.fooled,
            there.after,
            there.best_step,
        )


@pytest.mark.parametrize("aware", [True, False])
def test_an_attack_on_a_defended_network_is_made_as_it_was_asked_for(aware: bool) -> None:
    asked = request(7, make_attack("ddn", {"steps": 20}))
    behind = defended(asked.network, [make_defence("threshold")])
    with served() as client:
        client.send(replace(asked, network=behind, aware=aware))
        done = until(client, lambda m: isinstance(m, AttackFinished))[-1]
    assert isinstance(done, AttackFinished)
    run = asked.attack.run(behind, asked.problem, seed=asked.seed, aware=aware)
    for here, there in zip(drive(run), done.outcomes, strict=True):
        assert np.array_equal(here.adversarial, there.adversarial)
        assert (there.aware, there.through) == (aware, here.through)
        assert there.defences == (make_defence("threshold"),)


def test_the_best_step_of_the_recording_is_the_image_that_was_judged() -> None:
    asked = request(1, make_attack("ddn", {"steps": 60}), 9)
    with served() as client:
        client.send(asked)
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    done, recording = messages[-1], recording_of(messages)
    assert isinstance(done, AttackFinished)
    for lane, outcome in enumerate(done.outcomes):
        assert np.array_equal(recording[outcome.best_step][lane], outcome.adversarial)


def test_progress_and_end_together_tell_of_every_step_once() -> None:
    asked = request(1, make_attack("penalty", {"steps": 2000}), 2)
    with served() as client:
        client.send(asked)
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    assert len(recording_of(messages)) == 2001
    steps = [m.step for m in messages if isinstance(m, AttackProgress)]
    assert steps == sorted(set(steps))
    assert steps[0] == 0


def test_a_stopped_run_keeps_its_best_step() -> None:
    with served() as client:
        client.send(request(1, Endless()))
        messages = until(client, lambda m: isinstance(m, AttackProgress) and m.step > 20)
        client.send(StopRun(1))
        messages += until(client, lambda m: isinstance(m, AttackFinished))
    done, recording = messages[-1], recording_of(messages)
    assert isinstance(done, AttackFinished)
    assert done.stopped
    outcome = done.outcomes[0]
    assert outcome.steps + 1 == len(recording)
    assert np.array_equal(recording[outcome.best_step][0], outcome.adversarial)


def test_a_stop_for_another_run_is_ignored() -> None:
    with served() as client:
        client.send(request(2, Endless()))
        client.send(StopRun(1))
        until(client, lambda m: isinstance(m, AttackProgress) and m.step > 50)
        client.send(StopRun(2))
        assert last_of(client, 2).stopped


def test_a_cancelled_run_reports_nothing_more() -> None:
    with served() as client:
        client.send(request(1, Endless()))
        until(client, lambda m: isinstance(m, AttackProgress))
        client.send(CancelRun())
        client.send(StopRun(1))
        client.send(request(2))
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    assert isinstance(messages[-1], AttackFinished)
    assert messages[-1].ticket == 2


def test_a_lane_that_has_its_goal_is_returned_as_it_is() -> None:
    asked = request(1)
    label = asked.network.read(asked.problem.originals[0]).label
    asked.problem.goals[:] = label
    with served() as client:
        client.send(asked)
        done = last_of(client, 1)
    assert done.outcomes[0].already
    assert len(done.recording) == 0
