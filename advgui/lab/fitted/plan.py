"""What shall be learned once for all: the method with its parameters, the goal and the seed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from advgui.core.attacks.fitted import FITTED, FittedAttack
from advgui.core.images import LABELS
from advgui.core.language import tr
from advgui.core.parameters import Value, parameter, parameter_table
from advgui.lab.kept_settings import changed, chosen, usable
from advgui.lab.preferences import LARGEST_SEED

#: Goals as they are stored: each label, and none.
ANY: Final = -1
_METHOD: Final = "universal"
_USUAL_GOAL: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every method with its own parameters, and the one that is chosen.

    ``goal`` is a label, or ``ANY`` for any other than is read; ``toward`` is the goal of an
    artefact whose goal is said as it is worn. ``worn`` says whether the drawing wears one.
    """

    attacks: Mapping[str, FittedAttack]
    method: str
    goal: int = parameter(
        ANY, tr("Goal"), tr("What is to be read."), minimum=ANY, maximum=LABELS - 1
    )
    toward: int = parameter(
        _USUAL_GOAL, tr("Toward"), tr("The goal as it is worn."), maximum=LABELS - 1
    )
    seed: int = parameter(0, tr("Seed"), tr("Makes a fit repeatable."), maximum=LARGEST_SEED)
    worn: bool = parameter(True, tr("Worn by the drawing"), tr("Whether the drawing wears it."))

    @property
    def attack(self) -> FittedAttack:
        """The chosen method with its parameters."""
        return self.attacks[self.method]

    @property
    def wanted(self) -> int | None:
        """The goal that the chosen method is to learn for; None for any label or for every goal."""
        if self.attack.goal_when_worn or "targeted" not in self.attack.forms:
            return None
        if self.goal == ANY:
            return None if "untargeted" in self.attack.forms else _USUAL_GOAL
        return self.goal

    def with_job(self, attack: FittedAttack, goal: int | None, seed: int) -> "Plan":
        """What is learned by a job is chosen, as far as it can be."""
        if not isinstance(self.attacks.get(attack.name), type(attack)):
            return self
        goal = self.goal if attack.goal_when_worn else ANY if goal is None else goal
        attacks = {**self.attacks, attack.name: attack}
        return replace(self, attacks=attacks, method=attack.name, goal=goal, seed=seed)

    def with_parameter(self, name: str, value: object) -> "Plan":
        """Another value of the chosen method's; ParameterError where it does not fit."""
        row = next(row for row in parameter_table(self.attack) if row.name == name)
        changed: dict[str, Any] = {name: row.check(value)}
        return replace(self, attacks={**self.attacks, self.method: replace(self.attack, **changed)})


def goals(attack: FittedAttack) -> tuple[int, ...]:
    """The goals that can be chosen before it learns, ``ANY`` among them; none where none can."""
    if attack.goal_when_worn:
        return ()
    away = (ANY,) if "untargeted" in attack.forms else ()
    return (*away, *(range(LABELS) if "targeted" in attack.forms else ()))


def restored(kept: Mapping[str, object]) -> Plan:
    """The plan in a flat mapping of whatever was kept; never raises, rubbish becomes a default."""
    attacks = {name: kind(**chosen(kind, kept, f"{name}/")) for name, kind in FITTED.items()}
    method = kept.get("method")
    if not isinstance(method, str) or method not in attacks:
        method = _METHOD if _METHOD in attacks else next(iter(attacks))
    return Plan(attacks=attacks, method=method, **usable(Plan, kept))


def kept(plan: Plan) -> dict[str, Value | None]:
    """The flat mapping from which ``restored`` makes the same plan again; None is left out."""
    values: dict[str, Value | None] = {"method": plan.method}
    values |= {row.name: getattr(plan, row.name) for row in parameter_table(Plan)}
    for name, attack in plan.attacks.items():
        values |= changed(attack, f"{name}/")
    return values
