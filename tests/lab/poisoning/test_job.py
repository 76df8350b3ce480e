"""A poisoned training is a job whose last state has what came of it."""

import pickle
from pathlib import Path

from advgui.core.generators import Driver
from advgui.lab.poisoning.job import PoisonTraining
from tests.fake_datasets import write_mnist
from tests.fake_poisoning import CHOICE


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
