"""What another way of training is that shall defend, and what is watched while it goes."""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.budget.gains import log_odds
from advgui.core.attacks.objective import NORMS, Norm
from advgui.core.datasets.readers import Digits
from advgui.core.images import LABELS, PIXELS, Array, Labels, l2, to_floats, unit
from advgui.core.language import numeral, tr
from advgui.core.nn.layers import Layer
from advgui.core.nn.network import Network
from advgui.core.nn.recipe import Recipe
from advgui.core.parameters import parameter
from advgui.core.resuming.checkpoints import Remembered

#: How far all steps go together, in budgets; a single one goes 1.25 (Wong et al. 2020, section 4).
REACH: Final = 2.5
SINGLE_REACH: Final = 1.25
#: The held-out digits are looked at with every fifth report: a fiftieth of the time.
REPORTS_PER_LOOK: Final = 5
#: So many held-out digits are looked at at once, some hundredths of a second.
CHECKED_AT_ONCE: Final = 100
CHECK_STEPS: Final = 10
#: Of so many looks the means are told.
LOOKS_KEPT: Final = 5
#: A network has collapsed that reads so many of all digits as one label, once it has begun.
COLLAPSED: Final = 0.9
BEGUN: Final = 0.1

Learned = tuple[Array, Array, list[Array]]
"""Logits (n, 10), losses (n,) and the mean loss's gradient for every weight array."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDefence(ABC):
    """Another way of training, which shall defend. The batches come in the same order.

    A frozen dataclass in a module of this package, and it is a choice in the window, an option
    of ``advgui train`` and a name in Python. Its fields by ``parameter(...)`` are what can be
    set; ``budget`` in ``norm`` is what the trained network is measured within.
    """

    #: By which it is chosen: the option ``--adversarial``, and ``defence="adversarial"``.
    name: ClassVar[str]
    #: How a network is trained so, behind "Train it".
    way: ClassVar[str]
    #: What a network is that was trained so, as its card says it.
    title: ClassVar[str]
    summary: ClassVar[str]
    source: ClassVar[str]
    #: The parameter that the command's option carries, as in ``--noise SIGMA``.
    carried: ClassVar[str] = ""
    #: Whether it learns from another network, its field ``teacher``.
    taught: ClassVar[bool] = False
    #: What digits that are kept back have gone through where they count as robust.
    looked_at: ClassVar[str] = tr("attacked")
    #: How a network is trained so, where not as its architecture says.
    recipe: ClassVar[Recipe | None] = None
    budget: float
    norm: str

    @property
    def measured_norm(self) -> Norm:
        """The norm as attacks call it."""
        return "l2" if self.norm == "l2" else "linf"

    @property
    def budget_words(self) -> str:
        """The budget and its norm, as a card tells them."""
        return f"{NORMS[self.measured_norm]} {numeral(self.budget, 'g')}"

    @property
    def trainings(self) -> int:
        """How often a network is trained, one after the other."""
        return 1

    @property
    def passes(self) -> float:
        """How long a batch takes, in times that a plain training needs for it, about."""
        return 1.0

    @abstractmethod
    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        """What a batch (n, 28, 28) teaches when that share of the training, in [0, 1], is done."""

    def begun(self, layers: tuple[Layer, ...], random: np.random.Generator) -> tuple[Layer, ...]:
        """The untrained layers that it begins with, whose arrays will be changed in place."""
        return layers

    def withstood(
        self, network: Network, images: Array, labels: Labels, random: np.random.Generator
    ) -> NDArray[np.bool_]:
        """Which images (n, 28, 28) are read correctly whatever is tried within the budget, (n,).

        Rounding to bytes is left to the card's figure: here it is a level of 255 at most.
        """
        norm, budget = self.measured_norm, self.budget
        worst = adversarial(network, images, labels, norm, budget, CHECK_STEPS, random)
        held: NDArray[np.bool_] = network.logits(worst).argmax(axis=-1) == labels
        return held

    def finished(self, network: Network) -> Network:
        """The network as it is used once it is trained."""
        return network

    @abstractmethod
    def described(self) -> str:
        """How it was trained, for its card."""


def budget_parameter(help_text: str) -> float:
    """The row of the size of the changes that a training defends against."""
    return parameter(
        0.1, tr("Budget"), help_text, minimum=0.004, maximum=28.0, scale="log", role="budget"
    )


def norm_parameter() -> str:
    """The row of the norm that such a budget is in."""
    return parameter(
        "linf",
        tr("Norm"),
        tr("What the budget limits: every pixel (linf), or the Euclidean norm (l2)."),
        choices=("linf", "l2"),
    )


def steps_parameter(default: int, help_text: str) -> int:
    """The row of how many steps an attack makes that is trained against."""
    return parameter(
        default, tr("Steps"), help_text, minimum=1, maximum=100, scale="log", role="effort"
    )


class Looks(NamedTuple):
    """Shares of held-out digits that are read correctly: as they are, and attacked.

    None before the first look.
    ``warning`` is a sentence where the network has collapsed, else empty.
    """

    clean: float | None = None
    robust: float | None = None
    warning: str = ""


class HeldOut:
    """Digits that are not trained on, looked at while a network is trained.

    Every look is at some others of them, so that none takes long.
    """

    def __init__(self, digits: Digits, defence: TrainingDefence, seed: int) -> None:
        """``digits`` are at least one."""
        self._digits = digits
        self._defence = defence
        self._random = np.random.default_rng((seed, 2))
        self._start = 0
        self._last: deque[tuple[float, float]] = deque(maxlen=LOOKS_KEPT)
        self._reports = 0
        self._looks = Looks()

    def looks(self, network: Network, done: float) -> Looks:
        """What was seen last; now, at every so many reports and at the last."""
        if self._reports % REPORTS_PER_LOOK == 0 or done >= 1:
            self._looks = self.look(network, done)
        self._reports += 1
        return self._looks

    def remembered(self) -> Remembered:
        """What it has seen, and where it looks next."""
        return Remembered(
            {
                "random": self._random.bit_generator.state,
                "start": self._start,
                "last": list(self._last),
                "reports": self._reports,
                "looks": list(self._looks),
            }
        )

    def resume(self, known: Remembered) -> None:
        """It goes on looking from there."""
        values = known.values
        self._random.bit_generator.state = values["random"]
        self._start, self._reports = int(values["start"]), int(values["reports"])
        self._last.extend((float(clean), float(robust)) for clean, robust in values["last"])
        self._looks = Looks(*values["looks"])

    def look(self, network: Network, done: float) -> Looks:
        """Attack the next ones within the whole budget, as the network is now."""
        part = slice(self._start, self._start + CHECKED_AT_ONCE)
        self._start = part.stop if part.stop < len(self._digits.labels) else 0
        images, labels = to_floats(self._digits.images[part]), self._digits.labels[part]
        read = network.logits(images).argmax(axis=-1)
        withstood = self._defence.withstood(network, images, labels, self._random)
        held = (read == labels) & withstood
        self._last.append((float((read == labels).mean()), float(held.mean())))
        clean, robust = np.mean(self._last, axis=0)
        return Looks(float(clean), float(robust), collapse(read, labels) if done > BEGUN else "")


def collapse(read: Labels, labels: Labels) -> str:
    """A sentence where nearly all digits are read as one label, which few of them have."""
    counts = np.bincount(read, minlength=LABELS)
    most = int(counts.argmax())
    if counts[most] < COLLAPSED * len(read) or (labels == most).mean() > COLLAPSED / 2:
        return ""
    return tr(
        "It has collapsed: it reads {read} of {digits} digits as {label}. A smaller budget, one "
        "that rises more slowly, or a larger network may help."
    ).format(read=counts[most], digits=len(read), label=most)


def adversarial(
    network: Network,
    images: Array,
    labels: Labels,
    norm: Norm,
    budget: float,
    steps: int,
    random: np.random.Generator,
) -> Array:
    """Images (n, 28, 28) within the budget, L-inf or L2, that are read as badly as can be found.

    From a random start, by steps up the cross-entropy's slope (``log_odds``, which has the
    same direction and never underflows). Floats, not bytes: nothing is shown or saved of
    them, a budget that has only begun to rise is below one level of 255, and rounding would
    take away part of every step.
    """
    reach = np.float32(budget * (SINGLE_REACH if steps == 1 else REACH / steps))
    inside = _within_linf(images, budget) if norm == "linf" else _within_l2(images, budget)
    points: Array = inside(images + _start(norm, images.shape, budget, random))
    for _ in range(steps):
        _, slope = network.input_gradient(points, labels, log_odds)
        step = np.sign(slope) if norm == "linf" else unit(slope)
        step *= reach
        points += step
        points = inside(points)
    return points


def _start(norm: Norm, shape: tuple[int, ...], budget: float, random: np.random.Generator) -> Array:
    """Changes drawn evenly from the ball."""
    if norm == "linf":
        drawn: Array = random.random(shape, np.float32)
        drawn -= np.float32(0.5)
        drawn *= np.float32(2 * budget)
        return drawn
    lengths = budget * random.random(shape[0], np.float32) ** (1 / PIXELS)
    return unit(random.standard_normal(shape, np.float32)) * lengths[:, None, None]


def _within_linf(images: Array, budget: float) -> Callable[[Array], Array]:
    low = np.maximum(images - np.float32(budget), 0)
    high = np.minimum(images + np.float32(budget), 1)
    return lambda points: np.clip(points, low, high, out=points)


def _within_l2(images: Array, budget: float) -> Callable[[Array], Array]:
    """Shrunk to the ball, then cut off at the box, which only brings it nearer."""

    def inside(points: Array) -> Array:
        changes = points - images
        sizes = np.maximum(l2(changes), np.float32(1e-12))
        changes *= np.minimum(1, np.float32(budget) / sizes)[:, None, None]
        changes += images
        return np.clip(changes, 0, 1, out=changes)

    return inside
