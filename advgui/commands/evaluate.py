"""``advgui evaluate``: measure attacks over many images of MNIST."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from advgui.commands.cli.arguments import (
    add_markdown,
    add_mnist,
    add_network,
    add_seed,
    command_parser,
    count,
    mnist_folder,
    require_some_read_right,
)
from advgui.commands.cli.attack_arguments import add_defence, named_attack, network_behind
from advgui.commands.cli.output import Table, say_table
from advgui.commands.cli.parameters import as_named
from advgui.commands.cli.parser import Parser
from advgui.commands.cli.progress import with_share_bar
from advgui.core.attacks import ATTACKS, DEFAULT, EvasionAttack, Form, Problem
from advgui.core.attacks.closest.penalty import Penalty
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.evaluation.robustness import Score, away_from_labels, evaluate, random_goals
from advgui.core.nn.network import Network
from advgui.core.zoo import find_network
from advgui.lab.attack.phrases import COULD_NOT_MOVE, NORMS, STUCK_LEGEND, percent

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


def main(arguments: Sequence[str]) -> int:
    """Attack the first images that the network reads correctly, toward wrong goals or away."""
    options = _parser().parse_args(arguments)
    network = network_behind(options)
    form: Form = "untargeted" if options.away else "targeted"
    attacks = [named_attack(text) for text in options.attack or _usual(form)]
    digits = read_mnist(mnist_folder(options.mnist), "test")
    problem = (
        away_from_labels(network, digits, options.images)
        if options.away
        else random_goals(network, digits, options.images, seed=options.seed)
    )
    require_some_read_right(network, len(problem.goals))
    others = [find_network(name) for name in options.shown_to]
    scores = [
        _score(network, attack, problem, options.seed, others, aware=aware)
        for attack in attacks
        for aware in ((False, True) if options.unaware else (True,))
    ]
    behind = bool(defences_of(network))
    clean, title = _clean(network, digits), f"The network {network.full_name}, {_aim(form)}"
    table = Table(
        _head(others, behind=behind),
        [_row(score) for score in scores],
        f"{title}, seed {options.seed}\n{_clean_words(network, clean)}\n",
        f"\n\n{_legend(others, behind=behind)}",
    )
    listed = [asdict(score) for score in scores]
    say_table(options, {"network": network.name, "form": form, **clean, "scores": listed}, table)
    return 0


def _clean(network: Network, digits: Digits) -> dict[str, Any]:
    """What the defences cost where nobody attacks; nothing where there are none."""
    defences = [defence.as_dict() for defence in defences_of(network)]
    if not defences:
        return {}
    both = {"accuracy": accuracy(network, digits), "bare": accuracy(bare_of(network), digits)}
    return {"defences": defences, "clean": both}


def _clean_words(network: Network, found: dict[str, Any]) -> str:
    """The same in a line."""
    if not found:
        return ""
    named = ", ".join(as_named(one.name, one, one.settings) for one in defences_of(network))
    behind, bare = (percent(found["clean"][which], 2) for which in ("accuracy", "bare"))
    return f"behind {named}: it reads {behind} of the test images, alone {bare}\n"


def _parser() -> Parser:
    parser = command_parser("evaluate")
    add_markdown(parser)
    add_network(parser)
    add_defence(
        parser,
        unaware="beside each attack, the same made on the network alone, as by one who does not "
        "know of the defence",
    )
    parser.add_argument(
        "--attack",
        action="append",
        metavar="NAME[:PARAMETER=VALUE,...]",
        help="an attack, such as penalty:steps=1000; may be repeated (default: ddn and penalty "
        "alone, as all of those that advgui attacks lists take many minutes)",
    )
    parser.add_argument(
        "--away",
        action="store_true",
        help="reach any label but the one that is read, instead of a wrong one at random",
    )
    parser.add_argument(
        "--shown-to",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="show the images that fool to this network too; may be repeated",
    )
    add_mnist(parser)
    parser.add_argument(
        "--images", type=count, default=1000, metavar="N", help="how many (default: 1000)"
    )
    add_seed(parser)
    return parser


def _head(others: Sequence[Network], *, behind: bool) -> tuple[str, ...]:
    shown = (f"goal, misread on {other.name}" for other in others)
    return (*HEAD[:1], *(DEFENCE_HEAD if behind else ()), *HEAD[1:], *shown)


def _legend(others: Sequence[Network], *, behind: bool) -> str:
    more = ((DEFENCE_LEGEND, behind), (TRANSFER_LEGEND, others))
    return "\n".join([LEGEND, *(legend for legend, wanted in more if wanted)])


def _usual(form: Form) -> list[str]:
    """The default attack and the report's, if they can do it: all there are take many minutes."""
    return [name for name in (DEFAULT, Penalty.name) if form in ATTACKS[name].forms]


def _aim(form: Form) -> str:
    return "toward wrong goals at random" if form == "targeted" else "away from what it reads"


def _score(
    network: Network,
    attack: EvasionAttack,
    problem: Problem,
    seed: int,
    others: Sequence[Network],
    *,
    aware: bool,
) -> Score:
    run = evaluate(network, attack, problem, seed=seed, shown_to=others, aware=aware)
    return with_share_bar(run, attack.name, done=float)


def _row(score: Score) -> tuple[str, ...]:
    return (
        as_named(score.attack, ATTACKS[score.attack], score.parameters),
        *_defence_cells(score),
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
        *(f"{_percent(one.at_goal)}, {_percent(one.misread)}" for one in score.transfers),
    )


def _defence_cells(score: Score) -> tuple[str, ...]:
    """Who attacks, and what comes through; nothing where there is no defence."""
    if score.through is None:
        return ()
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
