"""A fit reads the digits, tells how it grows, and keeps what it has when it is stopped."""

from pathlib import Path

import pytest

from advgui.core.attacks.fitted import FittedAttack
from advgui.core.errors import DatasetError
from advgui.core.generators import Driver, drive
from advgui.lab.fitted.fitting import DATA, FitArtefact
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
