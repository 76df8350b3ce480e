"""What every detector shares: it looks through a training set with the network trained on it."""

from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.datasets.readers import Digits
from advgui.core.images import LABELS
from advgui.core.nn.network import Network
from advgui.core.parameters import Value, settings_of

Flags = NDArray[np.bool_]
Rows = NDArray[np.intp]

#: So many images are shown of each kind.
SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Detector(ABC):
    """Says which digits of a training set it takes for poisoned. A subclass writes ``find``.

    It belongs to a defender, who has the network, the digits and their labels as they were told,
    and knows neither what is poisoned nor how.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    source: ClassVar[str]

    @abstractmethod
    def find(
        self, network: Network, digits: Digits, random: np.random.Generator
    ) -> Generator[float, None, Flags]:
        """Yield the share of the work that is done; return which of the digits (n,) are caught."""

    @property
    def settings(self) -> dict[str, Value]:
        """The parameters by name."""
        return settings_of(self)


@dataclass(frozen=True, slots=True)
class Catch:
    """What a detector came to, by those who know what was poisoned.

    ``caught`` digits were flagged, of which ``right`` are poisoned; ``poisoned`` there are.
    ``hits``, ``alarms`` and ``missed`` are the positions of some that were caught rightly,
    caught wrongly, and not caught although they are poisoned. ``flags`` (n,) are all that it
    caught, which a training can leave out.
    """

    detector: str
    title: str
    caught: int
    right: int
    poisoned: int
    hits: tuple[int, ...] = ()
    alarms: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()
    flags: Flags = field(default_factory=lambda: np.zeros(0, bool), compare=False, repr=False)

    @property
    def precision(self) -> float | None:
        """The share of the caught that are poisoned; None where none is caught."""
        return self.right / self.caught if self.caught else None

    @property
    def recall(self) -> float | None:
        """The share of the poisoned that are caught; None where none is poisoned."""
        return self.right / self.poisoned if self.poisoned else None


def judged(detector: Detector, caught: Flags, changed: Flags, shown: int = SHOWN) -> Catch:
    """What it caught (n,) beside what was ``changed`` (n,), with the first of each kind."""
    right = caught & changed
    kinds = (right, caught & ~changed, changed & ~caught)
    hits, alarms, missed = (tuple(np.flatnonzero(kind)[:shown].tolist()) for kind in kinds)
    return Catch(
        detector.name,
        detector.title,
        caught=int(caught.sum()),
        right=int(right.sum()),
        poisoned=int(changed.sum()),
        hits=hits,
        alarms=alarms,
        missed=missed,
        flags=caught,
    )


def by_label(digits: Digits) -> Iterator[tuple[int, Rows]]:
    """Each label that there is, with the positions of its digits."""
    for label in range(LABELS):
        rows = np.flatnonzero(digits.labels == label)
        if len(rows):
            yield label, rows
