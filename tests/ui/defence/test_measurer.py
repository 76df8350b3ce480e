"""What is measured beside the window is told, stopped and dropped."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.ui.defence.measurer import Measurer
from tests.lab.requests import network

PATIENCE_MS = 60_000


@pytest.fixture
def measurer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Measurer]:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)
    made = Measurer()
    yield made
    made.close()


def test_it_grows_and_is_stopped_with_what_is_measured(measurer: Measurer, qtbot: QtBot) -> None:
    measurer.start(network(), "linf")
    request = measurer.state.request
    assert request is not None
    qtbot.waitUntil(lambda: measurer.state.curves is not None, timeout=PATIENCE_MS)
    measurer.stop()
    qtbot.waitUntil(lambda: not measurer.state.running, timeout=PATIENCE_MS)
    assert measurer.state.phase in ("stopped", "finished")
    assert measurer.state.curves is not None


def test_what_is_dropped_is_told_no_more(measurer: Measurer, qtbot: QtBot) -> None:
    measurer.start(network(), "linf")
    measurer.cancel()
    assert measurer.state.phase == "cancelled"
    with qtbot.assertNotEmitted(measurer.changed, wait=300):
        pass
