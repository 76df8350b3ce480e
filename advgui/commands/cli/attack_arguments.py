"""What the commands that attack take: the digit, the goal, and the attack with its parameters."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from advgui.commands.cli.parser import Parser, UsageError
from advgui.commands.cli.progress import with_step_bar
from advgui.core.attacks import (
    ATTACKS,
    DEFAULT,
    Block,
    EvasionAttack,
    Method,
    Outcome,
    Problem,
    attack_class,
    checked_confidence,
    make_attack,
)
from advgui.core.attacks.fitted import Artefact, worn
from advgui.core.attacks.fitted.artefact_file import load_artefact
from advgui.core.attacks.oracle import SEES
from advgui.core.attacks.outcome import stopped_after
from advgui.core.attacks.problem import CONFIDENCE
from advgui.core.attacks.start_file import read_start
from advgui.core.attacks.world.masked import PAINTED
from advgui.core.attacks.world.region_file import read_region
from advgui.core.defences import DEFENCES, make_defence
from advgui.core.defences.defended import as_asked, defences_of, defended
from advgui.core.errors import ParameterError
from advgui.core.nn.network import Network
from advgui.core.opening import read_digit
from advgui.core.parameters import Role, with_role
from advgui.core.zoo import find_network
from advgui.lab.attack.choices import require_access
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


def add_aim(parser: Parser, *, required: bool = True, every: bool = False) -> None:
    """``--goal`` or ``--away``, and ``--every`` where that can be done, too."""
    wanted = parser.add_mutually_exclusive_group(required=required)
    wanted.add_argument(
        "--goal", type=int, choices=range(10), metavar="0..9", help="the label to reach"
    )
    wanted.add_argument(
        "--away", action="store_true", help="reach any label but the one that is read now"
    )
    if every:
        wanted.add_argument(
            "--every", action="store_true", help="reach each of the other labels, all at once"
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
        "--access",
        choices=tuple(SEES),
        default="gradients",
        help="what the attacker may see; an attack that needs more is refused",
    )
    parser.add_argument(
        "--budget", metavar="SIZE", help="how large the change may be, in the attack's norm"
    )
    parser.add_argument("--effort", metavar="N", help="how many steps or queries")
    parser.add_argument(
        "--region",
        type=Path,
        metavar="FILE",
        help="with --attack masked: what is white in a picture of 28 x 28 pixels may change, or "
        "what could in an outcome.json",
    )
    parser.add_argument(
        "--start",
        type=Path,
        metavar="FILE",
        help="begin at this image, as at a step of another attack, and stay near the digit; a "
        "picture of 28 x 28 pixels, or where an outcome.json began",
    )
    parser.add_argument(
        "--confidence",
        metavar="LEAD",
        help=f"how sure the network must be: {CONFIDENCE.help.lower().removesuffix('.')}",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a parameter of the attack; may be repeated",
    )


def add_defence(parser: Parser, *, unaware: str) -> None:
    """``--defence``, and ``--unaware`` with what it does."""
    add_chain(parser, "attack it through it", "--through")
    parser.add_argument("--unaware", action="store_true", help=unaware)


def add_chain(parser: Parser, act: str, *also: str) -> None:
    """``--defence``, or what it is ``also`` called, behind which the command is to ``act``."""
    parser.add_argument(
        "--defence",
        *also,
        action="append",
        default=[],
        metavar="NAME[:PARAMETER=VALUE,...]",
        help=f"put the network behind it ({', '.join(DEFENCES)}) and {act}; may be repeated: the "
        "first one named is given the image (default: what the network was saved with)",
    )


def network_behind(options: Namespace, name: str | None = None) -> Network:
    """The network of a name, or that was named, behind the defences that were, or its own.

    Raises what ``chained_network`` raises, and UsageError where an attacker is unaware of none.
    """
    network = chained_network(options, name)
    if options.unaware and not defences_of(network):
        raise UsageError("--unaware is of a defence: name one with --defence.")
    return network


def chained_network(options: Namespace, name: str | None = None) -> Network:
    """The same for a command that attacks nothing.

    Raises what ``find_network`` and ``make_defence`` raise.
    """
    defences = [make_defence(*named_with_settings(text)) for text in options.defence]
    network = find_network(options.network if name is None else name)
    return defended(network, defences) if defences else network


def named_attack(text: str) -> EvasionAttack:
    """The attack of ``NAME`` or ``NAME:PARAMETER=VALUE,...``; raises as ``make_attack`` does."""
    return make_attack(*named_with_settings(text))


def named_with_settings(text: str) -> tuple[str, dict[str, str]]:
    """What is called ``NAME`` or ``NAME:PARAMETER=VALUE,...``, and its parameters, as texts."""
    name, _, parameters = text.partition(":")
    return name, settings(parameters.split(",") if parameters else ())


def settings(pairs: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE pairs as a mapping, values still as texts."""
    values = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not name or not sign:
            raise UsageError(f"A parameter is set as NAME=VALUE, not as {pair!r}.")
        values[name.strip()] = value.strip()
    return values


def add_artefact(parser: Parser, words: str) -> None:
    """``--artefact``, what was learned before."""
    parser.add_argument("--artefact", type=Path, metavar="FILE", help=words)


def worn_setup(options: Namespace) -> AttackSetup:
    """The drawing wearing the artefact that was named, toward the goal that it has.

    Raises what ``read_digit`` and ``load_artefact`` raise, and UsageError where the goal that
    was named is not the artefact's, or one is missing.
    """
    artefact = load_artefact(options.artefact)
    image = read_digit(options.digit, options.index).image()
    goal = _artefact_goal(artefact, options)
    return AttackSetup(image=image, goal=goal, attack=worn(artefact), seed=options.seed)


def _artefact_goal(artefact: Artefact, options: Namespace) -> int | None:
    given: int | None = options.goal
    if artefact.attack.goal_when_worn:
        if given is None and not options.away:
            raise UsageError(f"{options.artefact.name} is told its goal: name one with --goal.")
        return given
    if given is not None and given != artefact.goal:
        has = "no goal" if artefact.goal is None else f"the goal {artefact.goal}"
        raise UsageError(f"{options.artefact.name} was learned with {has}: leave --goal away.")
    return None if options.away else artefact.goal


def attack_setup(options: Namespace) -> AttackSetup:
    """The drawing, goal, attack and seed that were named.

    Raises what ``read_digit`` and ``make_attack`` raise.
    """
    attack = _chosen(options)
    digit = read_digit(options.digit, options.index)
    return AttackSetup(
        image=digit.image(),
        ink=digit.ink,
        goal=options.goal,
        attack=attack,
        seed=options.seed,
        confidence=_confidence(attack, options.confidence),
        region=None if options.region is None else read_region(options.region),
        start=None if options.start is None else read_start(options.start),
    )


def _chosen(options: Namespace) -> EvasionAttack:
    """The attack; what ``--set`` says of a parameter counts more than its role."""
    attack = attack_class(options.attack)
    require_access(attack, options.access)
    common: dict[Role, str | None] = {"budget": options.budget, "effort": options.effort}
    if with_role(attack, "confidence"):
        common["confidence"] = options.confidence
    painted = {} if options.region is None or not attack.regional else {"mask": PAINTED}
    return make_attack(options.attack, painted | by_role(attack, common) | settings(options.set))


def _confidence(attack: EvasionAttack, given: str | None) -> float:
    """What is asked of the attack beside its parameters, one of which this may be."""
    own = given is None or with_role(attack, "confidence")
    return checked_confidence(attack, CONFIDENCE.default if own else given)


def by_role(attack: type[Method], values: Mapping[Role, str | None]) -> dict[str, str]:
    """The values that were given, by the attack's own names for what they are."""
    named = {}
    for role, value in values.items():
        row = with_role(attack, role)
        if value is not None and row is None:
            raise ParameterError(f"The attack {attack.name} has no {role} to be set.")
        if value is not None and row is not None:
            named[row.name] = value
    return named


def run_attack(
    setup: AttackSetup,
    network: Network,
    record: Callable[[Block], object] = lambda _: None,
    *,
    aware: bool = True,
    stop_after: int | None = None,
) -> Outcome:
    """Attack one network, with a bar that counts its work; ``record`` is given all of it.

    One that stands behind defences is attacked alone where the attacker is not ``aware`` of them.
    With ``stop_after`` that step is the last one, whatever the attack was set to.
    """
    problem = setup.problem(as_asked(network, aware=aware))
    (outcome,) = run_problem(setup, network, problem, record, aware=aware, stop_after=stop_after)
    return outcome


def run_problem(
    setup: AttackSetup,
    network: Network,
    problem: Problem,
    record: Callable[[Block], object] = lambda _: None,
    *,
    aware: bool = True,
    stop_after: int | None = None,
) -> tuple[Outcome, ...]:
    """The same for a problem of several images, which are attacked at once."""
    attack = setup.attack
    run = attack.run(network, problem, seed=setup.seed, record=record, aware=aware)
    return with_step_bar(
        stopped_after(run, stop_after),
        lambda step: step.done,
        total=attack.work(problem.form),
        unit=attack.unit,
    )
