"""Robust accuracy over the budget: against who is unaware, who is aware, and what is proven."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from advgui.core.attacks import EvasionAttack, Outcome, Problem
from advgui.core.attacks.budget.ball import BALLS
from advgui.core.attacks.objective import DISTANCES, Norm
from advgui.core.attacks.problem import Flags
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.evaluation.attackers import Attacker, within
from advgui.core.evaluation.proofs import proven_within
from advgui.core.generators import Stop, changed
from advgui.core.images import Array, Bytes, Labels, to_floats
from advgui.core.language import tr
from advgui.core.nn.network import Network

Shares = tuple[float | None, ...]
"""One for each budget, in [0, 1]; None where it is not known."""

#: Images that are looked at together: after each such batch the curves are drawn anew.
AT_ONCE: Final = 50
# Whole levels are inside a budget that was typed, whatever its last bit says.
_TYPED: Final = 1 + 1e-6


@dataclass(frozen=True, slots=True)
class RobustnessCurves:
    """Of ``images`` digits the shares that are read right, whatever is done within a budget.

    ``budgets`` are in ``norm`` and rise. ``clean`` is the share that is read right where nobody
    attacks: what is misread as it is is robust nowhere. ``unaware`` is robust against images that
    were made without the defence, ``aware`` against these and those that were made through it,
    ``proven`` against all that there are. So many could not be moved by any of the attacks
    (``unaware_stuck``, ``aware_stuck``): they count as robust, and nobody knows whether they are.
    ``done`` of ``total`` questions are answered, each of one image at one budget.
    """

    norm: Norm
    budgets: tuple[float, ...]
    images: int
    clean: float | None
    unaware: Shares
    aware: Shares
    proven: Shares
    unaware_stuck: Shares
    aware_stuck: Shares
    done: int
    total: int


def robustness_curves(
    network: Network,
    digits: Digits,
    norm: Norm,
    budgets: Sequence[float],
    *,
    unaware: Attacker | None = None,
    aware: Attacker | None = None,
    prove: bool = True,
    seed: int = 0,
) -> Generator[RobustnessCurves, None, RobustnessCurves]:
    """How robust a network is behind its defences, if it has any; ``throw(Stop)`` ends it sooner.

    The curves that are yielded grow more exact with every ``AT_ONCE`` digits; of the first of
    them, budget by budget. The k-th batch is attacked with the seed ``seed`` + k. What is fooled
    within a budget is so within every larger one, and is left alone; smallest changes are looked
    for once, and count from their distance on. All is about valid 8-bit images, which use whole
    levels of a budget in L-infinity: they are read anew, and so far proofs have to go.

    Raises ParameterError where an attack keeps to another norm, needs a goal, or a budget is
    none that it can have.
    """
    sizes = tuple(sorted(set(budgets)))
    given = {"unaware": unaware, "aware": aware}
    attackers = {name: one for name, one in given.items() if one is not None}
    for attacker in attackers.values():
        _require_budgets(attacker, norm, sizes)
    run = _Measurement(network, digits, norm, sizes, attackers, prove=prove)
    try:
        for number, start in enumerate(range(0, len(digits.labels), AT_ONCE)):
            for _ in run.batch(start, seed + number):
                yield run.curves
    except Stop:
        pass
    return run.curves


def _require_budgets(attacker: Attacker, norm: Norm, sizes: Sequence[float]) -> None:
    for size in sizes:
        if not 0 <= size < np.inf:
            raise ParameterError(
                tr("A budget is a number of at least 0; it cannot be {size:g}.").format(size=size)
            )
        for attack in attacker.attacks if size else ():
            within(attack, norm, size)


class _Batch(NamedTuple):
    """Some images, from the ``start``-th on, and which of them are ``right`` as they are."""

    start: int
    images: Bytes
    labels: Labels
    right: Flags
    seed: int


class _Row:
    """Of each budget and image whether it is robust, and whether it could not be moved.

    ``decided`` (budgets,) is of how many images, from the first one on, this is known.
    """

    def __init__(self, budgets: int, images: int, *, asked: bool) -> None:
        self.robust = np.zeros((budgets, images), np.bool_)
        self.stuck = np.zeros((budgets, images), np.bool_)
        self.decided = np.zeros(budgets, np.int64)
        self.unknown = not asked

    def decide(self, budget: int, batch: _Batch, robust: Flags, stuck: Flags) -> None:
        """Take note of a batch at a budget."""
        part = slice(batch.start, batch.start + len(robust))
        self.robust[budget, part], self.stuck[budget, part] = robust, robust & stuck
        self.decided[budget] = part.stop

    def shares(self, which: Flags, images: int) -> Shares:
        """Of so many images, or of those that are decided where that is none."""
        counts = (images or int(count) for count in self.decided)
        return tuple(
            float(flags[:count].mean()) if count and not self.unknown else None
            for flags, count in zip(which, counts, strict=True)
        )


class _Measurement:
    """Batch by batch, in each of them row by row, in each of these budget by budget."""

    def __init__(
        self,
        network: Network,
        digits: Digits,
        norm: Norm,
        budgets: tuple[float, ...],
        attackers: Mapping[str, Attacker],
        *,
        prove: bool,
    ) -> None:
        self._network, self._digits = network, digits
        self._norm, self._budgets = norm, budgets
        self._attackers, self._prove = attackers, prove
        count = len(digits.labels)
        asked = {"unaware": "unaware" in attackers, "aware": "aware" in attackers, "proven": prove}
        self._rows = {row: _Row(len(budgets), count, asked=one) for row, one in asked.items()}
        self._right = np.zeros(count, np.bool_)
        self._read = self._through = 0

    @property
    def curves(self) -> RobustnessCurves:
        """All of the same images, those of the batches that are through; else what there is."""
        unaware, aware, proven = self._rows.values()
        images, read = self._through, self._through or self._read
        asked = len(self._attackers) + self._prove
        return RobustnessCurves(
            norm=self._norm,
            budgets=self._budgets,
            images=read,
            clean=float(self._right[:read].mean()) if read else None,
            unaware=unaware.shares(unaware.robust, images),
            aware=aware.shares(aware.robust, images),
            proven=proven.shares(proven.robust, images),
            unaware_stuck=unaware.shares(unaware.stuck, images),
            aware_stuck=aware.shares(aware.stuck, images),
            done=sum(int(row.decided.sum()) for row in self._rows.values()),
            total=asked * len(self._budgets) * len(self._right),
        )

    def batch(self, start: int, seed: int) -> Iterator[None]:
        """Decide some images more; yields where it may be stopped."""
        part = slice(start, start + AT_ONCE)
        images, labels = self._digits.images[part], self._digits.labels[part]
        right = read_labels(self._network, images) == labels
        self._right[part], self._read = right, start + len(labels)
        batch = _Batch(start, images, labels, right, seed)
        yield
        radii: Array = np.where(right, np.inf, -np.inf)
        for name, attacker in self._attackers.items():
            yield from self._attacked(self._rows[name], attacker, batch, radii)
        if self._prove:
            yield from self._proven(batch)
        self._through = self._read

    def _attacked(
        self, row: _Row, attacker: Attacker, batch: _Batch, radii: Array
    ) -> Iterator[None]:
        """Attack what still stands; ``radii`` (n,) are those of the nearest that does not."""
        stuck = np.zeros((len(attacker.attacks), len(radii)), np.bool_)
        for place, budget in enumerate(self._budgets):
            for attack, unmoved in zip(attacker.attacks, stuck, strict=True):
                rows = np.flatnonzero(radii > budget)
                if len(rows) and self._is_due(attack, place):
                    allowed = within(attack, self._norm, budget)
                    outcomes = yield from _run(allowed, attacker.network, batch, rows)
                    unmoved[rows] = [outcome.could_not_move for outcome in outcomes]
                    self._bring_near(radii, rows, outcomes, batch.labels)
            standing: Flags = radii > budget
            immovable: Flags = np.logical_and.reduce(stuck) & np.bool_(budget > 0)
            row.decide(place, batch, standing, immovable)
            yield

    def _is_due(self, attack: EvasionAttack, place: int) -> bool:
        """At every budget but 0, or at the first such one, where it does not keep to any."""
        first = self._budgets.count(0)
        return place == first if attack.limit() is None else place >= first

    def _bring_near(
        self, radii: Array, rows: Labels, outcomes: Sequence[Outcome], labels: Labels
    ) -> None:
        """What the network misreads counts from its distance on, whatever it was made on."""
        for row, outcome in zip(rows, outcomes, strict=True):
            if self._network.read(outcome.adversarial).label != labels[row]:
                change = to_floats(outcome.adversarial) - to_floats(outcome.original)
                distance = float(DISTANCES[self._norm](change)) / _TYPED
                radii[row] = min(radii[row], distance)

    def _proven(self, batch: _Batch) -> Iterator[None]:
        """Who is not proven at a budget is so at no larger one."""
        row, known = self._rows["proven"], batch.right.copy()
        for place, budget in enumerate(self._budgets):
            for index in np.flatnonzero(known) if not row.unknown else ():
                size = BALLS[self._norm](budget).size if budget else 0.0
                found = proven_within(self._network, batch.images[index], self._norm, size)
                row.unknown |= found is None
                known[index] = bool(found)
                yield
            row.decide(place, batch, known, np.zeros_like(known))
            yield


def _run(
    attack: EvasionAttack, network: Network, batch: _Batch, rows: Labels
) -> Generator[None, None, tuple[Outcome, ...]]:
    """Away from the labels of some of the images."""
    problem = Problem(batch.images[rows], batch.labels[rows], "untargeted")
    run = attack.run(network, problem, seed=batch.seed)
    return (yield from changed(run, lambda _: None))
