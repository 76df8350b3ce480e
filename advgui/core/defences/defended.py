"""A network behind defences: asked, attacked and judged as any other network is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import Array
from advgui.core.nn.layers import Layer, Weights
from advgui.core.nn.network import Network

# For those that draw nothing.
_UNUSED: Final = np.random.default_rng(0)


@dataclass(frozen=True, slots=True, eq=False)
class Transform(Layer):
    """A defence as the layer of a network that nothing is trained of, nor saved with it.

    Backward goes what the defence says: what an aware attacker takes for its slope. ``seed``
    makes a random one do the same to the same images, as an outcome has to be read again.
    """

    kind: ClassVar[str] = "defence"
    defence: Defence
    seed: int = 0

    def forward(self, inputs: Array) -> tuple[Array, Array]:
        """What the defence makes of images (n, 28, 28); the cache are the images."""
        random = np.random.default_rng(self.seed) if self.defence.draws else _UNUSED
        return self.defence(inputs, random), inputs

    def backward(self, cache: Array, gradient: Array) -> Array:
        """As the defence declares it."""
        return self.defence.backward(cache, gradient)

    @property
    def parts_at(self) -> float | None:
        """As the defence tells it."""
        return self.defence.parts_at

    @property
    def weights(self) -> Weights:
        """None."""
        return {}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Defended(Network):
    """A network behind input transforms, the first of which is given the image.

    It goes by the name and card of ``bare``, the network alone. Made by ``defended``.
    """

    bare: Network
    defences: tuple[Defence, ...]

    @property
    def title(self) -> str:
        """What people call the network, and what it stands behind."""
        return f"{self.bare.title} behind {' and '.join(one.title for one in self.defences)}"


def defended(network: Network, defences: Sequence[Defence]) -> Network:
    """The network behind these defences instead of those that it has; bare where there are none."""
    bare = bare_of(network)
    if not defences:
        return bare
    return Defended(
        name=bare.name,
        layers=(*map(Transform, defences), *bare.layers),
        output=bare.output,
        card=bare.card,
        stored_name=bare.stored_name,
        bare=bare,
        defences=tuple(defences),
    )


def bare_of(network: Network) -> Network:
    """The network alone."""
    return network.bare if isinstance(network, Defended) else network


def as_asked(network: Network, *, aware: bool) -> Network:
    """What an attacker asks: all of it, or the network alone if not aware of what it is behind."""
    return network if aware else bare_of(network)


def defences_of(network: Network) -> tuple[Defence, ...]:
    """What the network stands behind."""
    return network.defences if isinstance(network, Defended) else ()
