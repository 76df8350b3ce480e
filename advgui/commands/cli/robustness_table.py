"""The table of three numbers: robust against who is unaware, who is aware, and proven."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from advgui.commands.cli.output import Table
from advgui.commands.cli.parameters import as_named
from advgui.commands.cli.progress import with_share_bar
from advgui.core.attacks.objective import NORMS, Norm
from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.votes.smoothing import Smoothing
from advgui.core.defences.defended import defences_of
from advgui.core.evaluation.attackers import Attacker
from advgui.core.evaluation.curves import RobustnessCurves, robustness_curves
from advgui.core.evaluation.smoothed_robustness import smoothed_robustness
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import COULD_NOT_MOVE, percent

HEAD: Final = (
    "network",
    "behind",
    "budget",
    "images",
    "clean",
    "unaware",
    "aware",
    "proven",
    COULD_NOT_MOVE,
)
LEGEND: Final = (
    "Of all images, those that are read right: clean, where nobody attacks; unaware, whatever is\n"
    "made within the budget without the defence; aware, also through it; proven, whatever there "
    f"is.\n{COULD_NOT_MOVE}: of the unaware and the aware, those that no attack could move, which "
    "says nothing\nof how robust they are. -: nothing to be unaware of, or nothing that can be "
    "proven."
)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What is measured: a network behind its defences, or the vote of its noisy copies."""

    network: Network
    unaware: Attacker | None
    aware: Attacker
    prove: bool = True
    smoothing: Smoothing | None = None

    @property
    def behind(self) -> str:
        """What it stands behind, as it is named on the command line."""
        named = [as_named(one.name, one, one.settings) for one in defences_of(self.network)]
        if self.smoothing is not None:
            named.append(f"a vote of {self.smoothing.samples:,}, noise {self.smoothing.sigma:g}")
        return " + ".join(named) or "-"


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A subject and what was found."""

    subject: Subject
    curves: RobustnessCurves


def budget(text: str) -> float:
    """A number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not 0.0 < value < float("inf"):
        raise ArgumentTypeError(f"{text!r} is no number above 0")
    return value


def measured(
    subject: Subject, digits: Digits, budgets: Sequence[float], seed: int, norm: Norm = "linf"
) -> Measured:
    """Attack and prove, with a bar; the norm of a vote is L2, whatever is said."""
    network, title = subject.network, subject.network.name
    if subject.smoothing is not None:
        votes = smoothed_robustness(network, digits, subject.smoothing, budgets, seed=seed)
        return Measured(subject, with_share_bar(votes, title, done=float).curves)
    run = robustness_curves(
        network,
        digits,
        norm,
        budgets,
        unaware=subject.unaware,
        aware=subject.aware,
        prove=subject.prove,
        seed=seed,
    )
    return Measured(subject, with_share_bar(run, title, lambda one: one.done / one.total))


def robustness_table(found: Sequence[Measured], title: str) -> Table:
    """A row for each subject and budget; what it costs where nobody attacks stands in each."""
    rows = [
        (
            one.subject.network.name,
            one.subject.behind,
            f"{NORMS[one.curves.norm]} {size:g}",
            f"{one.curves.images:,}",
            _percent(one.curves.clean),
            *(_percent(shares[place]) for shares in _three(one.curves)),
            _stuck(one.curves, place),
        )
        for one in found
        for place, size in enumerate(one.curves.budgets)
        if size
    ]
    return Table(HEAD, rows, f"{title}\n\n", f"\n\n{LEGEND}")


def robustness_json(found: Sequence[Measured]) -> list[dict[str, Any]]:
    """All of it as plain values."""
    return [
        {
            "network": one.subject.network.name,
            "defences": [defence.as_dict() for defence in defences_of(one.subject.network)],
            "smoothing": asdict(one.subject.smoothing) if one.subject.smoothing else None,
            "unaware_attacks": _attacks(one.subject.unaware),
            "aware_attacks": _attacks(one.subject.aware),
            **asdict(one.curves),
        }
        for one in found
    ]


def _attacks(attacker: Attacker | None) -> dict[str, Any] | None:
    """Who makes images on what."""
    if attacker is None:
        return None
    named = [{"attack": one.name, "parameters": one.settings} for one in attacker.attacks]
    return {"network": attacker.network.name, "attacks": named}


def _three(curves: RobustnessCurves) -> tuple[tuple[float | None, ...], ...]:
    return curves.unaware, curves.aware, curves.proven


def _stuck(curves: RobustnessCurves, place: int) -> str:
    shares = curves.unaware_stuck[place], curves.aware_stuck[place]
    return ", ".join(map(_percent, shares))


def _percent(share: float | None) -> str:
    return "-" if share is None else percent(share)
