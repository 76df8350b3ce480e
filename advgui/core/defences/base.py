"""What every defence shares: an input transform in front of a network, and its gradient."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.parameters import Value, settings_of


@dataclass(frozen=True, slots=True)
class Defence(ABC):
    """An input transform with its parameters. A subclass writes what it makes of images.

    One that ``draws`` no random numbers may say so: to make a generator takes longer than to
    threshold an image.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    source: ClassVar[str]
    draws: ClassVar[bool] = True

    @abstractmethod
    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """What the network is shown instead of images (n, 28, 28) in [0, 1]; the same shape."""

    def backward(self, images: Array, gradient: Array) -> Array:
        """The gradient at the images, from one at what was made of them; both (n, 28, 28).

        Straight through, as if nothing had been changed, which an aware attacker does where
        there is no better way (Athalye et al. 2018, arXiv:1802.00420).
        """
        return gradient

    @property
    def parts_at(self) -> float | None:
        """The threshold, where all it lets through is whether a pixel is above; else None."""
        return None

    def applied(self, images: Bytes, random: np.random.Generator) -> Bytes:
        """The same of valid images, as valid images."""
        return quantise(self(to_floats(images), random))

    def as_dict(self) -> dict[str, Any]:
        """Its name and its parameters as plain values, for JSON."""
        return {"name": self.name, "parameters": self.settings}

    @property
    def settings(self) -> dict[str, Value]:
        """The parameters by name."""
        return settings_of(self)
