"""``advgui measure``: measure how well networks read and how easily they are fooled."""

from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from advgui.commands.cli.arguments import (
    add_markdown,
    add_mnist,
    add_pen,
    count,
    mnist_folder,
    part,
    pen_folder,
)
from advgui.commands.cli.output import Table, say_table
from advgui.commands.cli.parser import Parser, UsageError, command_parser
from advgui.commands.cli.progress import with_share_bar
from advgui.core.datasets.readers import Digits, read_mnist, read_pen
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.evaluation.gradients import Gradients, gradients
from advgui.core.evaluation.robustness import random_goals
from advgui.core.evaluation.scorecard import IMAGES, SEED, UnseenDigits, by_writer, measure
from advgui.core.evaluation.withstanding import measure_withstanding
from advgui.core.formats.safetensors_file import save_network
from advgui.core.generators import changed
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.opening import NETWORK_SUFFIX
from advgui.core.training.data import held_out
from advgui.core.zoo import PLAIN, find_network
from advgui.lab.attack.phrases import percent
from advgui.lab.networks.card_text import card_json

HEAD = (
    "network",
    "weights",
    "MNIST",
    "pen",
    "worst writer",
    "best writer",
    "fooled",
    "mean L2",
    "no gradient",
    "vanishing",
    "flat units",
)
WITHIN = ("unaware", "aware", "proven")
LEGEND = (
    "pen: digits by writers never trained on; worst, best writer: of these. fooled: by the default "
    "attack,\ntoward wrong goals at random; mean L2: both of the valid 8-bit images. no gradient, "
    "vanishing: images\nwhose gradient of the report's cost is zero, or too small to change a "
    "pixel in 100 steps. flat units:\nhidden units of less than 1 % of the full slope."
)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A network with its new card, the card that it had, and its gradients.

    ``writers`` are the shares of the pen digits that it reads, writer by writer.
    """

    network: Network
    before: Card
    gradients: Gradients
    writers: tuple[float, ...]


def main(arguments: Sequence[str]) -> int:
    """Measure one network after the other; ``--out`` saves them with what was found."""
    options = _parser().parse_args(arguments)
    if options.out is not None and not options.out.is_dir():
        raise UsageError(f"{options.out}: there is no such folder.")
    if options.twin is not None and options.within is None:
        raise UsageError("--twin is only told with --within.")
    networks = [find_network(name) for name in options.network or PLAIN]
    twin = None if options.twin is None else find_network(options.twin)
    pen = pen_folder(options.pen)
    unseen = UnseenDigits(
        read_mnist(mnist_folder(options.mnist), "test"),
        held_out(read_pen(pen)) if pen else None,
    )
    found = []
    for network in networks:
        run = _measured(network, unseen, options.images)
        if options.within is not None:
            run = _withstanding(run, unseen.test, options.images, options.within, twin)
        found.append(with_share_bar(run, network.name, done=float))
    if options.out is not None:
        for one in found:
            save_network(one.network, options.out / f"{one.network.name}{NETWORK_SUFFIX}")
    legend = f"\n\n{LEGEND}\n\n{_compared(found)}"
    within = options.within is not None
    rows = [_row(one, within=within) for one in found]
    table = Table((*HEAD, *WITHIN) if within else HEAD, rows, behind=legend)
    say_table(options, {"networks": [_json(one) for one in found]}, table)
    return 0


def _parser() -> Parser:
    parser = command_parser("measure")
    add_markdown(parser)
    parser.add_argument(
        "--network",
        action="append",
        metavar="NAME|FILE",
        help="a network; may be repeated (default: the ten that were not trained to defend)",
    )
    add_mnist(parser)
    add_pen(parser)
    parser.add_argument(
        "--images",
        type=count,
        default=IMAGES,
        metavar="N",
        help=f"how many are attacked (default: {IMAGES})",
    )
    parser.add_argument(
        "--within",
        type=part,
        metavar="BUDGET",
        help="also how many images are read correctly whatever is done to pixels within this "
        "budget, by who does not know of a defence and by who does, and what is proven",
    )
    parser.add_argument(
        "--twin",
        metavar="NAME|FILE",
        help="the plain network that the unaware attacker knows in its place; without one, such "
        "an attacker follows the bare cross-entropy (--within)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="save the networks here, with the cards that were measured",
    )
    return parser


def _measured(
    network: Network, unseen: UnseenDigits, images: int
) -> Generator[float, None, Measured]:
    """All figures are of the network alone, whatever it stands behind."""
    bare = bare_of(network)
    measured = yield from measure(bare, unseen, images=images)
    problem = random_goals(bare, unseen.test, images, seed=SEED)
    writers = by_writer(bare, unseen.pen) if unseen.pen is not None else ()
    behind = defended(measured, defences_of(network))
    return Measured(behind, network.card, gradients(bare, problem), writers)


def _withstanding(
    run: Generator[float, None, Measured],
    test: Digits,
    images: int,
    budget: float,
    twin: Network | None,
) -> Generator[float, None, Measured]:
    """The same, and what the network withstands within the budget, behind its defences."""
    one = yield from changed(run, lambda share: share / 2)
    work = measure_withstanding(one.network, test, images, budget, twin)
    network = yield from changed(work, lambda share: (1 + share) / 2)
    return replace(one, network=network)


def _row(one: Measured, *, within: bool) -> tuple[str, ...]:
    card, left = one.network.card, one.gradients
    mnist, pen, *attacked = _figures(card).values()
    withstood = _withstood(card).values() if within else ()
    return (
        one.network.full_name,
        f"{card.parameters:,}",
        mnist,
        pen,
        _percent(min(one.writers, default=None)),
        _percent(max(one.writers, default=None)),
        *attacked,
        _percent(left.zero),
        _percent(left.vanishing),
        _percent(left.saturated),
        *withstood,
    )


def _figures(card: Card) -> dict[str, str]:
    """What is measured of a network, as it is shown."""
    return {
        "MNIST": _percent(card.mnist, 2),
        "pen": _percent(card.pen, 2),
        "fooled": _percent(card.fooled),
        "mean L2": "-" if card.l2 is None else f"{card.l2:.3f}",
    }


def _withstood(card: Card) -> dict[str, str]:
    """What is measured within a budget, as it is shown."""
    shares = {"unaware": card.unaware, "robust": card.robust, "proven": card.proven}
    return {name: _percent(share, 2) for name, share in shares.items()}


def _compared(found: Sequence[Measured]) -> str:
    """Whether the cards told the truth, figure by figure."""
    differences = [
        f"{one.network.name}: its card says {name} {told}, measured {figure}."
        for one in found
        for (name, told), figure in zip(
            {**_figures(one.before), **_withstood(one.before)}.items(),
            {**_figures(one.network.card), **_withstood(one.network.card)}.values(),
            strict=True,
        )
        if told != figure
    ]
    return "\n".join(differences) or "Every figure is the one on the network's card."


def _json(one: Measured) -> dict[str, object]:
    return {
        **card_json(one.network),
        "pen_writers": list(one.writers),
        "gradients": asdict(one.gradients),
    }


def _percent(share: float | None, places: int = 1) -> str:
    return "-" if share is None else percent(share, places)
