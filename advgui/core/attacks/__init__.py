"""The attacks by name: a new one is a module and a line here."""

from collections.abc import Mapping
from typing import Final

from advgui.core.attacks.base import Attack
from advgui.core.attacks.blocks import Block, Step, stacked
from advgui.core.attacks.ddn import DecoupledAttack
from advgui.core.attacks.lowrank.basis import Levels, Patterns, Pixels
from advgui.core.attacks.penalty import ReportAttack
from advgui.core.attacks.problem import Form, Outcome, Problem, Run
from advgui.core.errors import ParameterError
from advgui.core.generators import Stop
from advgui.core.parameters import checked

ATTACKS: Final[Mapping[str, type[Attack]]] = {
    attack.name: attack for attack in (DecoupledAttack, ReportAttack)
}
DEFAULT: Final = DecoupledAttack.name


def make_attack(name: str, parameters: Mapping[str, object] | None = None) -> Attack:
    """The attack of that name with these parameters, the others at their defaults.

    Raises ParameterError for an unknown name or a value out of range.
    """
    if name not in ATTACKS:
        raise ParameterError(f"There is no attack {name!r}; there are {', '.join(ATTACKS)}.")
    return ATTACKS[name](**checked(ATTACKS[name], parameters or {}))


__all__ = [
    "ATTACKS",
    "DEFAULT",
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
    "make_attack",
    "stacked",
]
