"""A watchdog looks as long as there is something to watch, and no longer."""

from queue import Empty, SimpleQueue
from threading import Event

import pytest

from advgui.lab.worker.watchdog import WATCH_INTERVAL_S, Watchdog

PATIENCE_S = 30
LONG_S = 5 * WATCH_INTERVAL_S


class Looks:
    """Says of each look whether to go on, as it was told; counts them."""

    def __init__(self, *answers: bool) -> None:
        self._answers = list(answers)
        self.made: SimpleQueue[int] = SimpleQueue()

    def look(self) -> bool:
        self.made.put(len(self._answers))
        return bool(self._answers) and self._answers.pop(0)


def test_it_looks_until_there_is_nothing_to_watch() -> None:
    looks = Looks(True, True, False)
    dog = Watchdog(looks.look)
    dog.wake()
    assert [looks.made.get(timeout=PATIENCE_S) for _ in range(3)] == [3, 2, 1]
    with pytest.raises(Empty):
        looks.made.get(timeout=LONG_S)
    dog.close()


def test_it_can_be_woken_again() -> None:
    looks = Looks(False, False)
    dog = Watchdog(looks.look)
    for left in (2, 1):
        dog.wake()
        assert looks.made.get(timeout=PATIENCE_S) == left
    dog.close()


def test_it_does_not_look_before_it_is_woken_nor_once_it_is_closed() -> None:
    looks = Looks(True)
    dog = Watchdog(looks.look)
    with pytest.raises(Empty):
        looks.made.get(timeout=LONG_S)
    dog.close()
    dog.wake()
    with pytest.raises(Empty):
        looks.made.get(timeout=LONG_S)


def test_who_closes_it_waits_for_the_look_that_is_being_taken() -> None:
    began, may_end = Event(), Event()

    def look() -> bool:
        began.set()
        return may_end.wait(PATIENCE_S)

    dog = Watchdog(look)
    dog.wake()
    assert began.wait(PATIENCE_S)
    may_end.set()
    dog.close()
