"""Random noise that is as long as a perturbation, and as valid an image."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from advgui.core.images import SIZE, Array, Bytes, Labels, l2, quantise, to_floats
from advgui.core.nn.network import Network

#: So many noises are tried.
DRAWS: Final = 100
#: Halvings of the interval in which the strength of a noise is looked for.
_HALVINGS: Final = 24
#: A noise of this deviation makes black and white of any image.
_STRONGEST: Final = 16.0


@dataclass(frozen=True, slots=True, eq=False)
class Noises:
    """Valid images (m, 28, 28), each as far from the original as another image is.

    ``lengths`` (m,) are their L2 distances to it, and ``labels`` (m,) what is read in them.
    ``seed`` is what they were drawn from.
    """

    seed: int
    images: Bytes = field(repr=False)
    lengths: Array = field(repr=False)
    labels: Labels = field(repr=False)

    def reaching(self, goal: int | None, label: int) -> int:
        """How many are read as the goal, or, where there is none, as another digit than before."""
        hits = self.labels != label if goal is None else self.labels == goal
        return int(hits.sum())


def noises(
    network: Network, original: Bytes, length: float, *, seed: int, draws: int = DRAWS
) -> Generator[None, None, Noises]:
    """Gaussian noises of one L2 ``length`` on the bytes, as near as rounding allows.

    Noise is clipped to [0, 1] and rounded with the image, so its strength is looked for by
    halving. What cannot be as long, as an image has ends, is as long as it can be.
    """
    random = np.random.default_rng(seed)
    directions = random.standard_normal((draws, SIZE, SIZE)).astype(np.float32)
    low, high = np.zeros(draws), np.full(draws, _STRONGEST)
    for number in range(_HALVINGS):
        strength = (low + high) / 2
        short = _lengths(original, _noisy(original, directions, strength)) < length
        low, high = np.where(short, strength, low), np.where(short, high, strength)
        if number % 4 == 0:
            yield
    images = _nearest(original, directions, (low, high), length)
    labels = []
    for piece in network.pieces(images, 20):
        labels.append(network.logits(to_floats(images[piece])).argmax(axis=-1))
        yield
    return Noises(seed, images, _lengths(original, images), np.concatenate(labels))


def _noisy(original: Bytes, directions: Array, strength: Array) -> Bytes:
    return quantise(to_floats(original) + directions * strength.astype(np.float32)[:, None, None])


def _lengths(original: Bytes, images: Bytes) -> Array:
    return l2(to_floats(images) - to_floats(original))


def _nearest(original: Bytes, directions: Array, ends: tuple[Array, Array], length: float) -> Bytes:
    """Of the two ends of each interval that whose image is nearer to the length."""
    below, above = (_noisy(original, directions, end) for end in ends)
    off = [np.abs(_lengths(original, one) - length) for one in (below, above)]
    nearest: Bytes = np.where((off[0] <= off[1])[:, None, None], below, above)
    return nearest
