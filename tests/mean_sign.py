"""An attack that learns once, in a few lines, and digits for it to learn from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks import Budget, Problem
from advgui.core.attacks.fitted import Artefact, FittedAttack
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.datasets.readers import Digits
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Array, Labels, to_floats
from advgui.core.nn.losses import squared_error_slope
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class MeanSign(FittedAttack):
    """Signs of the mean gradient of all images: three steps of a universal perturbation."""

    name: ClassVar[str] = "mean-sign"
    title: ClassVar[str] = "Mean sign"
    summary: ClassVar[str] = "One perturbation for all."
    source: ClassVar[str] = "a test"
    norm: ClassVar[Norm] = "linf"

    size: float = parameter(0.2, "Size", "How much every pixel may change.")

    def total(self) -> int:
        return 3

    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        return {"change": (28, 28)}

    def learn(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Mapping[str, Array]]:
        images, change = to_floats(problem.originals), np.zeros((28, 28), np.float32)
        yield {"change": change}
        sign = -1 if problem.form == "targeted" else 1
        for _ in range(self.total()):
            worn = (images + change).clip(0, 1)
            _, gradients = oracle.gradient(worn, squared_error_slope(problem.goals))
            change += np.float32(sign * self.size / 3) * np.sign(gradients.mean(axis=0))
            yield {"change": change}

    def apply(self, artefact: Artefact, images: Array, goals: Labels | None) -> Array:
        return images + artefact.arrays["change"]

    def limit(self) -> Budget:
        return Budget("linf", self.size)


@dataclass(frozen=True, slots=True)
class Stamp(FittedAttack):
    """Learns nothing: a bright row, which depends on the goal that is said as it is worn."""

    name: ClassVar[str] = "stamp"
    title: ClassVar[str] = "Stamp"
    summary: ClassVar[str] = "A bright row for each goal."
    source: ClassVar[str] = "a test"
    goal_when_worn: ClassVar[bool] = True

    def total(self) -> int:
        return 1

    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        return {"row": (28,)}

    def learn(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Mapping[str, Array]]:
        for _ in range(2):
            yield {"row": random.random(28, np.float32)}

    def apply(self, artefact: Artefact, images: Array, goals: Labels | None) -> Array:
        assert goals is not None
        made = images.copy()
        made[np.arange(len(goals)), goals] = artefact.arrays["row"]
        return made


def gallery() -> Digits:
    """The thirty drawn digits, of which six are held out."""
    digits = read_gallery()
    images = np.stack([render(digit.strokes) for digit in digits])
    return Digits(images, np.array([digit.label for digit in digits], np.int64))
