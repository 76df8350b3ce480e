"""``advgui train``: a new network from MNIST's files."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from advgui.commands.arguments import (
    add_mnist,
    add_pen,
    add_seed,
    command_parser,
    count,
    mnist_folder,
    part,
    pen_folder,
)
from advgui.commands.cards import card_json, card_words
from advgui.commands.output import say, say_json
from advgui.commands.parser import Parser, UsageError
from advgui.commands.progress import followed_share
from advgui.core.architectures import ARCHITECTURES, Architecture
from advgui.core.card import Card
from advgui.core.datasets import Digits, read_mnist, read_pen
from advgui.core.mixing import HELD_OUT, PENS, held_out, with_pen
from advgui.core.network import Network
from advgui.core.networkfile import save_network
from advgui.core.recipe import Recipe
from advgui.core.shipped import SUFFIX
from advgui.core.training import accuracy, describe, share_of, train


def main(arguments: Sequence[str]) -> int:
    """Train, measure, and only then write: what is interrupted leaves no file."""
    options = _parser().parse_args(arguments)
    architecture = _with_recipe(
        ARCHITECTURES[options.architecture], epochs=options.epochs, share=options.share
    )
    target = _target(options.out or Path(f"{architecture.name}{SUFFIX}"))
    mnist, pen = mnist_folder(options.mnist), pen_folder(options.pen)
    network = replace(_trained(architecture, mnist, pen, options.seed), name=target.stem)
    network = _measured(network, mnist, pen, mixed=_is_mixed(architecture, pen))
    save_network(network, target)
    if options.json:
        say_json({**card_json(network), "file": str(target)})
    else:
        say(f"{card_words(network)}\nSaved as {target}")
    return 0


def _parser() -> Parser:
    parser = command_parser("train")
    listed = list(ARCHITECTURES)
    parser.add_argument(
        "--architecture",
        choices=listed,
        default="report",
        help=f"{' or '.join(listed)} (default: report)",
    )
    add_mnist(parser)
    add_pen(parser)
    parser.add_argument("--epochs", type=count, metavar="N", help="how often each image is shown")
    parser.add_argument(
        "--share", type=part, metavar="S", help="the part of MNIST's training images to use"
    )
    add_seed(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar=f"FILE{SUFFIX}",
        help=f"where to save it (default: ARCHITECTURE{SUFFIX}, here)",
    )
    return parser


def _with_recipe(
    architecture: Architecture, *, epochs: int | None, share: float | None
) -> Architecture:
    """The architecture with its recipe changed where something else was asked for."""
    recipe = architecture.recipe
    changed = replace(
        recipe,
        epochs=recipe.epochs if epochs is None else epochs,
        share=recipe.share if share is None else share,
    )
    return replace(architecture, recipe=changed)


def _target(path: Path) -> Path:
    """The file to write, looked at before minutes are spent on what cannot be saved."""
    if path.is_dir():
        raise UsageError(f"{path}: a folder, not a file to save the network in.")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: its folder is not there.")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"{path}: its folder cannot be written in.")
    return path


def _is_mixed(architecture: Architecture, pen: Path | None) -> bool:
    """Whether pen strokes are trained on: where the recipe says so and they are there."""
    return architecture.recipe.pen and pen is not None


def _digits(architecture: Architecture, mnist: Path, pen: Path | None, seed: int) -> Digits:
    digits = share_of(read_mnist(mnist, "train"), architecture.recipe.share, seed=seed)
    return with_pen(digits, pen) if pen and _is_mixed(architecture, pen) else digits


def _trained(architecture: Architecture, mnist: Path, pen: Path | None, seed: int) -> Network:
    """The trained network, its card telling how it was made."""
    digits = _digits(architecture, mnist, pen, seed)
    started = perf_counter()
    network = followed_share(
        train(architecture, digits, architecture.recipe, seed=seed),
        architecture.name,
        done=lambda progress: progress.done,
        note=lambda progress: f"loss {progress.loss:.4f}, {progress.accuracy:.1%} right",
    )
    card = Card(
        title=architecture.title,
        architecture=architecture.described(),
        training=_recipe_words(architecture.recipe),
        data=_data_words(architecture, digits, mixed=_is_mixed(architecture, pen)),
        seed=seed,
        epochs=architecture.recipe.epochs,
        seconds=perf_counter() - started,
    )
    return describe(network, card)


def _measured(network: Network, mnist: Path, pen: Path | None, *, mixed: bool) -> Network:
    """The network with its accuracies in its card; pen digits only of writers never seen."""
    test = accuracy(network, read_mnist(mnist, "test"))
    if pen is None:
        return replace(network, card=replace(network.card, mnist=test))
    drawn = held_out(read_pen(pen)) if mixed else read_pen(pen)
    words = f"{len(drawn.labels):,} pen digits by writers never trained on"
    card = replace(network.card, mnist=test, pen=accuracy(network, drawn), pen_data=words)
    return replace(network, card=card)


def _data_words(architecture: Architecture, digits: Digits, *, mixed: bool) -> str:
    share = f"{architecture.recipe.share:.0%} of MNIST's training images"
    drawn = f", pen digits of all writers but {len(HELD_OUT)} in {len(PENS)} widths"
    return f"{len(digits.labels):,} images: {share}{drawn if mixed else ''}"


def _recipe_words(recipe: Recipe) -> str:
    warped = f", warped by {recipe.warp:g}" if recipe.warp else ""
    decayed = f", weight decay {recipe.decay:g}" if recipe.decay else ""
    return (
        f"{recipe.epochs} epochs of {recipe.loss}, {recipe.optimiser} of rate {recipe.rate:g} "
        f"({recipe.schedule}), batches of {recipe.batch}{warped}{decayed}"
    )
