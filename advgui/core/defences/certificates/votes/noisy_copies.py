"""What a network reads in copies of an image under Gaussian noise."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.defended import defences_of, defended
from advgui.core.defences.random_noise import RandomNoise
from advgui.core.images import LABELS, PIXELS, SIZE, Array, Bytes, to_floats
from advgui.core.nn.layers import Dense, Layer, Reshape
from advgui.core.nn.network import Network
from advgui.core.nn.sequential import PIECE, Sequential

#: Noisy copies over which an aware attacker averages every slope.
DRAWS: Final = 32

Counts = NDArray[np.integer[Any]]

# So many at once are a step of some hundredths of a second.
_SUMS_AT_ONCE: Final = 5000


class NoisyCopies:
    """Votes of a network on noisy copies of an image.

    Nothing is clipped or rounded once the noise is there: training under noise does not do it
    either, and sums of clipped copies would not be normal.

    Where the first layer is dense, noise n reaches the network through the sums n W alone, which
    are normal with covariance sigma^2 W^T W. They are drawn directly, as sigma g R with W = Q R
    and g standard normal (R is the Cholesky factor of W^T W, and there is one where that is
    singular): h numbers for each copy instead of 784, of exactly the same distribution.
    """

    def __init__(self, network: Network) -> None:
        """Find the shortest way for the noise."""
        at = _behind_first_sums(network.layers)
        self._before = Sequential(network.layers[:at])
        self._behind = Sequential(network.layers[at:])
        first = network.layers[at - 1] if at else None
        self._factor = _factor(first) if isinstance(first, Dense) else None

    @property
    def at_once(self) -> int:
        """So many copies go through it together, without anybody waiting for them."""
        return PIECE if self._factor is None else _SUMS_AT_ONCE

    def votes(self, image: Bytes, sigma: float, count: int, random: np.random.Generator) -> Counts:
        """Of so many copies of an image (28, 28), how many are read as each label, (10,)."""
        start = self._before.logits(to_floats(image)[None])
        copies = self._noise(count, random)
        copies *= np.float32(sigma)
        copies += start
        logits = [self._behind.logits(copies[piece]) for piece in self._behind.pieces(copies)]
        return np.bincount(np.concatenate(logits).argmax(axis=-1), minlength=LABELS)

    def _noise(self, count: int, random: np.random.Generator) -> Array:
        """Standard normal noise of the pixels, as it comes to where copies are made."""
        if self._factor is None:
            return random.standard_normal((count, SIZE, SIZE), np.float32)
        drawn = random.standard_normal((count, len(self._factor)), np.float32)
        return drawn @ self._factor


def through_noise(network: Network, sigma: float, draws: int = DRAWS, seed: int = 0) -> Network:
    """What an aware attacker attacks: the mean of so many noisy copies, slopes and all.

    The noise is not clipped, as that of the vote is not. It is drawn anew for the vote, so an
    attack that fits these copies alone has gained nothing (Salman et al. 2019, arXiv:1906.04584,
    section 3: expectation over transformation).
    """
    noise = RandomNoise(sigma, draws, seed, clip=False)
    return defended(network, (noise, *defences_of(network)))


def _behind_first_sums(layers: tuple[Layer, ...]) -> int:
    """Where the network goes on behind a first dense layer of fewer sums than pixels; 0 if none."""
    for at, layer in enumerate(layers):
        if isinstance(layer, Dense):
            inputs, sums = layer.matrix.shape
            return at + 1 if sums < inputs == PIXELS else 0
        if not isinstance(layer, Reshape):
            break
    return 0


def _factor(layer: Dense) -> Array:
    """The triangular R (h, h) of the layer's matrix Q R, made in float64."""
    factor: Array = np.linalg.qr(layer.matrix.astype(np.float64)).R
    return factor.astype(layer.matrix.dtype)
