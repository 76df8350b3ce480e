"""Makes the run that stands pickled on stdin, again and again, with nothing beside it.

Run as a process of its own; its argument is for how many seconds. Writes steps per second.
"""

import pickle
import sys
from time import perf_counter

from advgui.lab.messages import AttackRequest


def rate(request: AttackRequest, duration: float) -> float:
    """Steps per second of whole runs."""
    steps, start = 0, perf_counter()
    while perf_counter() - start < duration:
        for _ in request.attack.run(request.network, request.problem, seed=request.seed):
            steps += 1
    return steps / (perf_counter() - start)


if __name__ == "__main__":
    work: AttackRequest = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the benchmark
    sys.stdout.write(f"{rate(work, float(sys.argv[1]))}\n")
