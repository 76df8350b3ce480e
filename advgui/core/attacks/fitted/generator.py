"""A small network that makes adversarial images: trained once, it needs no gradient any more."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.budget.ball import LinfBall
from advgui.core.attacks.budget.gains import log_odds
from advgui.core.attacks.fitted.artefact import Artefact
from advgui.core.attacks.fitted.base import FittedAttack
from advgui.core.attacks.fitted.learning import Learning
from advgui.core.attacks.fitted.trial import other_labels
from advgui.core.attacks.objective import Budget, Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.attacks.shared_parameters import linf_budget
from advgui.core.images import LABELS, PIXELS, Array, Labels, one_hot, to_floats
from advgui.core.language import tr
from advgui.core.nn.layers import Dense, Tanh, sigmoid
from advgui.core.nn.losses import Slope
from advgui.core.nn.optimisers import Adam
from advgui.core.nn.sequential import Sequential
from advgui.core.parameters import parameter
from advgui.core.resuming.checkpoints import Remembered, Updates

#: Images that a step looks at, each with a goal of its own.
BATCH: Final = 64
#: The learning rate of the first step; it falls to 0 by the last.
RATE: Final = 6e-3
#: Numbers of an image that are not 0, about, by which first weights are scaled.
INKED: Final = 150


@dataclass(frozen=True, slots=True)
class Generator(FittedAttack):
    """x + eps tanh(G(x, goal)), clipped, where G has one hidden layer of tanh units.

    The generator of AdvGAN (Xiao et al. 2018) without its discriminator, as eps bounds the
    change already, and with the goal as ten more inputs, where Poursaeed et al. 2018 train one
    network for each goal. G is trained by Adam on the cross-entropy -log p of the victim's logits
    to a goal drawn for each image; the gradient of G's weights goes through the victim. Once it
    is trained, an image takes one forward pass through G, and the victim is not asked for
    anything: a gray box. It is weaker than an attack that follows the gradient at each image;
    what it is for is speed, and an attacker who had the network once and has it no more.

    G never sees how an image is labelled: only what the victim reads in it, and that only so
    that no image is given the goal that it has.
    """

    name: ClassVar[str] = "generator"
    title: ClassVar[str] = tr("Generator (gray box)")
    summary: ClassVar[str] = tr(
        "A small network that was trained to fool, in one pass, for any goal."
    )
    source: ClassVar[str] = (
        "Xiao et al. 2018, “AdvGAN”, arXiv:1801.02610, without a discriminator; Poursaeed et al. "
        "2018, arXiv:1712.02328"
    )
    norm: ClassVar[Norm] = "linf"
    forms: ClassVar[tuple[Form, ...]] = ("targeted",)
    goal_when_worn: ClassVar[bool] = True

    steps: int = parameter(
        3000,
        tr("Steps"),
        tr("How many batches of images it is trained on."),
        minimum=20,
        maximum=50000,
        scale="log",
        role="effort",
    )
    budget: float = linf_budget(0.2)
    hidden: int = parameter(
        64,
        tr("Hidden units"),
        tr("How large the network is that makes the images."),
        minimum=4,
        maximum=512,
        scale="log",
    )

    def total(self) -> int:
        """The batches."""
        return self.steps

    def limit(self) -> Budget:
        """As it was set."""
        return Budget(self.norm, self.budget)

    @property
    def size(self) -> np.float32:
        """The budget in whole levels, as the nearest level to what it allows is in it then."""
        return np.float32(LinfBall(self.budget).size)

    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """Those of its weights."""
        return {
            "hidden": (PIXELS + LABELS, self.hidden),
            "hidden_bias": (self.hidden,),
            "output": (self.hidden, PIXELS),
            "output_bias": (PIXELS,),
        }

    def learn(self, oracle: Oracle, problem: Problem, random: np.random.Generator) -> Learning:
        """The weights of G."""
        return _Training(self, oracle, problem, random)

    def apply(self, artefact: Artefact, images: Array, goals: Labels | None) -> Array:
        """One forward pass."""
        if goals is None:
            raise ValueError("The generator is told a goal for each image.")
        changes = _layers(artefact.arrays).logits(_inputs(images, goals))
        changes *= self.size
        return images + changes.reshape(images.shape)

    def first_weights(self, random: np.random.Generator) -> dict[str, Array]:
        """Small enough that no unit saturates."""
        return {
            "hidden": _normal(random, (PIXELS + LABELS, self.hidden), 1 / sqrt(INKED)),
            "hidden_bias": np.zeros(self.hidden, np.float32),
            "output": _normal(random, (self.hidden, PIXELS), 1 / sqrt(self.hidden)),
            "output_bias": np.zeros(PIXELS, np.float32),
        }

    def gradients(
        self,
        weights: Mapping[str, Array],
        oracle: Oracle,
        images: Array,
        goals: Labels,
        of: Labels,
    ) -> list[Array]:
        """Of the mean cross-entropy, with respect to each of the weights."""
        layers = _layers(weights)
        changes, caches = layers.forward(_inputs(images, goals))
        made = images + self.size * changes.reshape(images.shape)
        slope = Slope(_cross_entropy_slope, (goals,))
        _, gradient = oracle.gradient(np.clip(made, 0, 1), slope, of=of)
        gradient *= (made >= 0) & (made <= 1)
        gradient *= self.size / len(images)
        return layers.weight_gradients(caches, gradient.reshape(len(images), PIXELS))


class _Training(Learning):
    """G in training: a batch a step, at a rate that falls to 0."""

    def __init__(
        self,
        attack: Generator,
        oracle: Oracle,
        problem: Problem,
        random: np.random.Generator,
    ) -> None:
        super().__init__(attack.total())
        self._attack, self._oracle, self._random = attack, oracle, random
        self._goals, self._images = problem.goals, to_floats(problem.originals)
        self._weights = attack.first_weights(random)
        self._optimiser = Adam(list(self._weights.values()))

    @property
    def arrays(self) -> Mapping[str, Array]:
        """The weights, which change in place."""
        return self._weights

    def step(self, number: int) -> None:
        """A batch, with a goal for each of its images."""
        attack, random, images = self._attack, self._random, self._images
        batch = random.integers(0, len(images), BATCH)
        goals = other_labels(self._goals[batch], random)
        gradients = attack.gradients(self._weights, self._oracle, images[batch], goals, batch)
        self._optimiser.update(gradients, RATE * (1 - (number - 1) / attack.steps))

    def known(self) -> Remembered:
        """Weights and moments."""
        moments = Updates(self._optimiser).remembered()
        return Remembered(moments.values, {**moments.arrays, **self._weights})

    def know(self, known: Remembered) -> None:
        """In the places that they have."""
        Updates(self._optimiser).resume(known)
        for name, array in self._weights.items():
            array[...] = known.arrays[name].reshape(array.shape)


def _layers(weights: Mapping[str, Array]) -> Sequential:
    """G and its last tanh, from images and goals (n, 794) to changes (n, 784) in budgets."""
    hidden = Dense(weights["hidden"], weights["hidden_bias"])
    return Sequential((hidden, Tanh(), Dense(weights["output"], weights["output_bias"]), Tanh()))


def _inputs(images: Array, goals: Labels) -> Array:
    flat = images.reshape(len(images), PIXELS)
    return np.concatenate([flat, one_hot(goals)], axis=1, dtype=np.float32)


def _cross_entropy_slope(logits: Array, goals: Labels) -> Array:
    """Of -log p = log(1 + e^m), where m are the log-odds against the goal."""
    against, gradient = log_odds(logits, goals)
    gradient *= sigmoid(against)[:, None]
    return gradient


def _normal(random: np.random.Generator, shape: tuple[int, int], scale: float) -> Array:
    return random.normal(0, scale, shape).astype(np.float32)
