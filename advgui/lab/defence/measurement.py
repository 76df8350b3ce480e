"""Robust accuracy over the budget, measured beside the window."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

import numpy as np

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.evaluation.curves import RobustnessCurves
from advgui.core.nn.network import Network
from advgui.lab.attack.state import RadiusNorm
from advgui.lab.worker.jobs import JobState

#: At which budgets is measured; 0 is the clean accuracy.
BUDGETS: Final[Mapping[RadiusNorm, tuple[float, ...]]] = {
    "linf": (0.0, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3),
    "l2": (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0),
}
#: The first so many of MNIST's test digits are measured on.
IMAGES: Final = 100


@dataclass(frozen=True, slots=True, eq=False)
class MeasureRobustness:
    """How robust a network is over the budget: against whom, and as far as is proven.

    ``mnist`` is the folder of MNIST's files; the digits of the gallery are taken where it is None.
    """

    kind: ClassVar[str] = "measurement"
    network: Network
    norm: RadiusNorm
    budgets: tuple[float, ...]
    mnist: Path | None

    def steps(self) -> Generator[RobustnessCurves, None, RobustnessCurves]:
        """Attack many digits at every budget, and prove what can be proven of them."""
        # Only here: the window is there before anything is attacked or proven.
        from advgui.core.evaluation.attackers import Attacker, unaware_of_defences, usual_attacks
        from advgui.core.evaluation.curves import robustness_curves

        attacks = usual_attacks(self.norm)
        return robustness_curves(
            self.network,
            measured_digits(self.mnist),
            self.norm,
            self.budgets,
            unaware=unaware_of_defences(self.network, attacks),
            aware=Attacker(self.network, attacks),
        )


Measurement = JobState[MeasureRobustness, RobustnessCurves]


def share_done(state: Measurement) -> float:
    """The share of the work that is done, in [0, 1]."""
    curves = state.value
    return curves.done / curves.total if curves is not None and curves.total else 0.0


def measured_digits(mnist: Path | None) -> Digits:
    """Of MNIST's test part, or those of the gallery where there is none."""
    if mnist is None:
        gallery = read_gallery()
        images = np.stack([render(drawn.strokes) for drawn in gallery])
        return Digits(images, np.array([drawn.label for drawn in gallery], np.int64))
    digits = read_mnist(mnist, "test")
    return Digits(digits.images[:IMAGES], digits.labels[:IMAGES])
