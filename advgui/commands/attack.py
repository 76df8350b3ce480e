"""``advgui attack``: change a digit until a network reads it as another."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from advgui.commands.cli.arguments import add_network, add_seed, count, share
from advgui.commands.cli.attack_arguments import (
    add_aim,
    add_artefact,
    add_attack,
    add_defence,
    add_digit,
    attack_setup,
    network_behind,
    run_attack,
    run_problem,
    worn_setup,
)
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, UsageError, command_parser, refuse_options
from advgui.core.attacks import Outcome
from advgui.core.defences.defended import as_asked
from advgui.core.disk.reading import is_inline
from advgui.core.images import binarise
from advgui.core.nn.network import Network
from advgui.core.printable import printable
from advgui.lab.attack.ending import ended_words
from advgui.lab.attack.outcome_file import (
    outcome_json,
    read_alone,
    require_outcome_folder,
    save_outcome,
)
from advgui.lab.attack.phrases import (
    change,
    changed_pixels,
    counted,
    raw_words,
    reads,
    threshold_words,
)
from advgui.lab.attack.save_destination import Destination
from advgui.lab.comparison.transfer import AttackSetup
from advgui.lab.worker.recording import Recorder

#: Options that an artefact has no use for.
_OF_ATTACKS: Final = (
    "--every",
    "--attack",
    "--access",
    "--budget",
    "--effort",
    "--confidence",
    "--set",
    "--region",
    "--start",
    "--stop-after",
)


def main(arguments: Sequence[str]) -> int:
    """Attack one digit; 0 where the network is fooled by the valid image, else 1.

    One that stands behind defences is fooled where it is behind them.
    """
    options = _parser().parse_args(arguments)
    network = network_behind(options)
    setup = _setup(options, arguments)
    if options.artefact is None and options.every:
        return _attack_every(options, network, setup)
    if options.out:
        require_outcome_folder(options.out, strokes=setup.attack.on_strokes)
        Destination.of(options.out).require_own()
    outcome, raw = _run(options, setup, network)
    files = save_outcome(options.out, outcome, network, options.threshold) if options.out else ()
    if options.json:
        say_json(outcome_json(outcome, network, options.threshold))
    else:
        say(_told(options, outcome, network, raw))
        for path in files:
            say(f"{'Saved':11}{printable(str(path))}")
    return 0 if outcome.fooled_through else 1


def _parser() -> Parser:
    parser = command_parser("attack")
    add_digit(parser)
    add_aim(parser, required=False, every=True)
    add_network(parser)
    add_defence(parser, unaware="attack the network alone, as one who does not know of the defence")
    add_attack(parser)
    add_artefact(
        parser,
        "wear what advgui fit has learned, instead of making an attack: the goal is the one that "
        "it was learned for",
    )
    add_seed(parser)
    parser.add_argument(
        "--stop-after",
        type=count,
        metavar="N",
        help="stop after this step and keep the best one, as a run of the window that was stopped",
    )
    parser.add_argument(
        "--threshold",
        type=share,
        default=0.5,
        metavar="T",
        help="above it, a pixel of the thresholded image is ink (default: 0.5)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="save the four images and outcome.json there, in place of those of an earlier attack",
    )
    return parser


def _setup(options: Namespace, arguments: Sequence[str]) -> AttackSetup:
    """An attack, or what was learned before; raises UsageError where both are named."""
    if options.artefact is not None:
        refuse_options(arguments, _OF_ATTACKS, "is of an attack, and --artefact is worn instead.")
        return worn_setup(options)
    if options.goal is None and not options.away and not options.every:
        raise UsageError(
            "one of the arguments --goal --away --every is required (advgui attack --help tells "
            "more)."
        )
    if options.every and options.start is not None:
        raise UsageError("An image to begin at is for one --goal, or --away.")
    return attack_setup(options)


def _attack_every(options: Namespace, network: Network, setup: AttackSetup) -> int:
    """Toward each of the other labels; 0 where all of them are reached, else 1."""
    aware, out = not options.unaware, options.out
    problem = setup.every(as_asked(network, aware=aware))
    folders = [out / f"toward-{goal}" for goal in problem.goals] if out else []
    for folder in folders:
        require_outcome_folder(folder, strokes=setup.attack.on_strokes)
        Destination.of(folder).require_own()
    outcomes = run_problem(setup, network, problem, aware=aware, stop_after=options.stop_after)
    for folder, outcome in zip(folders, outcomes, strict=False):
        save_outcome(folder, outcome, network, options.threshold)
    if options.json:
        say_json([outcome_json(one, network, options.threshold) for one in outcomes])
    else:
        say(_told_every(options, outcomes, network))
        for folder in folders:
            say(f"{'Saved':11}{printable(str(folder))}")
    return 0 if all(one.fooled_through for one in outcomes) else 1


def _told_every(options: Namespace, outcomes: Sequence[Outcome], network: Network) -> str:
    """The outcomes for people, a line for each."""
    first = outcomes[0]
    steps = max(outcome.steps for outcome in outcomes)
    lines = [
        ("Digit", f"{_digit_name(options)}: {network.full_name} {reads(first.before)}"),
        (
            "Attack",
            (
                f"{_named(first)}, toward every digit, seed {first.seed}: "
                f"{counted(steps, 'step')} in {first.seconds:.2f} s"
            ),
        ),
        ("Verdict", ended_words(outcomes, stopped=_stopped(options, steps))),
    ]
    lines += [
        (
            f"Toward {one.goal}",
            f"{reads(one.after)}; {change(one.l2, one.linf, changed_pixels(one))}",
        )
        for one in outcomes
    ]
    return "\n".join(f"{name:11}{line}" for name, line in lines if line)


def _run(options: Namespace, setup: AttackSetup, network: Network) -> tuple[Outcome, str]:
    """The outcome, and words about what it lost by becoming a valid image."""
    aware, stop_after = not options.unaware, options.stop_after
    problem = setup.problem(as_asked(network, aware=aware))
    recorder = Recorder(problem.originals)
    outcome = run_attack(setup, network, record=recorder.judged, aware=aware, stop_after=stop_after)
    recording, best = recorder.take(), outcome.best_step
    if not len(recording):
        return outcome, ""
    outside, reached = recording.outside(best), problem.reached(recording.labels(best))
    words = raw_words(outside=int(outside[0]), raw_reached=bool(reached[0]), fooled=outcome.fooled)
    return outcome, words


def _told(options: Namespace, outcome: Outcome, network: Network, raw: str) -> str:
    """The outcome for people, a line for each part."""
    asked = as_asked(network, aware=outcome.aware)
    thresholded = asked.read(binarise(outcome.adversarial, options.threshold))
    restored = threshold_words(outcome.before, outcome.after, thresholded)
    toward = "away from it" if outcome.goal is None else f"toward {outcome.goal}"
    knew = outcome.defences and outcome.aware
    effort = f"{counted(outcome.steps, 'step')} in {outcome.seconds:.2f} s"
    lines = {
        "Digit": f"{_digit_name(options)}: {network.full_name} {reads(outcome.before)}",
        "Attack": f"{_named(outcome)}, {toward}, seed {outcome.seed}: {effort}",
        "Verdict": ended_words([outcome], stopped=_stopped(options, outcome.steps)),
        "Alone": f"the network alone {reads(read_alone(outcome, network))}." if knew else "",
        "Change": change(outcome.l2, outcome.linf, changed_pixels(outcome)),
        "Threshold": f"{options.threshold:g}: {reads(thresholded)}, {restored}",
        "Note": f"{raw}." if raw else "",
    }
    return "\n".join(f"{name:11}{line}" for name, line in lines.items() if line)


def _stopped(options: Namespace, steps: int) -> bool:
    """Whether a run of so many steps was ended before its time."""
    return options.stop_after is not None and steps >= options.stop_after


def _digit_name(options: Namespace) -> str:
    """The file of the digit; one that stands in its own name has no other."""
    return "A digit" if is_inline(options.digit) else printable(str(options.digit))


def _named(outcome: Outcome) -> str:
    """The attack, or the one that has learned what is worn."""
    learned = outcome.parameters.get("method")
    return outcome.attack if learned is None else f"{learned}, {outcome.attack}"
