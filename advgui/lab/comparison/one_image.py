"""One drawing, and one attack's image, shown to every network, one network at a time."""

from collections import deque
from collections.abc import Callable

from advgui.core.defences.defended import defences_of
from advgui.core.errors import BadInput
from advgui.core.nn.network import Network
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import View
from advgui.lab.comparison.readings import (
    AdversarialExample,
    ComparedImages,
    NetworkReadings,
    read_images,
)


def images_of(state: LabState, shown: View | None) -> ComparedImages:
    """What there is to compare: the drawing, and what the tiles show of a run."""
    drawing = state.image if state.reading is not None else None
    run = state.run
    if run is None or shown is None:
        return ComparedImages(drawing, defended=bool(state.defences))
    example = AdversarialExample(
        image=shown.adversarial,
        original=shown.original,
        against=run.network,
        label=shown.readings.before.label,
        goal=shown.goal,
        fooled=shown.fooled,
        l2=shown.l2,
        step=shown.step,
        running=not run.judged,
    )
    defended = bool(state.defences or defences_of(run.network))
    return ComparedImages(drawing, example, defended)


class Comparison:
    """All networks on offer, and which of them have yet to read the newest subject.

    ``step`` lets the one read that has not read for the longest time. When the subject
    changes, those that had not read the last one never will: each reads the newest only.
    ``load`` gives a network by its name, at once from the second time on.
    """

    def __init__(self, load: Callable[[str], Network]) -> None:
        self._load = load
        self._names: tuple[str, ...] = ()
        self._queue: deque[str] = deque()
        self._left = 0
        self._subject = ComparedImages()
        self._rows: dict[str, NetworkReadings] = {}
        self._problems: dict[str, str] = {}

    @property
    def images(self) -> ComparedImages:
        """The newest subject."""
        return self._subject

    @property
    def waiting(self) -> bool:
        """Whether a network has yet to read it."""
        return self._left > 0

    @property
    def rows(self) -> tuple[NetworkReadings, ...]:
        """What has been read so far, in the order of the networks."""
        return tuple(self._rows[name] for name in self._names if name in self._rows)

    def row(self, name: str) -> NetworkReadings | None:
        """What a network has made of the last subject that it was shown."""
        return self._rows.get(name)

    def problem(self, name: str) -> str:
        """Why a network cannot read; empty where it can."""
        return self._problems.get(name, "")

    def offer(self, names: tuple[str, ...]) -> None:
        """These are the networks on offer now, and all of them have yet to read."""
        self._names = names
        self._queue = deque(names)
        self._left = len(names)
        self._rows = {name: row for name, row in self._rows.items() if name in names}
        self._problems.clear()

    def show(self, images: ComparedImages) -> None:
        """Something else is shown; the networks have yet to read it."""
        if not images.same(self._subject):
            self._left = len(self._queue)
        self._subject = images

    def step(self) -> str | None:
        """Let the next network read, loaded before where it never was; None where all have.

        Returns its name. One that cannot be loaded has a ``problem`` from now on.
        """
        if not self.waiting:
            return None
        self._left -= 1
        name = self._queue[0]
        self._queue.rotate(-1)
        if name not in self._problems:
            self._read(name)
        return name

    def _read(self, name: str) -> None:
        try:
            network = self._load(name)
        except BadInput as error:
            self._problems[name] = str(error)
        else:
            self._rows[name] = read_images(network, self._subject, self._rows.get(name))
