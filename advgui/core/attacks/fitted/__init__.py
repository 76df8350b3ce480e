"""Attacks that learn once and are then worn by any image, by name.

Every module here that defines one adds it, and so do other packages, under the entry-point
group ``advgui.attacks``.
"""

from collections.abc import Mapping
from typing import Any, Final

from advgui.core.attacks.base import Method
from advgui.core.attacks.fitted.artefact import Artefact, ArtefactCard
from advgui.core.attacks.fitted.base import FittedAttack
from advgui.core.attacks.fitted.fit import Fit, Look
from advgui.core.attacks.fitted.worn import worn
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.parameters import validated
from advgui.core.plugins import registry, subclasses

FITTED: Final[Mapping[str, type[FittedAttack]]] = registry(
    __name__,
    "advgui.attacks",
    subclasses(FittedAttack),  # type: ignore[type-abstract]
    lambda attack: attack.name,
    kin=subclasses(Method),
)


def fitted_attack_class(name: str) -> type[FittedAttack]:
    """The attack of that name; raises ParameterError for an unknown one."""
    return of_name(FITTED, name, tr("No attack {name!r} learns once for all; {there}."))


def make_fitted_attack(name: str, parameters: Mapping[str, object] | None = None) -> FittedAttack:
    """The attack of that name with these parameters, the others at their defaults.

    Raises ParameterError for an unknown name or a value out of range.
    """
    attack = fitted_attack_class(name)
    values: dict[str, Any] = {**validated(attack, parameters or {})}
    return attack(**values)


__all__ = [
    "FITTED",
    "Artefact",
    "ArtefactCard",
    "Fit",
    "FittedAttack",
    "Look",
    "fitted_attack_class",
    "make_fitted_attack",
    "worn",
]
