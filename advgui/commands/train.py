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
    mnist = mnist_folder(options.mnist)
    digits, test = read_mnist(mnist, "train"), read_mnist(mnist, "test")
    pen = read_pen(folder) if (folder := pen_folder(options.pen)) else None
    network = _trained(architecture, share_of(digits, architecture.recipe.share), options.seed)
    network = replace(_measured(network, test, pen), name=target.stem)
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


def _trained(architecture: Architecture, digits: Digits, seed: int) -> Network:
    """The trained network, its card telling how it was made."""
    started = perf_counter()
    network = followed_share(
        train(architecture, digits, architecture.recipe, seed=seed),
        architecture.name,
        done=lambda progress: progress.done,
        note=lambda progress: f"loss {progress.loss:.4f}, {progress.accuracy:.1%} right",
    )
    card = Card(
        title=architecture.title,
        architecture=architecture.layout,
        training=_recipe_words(architecture.recipe),
        data=f"{len(digits.labels):,} of MNIST's training images",
        seed=seed,
        epochs=architecture.recipe.epochs,
        seconds=perf_counter() - started,
    )
    return describe(network, card)


def _measured(network: Network, test: Digits, pen: Digits | None) -> Network:
    """The network with its accuracies in its card."""
    card = replace(
        network.card,
        mnist=accuracy(network, test),
        pen=None if pen is None else accuracy(network, pen),
        pen_data="" if pen is None else f"{len(pen.labels):,} pen digits",
    )
    return replace(network, card=card)


def _recipe_words(recipe: Recipe) -> str:
    warped = f", warped by {recipe.warp:g}" if recipe.warp else ""
    return (
        f"{recipe.epochs} epochs of {recipe.loss}, {recipe.optimiser} of rate {recipe.rate:g} "
        f"({recipe.schedule}), batches of {recipe.batch}{warped}"
    )
