"""DeepFool: step by step to the nearest of the planes that the network's decision is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.closest.margins import shortfall_slope, shortfalls
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import softening
from advgui.core.attacks.steps import Step
from advgui.core.images import LABELS, Array, l2, one_hot, quantise, squares, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class DeepFool(EvasionAttack):
    """To the nearest plane at which a straight network would read another label, and again.

    Moosavi-Dezfooli et al. 2016, algorithm 2: away from a label, every other one k has a plane
    f_k + w_k · r = 0, with f_k and w_k the differences of the two logits and of their
    gradients; the step r = |f_l| w_l / |w_l|^2 goes to the nearest, l. Toward a goal there is
    one plane, that between the goal and its best rival. All steps are added up, as far as the
    box goes: what the sum had outside it, later steps would first have to take back. The sum times
    1 + ``overshoot`` is clipped and rounded, and an image that fools is left alone.
    """

    name: ClassVar[str] = "deepfool"
    title: ClassVar[str] = tr("Nearest plane (DeepFool)")
    summary: ClassVar[str] = tr("A fast estimate: a few straight steps to the nearest border.")
    source: ClassVar[str] = tr("Moosavi-Dezfooli et al. 2016, arXiv:1511.04599, algorithm 2")
    begins_elsewhere: ClassVar[bool] = True

    steps: int = parameter(
        50,
        tr("Steps"),
        tr("How many steps are made at most."),
        minimum=1,
        maximum=1000,
        scale="log",
        role="effort",
    )
    overshoot: float = parameter(
        0.02,
        tr("Overshoot"),
        tr("By which share the sum of the steps goes beyond the border."),
        minimum=0.0,
        maximum=1.0,
    )
    soften: float = softening(0.0)

    def total(self) -> int:
        """All its steps, unless every image fools the network sooner."""
        return self.steps

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 2 on all images that do not fool the network yet."""
        originals = to_floats(problem.originals)
        content, total = problem.originals, np.zeros_like(originals)
        if problem.starts is not None:
            content, total = problem.starts, to_floats(problem.starts) - originals
        for number in range(self.steps + 1):
            images = to_floats(content)
            logits, step = self._to_border(oracle, problem, images)
            yield Step(number, content, logits, known=squares(images - originals))
            going = problem.leads(logits) <= problem.wanted_lead
            if not going.any():
                return
            total = total + np.where(going[:, None, None], step, 0)
            total = np.clip(total, -originals, 1 - originals)
            content = quantise(originals + np.float32(1 + self.overshoot) * total)

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """That of the lead over the best rival."""
        slope = shortfall_slope(problem, np.ones(len(images)))
        return oracle.gradient(images, slope, self.soften)[1]

    def _to_border(self, oracle: Oracle, problem: Problem, images: Array) -> tuple[Array, Array]:
        """The logits, and the shortest step that reaches a border if the network is straight."""
        if problem.form == "untargeted":
            return self._to_nearest(oracle, problem, images)
        slope = shortfall_slope(problem, np.ones(len(images)))
        logits, gradient = oracle.gradient(images, slope, self.soften)
        return logits, _onto(shortfalls(problem, logits), -gradient)

    def _to_nearest(self, oracle: Oracle, problem: Problem, images: Array) -> tuple[Array, Array]:
        """Of the nine planes of every image, the step to the nearest."""
        rows = np.arange(len(images))
        away = np.eye(LABELS, dtype=np.float32)[:, None] - one_hot(problem.goals)
        logits, normals = oracle.jacobian(images, away, self.soften)
        gaps = problem.wanted_lead + logits[rows, problem.goals] - logits.T  # (10, n)
        sizes = l2(normals)
        distances = np.divide(np.abs(gaps), sizes, out=np.full_like(gaps, np.inf), where=sizes > 0)
        nearest = distances.argmin(axis=0)
        return logits, _onto(gaps[nearest, rows], normals[nearest, rows])


def _onto(gaps: Array, normals: Array) -> Array:
    """The shortest r (n, 28, 28) with normal · r = gap; none where there is no normal."""
    peaks = np.abs(normals).max(axis=(1, 2), keepdims=True)
    units = normals / np.where(peaks > 0, peaks, 1)  # whose squares float32 can hold
    sizes = np.where(peaks > 0, squares(units)[:, None, None] * peaks, 1)
    found: Array = (gaps[:, None, None] / sizes * units).astype(np.float32)
    return found
