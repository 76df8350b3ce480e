"""The report's attack: gradient descent on the input, with a look-alike term as a penalty."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.alike import drawn_alike
from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.closest.lowrank.descent import Descent
from advgui.core.attacks.objective import Cheapest, Closest, Objective
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.attacks.shared_parameters import step_count
from advgui.core.attacks.steps import Block, Step
from advgui.core.images import LABELS, Array, to_floats
from advgui.core.language import tr
from advgui.core.nn.losses import squared_error_slope, squared_error_value
from advgui.core.parameters import parameter

# With η λ > 2 each step overshoots further; beyond such a pixel nothing will come of it.
OVERSHOOTS: Final = 2.0
DIVERGED: Final = 1e4
# A hundred steps of rate 1, the report's attack, that would not move a pixel by half of one
# of 255 levels: nothing of such a gradient ever becomes visible in an image.
VANISHING: Final = 0.5 / 255.0 / 100.0


@dataclass(frozen=True, slots=True)
class Penalty(EvasionAttack):
    """Minimise 1/2 |y_goal - y(x)|^2 + lambda |x - x_ref|^2 by gradient descent on x.

    x <- x - eta (J^T (y - y_goal) + lambda (x - x_ref)): the code that the report published
    descends half of the look-alike term's gradient, 2 lambda (x - x_ref); ``descend`` chooses
    between the two. The cost that chooses the best step is the stated one in both. (Equation
    8 of the report's appendix has old and new swapped.) Faithful, that is unconstrained:
    pixels leave [0, 1], and what fooled the network as real numbers mostly does not as a
    valid image. On a softmax network, y are its sigmoid activations.
    """

    name: ClassVar[str] = "penalty"
    former_names: ClassVar[tuple[str, ...]] = ("report",)
    title: ClassVar[str] = tr("The report's (penalty)")
    summary: ClassVar[str] = tr(
        "Gradient descent on the squared error, with a look-alike term; pixels may leave [0, 1]."
    )
    source: ClassVar[str] = tr(
        "The report, equations 1 to 8: it states 1/2 |y_goal - y|^2 + λ |x - x_ref|^2, "
        "and its code descends λ (x - x_ref), half of the last term's gradient"
    )
    forms: ClassVar[tuple[Form, ...]] = ("targeted",)
    confident: ClassVar[bool] = False
    begins_elsewhere: ClassVar[bool] = True

    steps: int = step_count(100)
    likeness: float = parameter(
        0.05,
        "λ",
        tr("Weight of the look-alike term: how strongly the image is held to the drawing."),
        minimum=0.0,
        maximum=1.0,
    )
    rate: float = parameter(
        1.0,
        "η",
        tr("How far each step goes along the gradient."),
        minimum=0.01,
        maximum=10.0,
        scale="log",
    )
    start: str = parameter(
        "noise",
        tr("Start from"),
        tr("Noise, N(.5, .3) for each pixel, or the drawing itself."),
        choices=("noise", "drawing"),
    )
    look_alike: bool = parameter(
        True,
        tr("Look-alike term"),
        tr(
            "With it the image shall resemble the drawing (the report's targeted form); "
            "without it any image will do (its non-targeted form)."
        ),
    )
    descend: str = parameter(
        "published",
        tr("Descend"),
        tr(
            "Published: λ (x - x_ref) of the look-alike term, as the report's code has it, "
            "which is half of its gradient. Stated: 2 λ (x - x_ref), the gradient of the cost "
            "that it states."
        ),
        choices=("published", "stated"),
    )
    faithful: bool = parameter(
        True,
        tr("Keep the cheapest step"),
        tr(
            "Keep the step of the lowest cost, as the report does; else the closest step "
            "whose 8-bit image fools the network, which is found far more often."
        ),
    )

    def total(self) -> int:
        """All its steps, unless it leaves the numbers that there are."""
        return self.steps

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Gradient descent; each step is the batch of real numbers, not clipped."""
        reference = to_floats(problem.originals)
        start: Array = reference
        if problem.starts is not None:
            start = to_floats(problem.starts)
        elif self.start == "noise":
            start = drawn_alike(reference, partial(_noise, random))
        pull = self.rate * self._weight * (2 if self.descend == "stated" else 1)
        slope = squared_error_slope(problem.goals)
        descent = Descent(reference, start, self.rate, pull, slope)
        for step in islice(descent.steps(oracle), self.steps + 1):
            yield step
            if pull > OVERSHOOTS and not np.abs(step.images).max() < DIVERGED:
                return

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """That of 1/2 |y_goal - y|^2 alone; the look-alike term leads to no goal."""
        return oracle.gradient(images, squared_error_slope(problem.goals))[1]

    @property
    def least(self) -> float:
        """A gradient that vanishes."""
        return VANISHING

    def objective(self, problem: Problem) -> Objective:
        """The lowest cost, as the report has it, or the closest step that fools."""
        if not self.faithful:
            return Closest(problem, self.norm)
        return Cheapest(partial(self._cost, problem))

    def _cost(self, problem: Problem, block: Block) -> Array:
        """1/2 |y_goal - y|^2 + λ |x - x_ref|^2 of every step, (k, n)."""
        goals = np.tile(problem.goals, len(block.logits))
        distances = block.squares
        misfits = squared_error_value(block.logits.reshape(-1, LABELS), goals)
        return misfits.reshape(distances.shape) + np.float32(self._weight) * distances

    @property
    def _weight(self) -> float:
        return self.likeness if self.look_alike else 0.0


def _noise(random: np.random.Generator, images: Array) -> Array:
    return random.normal(0.5, 0.3, images.shape).astype(np.float32)
