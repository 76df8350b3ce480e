"""How soon the window is there, beside one with nothing in it."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import first_paint
from tests.benchmarks.figures import Note, in_turns, milliseconds, times

ROOT: Final = Path(__file__).parents[2]
ROUNDS: Final = 12


def seconds_to_paint(what: str, compiled: Path) -> float:
    """From the start of a fresh process to the end of a paint of its window.

    Modules are compiled at the first start only, as on a user's machine.
    """
    command = [sys.executable, "-m", first_paint.__name__, what]
    settings = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(compiled)}
    environment = {**os.environ, **settings, "PYTHONDONTWRITEBYTECODE": ""}
    start = perf_counter()
    answer = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT, env=environment)
    return float(answer.stdout) - start


def test_the_first_paint(benchmark: BenchmarkFixture, note: Note, tmp_path: Path) -> None:
    empty: list[float] = []
    full: list[float] = []
    in_turns(
        benchmark,
        lambda: full.append(seconds_to_paint("advgui", tmp_path)),
        lambda: empty.append(seconds_to_paint("empty", tmp_path)),
        rounds=ROUNDS,
        warmup=1,
    )
    assert median(full) > 0
    if benchmark.enabled:
        screen = _screen()
        found = [mine / its for mine, its in zip(full[1:], empty[1:], strict=True)]
        note(milliseconds(f"first paint of an empty window, {screen}", "", empty[1:]))
        note(milliseconds(f"first paint of advgui, {screen}", "", full[1:]))
        note(times(f"first paint, advgui / empty, {screen}", "<= 2", found))


def test_all_is_there(benchmark: BenchmarkFixture, note: Note, tmp_path: Path) -> None:
    filled: list[float] = []
    in_turns(
        benchmark,
        lambda: filled.append(seconds_to_paint("filled", tmp_path)),
        lambda: None,
        rounds=ROUNDS,
        warmup=1,
    )
    assert median(filled) > 0
    if benchmark.enabled:
        note(milliseconds(f"all of advgui's window painted, {_screen()}", "", filled[1:]))


def _screen() -> str:
    return "xcb" if os.environ.get("QT_QPA_PLATFORM") != "offscreen" else "offscreen"
