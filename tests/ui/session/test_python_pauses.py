"""While something goes on nobody waits for old garbage, nor long for another thread."""

import gc
import os
import sys
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import get_native_id

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.session import python_pauses
from advgui.ui.session.controller import Controller
from advgui.ui.session.python_pauses import short_pauses, stand_back


class Knot:
    """Refers to itself, so that only a look for garbage can let it go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """Which generation each look for garbage was at."""
    seen: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            seen.append(about["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def grow_old() -> None:
    """As much as makes Python look through all of it by itself otherwise."""
    for _ in range(2 * gc.get_threshold()[1]):
        gc.collect(1)
    made: list[list[int]] = [[] for _ in range(20 * gc.get_threshold()[0])]
    assert made


def test_what_grows_old_is_not_looked_through_while_something_goes_on(
    controller: Controller, looks: list[int]
) -> None:
    with short_pauses(controller):
        grow_old()
        controller.set_seed(1)
    assert looks
    assert 2 not in looks


def test_once_the_window_rests_old_garbage_goes(
    controller: Controller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(python_pauses, "REST_MS", 1)
    with short_pauses(controller):
        knot = Knot()
        left = weakref.ref(knot)
        grow_old()
        del knot
        controller.set_seed(1)
        qtbot.waitUntil(lambda: left() is None)


def test_what_a_window_before_has_left_goes_at_the_first_rest(
    controller: Controller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(python_pauses, "REST_MS", 1)
    knot = Knot()
    left = weakref.ref(knot)
    del knot
    with short_pauses(controller):
        controller.set_seed(1)
        qtbot.waitUntil(lambda: left() is None)


def test_a_window_that_rests_again_and_again_looks_once(
    controller: Controller, qtbot: QtBot, looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(python_pauses, "REST_MS", 1)
    with short_pauses(controller):
        grow_old()
        for seed in range(5):
            controller.set_seed(seed)
            qtbot.wait(5)
    assert looks.count(2) == 1


def test_afterwards_python_looks_by_itself_as_before(controller: Controller) -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with short_pauses(controller):
        assert gc.get_threshold() != before
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, frozen)


def test_meanwhile_a_busy_thread_gives_way_sooner(controller: Controller) -> None:
    before = sys.getswitchinterval()
    with short_pauses(controller):
        assert sys.getswitchinterval() <= before / 5
    assert sys.getswitchinterval() == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only a process has a niceness")
def test_a_thread_that_stands_back_is_nicer_than_the_window() -> None:
    with ThreadPoolExecutor(1, initializer=stand_back) as thread:
        nicer = thread.submit(lambda: os.getpriority(os.PRIO_PROCESS, get_native_id())).result()
    assert nicer > os.getpriority(os.PRIO_PROCESS, get_native_id())
