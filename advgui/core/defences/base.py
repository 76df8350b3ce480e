"""What every defence shares: an input transform in front of a network, and its gradient."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np

from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.language import tr
from advgui.core.nn.layers.operators import Operator
from advgui.core.parameters import Value, parameter, settings_of

#: Draws that a network may be averaged over, each of which takes as long as an image.
MOST_DRAWS: Final = 64
_LARGEST_SEED: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Defence(ABC):
    """An input transform with its parameters. A subclass writes what it makes of images.

    ``differentiable`` says that ``backward`` is its true gradient, wherever there is one, and
    ``rising`` that no pixel of the result falls while one of the image rises.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    source: ClassVar[str]
    differentiable: ClassVar[bool] = False
    rising: ClassVar[bool] = False

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
    def draws(self) -> int:
        """Over how many of its draws the network's logits are averaged; 0 if it draws nothing."""
        return 1

    @property
    def seed(self) -> int:
        """What its draws are made from."""
        return 0

    def draw(self, random: np.random.Generator) -> "Defence":
        """One of its draws: a defence that does the same to an image whatever stands beside it."""
        return _Repeated(self, int(random.integers(_LARGEST_SEED)))

    @property
    def parts_at(self) -> float | None:
        """The threshold, where all it lets through is whether a pixel is above; else None."""
        return None

    @property
    def cuts(self) -> tuple[float, ...]:
        """The thresholds, where all it lets through is which of a few a pixel is above."""
        return () if self.parts_at is None else (self.parts_at,)

    def operators(self) -> Sequence[Operator]:
        """What it is in ONNX, of images (n, 28, 28).

        Raises ValueError where it has no form in ONNX.
        """
        sentence = (
            tr("the defence “{title}” is drawn at random and has no form in ONNX")
            if self.draws
            else tr("the defence “{title}” has no form in ONNX")
        )
        raise ValueError(sentence.format(title=self.title))

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


@dataclass(frozen=True, slots=True)
class RandomDefence(Defence):
    """One that is drawn: each of its ``draws`` is a defence that changes all images alike.

    So an image is read the same alone and in any batch, and an attacker who averages over the
    draws averages over those of the network (expectation over transformation, Athalye et al.
    2018, arXiv:1707.07397): to know them is the most that one can know of such a defence.
    """

    @abstractmethod
    def draw(self, random: np.random.Generator) -> Defence:
        """One of its draws."""

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """All images changed by one draw."""
        return self.draw(random)(images, random)


@dataclass(frozen=True, slots=True)
class _Repeated(Defence):
    """A defence that is given the same random numbers for every image."""

    defence: Defence
    numbers: int

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        made = [
            self.defence(images[[row]], np.random.default_rng(self.numbers))
            for row in range(len(images))
        ]
        return np.concatenate(made) if made else images

    def backward(self, images: Array, gradient: Array) -> Array:
        return self.defence.backward(images, gradient)


def draws_parameter(default: int = 16) -> int:
    """The row of a random defence's ``draws``."""
    words = tr("Of which the network's logits are the mean; in a chain the largest number counts.")
    return parameter(default, tr("Draws"), words, minimum=1, maximum=MOST_DRAWS)


def seed_parameter() -> int:
    """The row of a random defence's ``seed``."""
    return parameter(0, tr("Seed"), tr("Makes its draws repeatable."), maximum=_LARGEST_SEED)
