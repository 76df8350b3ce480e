"""Robustness is measured in a worker, on MNIST or on the gallery, and can be stopped."""

from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.lab.worker import curves_session
from advgui.lab.worker.curves_session import measured_digits
from advgui.lab.worker.messages import (
    CurvesFinished,
    CurvesProgress,
    CurvesRequest,
    Failed,
    StopRun,
)
from tests.fake_datasets import write_folders
from tests.lab.requests import network
from tests.lab.worker.served import served, until

ASKED = CurvesRequest(1, network(), "linf", (0.0, 0.1), None)


def test_without_mnist_the_gallery_is_measured_on(monkeypatch: pytest.MonkeyPatch) -> None:
    digits = measured_digits(None)
    assert digits.labels.tolist() == [drawn.label for drawn in read_gallery()]
    monkeypatch.setattr(curves_session, "read_gallery", lambda: read_gallery()[:6])
    with served() as client:
        client.send(ASKED)
        done = until(client, lambda m: isinstance(m, CurvesFinished))[-1]
    assert isinstance(done, CurvesFinished)
    assert not done.stopped
    assert done.curves.images == 6
    assert done.curves.clean == done.curves.aware[0] == done.curves.proven[0]
    assert done.curves.unaware == (None, None)
    proven, aware = done.curves.proven[1], done.curves.aware[1]
    assert proven is not None
    assert aware is not None
    assert proven <= aware


def test_with_mnist_the_first_of_its_test_digits_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curves_session, "IMAGES", 5)
    write_folders(tmp_path)
    assert len(measured_digits(tmp_path / "mnist").labels) == 5


def test_it_can_be_stopped_and_keeps_what_is_measured() -> None:
    with served() as client:
        client.send(replace(ASKED, budgets=(0.0, 0.05, 0.1, 0.2)))
        until(client, lambda m: isinstance(m, CurvesProgress))
        client.send(StopRun(1))
        done = until(client, lambda m: isinstance(m, CurvesFinished))[-1]
    assert isinstance(done, CurvesFinished)
    assert done.stopped
    assert done.curves.done < done.curves.total


def test_damaged_data_is_told_in_a_sentence(tmp_path: Path) -> None:
    with served() as client:
        client.send(replace(ASKED, mnist=tmp_path))
        failed = until(client, lambda m: isinstance(m, Failed))[-1]
    assert isinstance(failed, Failed)
    assert str(tmp_path) in failed.sentence
