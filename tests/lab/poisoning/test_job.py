"""A poisoned training is a job whose last state has what came of it."""

import pickle
from pathlib import Path

from advgui.core.generators import Driver, drive
from advgui.lab.poisoning.job import PoisonTraining, Retraining
from tests.fake_datasets import write_mnist
from tests.fake_poisoning import CHOICE, outcome


def test_the_last_state_has_the_outcome_and_every_look(tmp_path: Path) -> None:
    job = PoisonTraining(CHOICE.trial, write_mnist(tmp_path))
    driver = Driver(pickle.loads(pickle.dumps(job)).steps())  # noqa: S301 - it is our own
    states = list(driver)
    last = driver.value
    assert last.stage == "done"
    assert last.outcome is not None
    assert last.looks == (*states[-1].looks, last.outcome.end)
    assert pickle.loads(pickle.dumps(last)).looks == last.looks  # noqa: S301 - it is our own


def test_one_that_is_stopped_keeps_what_was_learned(tmp_path: Path) -> None:
    driver = Driver(PoisonTraining(CHOICE.trial, write_mnist(tmp_path)).steps())
    for state in driver:
        if state.stage == "training":
            driver.stop()
    assert driver.value.outcome is not None
    assert driver.value.outcome.done < 1


def test_one_without_what_was_caught_adds_to_the_outcome_that_it_was_given(tmp_path: Path) -> None:
    before = outcome()
    job = Retraining(before, "spectral", write_mnist(tmp_path), (before.end,))
    last = drive(pickle.loads(pickle.dumps(job)).steps())  # noqa: S301 - it is our own
    assert last.outcome is not None
    assert last.outcome.end == before.end
    assert last.outcome.retrained is not None
    assert job.trial is before.trial
