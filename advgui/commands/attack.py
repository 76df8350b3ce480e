"""``advgui attack``: change a digit until a network reads it as another."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from advgui.commands.arguments import add_network, add_seed, command_parser, settings, share
from advgui.commands.output import say, say_json
from advgui.commands.parser import Parser, UsageError
from advgui.commands.progress import followed
from advgui.core.attacks import ATTACKS, DEFAULT, Attack, Outcome, Problem, make_attack
from advgui.core.defences.threshold import binarise
from advgui.core.digitfile import read_digits
from advgui.core.images import Bytes
from advgui.core.network import Network
from advgui.core.shipped import find_network
from advgui.lab.outcomefile import outcome_json, save_outcome
from advgui.lab.trace import Trace
from advgui.lab.words import change, counted, ended_words, raw_words, reads, threshold_words


def main(arguments: Sequence[str]) -> int:
    """Attack one digit; 0 where the network is fooled by the valid image, else 1."""
    options = _parser().parse_args(arguments)
    network = find_network(options.network)
    attack = make_attack(options.attack, settings(options.set))
    image = _image(options.digit, options.index)
    problem = _problem(network, image, options.goal)
    outcome, raw = _run(attack, network, problem, options.seed)
    files = save_outcome(options.out, outcome, network, options.threshold) if options.out else ()
    if options.json:
        say_json(outcome_json(outcome, network, options.threshold))
    else:
        say(_told(options, outcome, network, raw))
        for path in files:
            say(f"{'Saved':11}{path}")
    return 0 if outcome.fooled else 1


def _parser() -> Parser:
    parser = command_parser("attack")
    parser.add_argument("digit", type=Path, metavar="IMAGE|STROKES", help="a digit to attack")
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "--goal", type=int, choices=range(10), metavar="0..9", help="the label to reach"
    )
    wanted.add_argument(
        "--away", action="store_true", help="reach any label but the one that is read now"
    )
    add_network(parser)
    parser.add_argument(
        "--attack",
        metavar="NAME",
        default=DEFAULT,
        help=f"{' or '.join(ATTACKS)} (default: {DEFAULT}); see advgui attacks",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a parameter of the attack; may be repeated",
    )
    add_seed(parser)
    parser.add_argument(
        "--threshold",
        type=share,
        default=0.5,
        metavar="T",
        help="above it, a pixel of the thresholded image is ink (default: 0.5)",
    )
    parser.add_argument(
        "--index",
        type=int,
        default=0,
        metavar="N",
        help="which drawing of a file that holds several (default: 0, the first)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="save the four images and outcome.json there"
    )
    return parser


def _image(path: Path, index: int) -> Bytes:
    digits = read_digits(path)
    if not 0 <= index < len(digits):
        held = counted(len(digits), "drawing")
        raise UsageError(f"{path.name} holds {held}, numbered from 0: there is no {index}.")
    return digits[index].image()


def _problem(network: Network, image: Bytes, goal: int | None) -> Problem:
    """Toward the goal; without one, away from what is read now."""
    label = network.read(image).label if goal is None else goal
    return Problem(
        image[None], np.array([label], np.int64), "untargeted" if goal is None else "targeted"
    )


def _run(attack: Attack, network: Network, problem: Problem, seed: int) -> tuple[Outcome, str]:
    """The outcome, and words about what it lost by becoming a valid image."""
    trace = Trace(network, problem)
    (outcome,) = followed(
        attack.run(network, problem, seed=seed),
        lambda step: step.number,
        total=_steps(attack),
        unit="steps",
        look=trace.add,
    )
    trace.settle()
    curves, best = trace.news(), outcome.best_step
    if not len(curves):
        return outcome, ""
    outside, reached = int(curves.outside[best, 0]), bool(curves.raw_reached[best, 0])
    return outcome, raw_words(outside=outside, raw_reached=reached, fooled=outcome.fooled)


def _steps(attack: Attack) -> int | None:
    steps = attack.settings.get("steps")
    return steps if isinstance(steps, int) else None


def _told(options: Namespace, outcome: Outcome, network: Network, raw: str) -> str:
    """The outcome for people, a line for each part."""
    thresholded = network.read(binarise(outcome.adversarial, options.threshold))
    restored = threshold_words(outcome.before, outcome.after, thresholded)
    toward = "away from it" if outcome.goal is None else f"toward {outcome.goal}"
    effort = f"{counted(outcome.steps, 'step')} in {outcome.seconds:.2f} s"
    lines = {
        "Digit": f"{options.digit}: {network.name} {reads(outcome.before)}",
        "Attack": f"{outcome.attack}, {toward}, seed {outcome.seed}: {effort}",
        "Verdict": ended_words([outcome], stopped=False),
        "Change": change(outcome.l2, outcome.linf),
        "Threshold": f"{options.threshold:g}: {reads(thresholded)}, {restored}",
        "Note": f"{raw}." if raw else "",
    }
    return "\n".join(f"{name:11}{line}" for name, line in lines.items() if line)
