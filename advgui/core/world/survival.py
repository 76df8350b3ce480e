"""How often an image still fools once the world has been at it, and what that looks like."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Array, Bytes, Labels, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.draws import Draws, Ranges, drawn

#: How many draws an image has to survive.
DRAWS: Final = 1000

#: The seed of these draws, which is theirs alone: no attack learns from it.
SEED: Final = 0x5EED_0F_7E57

# So many images at a time stay in the processor's cache.
_TOGETHER: Final = 256

Flags = NDArray[np.bool_]


class Survival(NamedTuple):
    """What became of n images in each of m draws; the first draw changes nothing.

    ``fooled`` (m, n) says where the adversarial image is read as the attack wanted, and
    ``kept`` (m, n) where the plain one is read as it is without the world. ``labels`` (m, n)
    are what is read in the adversarial one.
    """

    fooled: Flags
    kept: Flags
    labels: Labels

    @property
    def rates(self) -> Array:
        """The share of draws through which each image still fools, (n,) in [0, 1]."""
        rates: Array = self.fooled.mean(axis=0)
        return rates

    @property
    def plain_rates(self) -> Array:
        """The share of draws through which each plain image is read as before, (n,)."""
        rates: Array = self.kept.mean(axis=0)
        return rates


def survival(
    network: Network,
    originals: Bytes,
    adversarial: Bytes,
    goals: Labels | None = None,
    draws: Draws | None = None,
) -> Survival:
    """Through which draws the very bytes of adversarial images (n, 28, 28) still fool.

    That is, get their goals (n,), or, where there are none, another label than the one that is
    read in the plain image without the world. ``draws`` are ``held_draws()`` if not others.
    An untargeted image survives where the plain one would have been misread, too; ``kept``
    tells how often that is.
    """
    some = draws or held_draws()
    before = np.array([network.read(image).label for image in originals])
    plain = labels_through(network, originals, some)
    labels = labels_through(network, adversarial, some)
    fooled = labels != before if goals is None else labels == goals
    return Survival(fooled, plain == before, labels)


@lru_cache(maxsize=2)
def held_draws(count: int = DRAWS, ranges: Ranges | None = None) -> Draws:
    """The draws by which survival is told, always the same; no attack learns from them."""
    return drawn(count, np.random.default_rng(SEED), ranges)


def labels_through(network: Network, images: Bytes, draws: Draws) -> Labels:
    """The labels (m, n) that are read in valid images (n, 28, 28) through each of m draws."""
    whole = to_floats(images)
    at_once = max(1, _TOGETHER // len(images))
    read = [_labels(network, some(whole)) for some in draws.pieces(at_once)]
    return np.concatenate(read)


def _labels(network: Network, seen: Array) -> Labels:
    flat = seen.reshape(-1, *seen.shape[2:])
    logits = np.concatenate([network.logits(flat[part]) for part in network.pieces(flat)])
    labels: Labels = logits.argmax(axis=-1).reshape(seen.shape[:2])
    return labels


def wall(image: Bytes, draws: Draws | None = None, count: int | None = None) -> Bytes:
    """One image (28, 28) as the first draws see it, (m, 28, 28), small images for a wall."""
    some = (draws or held_draws()).of(slice(count))
    seen = [piece(to_floats(image)[None])[:, 0] for piece in some.pieces(_TOGETHER)]
    return quantise(np.concatenate(seen))
