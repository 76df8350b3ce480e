"""A test that leaves something running fails, and tells what.

A thread or timer that outlives its window ends a real session with a crash at exit, long
after the mistake. So every test is asked for threads and child processes, and every test
with a QApplication for windows, timers and QThreads.
"""

import gc
import multiprocessing
import threading
from collections.abc import Callable, Iterator
from time import sleep
from typing import TYPE_CHECKING, TypeVar

import pytest

from tests.isolation import uses_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

Found = TypeVar("Found")
Widget = TypeVar("Widget", bound="QWidget")

#: What is ending may take so many looks. No time: the machine may do something else meanwhile.
LOOKS = 50


def _new(look: Callable[[], set[Found]], before: set[Found]) -> set[Found]:
    """What is there that was not before, and does not go away by itself."""
    left = look() - before
    for _ in range(LOOKS):
        if not left:
            break
        gc.collect()  # a window in a circle of references is open until then
        sleep(0.01)
        left = look() - before
    return left


def _threads() -> set[threading.Thread]:
    return set(threading.enumerate())


def _children() -> set[str]:
    return {str(child) for child in multiprocessing.active_children()}


@pytest.fixture(autouse=True)
def nothing_runs_on() -> Iterator[None]:
    """Fails a test that leaves a thread or a child process behind."""
    threads, children = _threads(), _children()
    yield
    left = [str(thread) for thread in _new(_threads, threads)]
    left += _new(_children, children)
    assert not left, f"still running after the test: {', '.join(left)}"


def _in_qt() -> set[str]:
    """The names of all windows, running timers and running threads that Python knows."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = {f"window {widget!r}" for widget in QApplication.topLevelWidgets()}
    for thing in Shiboken.getAllValidWrappers():
        if isinstance(thing, QTimer) and thing.isActive():
            found.add(f"timer {thing!r}")
        elif isinstance(thing, QThread) and thing.isRunning():
            found.add(f"thread {thing!r}")
    return found


@pytest.fixture(autouse=True)
def nothing_stays_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test with a QApplication that leaves a window, timer or QThread behind."""
    if not uses_qt(request):
        yield
        return
    request.getfixturevalue("qapp")
    before = _in_qt()
    yield
    left = _new(_in_qt, before)
    assert not left, f"left over after the test: {', '.join(sorted(left))}"


@pytest.fixture
def keep(qapp: "QApplication") -> Iterator[Callable[[Widget], Widget]]:
    """Holds widgets until the test ends, then closes and deletes them.

    ``qtbot.addWidget`` knows a widget by a weak reference only: one that Python has let go
    of by then is never closed.
    """
    kept: list[QWidget] = []

    def hold(widget: Widget) -> Widget:
        kept.append(widget)
        return widget

    yield hold
    for widget in reversed(kept):
        widget.close()
        widget.deleteLater()
