"""While something goes on nobody waits for old garbage; once the window rests, it goes."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.session import collecting
from advgui.ui.session.collecting import collecting_at_rest
from advgui.ui.session.controller import Controller


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
    with collecting_at_rest(controller):
        grow_old()
        controller.set_seed(1)
    assert looks
    assert 2 not in looks


def test_once_the_window_rests_old_garbage_goes(
    controller: Controller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "REST_MS", 1)
    with collecting_at_rest(controller):
        knot = Knot()
        left = weakref.ref(knot)
        grow_old()
        del knot
        controller.set_seed(1)
        qtbot.waitUntil(lambda: left() is None)


def test_a_window_that_rests_again_and_again_looks_once(
    controller: Controller, qtbot: QtBot, looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "REST_MS", 1)
    with collecting_at_rest(controller):
        grow_old()
        for seed in range(5):
            controller.set_seed(seed)
            qtbot.wait(5)
    assert looks.count(2) == 1


def test_afterwards_python_looks_by_itself_as_before(controller: Controller) -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with collecting_at_rest(controller):
        assert gc.get_threshold() != before
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, frozen)
