"""A border that is a plane w · x = gap, so that it is known where it is."""

from collections.abc import Generator

import numpy as np

from advgui.core.attacks.problem import Flags
from advgui.core.attacks.queries.simba import cosines
from advgui.core.images import Array, Bytes, to_floats


def smooth(frequencies: int, seed: int = 0) -> Array:
    """Weights (784,) of length 1 of the lowest waves, which are larger where there is no ink."""
    waves = cosines(frequencies)
    mixed = waves.T @ np.random.default_rng(seed).normal(size=(frequencies,) * 2) @ waves
    mixed = mixed / np.linalg.norm(mixed) - 1 / 28
    return (mixed / np.linalg.norm(mixed)).ravel()


def told_by_a_plane(
    search: Generator[Bytes, Flags, object], weights: Array, gap: float, asked: list[Bytes]
) -> object:
    """What a search returns that is told what is beyond; ``asked`` is given what it asked."""
    try:
        images = next(search)
        while True:
            asked.append(images)
            beyond = to_floats(images).reshape(len(images), -1) @ weights >= gap
            images = search.send(beyond)
    except StopIteration as end:
        return end.value
