"""What every transform of the world can do: draws of it on images, and the gradient back."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Self

from advgui.core.images import Array

Cache = Any


@dataclass(frozen=True, slots=True, eq=False)
class Transform(ABC):
    """k draws of one thing that happens to an image on its way to the network.

    Images are (j, n, 28, 28), n of them as each of j draws has made them so far; j is k, or 1
    where all draws see the same. Everything computes in the precision that it is given.
    """

    @abstractmethod
    def forward(self, images: Array) -> tuple[Array, Cache]:
        """The images (k, n, 28, 28) as each draw makes them, and what ``backward`` needs."""

    @abstractmethod
    def backward(self, cache: Cache, gradient: Array) -> Array:
        """The gradient (k, n, 28, 28) with respect to what each draw was given."""

    @abstractmethod
    def of(self, part: slice) -> Self:
        """Some of the draws."""
