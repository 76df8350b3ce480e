"""Robust accuracy over the budget, measured in a worker."""

from collections.abc import Generator
from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.evaluation.attackers import Attacker, unaware_of_defences, usual_attacks
from advgui.core.evaluation.curves import RobustnessCurves, robustness_curves
from advgui.core.generators import Driver
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import Command, CurvesFinished, CurvesProgress, CurvesRequest
from advgui.lab.worker.session import Session

#: The first so many of MNIST's test digits are measured on.
IMAGES: Final = 100


class CurvesSession(Session[RobustnessCurves, RobustnessCurves]):
    """Attacks many digits at every budget, and proves what can be proven of them."""

    report_interval_s = 0.2

    def __init__(self, channel: Channel[Command], request: CurvesRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._request = request
        self._newest: RobustnessCurves | None = None

    def _run(self) -> Generator[RobustnessCurves, None, RobustnessCurves]:
        request = self._request
        attacks = usual_attacks(request.norm)
        return robustness_curves(
            request.network,
            measured_digits(request.mnist),
            request.norm,
            request.budgets,
            unaware=unaware_of_defences(request.network, attacks),
            aware=Attacker(request.network, attacks),
        )

    def _advance(self, driver: Driver[RobustnessCurves, RobustnessCurves]) -> None:
        self._newest = next(driver, self._newest)

    def _report(self) -> None:
        if self._newest is not None:
            self._channel.send(CurvesProgress(self._ticket, self._newest))

    def _finish(self, value: RobustnessCurves) -> None:
        self._channel.send(CurvesFinished(self._ticket, value, self._stopped))


def measured_digits(mnist: Path | None) -> Digits:
    """Of MNIST's test part, or those of the gallery where there is none."""
    if mnist is None:
        gallery = read_gallery()
        images = np.stack([render(drawn.strokes) for drawn in gallery])
        return Digits(images, np.array([drawn.label for drawn in gallery], np.int64))
    digits = read_mnist(mnist, "test")
    return Digits(digits.images[:IMAGES], digits.labels[:IMAGES])
