"""A poisoned training is a job whose last state has what came of it."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.errors import WorkFileError
from advgui.core.generators import Driver, drive
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.core.training.poisoned import PoisonState
from advgui.lab.poisoning.job import KeptPoisoning, PoisonTraining, Retraining, load_poisoning
from advgui.lab.sessions.stored_networks import content_hash
from tests.fake_datasets import write_mnist
from tests.fake_poisoning import CHOICE, outcome
from tests.generators import finished


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


def test_one_that_was_broken_off_is_kept_and_goes_on_to_the_same_outcome(tmp_path: Path) -> None:
    trial = replace(CHOICE.trial, detectors=())
    job = PoisonTraining(trial, write_mnist(tmp_path))
    whole = drive(job.steps())
    kept, state = broken_off(job, tmp_path / "kept")
    assert isinstance(kept.job, PoisonTraining)
    assert (kept.title, kept.job.trial, kept.job.mnist) == (job.title, trial, tmp_path)
    assert (kept.state.stage, kept.state.done, kept.state.looks) == (
        "training",
        state.done,
        state.looks,
    )
    states, after = finished(kept.job.lasting_steps(Checkpoints(kept.checkpoint), kept.state))
    assert all(len(one.looks) >= len(state.looks) for one in states)
    assert after.outcome is not None
    assert whole.outcome is not None
    assert after.looks == whole.looks
    for one, other in zip(after.outcome.networks, whole.outcome.networks, strict=True):
        assert content_hash(one) == content_hash(other)
    assert content_hash(after.outcome.twin) == content_hash(whole.outcome.twin)


def test_one_without_what_was_caught_goes_on_to_the_same_network(tmp_path: Path) -> None:
    before = outcome()
    job = Retraining(before, "spectral", write_mnist(tmp_path), (before.end,))
    whole = drive(job.steps())
    kept, _ = broken_off(job, tmp_path / "kept")
    assert isinstance(kept.job, Retraining)
    assert (kept.job.detector, kept.job.looks) == ("spectral", job.looks)
    _, after = finished(kept.job.lasting_steps(Checkpoints(kept.checkpoint), kept.state))
    assert after.outcome is not None
    assert whole.outcome is not None
    hashes = [content_hash(one.networks[-1]) for one in (after.outcome, whole.outcome)]
    assert hashes[0] == hashes[1] != content_hash(before.poisoned)


def broken_off(job: PoisonTraining | Retraining, path: Path) -> tuple[KeptPoisoning, PoisonState]:
    """What was kept of it in the midst, and what it was then."""
    known = Checkpoints()
    run = job.lasting_steps(known)
    learning = ("training", "retraining")
    state = next(one for one in run if one.stage in learning and one.done > 0.5)
    job.keep(state, known.now(), path)
    run.close()
    return load_poisoning(path), state


def test_one_that_is_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"nothing")
    with pytest.raises(WorkFileError, match=r"^The poisoning that was under way is lost: "):
        load_poisoning(tmp_path / "kept")
