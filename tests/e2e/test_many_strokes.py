"""A drawing of very many strokes: drawing on it and erasing in it costs what it always costs."""

import json
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.e2e.user import LEFT, RIGHT, User


def fill_left_half(user: User, strokes: int, path: Path) -> None:
    """Open a drawing of so many strokes, of one at the right, and wait until it is painted."""
    starts = np.random.default_rng(0).uniform(0.05, 0.4, (strokes, 2)).round(3).tolist()
    lines = [[[x, y], [x + 0.01, y], [x + 0.01, y + 0.01]] for x, y in starts]
    path.write_text(json.dumps({"strokes": [*lines, [[0.8, 0.1], [0.8, 0.9]]], "pen": 0.06}))
    user.drop(path)
    user.wait_until(lambda: len(user.state.drawing.strokes) == strokes + 1)
    user.wait_until(lambda: not user.canvas.painting)


def work(act: Callable[[], object]) -> int:
    """How much is done to do something and to show it: calls of Python, of numpy and of Qt."""
    counted = Counter[str]()

    def count(_: FrameType, event: str, __: object) -> None:
        counted[event] += 1

    QApplication.processEvents()
    sys.setprofile(count)
    try:
        act()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


AT_THE_RIGHT = ((0.7, 0.5), (0.75, 0.52), (0.8, 0.55), (0.85, 0.6), (0.9, 0.62))


#: What a timer does meanwhile is counted, too, but not in every try.
TRIES = 3


def drawn_and_undone(user: User, button: Qt.MouseButton) -> tuple[int, int]:
    """The work of a further movement, and of taking it back."""
    drawing = user.state.drawing
    drawn = work(lambda: user.draw(AT_THE_RIGHT, button=button))
    assert user.state.drawing is not drawing
    undone = work(lambda: user.press("Ctrl+Z"))
    assert user.state.drawing is drawing
    return drawn, undone


@pytest.mark.parametrize("button", [LEFT, RIGHT], ids=["pen", "eraser"])
def test_a_further_movement_costs_the_same_on_however_many_strokes(
    user: User, tmp_path: Path, button: Qt.MouseButton
) -> None:
    found = list[int]()
    for strokes in (60, 900):
        fill_left_half(user, strokes, tmp_path / f"{strokes}.strokes")
        tries = [drawn_and_undone(user, button) for _ in range(TRIES)]
        found.extend(map(min, zip(*tries, strict=True)))
    few, few_undone, many, many_undone = found
    assert many < 1.5 * few
    assert many_undone < 1.5 * few_undone


def test_what_was_opened_is_ready_to_be_seen(user: User, tmp_path: Path) -> None:
    """The window makes nothing of very many strokes that the process beside it has made."""
    path = tmp_path / "many.strokes"
    strokes = np.random.default_rng(0).random((1500, 10, 2)).round(3)
    path.write_text(json.dumps({"strokes": strokes.tolist(), "pen": 0.06}))
    tracemalloc.start()
    try:
        user.drop(path)
        megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
    assert megabytes < 12
    same = tuple(stroke.copy() for stroke in user.state.drawing.strokes)
    assert np.array_equal(replace(user.state.drawing, strokes=same).image(), user.state.image)


def test_no_more_is_drawn_than_can_be_saved_and_opened_again(user: User, tmp_path: Path) -> None:
    fill_left_half(user, 1999, tmp_path / "most.strokes")
    full, seen = user.state.drawing, user.state.image
    user.draw(AT_THE_RIGHT)
    assert user.state.drawing is full
    assert np.array_equal(user.state.image, seen)
    assert "The sheet is full" in user.message()
    user.choose_action("save-drawing")
    user.answer("save-drawing", tmp_path / "again.strokes")
    user.press("Ctrl+N")
    user.drop(tmp_path / "again.strokes")
    user.wait_until(lambda: len(user.state.drawing.strokes) == 2000)
    assert np.array_equal(user.state.image, seen)
