"""What can be proven of an image, by the best way that there is for its network."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

import numpy as np

from advgui.core.defences.certificates.bits import Bitwise, bits_bracket
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.branching import ENOUGH, branched
from advgui.core.defences.certificates.cheapest_flips import flips_bracket
from advgui.core.defences.certificates.deep_relaxation import DeepNetwork, deep_radii
from advgui.core.defences.certificates.hidden_layer import PAST, HiddenLayer, largest
from advgui.core.defences.certificates.intervals import interval_radii
from advgui.core.defences.certificates.reach import Floats, Norm, reach
from advgui.core.defences.certificates.relaxed_flips import relaxed_bracket
from advgui.core.errors import CertificateError
from advgui.core.images import Bytes, to_floats
from advgui.core.language import tr
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.network import Network

_EXACT: Final = 60  # Newton's steps, of which far fewer are taken


def brackets(
    network: Network, image: Bytes, norm: Norm, enough: float = ENOUGH
) -> Iterator[Bracket]:
    """Tighter and tighter brackets of a valid image (28, 28), at least one.

    Of a linear network the first is exact. Of one with a hidden layer they go on until
    ``enough`` of what is attacked is proven. Where such a network sees bits, they go on until the
    exact radius is known in L-infinity; in L2 it is as good as exact where they have no hidden
    layer, and proven by a linear relaxation over flips where they have. Of deeper dense networks a
    linear relaxation proves a radius, of every other one intervals do, and no image is looked for
    that is read otherwise. Margins are proven in float64, with more to spare than float32 moves
    them.

    Raises CertificateError where nothing can be proven of one of the network's layers.
    """
    pixels = to_floats(image).reshape(-1).astype(np.float64)
    straight, layer = linear_layer(network), HiddenLayer.of(network)
    if straight is not None:
        yield exact_bracket(straight, pixels, norm)
    elif layer is not None:
        yield from branched(layer, pixels, norm, enough)
    elif (bitwise := Bitwise.of(network)) is not None and bitwise.straight and norm == "l2":
        yield flips_bracket(bitwise, image)
    elif bitwise is not None:
        bits = bits_bracket if norm == "linf" else bits_bracket_in_l2
        yield from bits(bitwise, image)
    elif (deep := DeepNetwork.of(network)) is not None:
        for radius in deep_radii(network, deep, pixels, norm):
            yield Bracket(norm, radius, np.inf, np.zeros_like(pixels), 1)
    else:
        yield Bracket(norm, _by_intervals(network, pixels), np.inf, np.zeros_like(pixels), 1)


def bits_bracket_in_l2(bitwise: Bitwise, image: Bytes) -> Iterator[Bracket]:
    """By a linear relaxation over flips, then by L-infinity, in which no change is larger.

    Of some images the one proves more, of some the other.
    """
    best = Bracket("l2", 0.0, np.inf, np.zeros(image.size))
    others = map(_also_in_l2, bits_bracket(bitwise, image))
    for bracket in chain(relaxed_bracket(bitwise, image), others):
        nearer = bracket if bracket.attacked < best.attacked else best
        best = replace(nearer, proven=max(bracket.proven, best.proven))
        yield best


def _also_in_l2(bracket: Bracket) -> Bracket:
    size = float(np.linalg.norm(bracket.change)) if bracket.change.any() else np.inf
    return replace(bracket, norm="l2", attacked=size)


def linear_layer(network: Network) -> Dense | None:
    """The one layer of a network that is linear."""
    layers = [layer for layer in network.layers if not isinstance(layer, Reshape)]
    match layers:
        case [Dense() as only]:
            return only
    return None


def exact_bracket(layer: Dense, image: Floats, norm: Norm) -> Bracket:
    """The nearest image (784,) that is read otherwise: every margin is a weighted sum of pixels."""
    matrix, bias = layer.matrix.astype(np.float64), layer.bias.astype(np.float64)
    logits = image @ matrix + bias
    label = int(logits.argmax())
    rivals = np.delete(np.arange(len(bias)), label)
    scale = largest(logits)
    leads = (logits[label] - logits[rivals]) / scale
    slopes = (matrix[:, [label]] - matrix[:, rivals]).T / scale
    spare = HiddenLayer.straight(layer).spare(image)
    proven = reach(leads - spare, slopes, image, norm, _EXACT).radii.min()
    attacked = reach(leads + PAST, slopes, image, norm, _EXACT)
    nearest = int(attacked.radii.argmin())
    radius, change = float(attacked.radii[nearest]), attacked.changes[nearest]
    if int(((image + change) @ matrix + bias).argmax()) == label:
        radius, change = np.inf, 0 * image
    return Bracket(norm, float(proven), radius, change, len(rivals))


def _by_intervals(network: Network, image: Floats) -> float:
    try:
        *_, radius = interval_radii(network, image)
    except ValueError as error:
        raise CertificateError(
            tr("The network {network} cannot be certified: {error}.").format(
                network=network.name, error=error
            )
        ) from None
    return radius
