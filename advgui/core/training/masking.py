"""What distillation hides from whom: the same attackers before it and after it.

The report has it that distillation stopped the early attacks and fell to Carlini and Wagner. Both
are true, and the first says nothing of the network: the early attacks follow a slope that has
become exactly zero.
"""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from typing import Final

from advgui.core.attacks import EvasionAttack, make_attack
from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.generators import changed
from advgui.core.images import to_floats
from advgui.core.language import tr
from advgui.core.nn.losses import cross_entropy
from advgui.core.nn.network import Network
from advgui.core.training.distillation import Distillation, scaled

#: So many of the digits are attacked, and so many by Carlini and Wagner, who take longest.
ATTACKED: Final = 200
ATTACKED_SLOWLY: Final = 50

_BARE: Final = {"loss": "bare-cross-entropy"}
#: Enough for every image here, in seconds.
_SHORT: Final = {"searches": 4, "steps": 150}
_FROM_DIGIT: Final = {"start": "drawing", "soften": 0.0}


@dataclass(frozen=True, slots=True)
class Attacker:
    """Somebody who attacks: what it is called, the attack, and how.

    ``cooled`` attacks the logits over the temperature, by which the network decides the same.
    """

    title: str
    attack: EvasionAttack
    images: int = ATTACKED
    cooled: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """One row: a share in [0, 1] of the digits, of the teacher and of the student."""

    title: str
    teacher: float
    student: float


def attackers(budget: float) -> tuple[Attacker, ...]:
    """From those of 2014 to those who know better, within an L-inf budget where they have one."""
    within: dict[str, object] = {"budget": budget}
    return (
        Attacker(tr("FGSM on the cross-entropy"), make_attack("fgsm", within | _BARE)),
        Attacker(tr("PGD on the cross-entropy"), make_attack("pgd", within | _BARE | _FROM_DIGIT)),
        Attacker(tr("FGSM on the logits over T"), make_attack("fgsm", within | _BARE), cooled=True),
        Attacker(tr("PGD on the lead in logits"), make_attack("pgd", within | {"loss": "margin"})),
        Attacker(
            tr("Carlini and Wagner, at any distance"), make_attack("cw", _SHORT), ATTACKED_SLOWLY
        ),
    )


def masking(
    defence: Distillation, student: Network, digits: Digits, *, seed: int = 0
) -> Generator[float, None, tuple[Masked, ...]]:
    """The table: shares read correctly as they are, without a slope, and after each attacker.

    Yields the share in [0, 1] of the work that is done. ``digits`` are at least one.
    """
    pair = (defence.teacher, student)
    first, everybody = _first(digits, ATTACKED), attackers(defence.budget)
    rows = [
        Masked(tr("As they are"), *(accuracy(network, first) for network in pair)),
        Masked(tr("No slope at all"), *(slopeless(network, first) for network in pair)),
    ]
    for number, attacker in enumerate(everybody):
        left, done = [], number / len(everybody)
        for network in pair:
            asked = scaled(network, 1 / defence.temperature) if attacker.cooled else network
            run = _left(asked, attacker, digits, seed)
            left.append((yield from changed(run, partial(_always, done))))
        rows.append(Masked(attacker.title, *left))
    return tuple(rows)


def slopeless(network: Network, digits: Digits) -> float:
    """The share of the digits at which the cross-entropy as it is has no slope in any pixel."""
    found = 0
    for piece in network.pieces(digits.images):
        images, labels = to_floats(digits.images[piece]), digits.labels[piece]
        _, slope = network.input_gradient(images, labels, cross_entropy)
        found += int((slope == 0).all(axis=(1, 2)).sum())
    return found / len(digits.labels)


def _left(
    network: Network, attacker: Attacker, digits: Digits, seed: int
) -> Generator[float, None, float]:
    """The share of the first digits that is still read correctly; those misread are lost."""
    first = _first(digits, attacker.images)
    problem = away_from_labels(network, first, attacker.images)
    if not len(problem.goals):
        return 0.0
    score = yield from evaluate(network, attacker.attack, problem, seed=seed)
    return len(problem.goals) / len(first.labels) * (1 - score.fooled)


def _always(share: float, _: float) -> float:
    return share


def _first(digits: Digits, count: int) -> Digits:
    return Digits(digits.images[:count], digits.labels[:count])
