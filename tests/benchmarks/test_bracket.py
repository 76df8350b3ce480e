"""How much is proven of what is attacked within one frame, while the pen moves.

Drawings of the gallery become longer point by point; each is looked at for 16 ms of processor
time, and what was found out helps with the next one, as on the Defend page.
"""

from collections.abc import Iterator
from statistics import median
from time import process_time
from typing import Final, Protocol

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.defences.certificates.branching import Memory, branched
from advgui.core.defences.certificates.hidden_layer import HiddenLayer
from advgui.core.defences.certificates.live import ENOUGH, LiveBracket
from advgui.core.defences.certificates.reach import Norm
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import Strokes, render
from advgui.core.images import Bytes, to_floats
from advgui.core.zoo import load_shipped
from tests.benchmarks.figures import Figure, Note, in_turns, spread

FRAME_S: Final = 0.016
DIGITS: Final = 10
#: The first of a digit is begun from nothing.
MOVES: Final = 20
_FIRST: Final = 0.7  # of a digit's points


class Told(Protocol):
    """A bracket, whatever its ends are of."""

    @property
    def share(self) -> float:
        """How much of what is attacked is proven."""


def moving(digit: int) -> list[Bytes]:
    """A digit of the gallery (28, 28), as it comes to its end."""
    strokes = read_gallery()[digit].strokes
    points = sum(map(len, strokes))
    return [render(_begun(strokes, int(some))) for some in np.linspace(_FIRST, 1, MOVES) * points]


def _begun(strokes: Strokes, points: int) -> Strokes:
    found = []
    for stroke in strokes:
        if points > 1:
            found.append(stroke[:points])
        points -= len(stroke)
    return tuple(found)


def in_a_frame(brackets: Iterator[Told]) -> float:
    """What share the last bracket tells that has come by then; 0 if there is none."""
    started, share = process_time(), 0.0
    for bracket in brackets:
        if process_time() - started > FRAME_S:
            break
        share = bracket.share
    return share


@pytest.mark.parametrize("norm", ["linf", "l2"])
@pytest.mark.parametrize("name", ["report", "report-tanh"])
def test_most_of_what_is_attacked_is_proven_in_a_frame(
    benchmark: BenchmarkFixture, note: Note, name: str, norm: Norm
) -> None:
    network = load_shipped(name)
    layer = HiddenLayer.of(network)
    assert layer is not None
    valid: list[float] = []
    real: list[float] = []

    def draw() -> None:
        for digit in range(1, DIGITS + 1 if benchmark.enabled else 2):
            live, memory = LiveBracket(network, norm), Memory()
            for number, image in enumerate(moving(digit)[: MOVES if benchmark.enabled else 3]):
                pixels = to_floats(image).reshape(-1).astype(np.float64)
                shares = (
                    in_a_frame(live.about(image)),
                    in_a_frame(branched(layer, pixels, norm, ENOUGH, memory)),
                )
                if number:
                    valid.append(shares[0])
                    real.append(shares[1])

    in_turns(benchmark, draw, lambda: None, rounds=1)
    assert 0 < median(valid) <= 1
    if benchmark.enabled:
        for what, found in (("valid images", valid), ("real numbers", real)):
            words = f"proven / attacked in a frame, pen moving, {name}, {norm}, of {what}"
            note(Figure(words, ">= 0.9", f"{median(found):.3f}", spread(found)))
