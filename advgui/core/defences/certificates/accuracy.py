"""Certified accuracy: the share of images that no change within a budget can have read wrong."""

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from advgui.core.defences.certificates.bits import Bitwise, chosen, flippable
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.reach import Norm
from advgui.core.images import Bytes, Labels
from advgui.core.nn.network import Network

#: So long one image may take; what is open by then is undecided.
SECONDS: Final = 1.0


def certified(
    network: Network,
    images: Bytes,
    labels: Labels,
    norm: Norm,
    budget: float,
    seconds: float = SECONDS,
) -> Iterator[bool | None]:
    """Of valid images (n, 28, 28), one by one, whether they are read right whatever is done.

    True where it is proven that the image, and all real images within the budget, have its label;
    False where it is read wrong, or one of these is known that is; None where neither is
    known after so many seconds. It may be left after any image.

    Raises CertificateError where nothing can be proven of one of the network's layers.
    """
    bitwise = Bitwise.of(network) if norm == "linf" else None
    for image, label in zip(images, labels, strict=True):
        if network.read(image).label != label:
            yield False
        elif bitwise is not None:
            yield _by_bits(bitwise, image, budget, seconds)
        else:
            yield _by_brackets(network, image, norm, budget, seconds)


def _by_bits(bitwise: Bitwise, image: Bytes, budget: float, seconds: float) -> bool | None:
    started = perf_counter()
    for choice in chosen(bitwise, image, flippable(image, budget, bitwise.threshold)):
        if choice.alters is not None:
            return not choice.alters
        if perf_counter() - started > seconds:
            break
    return None


def _by_brackets(
    network: Network, image: Bytes, norm: Norm, budget: float, seconds: float
) -> bool | None:
    started = perf_counter()
    for bracket in brackets(network, image, norm):
        if bracket.proven > budget:
            return True
        if bracket.attacked <= budget:
            return False
        if perf_counter() - started > seconds:
            break
    return None
