"""The table of scores: how each attack did on each network."""

from collections.abc import Sequence

from advgui.commands.cli.output import Table
from advgui.commands.cli.parameters import as_named
from advgui.core.attacks import ATTACKS
from advgui.core.attacks.fitted import fitted_attack_class
from advgui.core.attacks.objective import NORMS
from advgui.core.evaluation.robustness import Score
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import COULD_NOT_MOVE, STUCK_LEGEND, percent

HEAD = (
    "attack",
    "images",
    "raw fooled",
    "fooled",
    COULD_NOT_MOVE,
    "mean L2",
    "median L2",
    "own norm",
    "restored",
    "queries",
    "ms an image",
)
LEGEND = (
    "raw fooled: by the real numbers of the last step. fooled: by the valid 8-bit image.\n"
    f"{STUCK_LEGEND}.\n"
    "Neither says how robust it is. L2: of the fooled 8-bit images; own norm: their mean in the "
    "norm that\nthe attack keeps small, L0 being the number of pixels. restored: of the fooled, "
    "those that a threshold\nat 0.5 makes read as before. queries: how often an image was shown "
    "to the network, on average."
)

DEFENCE_HEAD = ("attacker", "through")
DEFENCE_LEGEND = (
    "attacker: aware, who goes through the defence, or not, who attacks the network alone, about\n"
    "which the figures are then. through: of all images, those that fool the network behind the\n"
    "defence."
)

TRANSFER_LEGEND = (
    "goal, misread: of the fooled that the other network reads correctly before, those that it "
    "reads as the\ngoal, and as anything but what they were."
)


SURVIVAL_HEAD = ("survival", "plain")
SURVIVAL_LEGEND = (
    "survival: through how many of 1,000 draws of rotation, shift, scale, blur, contrast, "
    "brightness and print\nnoise an image still fools, on average over all. plain: through how "
    "many the digit itself is read as it was."
)

CONFIDENCE_LEGEND = "sure: of all images, those that fool it and lead by the confidence asked for."


def score_table(
    scores: Sequence[Score], others: Sequence[Network], before: str, *, confident: bool = False
) -> Table:
    """A row for each score; what stands in ``before`` is said first."""
    several = len({score.network for score in scores}) > 1
    behind = any(score.defences for score in scores)
    survived = any(score.survival is not None for score in scores)
    shown = (f"goal, misread on {other.name}" for other in others)
    head = (
        *(("network",) if several else ()),
        *HEAD[:1],
        *(DEFENCE_HEAD if behind else ()),
        *HEAD[1:],
        *(SURVIVAL_HEAD if survived else ()),
        *(("sure",) if confident else ()),
        *shown,
    )
    rows = [
        (
            *((score.network,) if several else ()),
            _named(score),
            *(_defence_cells(score) if behind else ()),
            *_cells(score),
            *((_percent(score.survival), _percent(score.plain_survival)) if survived else ()),
            *((_percent(score.sure),) if confident else ()),
            *(f"{_percent(one.at_goal)}, {_percent(one.misread)}" for one in score.transfers),
        )
        for score in scores
    ]
    more = (
        (DEFENCE_LEGEND, behind),
        (SURVIVAL_LEGEND, survived),
        (CONFIDENCE_LEGEND, confident),
        (TRANSFER_LEGEND, others),
    )
    legend = "\n".join([LEGEND, *(one for one, wanted in more if wanted)])
    return Table(head, rows, before, f"\n\n{legend}")


def _named(score: Score) -> str:
    """The attack with its parameters, or the one that has learned what is worn."""
    if score.attack in ATTACKS:
        return as_named(score.attack, ATTACKS[score.attack], score.parameters)
    method = str(score.parameters["method"])
    return as_named(method, fitted_attack_class(method), score.parameters)


def _cells(score: Score) -> tuple[str, ...]:
    """Those that every table has."""
    return (
        f"{score.images:,}",
        _percent(score.raw),
        _percent(score.fooled),
        _percent(score.could_not_move),
        _number(score.l2),
        _number(score.median),
        _own(score),
        _percent(score.restored),
        f"{score.queries:,.0f}",
        f"{1000.0 * score.seconds / score.images:.2f}",
    )


def _defence_cells(score: Score) -> tuple[str, ...]:
    """Who attacks, and what comes through, where there is a defence."""
    if score.through is None:
        return "-", "-"
    return ("aware" if score.aware else "unaware"), _percent(score.through)


def _own(score: Score) -> str:
    """The mean distance in the attack's own norm, if that is another one than L2."""
    if score.norm in ("l2", "none") or score.distance is None:
        return "-"
    return f"{NORMS[score.norm]} {score.distance:.4g}"


def _percent(share: float | None) -> str:
    return "-" if share is None else percent(share)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
