"""Robustness is measured on MNIST or on the gallery, at every budget, and can be stopped."""

from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.core.errors import BadInput
from advgui.core.generators import Driver, drive
from advgui.lab.defence import measurement
from advgui.lab.defence.measurement import (
    BUDGETS,
    Measurement,
    MeasureRobustness,
    measured_digits,
    share_done,
)
from advgui.lab.worker.jobs import reported, started
from advgui.lab.worker.messages import JobProgress
from tests.fake_datasets import write_folders
from tests.lab.defence.curves import curves
from tests.lab.requests import network

ASKED = MeasureRobustness(network(), "linf", (0.0, 0.1), None)


def test_without_mnist_the_gallery_is_measured_on(monkeypatch: pytest.MonkeyPatch) -> None:
    digits = measured_digits(None)
    assert digits.labels.tolist() == [drawn.label for drawn in read_gallery()]
    monkeypatch.setattr(measurement, "read_gallery", lambda: read_gallery()[:6])
    done = drive(ASKED.steps())
    assert done.images == 6
    assert done.clean == done.aware[0] == done.proven[0]
    assert done.unaware == (None, None)
    proven, aware = done.proven[1], done.aware[1]
    assert proven is not None
    assert aware is not None
    assert proven <= aware


def test_with_mnist_the_first_of_its_test_digits_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measurement, "IMAGES", 5)
    write_folders(tmp_path)
    assert len(measured_digits(tmp_path / "mnist").labels) == 5


def test_it_can_be_stopped_and_keeps_what_is_measured() -> None:
    driver = Driver(replace(ASKED, budgets=BUDGETS["linf"]).steps())
    while not next(driver).done:
        pass
    driver.stop()
    list(driver)
    assert 0 < driver.value.done < driver.value.total


def test_damaged_data_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=str(tmp_path)):
        drive(replace(ASKED, mnist=tmp_path).steps())


def test_how_much_is_done_is_known_from_the_first_curves_on() -> None:
    state: Measurement = started(Measurement(), ASKED)
    assert share_done(state) == 0
    assert share_done(reported(state, JobProgress(1, curves(done=1050)))) == 0.5
    assert all(budgets[0] == 0 for budgets in BUDGETS.values())
