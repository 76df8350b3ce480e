"""``advgui poison``: train on poisoned digits, beside a clean twin."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from advgui.commands.cli.arguments import add_markdown, add_mnist, add_seed, mnist_folder
from advgui.commands.cli.attack_arguments import named_with_settings, settings
from advgui.commands.cli.output import Table, say, say_json, say_table
from advgui.commands.cli.parser import Parser, UsageError, command_parser
from advgui.commands.cli.progress import first_interrupt, stoppable, with_share_bar
from advgui.commands.cli.training_plan import (
    add_amount,
    add_architecture,
    require_target,
    with_amount,
)
from advgui.core.attacks.poisoning import POISONINGS, PoisoningAttack, Trigger, make_poisoning
from advgui.core.attacks.poisoning.trigger_file import SUFFIX, read_trigger
from advgui.core.defences.detectors import DETECTORS, make_detector
from advgui.core.formats.safetensors_file import save_network
from advgui.core.opening import NETWORK_SUFFIX
from advgui.core.printable import printable
from advgui.core.training.data import Folders
from advgui.core.training.plan import Plan
from advgui.core.training.poisoned import (
    PoisonOutcome,
    PoisonState,
    PoisonTrial,
    all_detectors,
    poison_plan,
    run_trial,
)
from advgui.core.training.retrained import run_retraining
from advgui.lab.attack.phrases import percent
from advgui.lab.attack.save_destination import fresh
from advgui.lab.poisoning.text import (
    catch_cells,
    outcome_json,
    result_words,
    retrained_words,
    share_words,
    stage_words,
    success_title,
)

#: Stages in which there is something to keep.
_WORTH_KEEPING = ("training", "measuring", "looking", "retraining", "done")


_NOT_RETRAINED = "Nothing was trained anew, as that detector caught nothing or did not look."
#: Stages that the bar is about.
_TRAININGS = ("training", "retraining")


def main(arguments: Sequence[str]) -> int:
    """Poison, train both, measure them, have the detectors look; ``--out`` saves the poisoned one.

    What cannot be written is told first, before two networks are trained.
    The first Ctrl-C ends the trainings and measures what there is, the second one all.
    """
    options = _parser().parse_args(arguments)
    trial = _trial(options)
    if options.out is not None:
        require_target(trial.plan, options.out)
    folders = Folders(mnist_folder(options.mnist))
    with first_interrupt() as interrupted:
        run = stoppable(
            run_trial(trial, folders), interrupted, lambda state: state.stage in _WORTH_KEEPING
        )
        outcome = with_share_bar(run, trial.attack.name, _done, stage_words)
        if options.retrain and not interrupted():
            anew = run_retraining(outcome, options.retrain, folders)
            kept = stoppable(anew, interrupted, lambda state: state.stage in _WORTH_KEEPING)
            outcome = with_share_bar(kept, "retraining", _done, stage_words)
    saved = _saved(options, outcome, keep=interrupted())
    if options.json:
        say_json(outcome_json(outcome) | ({"file": str(saved)} if saved else {}))
    else:
        say_table(options, {}, _networks(outcome, retrain=bool(options.retrain)))
        say_table(options, {}, _detectors(outcome))
        if saved:
            say(f"\nSaved as {printable(str(saved))}")
    if interrupted():
        raise KeyboardInterrupt  # for the exit code
    return 0


def _parser() -> Parser:
    parser = command_parser("poison")
    add_markdown(parser)
    add_architecture(parser)
    parser.add_argument(
        "--attack",
        choices=list(POISONINGS),
        default="back-door",
        help=f"{' or '.join(POISONINGS)} (default: back-door)",
    )
    parser.add_argument(
        "--goal",
        type=int,
        choices=range(10),
        default=7,
        metavar="0..9",
        help="what the victims are to be read as (default: 7)",
    )
    parser.add_argument("--rate", metavar="S", help="the share that is poisoned, from 0 to 1")
    parser.add_argument(
        "--trigger",
        metavar="ROWS|FILE.png",
        help="what is stamped: rows of # (ink), . (clear) and greys from 0 to 9, with / between "
        "them, or a small image, white being ink and clear where it is transparent (default: "
        "###/###/###)",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help=f"another parameter of the attack, as row and column; may be repeated ({_offered()})",
    )
    parser.add_argument(
        "--detector",
        action="append",
        metavar="NAME[:PARAMETER=VALUE,...]",
        help=f"who looks for the poison: {' or '.join(DETECTORS)}; may be repeated (default: all)",
    )
    parser.add_argument(
        "--retrain",
        choices=list(DETECTORS),
        help="then train anew without what this detector caught, and tell whether the poison still "
        f"works: {' or '.join(DETECTORS)}",
    )
    add_amount(parser)
    add_mnist(parser)
    add_seed(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar=f"FILE{NETWORK_SUFFIX}",
        help="where to save the poisoned network, whose card says what it was poisoned with",
    )
    return parser


def _offered() -> str:
    """The parameters that there are, each with those that have it."""
    owners = {name: list(kind().settings) for name, kind in POISONINGS.items()}
    return "; ".join(f"{name}: {', '.join(rows)}" for name, rows in owners.items())


def _trial(options: Namespace) -> PoisonTrial:
    """What was asked for; raises ParameterError for what cannot be."""
    detectors = [make_detector(*named_with_settings(text)) for text in options.detector or ()]
    looking = {detector.name for detector in detectors} or set(DETECTORS)
    if options.retrain is not None and options.retrain not in looking:
        raise UsageError(f"--retrain {options.retrain} needs --detector {options.retrain}, too.")
    return PoisonTrial(
        plan=_plan(options),
        attack=_attack(options),
        goal=options.goal,
        detectors=tuple(detectors) or all_detectors(),
    )


def _attack(options: Namespace) -> PoisoningAttack:
    rate = {} if options.rate is None else {"rate": options.rate}
    trigger = None if options.trigger is None else _trigger(options.trigger)
    return make_poisoning(options.attack, settings(options.set) | rate, trigger)


def _trigger(told: str) -> Trigger:
    """The rows, or what is in the file; no row has the letters that its name ends with."""
    if told.lower().endswith(SUFFIX):
        return read_trigger(Path(told))
    return Trigger.from_text(told)


def _plan(options: Namespace) -> Plan:
    return with_amount(poison_plan(options.architecture, seed=options.seed), options)


def _saved(options: Namespace, outcome: PoisonOutcome, *, keep: bool) -> Path | None:
    """Where the poisoned network is now; ``keep`` what is there already."""
    if options.out is None:
        return None
    target: Path = fresh(options.out) if keep else options.out
    save_network(outcome.poisoned, target)
    return target


def _done(state: PoisonState) -> float:
    """The bar is about the trainings alone, whose time left it tells."""
    before = state.stage in ("reading", "poisoning")
    return 0.0 if before else state.done if state.stage in _TRAININGS else 1.0


def _networks(outcome: PoisonOutcome, *, retrain: bool) -> Table:
    """What the twin, the poisoned network and one that was trained anew read."""
    end, trial = outcome.end, outcome.trial
    head = ["network", "clean test images read"]
    found = [("twin", end.twin_clean, end.twin_success), ("poisoned", end.clean, end.success)]
    if outcome.retrained is not None:
        anew = outcome.retrained
        found.append((f"without what {anew.detector} caught", anew.clean, anew.success))
    rows = [[name, percent(clean, 2)] for name, clean, _ in found]
    if end.success is not None:
        head.append(success_title(trial))
        for cells, (_, _, success) in zip(rows, found, strict=True):
            cells.append(share_words(success))
    said = result_words(outcome)
    if retrain:
        said += f"\n{retrained_words(outcome) or _NOT_RETRAINED}"
    before = f"{trial.attack.described(trial.goal)}.\n{said}\n\n"
    return Table(head, rows, before)


def _detectors(outcome: PoisonOutcome) -> Table:
    """What each of them caught."""
    head = ("detector", "caught", "poisoned", "precision", "recall")
    return Table(head, [catch_cells(catch) for catch in outcome.catches], "\n")
