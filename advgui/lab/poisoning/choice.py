"""What a user has chosen to be poisoned, how, and with which trigger."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.poisoning import CORNER, POISONINGS, PoisoningAttack, Trigger, Triggered
from advgui.core.attacks.poisoning.trigger import CLEAR
from advgui.core.errors import ParameterError
from advgui.core.images import LABELS, SIZE
from advgui.core.language import tr
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.parameters import Value, parameter_table
from advgui.core.training.poisoned import PoisonTrial, all_detectors, poison_plan
from advgui.lab.kept_settings import changed, usable

Pixels = NDArray[np.int16]
"""A trigger where it is: (28, 28), a grey level from 0 to 255, or ``CLEAR``."""

#: Where the trigger is, is told by the trigger that is drawn, and not among the parameters.
_PLACE: Final = ("row", "column")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoisonChoice:
    """The architecture, the attacks with their parameters, the goal, and the trigger.

    ``trigger`` is None where all of it was rubbed out; ``row`` and ``column`` are where it is.
    """

    architecture: str = "report"
    attack: str = "back-door"
    attacks: Mapping[str, PoisoningAttack] = field(
        default_factory=lambda: {name: kind() for name, kind in POISONINGS.items()}
    )
    goal: int = 7
    seed: int = 0
    trigger: Trigger | None = CORNER
    row: int = 24
    column: int = 24

    @property
    def triggered(self) -> bool:
        """Whether the chosen attack stamps a trigger."""
        return isinstance(self.attacks[self.attack], Triggered)

    @property
    def poisoning(self) -> PoisoningAttack:
        """The chosen attack with its parameters and the trigger; only of one that ``can`` be."""
        attack = self.attacks[self.attack]
        if self.trigger is None or not isinstance(attack, Triggered):
            return attack
        return replace(attack, trigger=self.trigger, row=self.row, column=self.column)

    @property
    def why_not(self) -> str:
        """Why nothing can be trained as it is chosen, in a sentence; empty where it can."""
        if self.triggered and self.trigger is None:
            return tr("Draw a trigger first: it has no pixel.")
        if self.poisoning.settings.get("origin") == str(self.goal):
            return tr("Labels of {goal} cannot be flipped into {goal}.").format(goal=self.goal)
        return ""

    @property
    def trial(self) -> PoisonTrial:
        """What is to be trained."""
        return PoisonTrial(
            plan=poison_plan(self.architecture, seed=self.seed),
            attack=self.poisoning,
            goal=self.goal,
            detectors=all_detectors(),
        )

    @property
    def pixels(self) -> Pixels:
        """The trigger where it is."""
        found = np.full((SIZE, SIZE), CLEAR, np.int16)
        if self.trigger is not None:
            height, width = self.trigger.height, self.trigger.width
            part = found[self.row : self.row + height, self.column : self.column + width]
            part[:] = self.trigger.rows
        return found

    def with_pixels(self, pixels: Pixels) -> "PoisonChoice":
        """The trigger that these are: their box, and where it is."""
        rows, columns = (np.flatnonzero((pixels != CLEAR).any(axis=axis)) for axis in (1, 0))
        if not len(rows):
            return replace(self, trigger=None)
        top, left = int(rows[0]), int(columns[0])
        box = pixels[top : rows[-1] + 1, left : columns[-1] + 1]
        return replace(self, trigger=Trigger.from_pixels(box.tolist()), row=top, column=left)

    def with_trigger(
        self, trigger: Trigger | None, row: int | None = None, column: int | None = None
    ) -> "PoisonChoice":
        """Another trigger, or none; where it was, if nothing is said."""
        at = self.row if row is None else row, self.column if column is None else column
        return replace(self, trigger=trigger, row=at[0], column=at[1])

    def with_opened(self, trigger: Trigger) -> "PoisonChoice":
        """One from a file: of a whole image where it is in that, else where the last one was."""
        if (trigger.height, trigger.width) == (SIZE, SIZE):
            return self.with_pixels(np.array(trigger.rows, np.int16))
        return replace(self, trigger=trigger).moved(0, 0)

    def with_pixel(self, row: int, column: int, level: int) -> "PoisonChoice":
        """One pixel of it is another, or ``CLEAR``."""
        pixels = self.pixels
        pixels[row, column] = level
        return self.with_pixels(pixels)

    def moved(self, down: int, right: int) -> "PoisonChoice":
        """The trigger elsewhere, as far as the image goes."""
        if self.trigger is None:
            return self
        low, far = SIZE - self.trigger.height, SIZE - self.trigger.width
        row, column = min(max(self.row + down, 0), low), min(max(self.column + right, 0), far)
        return replace(self, row=row, column=column)

    def with_trial(self, trial: PoisonTrial) -> "PoisonChoice":
        """What a trial is of is chosen, as far as it can be."""
        attack, plan = trial.attack, trial.plan
        if not isinstance(self.attacks.get(attack.name), type(attack)):
            return self
        attacks = {**self.attacks, attack.name: attack}
        chosen = replace(self, attack=attack.name, attacks=attacks, goal=trial.goal)
        chosen = replace(chosen, architecture=plan.architecture, seed=plan.seed)
        if isinstance(attack, Triggered):
            chosen = chosen.with_trigger(attack.trigger, attack.row, attack.column)
        return chosen

    def with_parameter(self, name: str, value: object) -> "PoisonChoice":
        """A parameter of the chosen attack is another; raises ParameterError."""
        attack: Any = self.attacks[self.attack]
        (row,) = (row for row in parameter_table(attack) if row.name == name)
        changed = replace(attack, **{name: row.check(value)})
        return replace(self, attacks={**self.attacks, self.attack: changed})


def kept(choice: PoisonChoice) -> dict[str, Value | None]:
    """What is to be remembered, flat, from which ``restored`` gives it again; None is left out."""
    values: dict[str, Value | None] = {
        "architecture": choice.architecture,
        "attack": choice.attack,
        "goal": choice.goal,
        "seed": choice.seed,
        "trigger": "" if choice.trigger is None else choice.trigger.as_text(),
        "row": choice.row,
        "column": choice.column,
    }
    for name, attack in choice.attacks.items():
        rows = changed(attack, f"{name}/")
        values |= {key: rows[key] for key in rows if key.rpartition("/")[2] not in _PLACE}
    return values


def restored(values: Mapping[str, object]) -> PoisonChoice:
    """The choices in a flat mapping of whatever was kept; rubbish becomes a default."""
    usual = PoisonChoice()
    architecture, attack = values.get("architecture"), values.get("attack")
    goal, seed = (_whole(values.get(name)) for name in ("goal", "seed"))
    choice = PoisonChoice(
        architecture=str(architecture) if architecture in ARCHITECTURES else usual.architecture,
        attack=str(attack) if attack in POISONINGS else usual.attack,
        attacks={
            name: kind(**usable(kind, values, f"{name}/")) for name, kind in POISONINGS.items()
        },
        goal=usual.goal if goal is None or goal >= LABELS else goal,
        seed=usual.seed if seed is None else seed,
    )
    return _with_trigger(choice, values)


def _with_trigger(choice: PoisonChoice, values: Mapping[str, object]) -> PoisonChoice:
    row, column = (_whole(values.get(name)) for name in _PLACE)
    if row is None or column is None:
        return choice
    if values.get("trigger") == "":
        return replace(choice, trigger=None)
    try:
        trigger = Trigger.from_text(str(values.get("trigger")))
    except ParameterError:
        return choice
    return replace(choice, trigger=trigger, row=row, column=column).moved(0, 0)


def _whole(value: object) -> int | None:
    """A whole number of at least 0, or its text; None for all else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
