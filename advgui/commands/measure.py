"""``advgui measure``: measure how well networks read and how easily they are fooled."""

from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from advgui.commands.cli.arguments import (
    add_markdown,
    add_mnist,
    add_pen,
    command_parser,
    count,
    mnist_folder,
    pen_folder,
)
from advgui.commands.cli.output import Table, say_table
from advgui.commands.cli.parser import Parser, UsageError
from advgui.commands.cli.progress import with_share_bar
from advgui.core.datasets.readers import read_mnist, read_pen
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.evaluation.gradients import Gradients, gradients
from advgui.core.evaluation.robustness import random_goals
from advgui.core.evaluation.scorecard import IMAGES, SEED, UnseenDigits, by_writer, measure
from advgui.core.formats.safetensors_file import save_network
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
    networks = [find_network(name) for name in options.network or PLAIN]
    pen = pen_folder(options.pen)
    unseen = UnseenDigits(
        read_mnist(mnist_folder(options.mnist), "test"),
        held_out(read_pen(pen)) if pen else None,
    )
    found = []
    for network in networks:
        run = _measured(network, unseen, options.images)
        found.append(with_share_bar(run, network.name, done=float))
    if options.out is not None:
        for one in found:
            save_network(one.network, options.out / f"{one.network.name}{NETWORK_SUFFIX}")
    legend = f"\n\n{LEGEND}\n\n{_compared(found)}"
    table = Table(HEAD, [_row(one) for one in found], behind=legend)
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


def _row(one: Measured) -> tuple[str, ...]:
    card, left = one.network.card, one.gradients
    mnist, pen, *attacked = _figures(card).values()
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
    )


def _figures(card: Card) -> dict[str, str]:
    """What is measured of a network, as it is shown."""
    return {
        "MNIST": _percent(card.mnist, 2),
        "pen": _percent(card.pen, 2),
        "fooled": _percent(card.fooled),
        "mean L2": "-" if card.l2 is None else f"{card.l2:.3f}",
    }


def _compared(found: Sequence[Measured]) -> str:
    """Whether the cards told the truth, figure by figure."""
    differences = [
        f"{one.network.name}: its card says {name} {told}, measured {figure}."
        for one in found
        for (name, told), figure in zip(
            _figures(one.before).items(), _figures(one.network.card).values(), strict=True
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
