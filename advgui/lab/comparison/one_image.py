"""One drawing, and one attack's image, shown to every network: which ones are fooled too?"""

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from advgui.core.errors import BadInput
from advgui.core.images import Bytes
from advgui.core.nn.network import Network, Reading
from advgui.lab.attack.phrases import Verdict
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import View, judged

Transfer = Verdict | Literal["misread"]
"""What an image made against one network does to another.

"misread" is of no use to tell: that network reads the original as something else from the start.
"""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Made:
    """An adversarial image (28, 28), valid 8-bit, and what it was made of and for.

    ``label`` is what the attacked network reads in the ``original``, ``goal`` the label that
    the attack wants, None where it is any other one; ``fooled`` whether it got it.
    """

    image: Bytes
    original: Bytes
    against: Network
    label: int
    goal: int | None
    fooled: bool
    l2: float
    step: int
    running: bool


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What every network is shown: the drawing, None without ink, and an attack's image.

    ``outdated`` says that the adversarial image is not of this drawing.
    """

    drawing: Bytes | None = None
    made: Made | None = None
    outdated: bool = field(init=False)

    def __post_init__(self) -> None:
        """Whether it is outdated is asked of every network: worked out once."""
        made, drawing = self.made, self.drawing
        same = drawing is not None and made is not None and np.array_equal(made.original, drawing)
        object.__setattr__(self, "outdated", made is not None and not same)

    def same(self, other: "Subject") -> bool:
        """Whether every network would read and be judged alike."""
        one, two = self.made, other.made
        if self.drawing is not other.drawing:
            return False
        if one is None or two is None:
            return one is two
        same_aim = (one.against, one.label, one.goal) == (two.against, two.label, two.goal)
        same_original = np.array_equal(one.original, two.original)
        return same_aim and same_original and np.array_equal(one.image, two.image)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Compared:
    """What one network makes of a subject; ``verdict`` and all else follow from it."""

    network: Network
    subject: Subject
    drawing: Reading | None
    adversarial: Reading | None

    @property
    def attacked(self) -> bool:
        """Whether the attack was made against this very network."""
        made = self.subject.made
        return made is not None and made.against is self.network

    @property
    def verdict(self) -> Transfer | None:
        """Whether it is fooled too; None without an attack on this drawing."""
        made = self.subject.made
        if made is None or self.drawing is None or self.adversarial is None:
            return None
        if self.subject.outdated:
            return None
        if self.drawing.label != made.label:
            return "misread"
        return judged(made.goal, self.drawing, self.adversarial)


def subject_of(state: LabState, shown: View | None) -> Subject:
    """What there is to compare: the drawing, and what the tiles show of a run."""
    drawing = state.image if state.reading is not None else None
    run = state.run
    if run is None or shown is None:
        return Subject(drawing)
    made = Made(
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
    return Subject(drawing, made)


def compared(network: Network, subject: Subject, before: Compared | None = None) -> Compared:
    """What a network makes of a subject, by at most two fresh forward passes.

    What it made of the very same image ``before`` is not read again.
    """
    if before is None or before.network is not network:
        before = None
    return Compared(
        network=network,
        subject=subject,
        drawing=_drawing(network, subject.drawing, before),
        adversarial=_adversarial(network, subject.made, before),
    )


def _drawing(network: Network, image: Bytes | None, before: Compared | None) -> Reading | None:
    if image is None:
        return None
    if before is not None and before.subject.drawing is image:
        return before.drawing
    return network.read(image)


def _adversarial(network: Network, made: Made | None, before: Compared | None) -> Reading | None:
    if made is None:
        return None
    known = before.subject.made if before is not None else None
    if before is not None and known is not None and np.array_equal(known.image, made.image):
        return before.adversarial
    return network.read(made.image)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many networks, the attacked one apart, are fooled too; all are of ``others``."""

    others: int
    toward: int
    astray: int
    unmoved: int
    misread: int

    @property
    def fooled(self) -> int:
        """How many are led to any other label."""
        return self.toward + self.astray


def tally(rows: Iterable[Compared]) -> Tally:
    """Count the verdicts of all networks that were not attacked themselves."""
    verdicts = Counter(row.verdict for row in rows if not row.attacked)
    return Tally(
        others=verdicts.total(),
        toward=verdicts["fooled"],
        astray=verdicts["wrong class"],
        unmoved=verdicts["not fooled"] + verdicts["already"],
        misread=verdicts["misread"],
    )


class Comparing:
    """All networks on offer, and which of them have yet to read the newest subject.

    ``step`` lets the one read that has not read for the longest time. When the subject
    changes, those that had not read the last one never will: each reads the newest only.
    ``load`` gives a network by its name, at once from the second time on.
    """

    def __init__(self, load: Callable[[str], Network]) -> None:
        self._load = load
        self._names: tuple[str, ...] = ()
        self._turns: deque[str] = deque()
        self._left = 0
        self._subject = Subject()
        self._rows: dict[str, Compared] = {}
        self._problems: dict[str, str] = {}

    @property
    def subject(self) -> Subject:
        """The newest subject."""
        return self._subject

    @property
    def waiting(self) -> bool:
        """Whether a network has yet to read it."""
        return self._left > 0

    @property
    def rows(self) -> tuple[Compared, ...]:
        """What has been read so far, in the order of the networks."""
        return tuple(self._rows[name] for name in self._names if name in self._rows)

    def row(self, name: str) -> Compared | None:
        """What a network has made of the last subject that it was shown."""
        return self._rows.get(name)

    def problem(self, name: str) -> str:
        """Why a network cannot read; empty where it can."""
        return self._problems.get(name, "")

    def offer(self, names: tuple[str, ...]) -> None:
        """These are the networks on offer now, and all of them get a turn."""
        self._names = names
        self._turns = deque(names)
        self._left = len(names)
        self._rows = {name: row for name, row in self._rows.items() if name in names}
        self._problems.clear()

    def show(self, subject: Subject) -> None:
        """Something else is shown; the networks have yet to read it."""
        if not subject.same(self._subject):
            self._left = len(self._turns)
        self._subject = subject

    def step(self) -> str | None:
        """Let the next network read, loaded before where it never was; None where all have.

        Returns its name. One that cannot be loaded has a ``problem`` from now on.
        """
        if not self.waiting:
            return None
        self._left -= 1
        name = self._turns[0]
        self._turns.rotate(-1)
        if name not in self._problems:
            self._read(name)
        return name

    def _read(self, name: str) -> None:
        try:
            network = self._load(name)
        except BadInput as error:
            self._problems[name] = str(error)
        else:
            self._rows[name] = compared(network, self._subject, self._rows.get(name))
