"""A fit reads the digits, tells how it grows, and keeps what it has when it is stopped."""

from pathlib import Path

import pytest

from advgui.core.attacks.fitted import FittedAttack, make_fitted_attack
from advgui.core.errors import DatasetError, WorkFileError
from advgui.core.generators import Driver, drive
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.lab.fitted.fitting import DATA, FitArtefact, load_fit
from advgui.lab.sessions.stored_artefacts import content_hash
from tests.fake_fits import report, write_gallery
from tests.generators import finished
from tests.mean_sign import MeanSign


def job(folder: Path, goal: int | None = None, attack: FittedAttack | None = None) -> FitArtefact:
    return FitArtefact(attack or MeanSign(images=30), report(), goal, 0, folder)


def test_its_states_grow_to_the_last_step(tmp_path: Path) -> None:
    states, last = finished(job(write_gallery(tmp_path)).steps())
    assert states[0].fit is None
    assert states[0].artefact is None
    assert last is states[-1]
    assert last.fit is not None
    assert [look.number for look in last.fit.looks] == [0, 1, 2, 3]
    assert last.done == 1
    assert last.artefact is not None
    assert last.artefact.card.data == DATA
    assert [state.done for state in states] == sorted(state.done for state in states)


def test_stopped_it_keeps_what_is_learned(tmp_path: Path) -> None:
    driver = Driver(job(write_gallery(tmp_path), goal=3).steps())
    states = [next(driver) for _ in range(3)]
    driver.stop()
    assert not list(driver)
    assert driver.value is states[-1]
    assert driver.value.fit is not None
    assert driver.value.fit.number == 1
    assert driver.value.artefact is not None
    assert driver.value.artefact.goal == 3


def test_digits_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError):
        drive(job(tmp_path).steps())


def test_one_that_was_broken_off_is_kept_and_goes_on_to_the_same_artefact(tmp_path: Path) -> None:
    universal = make_fitted_attack("universal", {"steps": 20, "images": 30})
    made = job(write_gallery(tmp_path), 3, universal)
    whole = drive(made.steps())
    known = Checkpoints()
    before = made.lasting_steps(known)
    state = next(one for one in before if one.fit is not None and one.fit.number == 7)
    made.keep(state, known.now(), tmp_path / "kept")
    before.close()
    kept = load_fit(tmp_path / "kept")
    assert (kept.title, kept.job.goal, kept.job.mnist) == (universal.title, 3, tmp_path)
    assert kept.state.fit is not None
    assert state.fit is not None
    assert (kept.state.total, kept.state.fit.number) == (20, 7)
    assert kept.state.fit.looks == state.fit.looks
    assert content_hash(kept.state.fit.artefact) == content_hash(state.fit.artefact)
    states, after = finished(kept.job.lasting_steps(Checkpoints(kept.checkpoint), kept.state))
    assert states[0] is kept.state
    assert whole.fit is not None
    assert after.fit is not None
    assert after.fit.looks == whole.fit.looks
    assert content_hash(after.fit.artefact) == content_hash(whole.fit.artefact)


def test_before_anything_is_learned_nothing_is_kept(tmp_path: Path) -> None:
    made = job(write_gallery(tmp_path))
    made.keep(next(made.steps()), {}, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_a_fit_that_is_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"nothing")
    with pytest.raises(WorkFileError, match=r"^The fit that was under way is lost: "):
        load_fit(tmp_path / "kept")
