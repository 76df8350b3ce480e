"""Makes the run that stands pickled on stdin, again and again, with nothing beside it.

Run as a process of its own; its argument is for how many seconds. Writes the steps per
second of the bare attack, and of one whose every step is recorded, as the window needs it.
"""

import pickle
import sys
from time import perf_counter

from advgui.lab.messages import AttackRequest
from advgui.lab.trace import Trace


def rate(request: AttackRequest, duration: float, *, recorded: bool) -> float:
    """Steps per second of whole runs."""
    steps, start = 0, perf_counter()
    while perf_counter() - start < duration:
        trace = Trace(request.network, request.problem)
        for step in request.attack.run(request.network, request.problem, seed=request.seed):
            steps += 1
            if recorded:
                trace.add(step)
    return steps / (perf_counter() - start)


if __name__ == "__main__":
    work: AttackRequest = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the benchmark
    half = float(sys.argv[1]) / 2
    rates = [rate(work, half, recorded=recorded) for recorded in (False, True)]
    sys.stdout.write(f"{rates[0]} {rates[1]}\n")
