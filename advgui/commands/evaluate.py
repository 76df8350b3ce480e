"""``advgui evaluate``: measure attacks over many images of MNIST."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from advgui.commands.cli.arguments import (
    add_markdown,
    add_mnist,
    add_networks,
    add_seed,
    count,
    mnist_folder,
    require_some_read_right,
)
from advgui.commands.cli.attack_arguments import (
    add_artefact,
    add_defence,
    named_attack,
    network_behind,
)
from advgui.commands.cli.output import say_table
from advgui.commands.cli.parameters import as_named
from advgui.commands.cli.parser import Parser, command_parser
from advgui.commands.cli.progress import with_share_bar
from advgui.commands.cli.score_table import score_table
from advgui.commands.cli.within_budgets import add_budgets, require_fitting, say_robustness
from advgui.core.attacks import (
    ATTACKS,
    DEFAULT,
    EvasionAttack,
    Form,
    Problem,
    checked_confidence,
)
from advgui.core.attacks.closest.penalty import Penalty
from advgui.core.attacks.fitted import Artefact, worn
from advgui.core.attacks.fitted.artefact_file import load_artefact
from advgui.core.attacks.problem import CONFIDENCE
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.evaluation.robustness import (
    Score,
    away_from_labels,
    evaluate,
    random_goals,
    toward,
)
from advgui.core.nn.network import Network
from advgui.core.zoo import default_network, find_network
from advgui.lab.attack.phrases import percent


def main(arguments: Sequence[str]) -> int:
    """Attack the first images that each network reads correctly, toward wrong goals or away."""
    options = _parser().parse_args(arguments)
    require_fitting(arguments, budgets=bool(options.budget))
    networks = [network_behind(options, name) for name in options.network or [default_network()]]
    if options.budget:
        say_robustness(options, networks)
        return 0
    artefact = None if options.artefact is None else load_artefact(options.artefact)
    form, goal = _aimed(options, artefact)
    attacks = [named_attack(text) for text in options.attack or ([] if artefact else _usual(form))]
    attacks = [*([worn(artefact)] if artefact else []), *attacks]
    for attack in attacks:
        checked_confidence(attack, options.confidence)
    digits = read_mnist(mnist_folder(options.mnist), "test")
    others = [find_network(name) for name in options.shown_to]
    scores = [
        score
        for network in networks
        for score in _scores(options, network, digits, attacks, others, form, goal)
    ]
    cleans = [_clean(network, digits) for network in networks]
    found = {
        "network": networks[0].name,
        "form": form,
        **cleans[0],
        "networks": [{"network": n.name, **c} for n, c in zip(networks, cleans, strict=True)],
        "scores": [asdict(score) for score in scores],
    }
    words = "".join(map(_clean_words, networks, cleans))
    named = ", ".join(network.full_name for network in networks)
    title = f"The network{'s' if networks[1:] else ''} {named}, {_aim(form, goal)}"
    before = f"{title}, seed {options.seed}\n{words}\n"
    confident = bool(scores and scores[0].confidence)
    say_table(options, found, score_table(scores, others, before, confident=confident))
    return 0


def _scores(
    options: Namespace,
    network: Network,
    digits: Digits,
    attacks: Sequence[EvasionAttack],
    others: Sequence[Network],
    form: Form,
    goal: int | None,
) -> Iterator[Score]:
    """Of each attack on one network, and of who knows of its defences and who does not."""
    problem = _problem(options, network, digits, form, goal)
    require_some_read_right(network, len(problem.goals))
    for attack in attacks:
        asked = replace(problem, confidence=checked_confidence(attack, options.confidence))
        for aware in (False, True) if options.unaware else (True,):
            run = evaluate(
                network,
                attack,
                asked,
                seed=options.seed,
                shown_to=others,
                aware=aware,
                survive=options.survival,
            )
            yield with_share_bar(run, attack.name, done=float)


def _problem(
    options: Namespace, network: Network, digits: Digits, form: Form, goal: int | None
) -> Problem:
    """The digits, away from their labels, toward the one goal of an artefact, or random ones."""
    if form == "untargeted":
        return away_from_labels(network, digits, options.images)
    if goal is not None:
        return toward(network, digits, options.images, goal)
    return random_goals(network, digits, options.images, seed=options.seed)


def _aimed(options: Namespace, artefact: Artefact | None) -> tuple[Form, int | None]:
    """What is wanted, and of whom: toward a goal, if an artefact that is named has any."""
    goal = artefact.goal if artefact else None
    without = artefact and goal is None and not artefact.attack.goal_when_worn
    return ("untargeted" if options.away or without else "targeted"), goal


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
    add_networks(parser)
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
    add_artefact(
        parser,
        "have the digits wear what advgui fit has learned, toward its goal if it has one; with "
        "--attack, beside these",
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
    parser.add_argument(
        "--survival",
        action="store_true",
        help="tell through how many of 1,000 draws of turning, shifting, scaling, blurring, "
        "lighting and printing what comes of it still fools, and plain digits are read right",
    )
    parser.add_argument(
        "--confidence",
        metavar="LEAD",
        default=CONFIDENCE.default,
        help=f"how sure the network must be: {CONFIDENCE.help.lower().removesuffix('.')}",
    )
    add_budgets(parser)
    add_mnist(parser)
    parser.add_argument(
        "--images", type=count, default=1000, metavar="N", help="how many (default: 1000)"
    )
    add_seed(parser)
    return parser


def _usual(form: Form) -> list[str]:
    """The default attack and the report's, if they can do it: all there are take many minutes."""
    return [name for name in (DEFAULT, Penalty.name) if form in ATTACKS[name].forms]


def _aim(form: Form, goal: int | None) -> str:
    if form == "targeted" and goal is not None:
        return f"toward {goal}"
    return "toward wrong goals at random" if form == "targeted" else "away from what it reads"
