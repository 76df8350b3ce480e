"""The attacks by name: every module here that defines one adds it, and so do other packages.

Another package names what it brings under the entry-point group ``advgui.attacks``.
"""

from collections.abc import Mapping
from typing import Final

from advgui.core.attacks.base import EvasionAttack, Method
from advgui.core.attacks.objective import Budget, Cheapest, Closest, Objective, Surest
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.outcome import Outcome, Run
from advgui.core.attacks.problem import CONFIDENCE, Form, Problem
from advgui.core.attacks.steps import Block, Encoding, Step, block_of
from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.parameters import validated
from advgui.core.plugins import Lazy, registry, subclasses

DEFAULT: Final = "ddn"


def _told(attack: type[EvasionAttack]) -> tuple[str, ...]:
    """All that is told of an attack, its name first: one that lacks some is not taken."""
    return (attack.name, attack.title, attack.summary, attack.source)


def _default_first(found: Mapping[str, type[EvasionAttack]]) -> dict[str, type[EvasionAttack]]:
    return {DEFAULT: found[DEFAULT]} | dict(found)


ATTACKS: Final[Mapping[str, type[EvasionAttack]]] = registry(
    __name__,
    "advgui.attacks",
    subclasses(EvasionAttack),  # type: ignore[type-abstract]
    lambda attack: _told(attack)[0],
    _default_first,
    folders=True,
    kin=subclasses(Method),
)
#: What attacks were called before: users type it still, and have saved it.
FORMER_NAMES: Final[Mapping[str, str]] = Lazy(
    lambda: {former: name for name, attack in ATTACKS.items() for former in attack.former_names}
)


def current_name(name: str) -> str:
    """The name that an attack has now, whichever of its names this is; others stay as they are."""
    return FORMER_NAMES.get(name, name)


def attack_class(name: str) -> type[EvasionAttack]:
    """The attack of that name, or of a name that it had before.

    Raises ParameterError for an unknown name.
    """
    return of_name(ATTACKS, current_name(name), tr("There is no attack {name!r}; {there}."))


def make_attack(name: str, parameters: Mapping[str, object] | None = None) -> EvasionAttack:
    """The attack of that name with these parameters, the others at their defaults.

    Raises ParameterError for an unknown name or a value out of range.
    """
    attack = attack_class(name)
    return attack(**validated(attack, parameters or {}))


def checked_confidence(attack: EvasionAttack, value: object) -> float:
    """The confidence to ask this attack for.

    Raises ParameterError where it is out of range, or where the attack reaches for none.
    """
    confidence = float(CONFIDENCE.check(value))
    if confidence and not attack.confident:
        raise ParameterError(
            tr("The attack {attack} has no confidence to be set.").format(attack=attack.name)
        )
    return confidence


__all__ = [
    "ATTACKS",
    "DEFAULT",
    "FORMER_NAMES",
    "Block",
    "Budget",
    "Cheapest",
    "Closest",
    "Encoding",
    "EvasionAttack",
    "Form",
    "Method",
    "Objective",
    "Oracle",
    "Outcome",
    "Problem",
    "Run",
    "Step",
    "Surest",
    "attack_class",
    "block_of",
    "checked_confidence",
    "current_name",
    "make_attack",
]
