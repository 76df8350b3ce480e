"""The largest radius that can be proven where a proof is made for a radius and holds up to it."""

from collections.abc import Callable, Iterator
from typing import Final

#: Radii that a proof is made for, and how near to the largest one is near enough.
_TRIALS: Final = 8
_ENOUGH: Final = 0.99


def larger_radii(
    proven: Callable[[float], Iterator[float]], first: float, most: float
) -> Iterator[float]:
    """Larger and larger radii in [0, ``most``], each proven.

    ``proven`` yields, for a radius, more and more of what is proven; beyond that radius it does
    not hold, and the larger the radius is, the less is proven inside. So the largest one lies
    between it and what it proves, and the next is halfway; ``first`` is the first of them.
    """
    low, high, trial = 0.0, most, first
    for _ in range(_TRIALS):
        found = 0.0
        for found in proven(trial):
            low = max(low, min(found, trial))
            yield low
        high = min(high, max(found, trial))
        if low >= _ENOUGH * high:
            break
        trial = (low + high) / 2
