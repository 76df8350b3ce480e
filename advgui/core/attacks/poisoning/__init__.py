"""Attacks on the training, by name: a new one is a file here, or offered by another package.

Another package names what it brings under the entry-point group ``advgui.attacks``.
"""

from collections.abc import Mapping
from typing import Any, Final

from advgui.core.attacks.base import Method
from advgui.core.attacks.poisoning.base import Poisoned, PoisoningAttack
from advgui.core.attacks.poisoning.trigger import CORNER, Trigger, Triggered
from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.parameters import validated
from advgui.core.plugins import registry, subclasses

#: Those that there are, by name.
POISONINGS: Final[Mapping[str, type[PoisoningAttack]]] = registry(
    __name__,
    "advgui.attacks",
    subclasses(PoisoningAttack),  # type: ignore[type-abstract]
    lambda attack: attack.name,
    kin=subclasses(Method),
)


def make_poisoning(
    name: str, parameters: Mapping[str, object] | None = None, trigger: Trigger | None = None
) -> PoisoningAttack:
    """The attack on the training of that name with these parameters, the others as they are.

    ``trigger`` is what it stamps on images, the white corner where nothing is said.
    Raises ParameterError for an unknown name, a value out of range, a trigger that leaves the
    image, or one for what stamps none.
    """
    kind = of_name(POISONINGS, name, tr("There is no poisoning {name!r}; {there}."))
    given: dict[str, Any] = {**validated(kind, parameters or {})}
    if trigger is not None:
        if not issubclass(kind, Triggered):
            raise ParameterError(tr("The attack {name} stamps no trigger.").format(name=name))
        given["trigger"] = trigger
    return kind(**given)


__all__ = [
    "CORNER",
    "POISONINGS",
    "Poisoned",
    "PoisoningAttack",
    "Trigger",
    "Triggered",
    "make_poisoning",
]
