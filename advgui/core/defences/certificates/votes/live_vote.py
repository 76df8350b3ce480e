"""The bracket of a smoothed network under a drawing: it grows with the copies that have voted.

live = LiveVote(network, Smoothing(sigma=0.25, samples=100_000))
for bracket in live.about(image):  # stopped between any two
    bracket.vote.votes, bracket.proven, ...
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from advgui.core.defences.certificates.descent import descended
from advgui.core.defences.certificates.live import LiveBracket, ValidBracket
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.certificates.valid import distance
from advgui.core.defences.certificates.votes.noisy_copies import NoisyCopies, through_noise
from advgui.core.defences.certificates.votes.smoothing import (
    Smoothing,
    Vote,
    read_smoothed,
    watched,
)
from advgui.core.defences.defended import defences_of, defended
from advgui.core.defences.random_noise import RandomNoise
from advgui.core.images import Bytes, quantise, to_floats
from advgui.core.nn.network import Network

_DRAWS: Final = 16
#: With less there is no vote.
_LEAST_NOISE: Final = 0.01
_VOTES: Final = 1000
# By how much a change that turns the mean of some copies is made longer, until the vote is sure.
_LONGER: Final = (1.0, 1.05, 1.1, 1.2, 1.35, 1.5, 2.0)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SmoothedBracket(ValidBracket):
    """The same of a smoothed network, and the ``vote`` so far, bars and all.

    The vote of ``adversarial`` has another label, surely. Where the vote abstains nothing is read:
    ``label`` is what it has most votes for, and no radius is proven.
    """

    vote: Vote


def live(network: Network, norm: Norm) -> "LiveBracket | LiveVote":
    """The brackets of a network: in L2, behind random noise, those of the vote of its copies."""
    voted = voted_behind_noise(network) if norm == "l2" else None
    return LiveBracket(network, norm) if voted is None else LiveVote(*voted)


def voted_behind_noise(network: Network) -> tuple[Network, Smoothing] | None:
    """What votes where the first thing that an image meets is random noise, and on how much of it.

    None of a network that meets another thing first. The network itself averages a few draws of
    which nothing is proven in L2; its vote is of the same noise, drawn anew and not clipped.
    """
    match defences_of(network):
        case (RandomNoise(sigma=sigma), *others) if sigma >= _LEAST_NOISE:
            return defended(network, others), Smoothing(sigma=sigma)
    return None


class LiveVote:
    """Brackets of one drawing after the other, of one smoothed network."""

    def __init__(self, network: Network, smoothing: Smoothing) -> None:
        """Take the network apart, once."""
        self.smoothing = smoothing
        self._copies = NoisyCopies(network)
        self._mean = through_noise(network, smoothing.sigma, _DRAWS)

    def about(self, image: Bytes, seed: int = 0) -> Iterator[SmoothedBracket]:
        """Wider votes on a valid image (28, 28), then a search for one that is read otherwise.

        Both ends only come nearer to one another, and may be looked at at any moment.
        """
        votes = watched(self._copies, image, self.smoothing, seed=seed)
        bracket = _bracket(next(votes))
        for vote in votes:
            yield bracket
            bracket = _bracket(vote)
        yield bracket
        for other in self._otherwise(image, bracket, seed):
            if other is not None:
                size = distance(image, other, "l2")
                bracket = replace(bracket, attacked=size, adversarial=other)
            yield bracket
        yield replace(bracket, done=True)

    def _otherwise(
        self, image: Bytes, bracket: SmoothedBracket, seed: int
    ) -> Iterator[Bytes | None]:
        """None while it is looked for; at the end one, if any, that the vote surely misreads."""
        if bracket.vote.abstains:
            return
        nearest: Bytes | None = None
        for other in descended(self._mean, image, "l2"):
            nearest = _nearer(image, nearest, other)
            yield None
        if nearest is None:
            return
        change = to_floats(nearest) - to_floats(image)
        smoothing = replace(self.smoothing, samples=_VOTES)
        for longer in _LONGER:
            other = quantise(to_floats(image) + np.float32(longer) * change)
            read = read_smoothed(self._copies, other, smoothing, seed=(seed, 1))
            if read not in (bracket.label, None):
                yield other
                return
            yield None


def _bracket(vote: Vote) -> SmoothedBracket:
    return SmoothedBracket("l2", vote.label, vote.radius, np.inf, None, "smoothing", vote=vote)


def _nearer(image: Bytes, one: Bytes | None, other: Bytes | None) -> Bytes | None:
    """Of two images that may not be there the one nearer to ``image``."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=lambda each: distance(image, each, "l2"))
