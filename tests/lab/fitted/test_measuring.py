"""An artefact is measured on test digits, a patch wherever it is put."""

from pathlib import Path

import pytest

from advgui.core.generators import Driver, drive
from advgui.lab.fitted.measuring import DIGITS_EVERYWHERE, MeasureArtefact
from tests.fake_fits import PLACE, patch, perturbation, report, stamp, write_gallery
from tests.generators import finished


def test_one_for_all_is_told_beside_noise(tmp_path: Path) -> None:
    job = MeasureArtefact(perturbation(), report(), None, write_gallery(tmp_path))
    measured = drive(job.steps())
    assert measured is not None
    assert measured.images == measured.total > 20
    assert measured.places is None
    assert measured.noise is not None
    assert 0 <= measured.noise <= 1


def test_without_a_norm_there_is_no_noise(tmp_path: Path) -> None:
    measured = drive(MeasureArtefact(stamp(), report(), None, write_gallery(tmp_path)).steps())
    assert measured is not None
    assert measured.noise is None


def test_a_patch_is_told_by_its_places_digit_by_digit(tmp_path: Path) -> None:
    job = MeasureArtefact(patch(), report(), PLACE, write_gallery(tmp_path))
    states, last = finished(job.steps())
    assert last is not None
    assert last.places is not None
    assert states[0] is None
    assert last.images == last.total == len(states) - 1 <= DIGITS_EVERYWHERE
    assert last.rate == last.places.fixed <= last.places.chosen


def test_stopped_it_keeps_the_digits_so_far(tmp_path: Path) -> None:
    driver = Driver(MeasureArtefact(patch(), report(), PLACE, write_gallery(tmp_path)).steps())
    for _ in range(4):
        next(driver)
    driver.stop()
    assert not list(driver)
    assert driver.value is not None
    assert driver.value.images == pytest.approx(3)
