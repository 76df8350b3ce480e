"""Options that say what is trained, and for how long; and whether it can be saved."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import numpy as np

from advgui.commands.cli.arguments import count, part
from advgui.commands.cli.parser import Parser
from advgui.core.formats.safetensors_file import require_network_file
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.network import Network
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


def require_target(plan: Plan, target: Path) -> None:
    """Find out whether the network that is to come can be saved there, before it is trained.

    Raises NetworkFileError as ``require_network_file`` does.
    """
    layers = plan.design.build(np.random.default_rng(plan.seed), plan.activation)
    require_network_file(Network(plan.name, layers, plan.design.output), target)
