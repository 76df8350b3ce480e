"""The attacks by name: a new one is a module and a line here."""

from collections.abc import Mapping
from typing import Final

from advgui.core.attacks.base import Attack
from advgui.core.attacks.blocks import Block, Step, stacked
from advgui.core.attacks.ddn import DDN
from advgui.core.attacks.lowrank.basis import Levels, Patterns, Pixels
from advgui.core.attacks.penalty import Penalty
from advgui.core.attacks.problem import Form, Outcome, Problem, Run
from advgui.core.errors import ParameterError
from advgui.core.generators import Stop
from advgui.core.parameters import validated

ATTACKS: Final[Mapping[str, type[Attack]]] = {attack.name: attack for attack in (DDN, Penalty)}
DEFAULT: Final = DDN.name
#: What attacks were called before: users type it still, and have saved it.
FORMER_NAMES: Final[Mapping[str, str]] = {
    former: name for name, attack in ATTACKS.items() for former in attack.former_names
}


def current_name(name: str) -> str:
    """The name that an attack has now, whichever of its names this is; others stay as they are."""
    return FORMER_NAMES.get(name, name)


def attack_class(name: str) -> type[Attack]:
    """The attack of that name, or of a name that it had before.

    Raises ParameterError for an unknown name.
    """
    attack = ATTACKS.get(current_name(name))
    if attack is None:
        raise ParameterError(f"There is no attack {name!r}; there are {', '.join(ATTACKS)}.")
    return attack


def make_attack(name: str, parameters: Mapping[str, object] | None = None) -> Attack:
    """The attack of that name with these parameters, the others at their defaults.

    Raises ParameterError for an unknown name or a value out of range.
    """
    attack = attack_class(name)
    return attack(**validated(attack, parameters or {}))


__all__ = [
    "ATTACKS",
    "DEFAULT",
    "FORMER_NAMES",
    "Attack",
    "Block",
    "Form",
    "Levels",
    "Outcome",
    "Patterns",
    "Pixels",
    "Problem",
    "Run",
    "Step",
    "Stop",
    "attack_class",
    "current_name",
    "make_attack",
    "stacked",
]
