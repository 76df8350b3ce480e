"""How many digits a smoothed network reads right, proven at which radius: certified accuracy."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.votes.noisy_copies import NoisyCopies
from advgui.core.defences.certificates.votes.smoothing import Smoothing, Vote, certified
from advgui.core.nn.network import Network

#: The radii in L2 at which certified accuracy is told, if nothing else is said.
RADII: Final = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)


@dataclass(frozen=True, slots=True)
class SmoothedAccuracy:
    """Of ``images`` digits, what a vote of noisy copies reads and what is proven of it.

    Shares are of all digits, in [0, 1]. ``certified`` are read right with a proven radius above
    each of ``radii``, in L2; at 0 that is what is read right at all. ``abstained`` are read as
    nothing, ``wrong`` as another label: neither counts as right at any radius. ``median`` is the
    median radius of those that are read right, None where none is. Each single digit's proof is
    wrong with a chance of ``smoothing.alpha`` at most.
    """

    network: str
    smoothing: Smoothing
    images: int
    radii: tuple[float, ...]
    certified: tuple[float, ...]
    abstained: float
    wrong: float
    median: float | None


def smoothed_accuracy(
    network: Network,
    digits: Digits,
    smoothing: Smoothing,
    *,
    radii: Sequence[float] = RADII,
    seed: int = 0,
) -> Generator[float, None, SmoothedAccuracy]:
    """Certify all digits, at least one; yields the share of the work that is done.

    The k-th digit's noise is drawn from ``seed`` and k, so that it is the same among others.
    """
    proven = yield from smoothed_radii(network, digits, smoothing, seed=seed)
    right = proven > 0
    return SmoothedAccuracy(
        network=network.name,
        smoothing=smoothing,
        images=len(proven),
        radii=tuple(radii),
        certified=tuple(float((proven > radius).mean()) for radius in radii),
        abstained=float(np.isnan(proven).mean()),
        wrong=float((proven <= 0).mean()),
        median=float(np.median(proven[right])) if right.any() else None,
    )


def smoothed_radii(
    network: Network, digits: Digits, smoothing: Smoothing, *, seed: int = 0
) -> Generator[float, None, NDArray[np.float64]]:
    """The proven radius of each digit, in L2, (n,); yields the share of the work that is done.

    0 where it is read wrong, and nan where the vote abstains.
    """
    copies, count = NoisyCopies(network), len(digits.labels)
    found = np.zeros(count)
    for number, (image, label) in enumerate(zip(digits.images, digits.labels, strict=True)):
        vote: Vote | None = None
        for vote in certified(copies, image, smoothing, seed=(seed, number)):
            yield (number + vote.samples / smoothing.samples) / count
        if vote is not None:
            found[number] = _radius(vote, int(label))
    return found


def _radius(vote: Vote, label: int) -> float:
    if vote.abstains:
        return float("nan")
    return vote.radius if vote.label == label else 0.0
