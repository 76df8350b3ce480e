"""``advgui train``: train a network from MNIST's files."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from advgui.commands.cli.arguments import add_mnist, add_pen, add_seed, mnist_folder, pen_folder
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, command_parser
from advgui.commands.cli.progress import first_interrupt, stoppable, with_share_bar
from advgui.commands.cli.training_plan import (
    add_amount,
    add_architecture,
    require_target,
    with_amount,
)
from advgui.commands.cli.training_ways import add_training_ways, chosen_way
from advgui.core.evaluation.scorecard import IMAGES
from advgui.core.formats.safetensors_file import save_network
from advgui.core.generators import changed
from advgui.core.nn.architectures import ACTIVATIONS
from advgui.core.opening import NETWORK_SUFFIX
from advgui.core.printable import printable
from advgui.core.training.data import Folders
from advgui.core.training.loop import Round, TrainingStep
from advgui.core.training.masking import Masked
from advgui.core.training.pipeline import Loading, Measuring, PipelineStep, run_plan
from advgui.core.training.plan import Plan, planned, validated_plan
from advgui.lab.attack.phrases import percent
from advgui.lab.attack.save_destination import fresh
from advgui.lab.networks.card_text import card_json, card_words
from advgui.lab.training.masked_text import masked_words


def main(arguments: Sequence[str]) -> int:
    """Train, measure, and only then write.

    What cannot be written is told first, before minutes are spent on it. The first Ctrl-C ends
    the training and keeps what it has learned, the second one leaves no file.
    """
    options = _parser().parse_args(arguments)
    target = options.out or fresh(Path(f"{options.architecture}{NETWORK_SUFFIX}"))
    plan = validated_plan(_plan(options, target.stem))
    require_target(plan, target)
    folders = Folders(mnist_folder(options.mnist), pen_folder(options.pen))
    masked: list[Masked] = []
    rounds: list[Round] = []
    with first_interrupt() as interrupted:
        run = stoppable(run_plan(plan, folders, attacked=IMAGES), interrupted, _is_worth_keeping)
        told = changed(run, partial(_noted, masked, rounds))
        network = with_share_bar(told, plan.architecture, done=_done, note=partial(_note, plan))
    if interrupted():
        target = fresh(target)  # the older network may be the better one
    save_network(network, target)
    if options.json:
        tables: dict[str, Sequence[Masked | Round]] = {"masked": masked, "rounds": rounds}
        table = {name: [asdict(row) for row in rows] for name, rows in tables.items() if rows}
        say_json({**card_json(network), **table, "file": str(target)})
    else:
        words = masked_words(masked)
        say(f"{card_words(network)}\n{words}Saved as {printable(str(target))}")
    if interrupted():
        raise KeyboardInterrupt  # for the exit code
    return 0


def _parser() -> Parser:
    parser = command_parser("train")
    parser.epilog = (
        "Ctrl-C ends the training and keeps what it has learned: the card says at which batch "
        "that was, the exit code is 130, and a FILE that is there already stays (the network is "
        "saved beside it, with a number). Ctrl-C once more leaves no file."
    )
    add_architecture(parser)
    parser.add_argument(
        "--activation",
        choices=list(ACTIVATIONS),
        help=f"{' or '.join(ACTIVATIONS)}, for an architecture that has a choice",
    )
    parser.add_argument(
        "--quick", action="store_true", help="the recipe that takes seconds, where there is one"
    )
    add_mnist(parser)
    add_pen(parser)
    parser.add_argument(
        "--title", default="", help="what people call it (default: as the architecture is called)"
    )
    add_amount(parser)
    add_training_ways(parser)
    add_seed(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar=f"FILE{NETWORK_SUFFIX}",
        help=f"where to save it (default: ARCHITECTURE{NETWORK_SUFFIX}, here; with a number "
        "where that is there already)",
    )
    return parser


def _plan(options: Namespace, name: str) -> Plan:
    """The architecture's own plan, changed where something else was asked for."""
    defence = chosen_way(options)
    usual = planned(options.architecture, name, quick=options.quick, defence=defence)
    asked = with_amount(usual, options)
    return replace(asked, title=options.title, activation=options.activation, seed=options.seed)


def _noted(masked: list[Masked], rounds: list[Round], moment: PipelineStep) -> PipelineStep:
    match moment:
        case Measuring():
            masked.extend(moment.masked)
        case TrainingStep():
            rounds[:] = moment.rounds
    return moment


def _is_worth_keeping(moment: PipelineStep) -> bool:
    return not isinstance(moment, Loading)


def _done(moment: PipelineStep) -> float:
    """The bar is about the training alone, whose time left it tells."""
    match moment:
        case Loading():
            return 0.0
        case TrainingStep():
            return moment.done
        case Measuring():
            return 1.0


def _note(plan: Plan, moment: PipelineStep) -> str:
    match moment:
        case Loading():
            return "reading the data"
        case TrainingStep():
            right = f"loss {moment.loss:.4f}, {percent(moment.accuracy)} right"
            return moment.warning or f"{right}{_held_out(plan, moment)}"
        case Measuring():
            return "measuring how well it reads, and how easily it is fooled"


def _held_out(plan: Plan, moment: TrainingStep) -> str:
    """What was seen of digits that are not trained on, where a network shall defend."""
    if moment.clean is None or moment.robust is None or plan.defence is None:
        return ""
    how = plan.defence.looked_at
    return f"; held out {percent(moment.clean)}, {how} {percent(moment.robust)}"
