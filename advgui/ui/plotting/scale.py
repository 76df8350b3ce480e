"""The numbers at an axis: where it ends, where its ticks are, and how they are written."""

import math


def doubled_top(top: float) -> float:
    """Where an axis ends that seldom moves: at 1, 2, 4, 8 and so on, the first that is enough."""
    return 2.0 ** max(0, math.ceil(math.log2(top))) if 0 < top < math.inf else 2.0


def round_top(top: float) -> float:
    """The next 1, 2 or 5 of any power of ten above a value."""
    if not 0 < top < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(top))
    return next((m * power for m in (1.0, 2.0, 5.0) if top <= m * power), 10.0 * power)


def ticks(top: float, room: int) -> list[float]:
    """Round places from 0 to ``top``, evenly spaced, at most ``room`` of them beside 0."""
    step = round_top(top / max(1, room))
    return [number * step for number in range(math.floor(top / step + 1e-6) + 1)]


def tick_words(places: list[float]) -> list[str]:
    """Each with as many decimals as tell it from the next."""
    step = places[1] - places[0] if len(places) > 1 else 1.0
    decimals = max(0, -math.floor(math.log10(step) + 1e-6))
    return [f"{place:,.{decimals}f}" for place in places]
