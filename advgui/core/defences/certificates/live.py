"""The bracket under a drawing while it is drawn: proven below, fooled above, tighter and tighter.

live = LiveBracket(network, "linf")
for bracket in live.about(image):  # stopped between any two
    ...
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, Literal

import numpy as np

from advgui.core.defences.certificates.bits import Bitwise, bits_bracket
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.branching import Memory, branched
from advgui.core.defences.certificates.certify import (
    bits_bracket_in_l2,
    exact_bracket,
    linear_layer,
)
from advgui.core.defences.certificates.cheapest_flips import FEW, flips_bracket
from advgui.core.defences.certificates.deep_relaxation import DeepNetwork, deep_radii
from advgui.core.defences.certificates.descent import descended
from advgui.core.defences.certificates.hidden_layer import HiddenLayer
from advgui.core.defences.certificates.intervals import interval_radii
from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.defences.certificates.valid import distance, reached, valid_change
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network

Proof = Literal[
    "exact", "branch and bound", "bits", "linear relaxation", "intervals", "smoothing", "none"
]
"""By what the lower end is proven; "none" is where nothing can be."""

ENOUGH: Final = 0.99


@dataclass(frozen=True, slots=True, eq=False)
class ValidBracket:
    """No change below ``proven`` alters the ``label``; one of ``attacked`` does.

    ``proven`` is of all real images in [0, 1], valid or not; ``proven_valid`` of valid ones.
    ``adversarial`` is a valid image (28, 28) at ``attacked`` that the network reads otherwise;
    while none is known it is None and ``attacked`` infinite. All are in ``norm``, of pixels in
    [0, 1]. Nothing follows one that is ``done``; it may tell no more than the one before, which
    did not wait to know that.
    """

    norm: Norm
    label: int
    proven: float
    attacked: float
    adversarial: Bytes | None
    proof: Proof
    done: bool = False

    @property
    def proven_valid(self) -> float:
        """No valid image nearer than this is read otherwise; in L-infinity a whole level."""
        return min(reached(self.proven, self.norm), self.attacked)

    @property
    def share(self) -> float:
        """How much of what is attacked is proven of valid images, in [0, 1]; 1 is exact."""
        if not np.isfinite(self.attacked):
            return 0.0
        return self.proven_valid / self.attacked if self.attacked else 1.0


class LiveBracket:
    """Brackets of one drawing after the other, in front of one network.

    What was found out about the last drawing is a start for the next.
    """

    def __init__(self, network: Network, norm: Norm) -> None:
        """Take the network apart, once."""
        self.network = network
        self.norm: Norm = norm
        self._linear = linear_layer(network)
        self._hidden = HiddenLayer.of(network)
        self._bitwise = Bitwise.of(network)
        self._deep = DeepNetwork.of(network)
        self._memory = Memory()

    def about(self, image: Bytes) -> Iterator[ValidBracket]:
        """Tighter and tighter brackets of a valid image (28, 28), at least one.

        They end where both ends meet for valid images.
        Of a linear network the first is as tight as can be; of one with a hidden layer they meet,
        by branch and bound, and where it sees bits, in L-infinity, too, and in L2
        where there is no hidden layer; where there is one, by a linear relaxation over flips. Of
        every other network the
        lower end is by a linear relaxation, if its layers are dense, or by intervals, if all of
        them tell bounds, and the upper by a descent.
        """
        network, norm = self.network, self.norm
        first = ValidBracket(norm, network.read(image).label, 0.0, np.inf, None, "none")
        pixels = to_floats(image).reshape(-1).astype(np.float64)
        if self._linear is not None:
            exact = iter([exact_bracket(self._linear, pixels, norm)])
            found = self._of_changes(replace(first, proof="exact"), image, exact)
        elif self._hidden is not None:
            tighter = branched(self._hidden, pixels, norm, ENOUGH, self._memory)
            found = self._of_changes(replace(first, proof="branch and bound"), image, tighter)
        elif self._bitwise is not None and norm == "linf":
            tighter = bits_bracket(self._bitwise, image)
            found = self._of_changes(replace(first, proof="bits"), image, tighter)
        elif self._bitwise is not None and self._bitwise.straight:
            cheapest = iter([flips_bracket(self._bitwise, image, FEW)])
            found = self._of_changes(replace(first, proof="bits"), image, cheapest)
        elif self._bitwise is not None:
            relaxed = bits_bracket_in_l2(self._bitwise, image)
            found = self._of_changes(replace(first, proof="linear relaxation"), image, relaxed)
        else:
            found = self._of_any(first, image, pixels)
        for bracket in found:
            yield bracket
            if bracket.share == 1:
                break
        yield replace(bracket, done=True)

    def _of_changes(
        self, bracket: ValidBracket, image: Bytes, found: Iterator[Bracket]
    ) -> Iterator[ValidBracket]:
        """What is known of real images, and valid ones made of those that are read otherwise."""
        attacked = np.inf
        for one in found:
            bracket = _proven(bracket, one.proven)
            if one.attacked < attacked:
                attacked = one.attacked
                bracket = _nearer(bracket, image, self._rounded(image, one))
            yield bracket

    def _rounded(self, image: Bytes, bracket: Bracket) -> Bytes | None:
        return valid_change(self.network, image, bracket.change, self.norm)

    def _of_any(
        self, bracket: ValidBracket, image: Bytes, pixels: Floats
    ) -> Iterator[ValidBracket]:
        """A proof and a descent, taking turns."""
        proof, radii = self._radii(pixels)
        tried = descended(self.network, image, self.norm)
        for radius, other in zip_longest(radii, tried):
            if radius is not None:
                bracket = replace(_proven(bracket, radius), proof=proof)
            bracket = _nearer(bracket, image, other)
            yield bracket

    def _radii(self, pixels: Floats) -> tuple[Proof, Iterator[float]]:
        if self._deep is not None:
            return "linear relaxation", deep_radii(self.network, self._deep, pixels, self.norm)
        return "intervals", _interval_radii(self.network, pixels)


def _interval_radii(network: Network, pixels: Floats) -> Iterator[float]:
    """None at all where a layer tells no bounds."""
    with suppress(ValueError):
        yield from interval_radii(network, pixels)


def _proven(bracket: ValidBracket, radius: float) -> ValidBracket:
    return replace(bracket, proven=max(bracket.proven, radius))


def _nearer(bracket: ValidBracket, image: Bytes, other: Bytes | None) -> ValidBracket:
    """With another valid image that is read otherwise, if it is nearer."""
    if other is None:
        return bracket
    size = distance(image, other, bracket.norm)
    return (
        replace(bracket, attacked=size, adversarial=other) if size < bracket.attacked else bracket
    )
