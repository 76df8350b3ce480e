"""What ``advgui evaluate --budget`` does: how many images are robust within one, three times."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Final

from advgui.commands.cli.arguments import mnist_folder
from advgui.commands.cli.attack_arguments import named_attack
from advgui.commands.cli.output import say_table
from advgui.commands.cli.parser import Parser, UsageError, refuse_options
from advgui.commands.cli.robustness_table import (
    Subject,
    budget,
    measured,
    robustness_json,
    robustness_table,
)
from advgui.core.attacks import EvasionAttack
from advgui.core.attacks.objective import Norm
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.attackers import Attacker, naive, unaware_of_defences, usual_attacks
from advgui.core.nn.network import Network
from advgui.core.zoo import find_network

_WITH: Final = ("--norm", "--twin", "--naive", "--proven")
_WITHOUT: Final = ("--away", "--artefact", "--shown-to", "--confidence", "--survival", "--unaware")
_NORMS: Final[tuple[Norm, ...]] = ("linf", "l2", "l1")


def add_budgets(parser: Parser) -> None:
    """``--budget`` and what goes with it."""
    parser.add_argument(
        "--budget",
        type=budget,
        action="append",
        metavar="SIZE",
        help="tell, instead, how many of the first images are read right whatever is done within "
        "it: by who is unaware of the defences and by who is aware of them, whose attacks are "
        "--attack (default: projected gradients of two losses, two starts each); may be repeated",
    )
    parser.add_argument(
        "--norm", choices=_NORMS, default="linf", help="with --budget, of it (default: linf)"
    )
    parser.add_argument(
        "--twin",
        metavar="NAME|FILE",
        help="with --budget, whom the unaware attack in place of the network: what it was before "
        "it was trained to defend",
    )
    parser.add_argument(
        "--naive",
        action="store_true",
        help="with --budget, the unaware follow the loss as the papers wrote it, which has no "
        "slope where a network is sure, as a distilled one always is",
    )
    parser.add_argument(
        "--proven", action="store_true", help="with --budget, also how many are proven to be robust"
    )


def require_fitting(arguments: Sequence[str], *, budgets: bool) -> None:
    """Raise UsageError for what says nothing with ``budgets``, or without."""
    if budgets:
        refuse_options(arguments, _WITHOUT, "does not go with --budget: leave one of them out.")
    else:
        why = "is of robust accuracy: say within which --budget."
        refuse_options(arguments, _WITH, why)


def say_robustness(options: Namespace, networks: Sequence[Network]) -> None:
    """Measure each network at each budget, and write the table."""
    if options.twin and options.naive:
        raise UsageError("The unaware attack the --twin or are --naive, not both.")
    attacks = tuple(map(named_attack, options.attack or ())) or usual_attacks(options.norm)
    twin = find_network(options.twin) if options.twin else None
    digits = read_mnist(mnist_folder(options.mnist), "test")
    first = Digits(digits.images[: options.images], digits.labels[: options.images])
    found = [
        measured(
            _subject(options, network, attacks, twin),
            first,
            options.budget,
            options.seed,
            options.norm,
        )
        for network in networks
    ]
    title = f"The first {len(first.labels):,} test images of MNIST, seed {options.seed}"
    say_table(options, {"rows": robustness_json(found)}, robustness_table(found, title))


def _subject(
    options: Namespace, network: Network, attacks: tuple[EvasionAttack, ...], twin: Network | None
) -> Subject:
    unaware = naive(network) if options.naive else unaware_of_defences(network, attacks, twin)
    return Subject(network, unaware, Attacker(network, attacks), prove=options.proven)
