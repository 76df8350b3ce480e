"""A job beside the window grows, is held, stopped and dropped."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.ui.session.job import JobLane
from tests.lab.worker.test_jobs import Count

PATIENCE_MS = 60_000
ENDLESS = Count(10**9)


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[JobLane[Count, int]]:
    made = JobLane[Count, int]()
    yield made
    made.close()


def test_it_grows_and_is_stopped_with_what_it_has(lane: JobLane[Count, int], qtbot: QtBot) -> None:
    lane.prepare()
    lane.start(ENDLESS)
    qtbot.waitUntil(lambda: lane.state.value is not None, timeout=PATIENCE_MS)
    lane.stop()
    qtbot.waitUntil(lambda: not lane.state.busy, timeout=PATIENCE_MS)
    assert lane.state.phase == "stopped"
    assert lane.state.value


def test_it_waits_while_it_is_held(lane: JobLane[Count, int], qtbot: QtBot) -> None:
    lane.start(ENDLESS)
    qtbot.waitUntil(lambda: lane.state.value is not None, timeout=PATIENCE_MS)
    lane.pause()
    assert lane.state.paused

    def rests() -> bool:
        before = lane.state.value
        qtbot.wait(200)  # what was on its way may still come
        return lane.state.value == before

    qtbot.waitUntil(rests, timeout=PATIENCE_MS)
    held = lane.state.value
    lane.resume()
    qtbot.waitUntil(lambda: lane.state.value != held, timeout=PATIENCE_MS)


def test_what_is_dropped_is_told_no_more(lane: JobLane[Count, int], qtbot: QtBot) -> None:
    lane.start(ENDLESS)
    lane.cancel()
    assert lane.state.phase == "cancelled"
    with qtbot.assertNotEmitted(lane.changed, wait=300):
        pass
