"""What the commands that attack take: the digit, the goal, and the attack with its parameters."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from advgui.commands.cli.parser import Parser, UsageError
from advgui.commands.cli.progress import with_step_bar
from advgui.core.attacks import ATTACKS, DEFAULT, Block, EvasionAttack, Outcome, make_attack
from advgui.core.nn.network import Network
from advgui.core.opening import read_digit
from advgui.lab.comparison.transfer import AttackSetup


def add_digit(parser: Parser) -> None:
    """The file of the digit, and which of several drawings in it."""
    parser.add_argument("digit", type=Path, metavar="IMAGE|STROKES", help="a digit to attack")
    parser.add_argument(
        "--index",
        type=int,
        default=0,
        metavar="N",
        help="which drawing of a file that holds several (default: 0, the first)",
    )


def add_aim(parser: Parser) -> None:
    """``--goal`` or ``--away``."""
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "--goal", type=int, choices=range(10), metavar="0..9", help="the label to reach"
    )
    wanted.add_argument(
        "--away", action="store_true", help="reach any label but the one that is read now"
    )


def add_attack(parser: Parser) -> None:
    """``--attack`` and its parameters."""
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


def named_attack(text: str) -> EvasionAttack:
    """The attack of ``NAME`` or ``NAME:PARAMETER=VALUE,...``; raises as ``make_attack`` does."""
    name, _, parameters = text.partition(":")
    return make_attack(name, settings(parameters.split(",") if parameters else ()))


def settings(pairs: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE pairs as a mapping, values still as texts."""
    values = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not name or not sign:
            raise UsageError(f"A parameter is set as NAME=VALUE, not as {pair!r}.")
        values[name.strip()] = value.strip()
    return values


def attack_setup(options: Namespace) -> AttackSetup:
    """The drawing, goal, attack and seed that were named.

    Raises what ``read_digit`` and ``make_attack`` raise.
    """
    attack = make_attack(options.attack, settings(options.set))
    image = read_digit(options.digit, options.index).image()
    return AttackSetup(image=image, goal=options.goal, attack=attack, seed=options.seed)


def run_attack(
    setup: AttackSetup, network: Network, record: Callable[[Block], object] = lambda _: None
) -> Outcome:
    """Attack one network, with a bar that counts its work; ``record`` is given all of them."""
    attack = setup.attack
    (outcome,) = with_step_bar(
        attack.run(network, setup.problem(network), seed=setup.seed, record=record),
        lambda step: step.done,
        total=attack.total(),
        unit=attack.unit,
    )
    return outcome
