"""A pixel can flip if the budget, in whole levels, takes it to the other side."""

import numpy as np
import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.images import binarise
from advgui.lab.defence.flips import flips
from tests.lab.requests import image, network

BEHIND = defended(network(), [make_defence("threshold")])


def row(*values: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    made = np.zeros((28, 28), np.uint8)
    made[0, : len(values)] = values
    return made


def test_levels_count_whole_and_each_side_has_its_own() -> None:
    found = flips(BEHIND, row(102, 103, 127, 128, 152, 153), 0.1)  # 25 of 255 levels
    assert found is not None
    assert found.to_ink[0, :6].tolist() == [False, True, True, False, False, False]
    assert found.to_paper[0, :6].tolist() == [False, False, False, True, True, False]
    assert found.ink[0, :6].tolist() == [False, False, False, True, True, True]


@pytest.mark.parametrize("budget", [0.0, 0.03, 0.2, 1.0])
def test_they_are_those_that_some_change_within_the_budget_flips(budget: float) -> None:
    drawn = image(3)
    found = flips(BEHIND, drawn, budget)
    assert found is not None
    levels = int(budget * 255 + 1e-9)
    up = binarise(np.minimum(drawn.astype(int) + levels, 255).astype(np.uint8))
    down = binarise(np.maximum(drawn.astype(int) - levels, 0).astype(np.uint8))
    assert np.array_equal(found.to_ink, up != binarise(drawn))
    assert np.array_equal(found.to_paper, down != binarise(drawn))


def test_they_are_counted_in_words() -> None:
    found = flips(BEHIND, row(127, 128, 140), 0.1)
    assert found is not None
    assert found.words == "1 pixel can become ink, 2 paper."
    none = flips(BEHIND, row(255, 0), 0.1)
    assert none is not None
    assert none.words == "No pixel can flip."


def test_without_a_threshold_there_are_none_to_tell() -> None:
    assert flips(network(), image(3), 0.1) is None
