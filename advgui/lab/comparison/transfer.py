"""One drawing attacked on every network, and each image shown to all: which fools which?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np

from advgui.core.attacks import EvasionAttack, Form, Outcome, Problem
from advgui.core.attacks.problem import Flags
from advgui.core.digits.ink import Ink
from advgui.core.images import LABELS, Bytes
from advgui.core.nn.network import Network
from advgui.lab.comparison.readings import (
    AdversarialExample,
    ComparedImages,
    NetworkReadings,
    TransferCounts,
    count_transfers,
    read_images,
)
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    AttackReport,
    AttackRequest,
    Failed,
    Silent,
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AttackSetup:
    """What is done to every network: the valid image (28, 28), and the attack made on it.

    ``ink`` is what the image is drawn with, where it is, and ``region`` (28, 28) where it may
    change, where that is painted; ``start`` (28, 28) is a valid image to begin at.
    ``goal`` is the label that the attack wants, None where it is any other one than each
    network reads; ``confidence`` the lead in logits that it must have.
    """

    image: Bytes
    goal: int | None
    attack: EvasionAttack
    seed: int = 0
    confidence: float = 0.0
    ink: Ink | None = None
    region: Flags | None = None
    start: Bytes | None = None

    @property
    def form(self) -> Form:
        """Toward the goal, or away from what is read."""
        return "untargeted" if self.goal is None else "targeted"

    def problem(self, network: Network) -> Problem:
        """The same for one network's attack."""
        goal = network.read(self.image).label if self.goal is None else self.goal
        return self._asked([goal], self.form)

    def every(self, network: Network) -> Problem:
        """Toward each of the digits that the network does not read, at once."""
        label = network.read(self.image).label
        return self._asked([goal for goal in range(LABELS) if goal != label], "targeted")

    def _asked(self, goals: Sequence[int], form: Form) -> Problem:
        count = len(goals)
        inks = None if self.ink is None else (self.ink,) * count
        starts = None if self.start is None else np.repeat(self.start[None], count, axis=0)
        images = np.repeat(self.image[None], count, axis=0)
        labels = np.array(goals, np.int64)
        return Problem(images, labels, form, self.confidence, inks, self.region, starts)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TransferRow:
    """The attack on one network, and what its image does to each, in their order.

    The last ones are missing while they have yet to read.
    """

    network: Network
    outcome: Outcome
    shown: tuple[NetworkReadings, ...] = ()

    @property
    def counts(self) -> TransferCounts:
        """How many of the others it fools, too."""
        return count_transfers(self.shown)

    def read_by(self, network: Network, before: NetworkReadings | None = None) -> "TransferRow":
        """The same with one more network; see ``compared`` for ``before``."""
        drawing = self.outcome.original if before is None else before.images.drawing
        images = self.shown[0].images if self.shown else ComparedImages(drawing, self._example())
        return replace(self, shown=(*self.shown, read_images(network, images, before)))

    def _example(self) -> AdversarialExample:
        outcome = self.outcome
        return AdversarialExample(
            image=outcome.adversarial,
            original=outcome.original,
            against=self.network,
            label=outcome.before.label,
            goal=outcome.goal,
            fooled=outcome.fooled,
            l2=outcome.l2,
            step=outcome.best_step,
            running=False,
        )


def transfer_row(networks: Iterable[Network], network: Network, outcome: Outcome) -> TransferRow:
    """Show the image of an attack on one network to all of them, two readings each."""
    row = TransferRow(network=network, outcome=outcome)
    for one in networks:
        row = row.read_by(one)
    return row


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TransferMatrix:
    """All of it on its way: a row for each network that was attacked already.

    ``ticket`` numbers the attacks, ``step`` and ``done`` (in the attack's unit) are how far the
    present one is; ``problem`` says
    why it ended early.
    """

    setup: AttackSetup | None = None
    networks: tuple[Network, ...] = ()
    rows: tuple[TransferRow, ...] = ()
    ticket: int = 0
    step: int = 0
    done: int = 0
    running: bool = False
    problem: str = ""

    @property
    def complete(self) -> bool:
        """Whether every image was shown to every network."""
        return self.setup is not None and len(self.rows) == len(self.networks) and not self.reads

    @property
    def reads(self) -> bool:
        """Whether networks have yet to read the last image."""
        return bool(self.rows) and len(self.rows[-1].shown) < len(self.networks)

    @property
    def attacked(self) -> Network | None:
        """The network that is being attacked."""
        waits = self.running and not self.reads and len(self.rows) < len(self.networks)
        return self.networks[len(self.rows)] if waits else None

    @property
    def each(self) -> int:
        """How much work the attack on one network is, in steps or queries; 1 if nobody knows."""
        return (self.setup.attack.work(self.setup.form) if self.setup else None) or 1

    @property
    def request(self) -> AttackRequest | None:
        """The attack that has to be made now."""
        network, setup = self.attacked, self.setup
        if network is None or setup is None:
            return None
        return AttackRequest(self.ticket, network, setup.attack, setup.problem(network), setup.seed)


def started(old: TransferMatrix, setup: AttackSetup, networks: Sequence[Network]) -> TransferMatrix:
    """The networks are attacked from the first on; what was found before goes."""
    return TransferMatrix(
        setup=setup, networks=tuple(networks), ticket=old.ticket + 1, running=True
    )


def stopped(now: TransferMatrix) -> TransferMatrix:
    """No more is done; the rows that are there stay."""
    if not now.running:
        return now
    rows = now.rows[:-1] if now.reads else now.rows
    return replace(now, rows=rows, running=False, ticket=now.ticket + 1, step=0, done=0)


def reported(now: TransferMatrix, report: AttackReport) -> TransferMatrix:
    """The attack on the present network is somewhere, or at its end."""
    network = now.attacked
    if network is None or report.ticket != now.ticket:
        return now
    match report:
        case AttackProgress():
            queries = report.recording.queries
            done = report.step if queries is None else queries
            return replace(now, step=report.step, done=done)
        case AttackFinished():
            row = TransferRow(network=network, outcome=report.outcomes[0])
            return replace(now, rows=(*now.rows, row), ticket=now.ticket + 1, step=0, done=0)
        case Silent():
            return now
        case Failed():
            return replace(stopped(now), problem=report.sentence)
        case never:
            assert_never(never)


def image_read(now: TransferMatrix) -> TransferMatrix:
    """One more network reads the last image."""
    if not (now.running and now.reads):
        return now
    row = now.rows[-1]
    reader = len(row.shown)
    before = now.rows[-2].shown[reader] if len(now.rows) > 1 else None
    new = replace(now, rows=(*now.rows[:-1], row.read_by(now.networks[reader], before)))
    return replace(new, running=not new.complete)
