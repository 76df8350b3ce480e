"""Options that say what is trained, and for how long."""

from argparse import Namespace
from dataclasses import replace

from advgui.commands.cli.arguments import count, part
from advgui.commands.cli.parser import Parser
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.training.plan import Plan


def add_architecture(parser: Parser) -> None:
    """``--architecture``."""
    parser.add_argument(
        "--architecture",
        choices=list(ARCHITECTURES),
        default="report",
        help=f"{' or '.join(ARCHITECTURES)} (default: report)",
    )


def add_amount(parser: Parser) -> None:
    """``--epochs`` and ``--share``, of which an architecture has its own."""
    parser.add_argument("--epochs", type=count, metavar="N", help="how often each image is shown")
    parser.add_argument(
        "--share", type=part, metavar="S", help="the part of MNIST's training images to use"
    )


def with_amount(usual: Plan, options: Namespace) -> Plan:
    """The plan, changed where something else was asked for."""
    return replace(
        usual,
        epochs=usual.epochs if options.epochs is None else options.epochs,
        share=usual.share if options.share is None else options.share,
    )
