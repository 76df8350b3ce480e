"""What an artefact comes to on digits that were never seen, on any network."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.places import Place, PlaceRates, place_rates
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.artefacts import score_artefact
from advgui.core.generators import Stop
from advgui.core.nn.network import Network
from advgui.lab.worker.jobs import JobState

#: The first so many of MNIST's test digits are measured on, and with a patch, which is put
#: everywhere on each of them.
DIGITS: Final = 1000
DIGITS_EVERYWHERE: Final = 200


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares in [0, 1] of ``images`` digits that are read correctly otherwise.

    ``rate`` of them fool in the artefact, ``noise`` under random noise of the same norm, None
    where there is none; of a patch ``places`` tells where.
    """

    images: int
    total: int
    rate: float
    noise: float | None = None
    places: PlaceRates | None = None


@dataclass(frozen=True, slots=True, eq=False)
class MeasureArtefact:
    """Have MNIST's test digits wear an artefact, a patch at a ``place``."""

    kind: ClassVar[str] = "measurement"
    artefact: Artefact
    network: Network
    place: Place | None
    mnist: Path

    def steps(self) -> Generator[Measured | None, None, Measured | None]:
        """Read the digits and judge. Raises DatasetError, and ParameterError if none is right."""
        yield None
        digits = _some(read_mnist(self.mnist, "test"), DIGITS)
        if self.place is not None:
            return (yield from self._everywhere(_some(digits, DIGITS_EVERYWHERE), self.place))
        score = score_artefact(self.artefact, self.network, digits)
        return Measured(score.images, score.images, score.fooled, score.noise)

    def _everywhere(self, digits: Digits, place: Place) -> Generator[Measured, None, Measured]:
        run = place_rates(self.network, self.artefact, digits, place)
        measured = Measured(0, 0, 0.0)
        try:
            for rates in run:
                measured = Measured(rates.images, rates.total, rates.fixed, None, rates)
                yield measured
        except Stop:
            run.close()
        return measured


Measuring = JobState[MeasureArtefact, Measured | None]


def _some(digits: Digits, count: int) -> Digits:
    return Digits(digits.images[:count], digits.labels[:count])
