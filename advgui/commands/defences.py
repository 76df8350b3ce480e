"""``advgui defences``: list the defences and their parameters, or measure them."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from advgui.commands.cli.arguments import add_markdown, add_mnist, add_seed, count, mnist_folder
from advgui.commands.cli.output import say, say_json, say_table
from advgui.commands.cli.parameters import parameter_json, parameter_lines
from advgui.commands.cli.parser import Parser, command_parser, refuse_options
from advgui.commands.cli.robustness_table import (
    Subject,
    budget,
    measured,
    robustness_json,
    robustness_table,
)
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.defences.certificates.votes.smoothing import Smoothing
from advgui.core.defences.defended import defended
from advgui.core.evaluation.attackers import Attacker, naive, unaware_of_defences, usual_attacks
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table
from advgui.core.zoo import load_shipped

#: Those that are put behind defences, and those that were trained to defend beside what they
#: would have been without; a distilled one hides its slope, of which nobody need know.
BARE: Final = ("report", "convolutional")
TRAINED: Final = {
    "report-robust": "report",
    "report-distilled": "",
    "robust": "convolutional",
    "certified": "convolutional",
    "certified-wide": "convolutional",
}
_MEASURING: Final = (
    "--markdown",
    "--csv",
    "--network",
    "--defence",
    "--mnist",
    "--images",
    "--budget",
    "--seed",
)
_HINT: Final = (
    "\n--defence NAME:PARAMETER=VALUE puts a network behind one; several may be named, the first "
    "of which\nis given the image. advgui export saves a network with them."
)
_BUDGETS: Final = (0.05, 0.1, 0.2)
_IMAGES: Final = 200
_TRUE: Final = "An aware attacker follows its true slope."
_STRAIGHT: Final = "An aware attacker goes straight through, or chooses what crosses a level."
_SMOOTHING: Final = Smoothing(sigma=0.25, samples=1000)


def main(arguments: Sequence[str]) -> int:
    """Print every defence that a network can be put behind, or the three numbers of each."""
    options = _parser().parse_args(arguments)
    if options.measure:
        _measure(options)
        return 0
    refuse_options(arguments, _MEASURING, "is of what is measured: add --measure.")
    if options.json:
        say_json({"defences": [_as_json(defence) for defence in DEFENCES.values()]})
    else:
        say("\n\n".join(map(_told, DEFENCES.values())))
        say(_HINT)
    return 0


def _parser() -> Parser:
    parser = command_parser("defences")
    parser.add_argument(
        "--measure",
        action="store_true",
        help="measure them on MNIST: report and convolutional behind each of them and smoothed, "
        "and the networks that were trained to defend; some ten minutes",
    )
    add_markdown(parser)
    parser.add_argument(
        "--network",
        action="append",
        choices=(*BARE, *TRAINED),
        help="with --measure, this one alone; may be repeated",
    )
    parser.add_argument(
        "--defence",
        action="append",
        choices=tuple(DEFENCES),
        help="with --measure, report and convolutional behind this one alone; may be repeated",
    )
    add_mnist(parser)
    parser.add_argument(
        "--images",
        type=count,
        default=_IMAGES,
        metavar="N",
        help=f"with --measure, the first of the test images (default: {_IMAGES})",
    )
    parser.add_argument(
        "--budget",
        type=budget,
        action="append",
        metavar="SIZE",
        help="with --measure, of L∞, and five times as much of L2 where that is what a defence is "
        f"about; may be repeated (default: {', '.join(map(str, _BUDGETS))})",
    )
    add_seed(parser)
    return parser


def _measure(options: Namespace) -> None:
    """The table of all that can be measured with what ships."""
    digits = read_mnist(mnist_folder(options.mnist), "test")
    first = Digits(digits.images[: options.images], digits.labels[: options.images])
    sizes = options.budget or _BUDGETS
    found = [
        measured(one, first, [5 * size for size in sizes] if one.smoothing else sizes, options.seed)
        for one in _subjects(options.network, options.defence)
    ]
    title = f"The first {len(first.labels):,} test images of MNIST, seed {options.seed}"
    say_table(options, {"rows": robustness_json(found)}, robustness_table(found, title))


def _subjects(
    networks: Sequence[str] | None, transforms: Sequence[str] | None
) -> Iterator[Subject]:
    """Whatever defends, with who is aware of it and who is not; of these alone, if said."""
    for name in _of(BARE, networks):
        yield from _behind_each(load_shipped(name), _of(DEFENCES, transforms))
        if transforms is None:
            vote = Attacker(load_shipped(name), usual_attacks("l2"))
            yield Subject(vote.network, vote, vote, smoothing=_SMOOTHING)
    if transforms is None:
        yield from _trained(_of(TRAINED, networks))


def _behind_each(network: Network, transforms: Iterable[str]) -> Iterator[Subject]:
    attacks = usual_attacks("linf")
    for name in transforms:
        behind = defended(network, [make_defence(name)])
        yield Subject(behind, unaware_of_defences(behind, attacks), Attacker(behind, attacks))


def _trained(names: Iterable[str]) -> Iterator[Subject]:
    attacks = usual_attacks("linf")
    for name in names:
        network, plain = load_shipped(name), TRAINED[name]
        twin = load_shipped(plain) if plain else None
        unaware = unaware_of_defences(network, attacks, twin) if twin else naive(network)
        yield Subject(network, unaware, Attacker(network, attacks))


def _of(names: Iterable[str], wanted: Sequence[str] | None) -> list[str]:
    return [name for name in names if wanted is None or name in wanted]


def _as_json(defence: type[Defence]) -> dict[str, Any]:
    return {
        "name": defence.name,
        "title": defence.title,
        "summary": defence.summary,
        "source": defence.source,
        "differentiable": defence.differentiable,
        "parameters": [parameter_json(row) for row in parameter_table(defence)],
    }


def _told(defence: type[Defence]) -> str:
    head = [
        f"{defence.name}: {defence.title}",
        f"  {defence.summary}",
        f"  {_TRUE if defence.differentiable else _STRAIGHT}",
        f"  Source: {defence.source}",
    ]
    return "\n".join([*head, *parameter_lines(defence)])
