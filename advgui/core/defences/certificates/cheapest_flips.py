"""Which flips alter the label for the least in L2, where a linear network sees bits.

Each flip adds to a rival's margin, and costs the square of how far the pixel is from the other
side. What flips cost that take away a whole lead is least for those that give most for their
cost, where a part of the last one may be taken (Dantzig 1957, doi 10.1287/opre.5.2.266): a proof,
that branch and bound over whole flips makes exact.
"""

from heapq import heappop, heappush
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.bits import Bitwise, distances
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.hidden_layer import PAST, largest
from advgui.core.defences.certificates.reach import Floats
from advgui.core.images import Bytes

_LEVELS: Final = 255
_TINY: Final = 1e-12
#: Parts that are looked at for each rival; most often far fewer are enough.
MOST: Final = 1000
#: As many as take no longer than a drawing may wait.
FEW: Final = 50
_ENOUGH: Final = 1 - 1e-6

Flags = NDArray[np.bool_]


class Flips(NamedTuple):
    """The least that any flips cost, infinite where none are enough, and which (784,) to take.

    None is taken where nothing is known to be enough.
    """

    least: float
    taken: Flags


def flips_bracket(bitwise: Bitwise, image: Bytes, most: int = MOST) -> Bracket:
    """The bracket in L2 of a valid image (28, 28), whose layer must be straight.

    The change lies half a level of each flip beyond it, as valid images do.
    """
    layer, seen = bitwise.layer, bitwise.seen(image)
    logits = layer.logits(seen)
    label, scale = int(logits.argmax()), largest(logits)
    rivals = np.delete(np.arange(len(logits)), label)
    columns = layer.matrix * (1 - 2 * seen) / scale
    spare = layer.spare(np.ones_like(seen))
    costs = np.square(distances(image, bitwise.threshold)).reshape(-1)
    proven, attacked, change = np.inf, np.inf, np.zeros_like(seen)
    for rival in rivals:
        lead, gains = (logits[label] - logits[rival]) / scale, columns[rival] - columns[label]
        proven = min(proven, cheapest(lead - spare, gains, costs, proven, most).least)
        taken = cheapest(lead + PAST, gains, costs, attacked * attacked, most).taken
        size, flipped = float(np.sqrt(costs[taken].sum())), bitwise.flipped(image, taken)
        if taken.any() and size < attacked and bitwise.network.read(flipped).label != label:
            attacked = size
            change = (flipped - image.astype(np.float64)).reshape(-1) / _LEVELS
    return Bracket("l2", float(np.sqrt(proven)), attacked, change, len(rivals))


def cheapest(
    lead: float, gains: Floats, costs: Floats, known: float = np.inf, most: int = MOST
) -> Flips:
    """Flips whose gains (784,) make up for a lead; ``costs`` (784,) are above 0, or infinite.

    By branch and bound: the flip of which a part would be taken is taken whole, or not at all. What
    costs no less than what is ``known`` is not looked for. After ``most`` parts the least is proven
    still, but maybe less than what is taken.
    """
    usable = np.flatnonzero((gains > 0) & np.isfinite(costs))
    order = usable[np.argsort(-gains[usable] / np.maximum(costs[usable], _TINY), kind="stable")]
    gains, costs, taken = gains[order], costs[order], np.zeros(len(gains), np.bool_)
    least, best = known, np.zeros(len(order), np.bool_)
    whole = _in_part(lead, gains, costs, ~best, best)
    waiting = [(whole.least, 0, whole)]
    for number in range(1, most):
        if not waiting or waiting[0][0] >= least * _ENOUGH:
            break
        _, _, part = heappop(waiting)
        cost = float(costs[part.whole].sum())
        if cost < least:
            least, best = cost, part.whole
        for fixed in (part.taken | part.split, part.taken):
            other = _in_part(lead, gains, costs, part.free & ~part.split, fixed)
            if other.least < least:
                heappush(waiting, (other.least, 2 * number + len(waiting), other))
    taken[order[best]] = True
    return Flips(min(least, waiting[0][0] if waiting else np.inf), taken)


class _Part(NamedTuple):
    """Flips that are ``free``, those that are ``taken`` anyway, and the best of these in parts.

    ``whole`` are those, with the cheapest that is enough instead of the one that is ``split``.
    """

    least: float
    free: Flags
    taken: Flags
    split: Flags
    whole: Flags


def _in_part(lead: float, gains: Floats, costs: Floats, free: Flags, taken: Flags) -> _Part:
    """Of flips in the order of what they give for their cost."""
    left, spent = lead - gains[taken].sum(), float(costs[taken].sum())
    split, rows = np.zeros_like(free), np.flatnonzero(free)
    if left <= 0:
        return _Part(spent, free, taken, split, taken)
    sums = np.cumsum(gains[rows])
    last = int(np.searchsorted(sums, left))
    if last == len(rows):
        return _Part(np.inf, free, taken, split, taken)
    before, at = rows[:last], rows[last]
    share = (left - (sums[last - 1] if last else 0.0)) / gains[at]
    enough = rows[last:][gains[rows[last:]] >= gains[at] * share - _TINY]
    whole = taken.copy()
    whole[before], whole[enough[costs[enough].argmin()]], split[at] = True, True, True
    return _Part(spent + float(costs[before].sum() + share * costs[at]), free, taken, split, whole)
