"""Makes a run again and again with nothing beside it, and says how fast.

``Alone`` is a process of its own, as the window's worker is one. Each time it is asked it
tells the steps per second of the bare attack, and of one whose every step is recorded, as
the window needs it.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from advgui.core.attacks import Block, Outcome
from advgui.core.generators import Driver
from advgui.lab.worker.messages import AttackRequest
from advgui.lab.worker.recording import Recorder

ROOT: Final = Path(__file__).parents[2]
SELDOM: Final = 32  # steps between two looks at the clock


class Rates(NamedTuple):
    """Steps per second."""

    bare: float
    recorded: float


class Alone:
    """The process. It sleeps while it is not asked."""

    def __init__(self, request: AttackRequest) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.alone"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._tell(request)

    def rates(self, duration: float) -> Rates:
        """Work for so many seconds."""
        self._tell(duration)
        assert self._process.stdout
        bare, recorded = self._process.stdout.readline().split()
        return Rates(float(bare), float(recorded))

    def close(self) -> None:
        """End it."""
        self._process.communicate()

    def _tell(self, value: object) -> None:
        assert self._process.stdin
        pickle.dump(value, self._process.stdin)
        self._process.stdin.flush()


def speed(outcomes: Iterable[Outcome]) -> float:
    """Steps per second of some runs, by one outcome of each and its own clock."""
    steps, seconds = zip(*((one.steps, one.seconds) for one in outcomes), strict=True)
    return float(sum(steps) / sum(seconds))


def rate(request: AttackRequest, duration: float, *, recorded: bool) -> float:
    """Steps per second of runs, the last of which is stopped."""
    outcomes, end = list[Outcome](), perf_counter() + duration
    while perf_counter() < end:
        recorder = Recorder(request.problem.originals)
        outcomes.append(outcome(request, recorder.judged if recorded else lambda _: None, end))
    return speed(outcomes)


def outcome(request: AttackRequest, record: Callable[[Block], None], end: float) -> Outcome:
    """The first of the outcomes of one run, which is stopped at ``end``."""
    run = request.attack.run(request.network, request.problem, seed=request.seed, record=record)
    driver = Driver(run)
    for step in driver:
        if not step.number % SELDOM and perf_counter() > end:
            driver.stop()
    return driver.value[0]


def answer() -> None:
    """Answer until nothing more is asked."""
    request: AttackRequest = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the benchmark
    while True:
        try:
            duration: float = pickle.load(sys.stdin.buffer)  # noqa: S301 - the same
        except EOFError:
            return
        bare, recorded = (rate(request, duration / 2, recorded=some) for some in (False, True))
        sys.stdout.write(f"{bare} {recorded}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    answer()
