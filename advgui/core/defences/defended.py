"""A network behind defences: asked, attacked and judged as any other network is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

import numpy as np

from advgui.core.defences.averaging import Mean, Repeated
from advgui.core.defences.base import Defence
from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.lists import all_of, in_a_row
from advgui.core.nn.layers import Layer, Weights
from advgui.core.nn.network import Network

# For those that draw nothing.
_UNUSED: Final = np.random.default_rng(0)


@dataclass(frozen=True, slots=True, eq=False)
class Transform(Layer):
    """A defence as a layer, which does the same to an image in whatever batch it stands.

    Backward goes what the defence says: what an aware attacker takes for its slope. Of
    one that is random there are ``draws``, of which each row of a batch is given its own, the
    first row the first.
    """

    kind: ClassVar[str] = "defence"
    defence: Defence
    draws: tuple[Defence, ...] = ()

    def forward(self, inputs: Array) -> tuple[Array, Array]:
        """What the defence makes of images (n, 28, 28); the cache are the images."""
        if not self.draws:
            return self.defence(inputs, _UNUSED), inputs
        made = [draw(rows, _UNUSED) for draw, rows in self._dealt(inputs)]
        return np.stack(made, axis=1).reshape(inputs.shape), inputs

    def backward(self, cache: Array, gradient: Array) -> Array:
        """As the defence declares it."""
        if not self.draws:
            return self.defence.backward(cache, gradient)
        pairs = zip(self._dealt(cache), self._dealt(gradient), strict=True)
        back = [draw.backward(rows, slopes) for (draw, rows), (_, slopes) in pairs]
        return np.stack(back, axis=1).reshape(cache.shape)

    def example(self, images: Array) -> Array:
        """What the defence makes of images (n, 28, 28), by the first of its draws."""
        return (self.draws or (self.defence,))[0](images, _UNUSED)

    def _dealt(self, rows: Array) -> Iterator[tuple[Defence, Array]]:
        """Each draw, and the rows that are its own."""
        times = len(self.draws)
        return ((draw, rows[at::times]) for at, draw in enumerate(self.draws))

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Those of a rising one; ValueError where nothing is known."""
        if not self.defence.rising:
            raise ValueError(
                tr("nothing is proven of the defence “{title}”").format(title=self.defence.title)
            )
        return self.forward(low)[0], self.forward(high)[0]

    @property
    def parts_at(self) -> float | None:
        """As the defence tells it."""
        return self.defence.parts_at

    @property
    def cuts(self) -> tuple[float, ...]:
        """As the defence tells them."""
        return self.defence.cuts

    @property
    def weights(self) -> Weights:
        """None."""
        return {}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Defended(Network):
    """A network behind input transforms, the first of which is given the image.

    Its logits are the mean over the draws of those that are random. It goes by the name and
    card of ``bare``, the network alone. Made by ``defended``.
    """

    bare: Network = field(repr=False)
    defences: tuple[Defence, ...]

    @property
    def title(self) -> str:
        """What people call the network, and what it stands behind."""
        return tr("{network} behind {defences}").format(
            network=self.bare.title, defences=all_of(in_a_row(one.title for one in self.defences))
        )


def defended(network: Network, defences: Sequence[Defence]) -> Network:
    """The network behind these defences instead of those that it has; bare where there are none."""
    bare = bare_of(network)
    if not defences:
        return bare
    return Defended(
        name=bare.name,
        layers=_layers(defences, bare),
        output=bare.output,
        card=bare.card,
        stored_name=bare.stored_name,
        bare=bare,
        defences=tuple(defences),
    )


def _layers(defences: Sequence[Defence], bare: Network) -> tuple[Layer, ...]:
    """Those of the network, averaged over draws from the first defence on that is random."""
    times = max(defence.draws for defence in defences)
    layers = [_transform(defence, place, times) for place, defence in enumerate(defences)]
    if not times:
        return (*layers, *bare.layers)
    first = next(place for place, defence in enumerate(defences) if defence.draws)
    behind = (*layers[first:], *bare.layers)
    return (*layers[:first], Repeated(times), *behind, Mean(times))


def _transform(defence: Defence, place: int, times: int) -> Transform:
    """The layer; where two of a chain have the same seed, they draw other numbers."""
    if not defence.draws:
        return Transform(defence)
    random = np.random.default_rng((defence.seed, place))
    return Transform(defence, tuple(defence.draw(random) for _ in range(times)))


def bare_of(network: Network) -> Network:
    """The network alone."""
    return network.bare if isinstance(network, Defended) else network


def alone_changed(network: Network, change: Callable[[Network], Network]) -> Network:
    """Another network behind the same defences."""
    return defended(change(bare_of(network)), defences_of(network))


def as_asked(network: Network, *, aware: bool) -> Network:
    """What an attacker asks: all of it, or the network alone if not aware of what it is behind."""
    return network if aware else bare_of(network)


def defences_of(network: Network) -> tuple[Defence, ...]:
    """What the network stands behind."""
    return network.defences if isinstance(network, Defended) else ()


def after_each(network: Network, images: Array) -> Iterator[tuple[Network, Array]]:
    """The network behind its first defence, its first two, and so on up to all of them.

    With it goes what these make of images (n, 28, 28), by the first draw of those that are random.
    """
    defences = defences_of(network)
    for place, layer in enumerate(one for one in network.layers if isinstance(one, Transform)):
        images = layer.example(images)
        last = place + 1 == len(defences)
        yield network if last else defended(network, defences[: place + 1]), images
