"""The words of a run: the problem, the passes that it costs, and its outcome."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.blocks import Step
from advgui.core.images import Array, Bytes, Labels
from advgui.core.nn.losses import Slope
from advgui.core.nn.network import Network, Reading
from advgui.core.nn.sequential import Sequential, pieces

Form = Literal["targeted", "untargeted"]


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """What an attack is asked: n valid images and a goal for each.

    ``originals`` is uint8 (n, 28, 28). ``goals`` (n,) holds the labels to reach where
    ``form`` is targeted, and the labels to get away from where it is untargeted.
    """

    originals: Bytes
    goals: Labels
    form: Form = "targeted"

    def reached(self, labels: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
        """Which of the read labels (..., n) are what the attack wants."""
        hits: NDArray[np.bool_] = labels == self.goals
        return hits if self.form == "targeted" else ~hits


@dataclass(slots=True, eq=False)
class Passes:
    """A network that counts how often each image went through it, both ways."""

    network: Network
    forward: int = 0
    backward: int = 0
    _layers: Sequential = field(init=False)

    def __post_init__(self) -> None:
        """Lay the network out for one image."""
        self._layers = Sequential(self.network.for_one_image().layers)

    def logits(self, images: Array) -> Array:
        """Logits (n, 10) of a batch: one forward pass for each image."""
        self.forward += 1
        return self.judged(images)

    def judged(self, images: Array) -> Array:
        """The same for those who count themselves how often each image went through."""
        return np.concatenate([self.network.logits(images[part]) for part in pieces(len(images))])

    def gradient(
        self, values: Array, slope: Slope, soften: float = 0.0, *, behind: int = 0
    ) -> tuple[Array, Array]:
        """Logits (n, 10) and a loss's gradient with respect to the values: one pass each way.

        The values are images (n, 28, 28), or what comes out ``behind`` so many layers.
        """
        self.forward += 1
        self.backward += 1
        return self._layers.gradient(values, slope, soften, behind=behind)

    def readings(self, images: Bytes) -> tuple[Reading, ...]:
        """Each valid image read alone, exactly as the window and the commands read it."""
        self.forward += 1
        return tuple(self.network.read(image) for image in images)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a run ended with, for one image.

    ``fooled`` is judged on ``adversarial``, the exact 8-bit image (28, 28) that is shown
    and saved, by a fresh forward pass. ``already`` says that the original had what the attack
    wanted, so nothing was done to it and nobody was fooled. ``could_not_move`` says that the
    network is not fooled because the attack had no slope to follow where it ended, which
    tells nothing of how robust it is. ``goal`` is None for an untargeted attack.
    ``steps`` were taken and ``best_step`` was kept. Passes are counted for this image,
    with those that judged it. ``l2`` and ``linf`` are distances of the 8-bit images, in [0, 1]
    pixels.
    """

    original: Bytes
    adversarial: Bytes
    goal: int | None
    fooled: bool
    already: bool
    could_not_move: bool
    before: Reading
    after: Reading
    l2: float
    linf: float
    steps: int
    best_step: int
    forward_passes: int
    backward_passes: int
    seconds: float
    seed: int
    network: str
    attack: str
    parameters: dict[str, int | float | bool | str]


Run = Generator[Step, None, tuple[Outcome, ...]]
