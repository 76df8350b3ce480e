"""Randomised smoothing: a vote of noisy copies, and the radius that is proven of it.

Cohen, Rosenfeld and Kolter 2019, arXiv:1902.02918. The smoothed network g reads in x what the
network f reads in most copies x + n, n being normal with sigma at every pixel. If a share p > 1/2
of all of them has a label, g reads it in every image nearer than sigma Phi^-1(p) in L2, whatever
the network: p is bounded from below by a sample.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import Final

import numpy as np

from advgui.core.defences.certificates.votes.binomial import leads, least_share
from advgui.core.defences.certificates.votes.noisy_copies import Counts, NoisyCopies
from advgui.core.images import LABELS, Bytes
from advgui.core.language import tr
from advgui.core.parameters import parameter

_NORMAL: Final = NormalDist()
#: A vote that is watched is first looked at after so many copies, then after twice as many.
FIRST_LOOK: Final = 100

Seed = int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Smoothing:
    """How a network votes, and what is proven of it."""

    sigma: float = parameter(
        0.25,
        tr("Noise"),
        tr("The standard deviation of the noise at every pixel, pixels being from 0 to 1."),
        minimum=0.01,
        maximum=4.0,
        scale="log",
    )
    samples: int = parameter(
        10_000,
        tr("Samples"),
        tr("How many noisy copies vote; more prove more of what is read surely."),
        minimum=100,
        maximum=1_000_000,
        scale="log",
        role="effort",
    )
    selection: int = parameter(
        100,
        tr("Selection"),
        tr("How many other copies choose the label that is then counted."),
        minimum=1,
        maximum=10_000,
        scale="log",
    )
    alpha: float = parameter(
        0.001,
        tr("Risk"),
        tr("The chance that what is told to be proven of an image is not so."),
        minimum=1e-9,
        maximum=0.5,
        scale="log",
    )


@dataclass(frozen=True, slots=True, eq=False)
class Vote:
    """What is known of a smoothed network at an image, after some copies have voted.

    ``label`` was chosen by other copies than those whose ``votes`` (10,) are counted: to choose
    by the same ones would make the bound too large. ``share`` is what the label has at least of
    all copies that there are, wrong with a chance of ``smoothing.alpha`` at most; 0 while
    nothing was concluded.
    """

    smoothing: Smoothing
    label: int
    votes: Counts
    share: float = 0.0

    @property
    def samples(self) -> int:
        """How many copies have voted."""
        return int(self.votes.sum())

    @property
    def abstains(self) -> bool:
        """Whether it is not proven that most copies have the label: it is not read at all then."""
        return self.share <= 0.5

    @property
    def radius(self) -> float:
        """No image that is nearer in L2 is read as another label; 0 where it abstains."""
        return 0.0 if self.abstains else self.smoothing.sigma * _NORMAL.inv_cdf(self.share)


def most_radius(smoothing: Smoothing) -> float:
    """What is proven where every copy has the label: no vote of so many proves more."""
    share = least_share(smoothing.samples, smoothing.samples, smoothing.alpha)
    return smoothing.sigma * max(0.0, _NORMAL.inv_cdf(share))


def certified(
    copies: NoisyCopies, image: Bytes, smoothing: Smoothing, *, seed: Seed
) -> Iterator[Vote]:
    """Votes on a valid image (28, 28), the last of which has all samples and the radius.

    One conclusion is drawn, after the number of samples that was said before: so it holds as
    sure as ``alpha`` says. The same seed gives the same votes.
    """
    for vote in _votes(copies, image, smoothing, seed):
        ended = vote.samples >= smoothing.samples
        yield _concluded(vote, smoothing.alpha) if ended else vote


def watched(
    copies: NoisyCopies, image: Bytes, smoothing: Smoothing, *, seed: Seed
) -> Iterator[Vote]:
    """The same for somebody who looks on and may stop at any moment; the radius only grows.

    To look again and again until a bound is large enough makes a bound that is wrong more often
    than it says. So the k-th look, at twice the samples of the one before, may be wrong with a
    chance of alpha / k(k + 1), which is alpha for all of them together: all hold at once.
    """
    looks, share = 0, 0.0
    for vote in _votes(copies, image, smoothing, seed):
        if vote.samples >= FIRST_LOOK << looks or vote.samples == smoothing.samples:
            looks += 1
            alpha = smoothing.alpha / (looks * (looks + 1))
            share = max(share, _concluded(vote, alpha).share)
        yield replace(vote, share=share)


def read_smoothed(
    copies: NoisyCopies, image: Bytes, smoothing: Smoothing, *, seed: Seed
) -> int | None:
    """The label that the smoothed network reads in a valid image; None where it abstains.

    It does where the two labels with most votes are not surely told apart: another label than
    that of all copies there are is read with a chance of ``alpha`` at most.
    """
    random = np.random.default_rng(seed)
    votes = np.zeros(LABELS, np.int64)
    for count in _portions(copies, smoothing.samples):
        votes += copies.votes(image, smoothing.sigma, count, random)
    second, first = votes.argsort(kind="stable")[-2:]
    return int(first) if leads(int(votes[first]), int(votes[second]), smoothing.alpha) else None


def _votes(copies: NoisyCopies, image: Bytes, smoothing: Smoothing, seed: Seed) -> Iterator[Vote]:
    """More and more votes, of which nothing is concluded."""
    random = np.random.default_rng(seed)
    label = int(copies.votes(image, smoothing.sigma, smoothing.selection, random).argmax())
    votes = np.zeros(LABELS, np.int64)
    for count in _portions(copies, smoothing.samples):
        votes = votes + copies.votes(image, smoothing.sigma, count, random)
        yield Vote(smoothing, label, votes)


def _portions(copies: NoisyCopies, samples: int) -> Iterator[int]:
    """How many copies vote at once: few at first, so that something is soon seen."""
    done = 0
    while done < samples:
        count = min(max(done, FIRST_LOOK), copies.at_once, samples - done)
        yield count
        done += count


def _concluded(vote: Vote, alpha: float) -> Vote:
    return replace(vote, share=least_share(int(vote.votes[vote.label]), vote.samples, alpha))
