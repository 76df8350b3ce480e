"""Certified accuracy: the share of images that no change within a budget can have read wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from time import perf_counter
from typing import Final, TypeVar

import numpy as np

from advgui.core.defences.certificates.bits import Bitwise, chosen, flippable
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.deep_relaxation import DeepNetwork, DeepRelaxation
from advgui.core.defences.certificates.reach import Norm
from advgui.core.images import Bytes, Labels, to_floats
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network

T = TypeVar("T")

#: So often one image is looked at. A step takes 2 to 9 ms where there are 20 hidden units, so that
#: is a second or two.
STEPS: Final = 400
# A step takes as long as 60 units do, and longer by each; the steps above are of 20.
_SAME: Final = 60
_NARROW: Final = 20


@dataclass(frozen=True, slots=True)
class Effort:
    """How long one image is looked at, at most; what is open by then is undecided.

    Steps are the same work on every machine, so that figures are the same; ``seconds`` are not.
    """

    steps: int | None = STEPS
    seconds: float | None = None

    def spent_on(self, proof: Iterator[T]) -> Iterator[T]:
        """What a proof finds until then, one step at least."""
        started = perf_counter()
        for found in islice(proof, self.steps):
            yield found
            if self.seconds is not None and perf_counter() - started > self.seconds:
                return


def usual_effort(network: Network) -> Effort:
    """As many steps as take about a second or two, however wide its one hidden layer is."""
    dense = [layer for layer in network.layers if isinstance(layer, Dense)]
    width = len(dense[0].bias) if len(dense) == 2 else _NARROW
    return Effort(round(STEPS * (_SAME + _NARROW) / (_SAME + max(width, _NARROW))))


def certified(
    network: Network,
    images: Bytes,
    labels: Labels,
    norm: Norm,
    budget: float,
    effort: Effort | None = None,
) -> Iterator[bool | None]:
    """Of valid images (n, 28, 28), one by one, whether they are read right whatever is done.

    True where it is proven that the image, and all real images within the budget, have its label;
    False where it is read wrong, or one of these is known that is; None where neither is
    known after that effort, or the usual one. It may be left after any image.

    Raises CertificateError where nothing can be proven of one of the network's layers.
    """
    for image, label in zip(images, labels, strict=True):
        right = network.read(image).label == label
        yield withstands(network, image, norm, budget, effort) if right else False


def withstands(
    network: Network, image: Bytes, norm: Norm, budget: float, effort: Effort | None = None
) -> bool | None:
    """Whether no real image within the budget of a valid one (28, 28) is read otherwise.

    None where that is not known after that effort, or the usual one. Raises as ``certified`` does.
    """
    effort = effort or usual_effort(network)
    for decided in effort.spent_on(_decided(network, image, norm, budget)):
        if decided is not None:
            return decided
    return None


def _decided(network: Network, image: Bytes, norm: Norm, budget: float) -> Iterator[bool | None]:
    """By the proof that is made for one budget, where there is one, or else by radii."""
    bitwise = Bitwise.of(network) if norm == "linf" else None
    if bitwise is not None:
        return _by_bits(bitwise, image, budget)
    deep = DeepNetwork.of(network)
    if deep is not None:
        pixels = to_floats(image).reshape(-1).astype(np.float64)
        return DeepRelaxation(deep, pixels, norm).withstands(budget)
    return _by_brackets(network, image, norm, budget)


def _by_bits(bitwise: Bitwise, image: Bytes, budget: float) -> Iterator[bool | None]:
    for choice in chosen(bitwise, image, flippable(image, budget, bitwise.threshold)):
        yield None if choice.alters is None else not choice.alters


def _by_brackets(
    network: Network, image: Bytes, norm: Norm, budget: float
) -> Iterator[bool | None]:
    for bracket in brackets(network, image, norm):
        if bracket.proven > budget:
            yield True
        else:
            yield False if bracket.attacked <= budget else None
