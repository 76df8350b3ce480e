"""The slope of a network at an image: what each pixel does to the lead of a digit."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from advgui.core.images import Array, Bytes, to_floats
from advgui.core.nn.network import Network

#: Below it a slope is none: the change of a whole pixel changes no logit by a thousandth.
FLAT: Final = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Slope:
    """How the lead of ``toward`` over ``over``, in logits, changes with each pixel.

    ``weights`` (28, 28) are the partial derivatives of the lead with respect to pixels in
    [0, 1]; ``lead`` is that at the image, below 0 where ``over`` is ahead.
    """

    toward: int
    over: int
    lead: float
    weights: Array = field(repr=False)

    @property
    def flat(self) -> bool:
        """Whether there is no slope to follow here."""
        return not float(np.abs(self.weights).max()) >= FLAT

    def pushes(self, change: Array) -> tuple[float, float]:
        """What a change (28, 28) of pixels does to the lead by the slope alone, in logits.

        First what its pixels come to together, then what they would if none pulled back: the sum
        of w_i d_i and that of its amounts. For the sign of the slope times eps both are
        eps |w|_1 (Goodfellow, Shlens and Szegedy 2015, section 3).
        """
        products = self.weights.astype(np.float64) * change
        return float(products.sum()), float(np.abs(products).sum())


def slope_at(network: Network, image: Bytes, toward: int, over: int) -> Slope:
    """The slope at a valid image (28, 28); through defences as an aware attacker takes it."""
    logits, caches = network.forward(to_floats(image)[None])
    wanted = np.zeros_like(logits)
    wanted[0, toward] += 1
    wanted[0, over] -= 1
    weights = network.backward(caches, wanted)[0]
    return Slope(toward, over, lead_of(logits[0], toward, over), weights)


def lead_of(logits: Array, toward: int, over: int) -> float:
    """By how many logits (10,) a digit leads another."""
    return float(logits[toward] - logits[over])
