"""``advgui pen``: measure what strokes that a person can redraw fool."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from advgui.commands.cli.arguments import add_markdown, add_networks, add_seed, part, pen_folder
from advgui.commands.cli.attack_arguments import settings
from advgui.commands.cli.output import Table, say_table
from advgui.commands.cli.parameters import as_named
from advgui.commands.cli.parser import Parser, command_parser
from advgui.commands.cli.progress import with_share_bar
from advgui.core.attacks.strokes.pen import Pen
from advgui.core.datasets.readers import read_pen_strokes
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import Ink
from advgui.core.evaluation.redrawing import HANDS, PenScore, measure_pen
from advgui.core.images import Labels
from advgui.core.parameters import validated
from advgui.core.zoo import default_network, find_network
from advgui.lab.attack.phrases import percent

#: Of the pen digits as many as the gallery has.
_PEN_DIGITS = 30
_LEGEND = (
    "fooled: by the valid 8-bit image of the changed strokes. sure: those that also lead by as "
    "much as asked.\n"
    f"redrawn: of the fooled, each drawn {HANDS} times with smooth jitter, those that still fool; "
    "plain: of the digits\n"
    "as they were, with the same jitter, those that are still read right. easiest: the goal of "
    "nine that gives way most.\nAbove a bend of 12 % the digit becomes the goal: that is no attack."
)


def main(arguments: Sequence[str]) -> int:
    """Attack drawn digits by their strokes, redraw what fools, and tell what holds."""
    options = _parser().parse_args(arguments)
    attack = Pen(**validated(Pen, settings(options.set)))  # type: ignore[arg-type]
    inks, labels = _digits(pen_folder(options.pen))
    scores: list[PenScore] = []
    for name in options.network or [default_network()]:
        network = find_network(name)
        run = measure_pen(network, inks, labels, attack, jitter=options.jitter, seed=options.seed)
        scores.extend(with_share_bar(run, network.name, done=float))
    say_table(options, {"scores": [asdict(score) for score in scores]}, _table(options, scores))
    return 0


def _digits(folder: Path | None) -> tuple[tuple[Ink, ...], Labels]:
    """Those of the gallery, and the first of the pen digits where these are there."""
    drawn = [(digit.strokes, digit.label) for digit in read_gallery()]
    if folder is not None:
        pen = read_pen_strokes(folder)[:_PEN_DIGITS]
        drawn += [(digit.strokes, digit.label) for digit in pen if digit.label is not None]
    return tuple(Ink(strokes) for strokes, _ in drawn), np.array([n for _, n in drawn], np.int64)


def _table(options: Namespace, scores: Sequence[PenScore]) -> Table:
    attack = as_named(Pen.name, Pen, scores[0].parameters)
    jitter = percent(options.jitter)
    head = ("network", "toward", "digits", "fooled", "sure", f"redrawn, {jitter}", "plain")
    rows = [
        (
            score.network,
            score.aim,
            f"{score.digits}",
            percent(score.fooled),
            percent(score.sure),
            "-" if score.redrawn is None else percent(score.redrawn),
            percent(score.plain),
            f"{score.queries:.0f}",
            f"{score.seconds:.2f}",
        )
        for score in scores
    ]
    before = f"{attack}, seed {options.seed}\n\n"
    return Table((*head, "queries", "s a digit"), rows, before, f"\n\n{_LEGEND}")


def _parser() -> Parser:
    parser = command_parser("pen")
    add_markdown(parser)
    add_networks(parser)
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a parameter of the attack, such as bend=0.05; may be repeated",
    )
    parser.add_argument(
        "--jitter",
        type=part,
        default=0.01,
        metavar="SHARE",
        help="how far a hand goes astray, as a share of the digit's size (default: 0.01)",
    )
    parser.add_argument(
        "--pen",
        type=Path,
        metavar="FOLDER",
        help="the file pendigits-orig.tra, of which the first thirty are added to the gallery's "
        "(default: where advgui data finds it, if it does)",
    )
    add_seed(parser)
    return parser
