"""What an attack may ask: a network that counts, and refuses what the attack must not see."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import AccessError
from advgui.core.images import Array, Bytes, Labels
from advgui.core.language import tr
from advgui.core.nn.losses import Slope
from advgui.core.nn.network import Network, Reading
from advgui.core.nn.sequential import Sequential

Access = Literal["gradients", "scores", "labels", "substitute"]
"""What an attack may see: the whole network, its logits, the labels that it reads, or nothing
of it at all, so that it has to be made on a substitute."""

#: The same in plain words, from the most to the least: who sees more may do what needs less.
SEES: Final[Mapping[Access, str]] = {
    "gradients": tr("everything"),
    "scores": tr("scores"),
    "labels": tr("the label alone"),
    "substitute": tr("nothing but a substitute"),
}

Counts = NDArray[np.int64]
Of = NDArray[np.integer[Any]] | Sequence[int]

_SCORES: Final[Access] = "scores"
_LABELS: Final[Access] = "labels"
_GRADIENTS: Final[Access] = "gradients"


def covers(allowed: Access, asked: Access) -> bool:
    """Whether an attacker who may see this can do what needs that."""
    order = list(SEES)
    return order.index(allowed) <= order.index(asked)


class Oracle:
    """A network as an attack on ``count`` images is given it.

    ``queries`` and ``gradients`` (n,) count how often each of the images, or what was made of
    it, went forward and back. Whoever asks about something else than the batch, as it is or
    several times over, says with ``of`` which image each row was made of.

    Whatever ``access`` does not cover raises AccessError.
    """

    __slots__ = ("_access", "_back", "_count", "_forth", "_layers", "_name", "_network", "_some")

    def __init__(
        self, network: Network, count: int, access: Access = "gradients", name: str = ""
    ) -> None:
        self._network = network
        self._layers = Sequential(network.for_one_image().layers)
        self._count = count
        self._access = access
        self._name = name
        # How often each image went forward and back with all the others, which is the rule;
        # and how often else, where that has happened.
        self._forth = self._back = 0
        self._some: list[Counts] = []

    @property
    def queries(self) -> Counts:
        """How often each image went forward, (n,)."""
        return self._counted(self._forth, 0)

    @property
    def gradients(self) -> Counts:
        """How often each image went back, (n,)."""
        return self._counted(self._back, 1)

    def logits(self, images: Array, of: Of | None = None) -> Array:
        """The logits (m, 10) of m images (m, 28, 28): a query for each."""
        if not covers(self._access, _SCORES):
            raise self._refusal("logits")
        self.count(len(images), of)
        return logits_in_pieces(self._network, images)

    def labels(self, images: Array, of: Of | None = None) -> Labels:
        """The labels (m,) that are read in m images (m, 28, 28): a query for each."""
        if not covers(self._access, _LABELS):
            raise self._refusal("labels")
        self.count(len(images), of)
        labels: Labels = logits_in_pieces(self._network, images).argmax(axis=-1)
        return labels

    def gradient(
        self, images: Array, slope: Slope, soften: float = 0.0, *, of: Of | None = None
    ) -> tuple[Array, Array]:
        """The logits (m, 10) of images (m, 28, 28) and a loss's gradient at them (m, 28, 28).

        A query and a gradient for each. ``soften`` is added to the slope of units that saturate.
        """
        if self._access != _GRADIENTS:
            raise self._refusal("gradients")
        if of is None and len(images) == self._count:  # what a step does is done without a call
            self._forth += 1
            self._back += 1
        else:
            self._count_some(len(images), of, back=True)
        return self._layers.gradient(images, slope, soften)

    def jacobian(self, images: Array, rows: Array, soften: float = 0.0) -> tuple[Array, Array]:
        """The batch's logits (n, 10) and k products with their Jacobian (k, n, 28, 28).

        ``rows`` (k, n, 10) weigh the logits. A query and k gradients for each image.
        """
        if self._access != _GRADIENTS:
            raise self._refusal("gradients")
        self.count(len(images))
        self._back += len(rows)
        return self._layers.jacobian(images, rows, soften)

    @property
    def network(self) -> Network:
        """All of it, for those that may see it; what they ask it themselves they ``count``."""
        if self._access != _GRADIENTS:
            raise self._refusal("the network itself")
        return self._network

    def count(self, images: int, of: Of | None = None, *, back: bool = False) -> None:
        """Count what goes forward, and also back, as so many images."""
        if of is None and images == self._count:
            self._forth += 1
            self._back += back
        else:
            self._count_some(images, of, back=back)

    def _count_some(self, images: int, of: Of | None, *, back: bool) -> None:
        if of is None and images % self._count:
            raise ValueError(f"{images} images: say of which of the {self._count} each was made.")
        if of is None:
            often = np.full(self._count, images // self._count, np.int64)
        else:
            often = np.bincount(np.asarray(of), minlength=self._count)
        if not self._some:
            self._some = [np.zeros(self._count, np.int64) for _ in range(2)]
        self._some[0] += often
        if back:
            self._some[1] += often

    def _counted(self, often: int, way: int) -> Counts:
        every = np.full(self._count, often, np.int64)
        return every + self._some[way] if self._some else every

    def _refusal(self, what: str) -> AccessError:
        seen = tr("a substitute") if self._access == "substitute" else self._access
        return AccessError(
            tr("The attack {name} may only see {seen}, and asks for {what}.").format(
                name=self._name, seen=seen, what=what
            )
        )


class Judge:
    """Reads images for the verdict, whatever the attack may see; the oracle counts that too."""

    def __init__(self, network: Network, oracle: Oracle) -> None:
        self.network = network
        self._oracle = oracle

    def logits(self, images: Array, of: Of | None = None) -> Array:
        """Logits (m, 10) of the batch (m, 28, 28), or of several of it one behind the other."""
        self._oracle.count(len(images), of)
        return logits_in_pieces(self.network, images)

    def readings(self, images: Bytes) -> tuple[Reading, ...]:
        """Each valid image read alone, exactly as the window and the commands read it."""
        self._oracle.count(len(images))
        return tuple(self.network.read(image) for image in images)


def logits_in_pieces(network: Network, images: Array) -> Array:
    """Logits (m, 10) of any number of images."""
    return np.concatenate([network.logits(images[part]) for part in network.pieces(images)])
