"""What an attack is asked."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.ink import Ink
from advgui.core.images import LABELS, Array, Bytes, Labels
from advgui.core.language import tr
from advgui.core.nn.losses import margin
from advgui.core.parameters import Parameter, parameter, parameter_table

Form = Literal["targeted", "untargeted"]
Flags = NDArray[np.bool_]

#: A lead below this could change sign with the order of a sum, so it does not count.
TIE: Final = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """n valid images and a goal for each.

    ``originals`` is uint8 (n, 28, 28). ``goals`` (n,) holds the labels to reach where
    ``form`` is targeted, and the labels to get away from where it is untargeted. ``confidence``
    is the lead, in logits, that an image must have over it for the attack to be content
    (Carlini and Wagner's kappa); at 0 the label is enough. ``inks`` are the strokes of each
    image, from which it was drawn, for an attack that changes these; None where nobody knows.
    ``region`` (28, 28) is where the images may change, for an attack that takes one; None where
    none is painted. ``starts`` are valid images (n, 28, 28) that a run begins at, for an attack
    that can begin elsewhere; it is still the original that it stays near. None is as it begins
    by itself.
    """

    originals: Bytes
    goals: Labels
    form: Form = "targeted"
    confidence: float = parameter(
        0.0,
        tr("Confidence"),
        tr(
            "By how many logits the goal must lead every other label; at 0 its being read is "
            "enough."
        ),
        maximum=50.0,
        role="confidence",
    )
    inks: tuple[Ink, ...] | None = None
    region: Flags | None = None
    starts: Bytes | None = None

    @property
    def wanted_lead(self) -> float:
        """The lead above which an image has what the attack wants."""
        return max(TIE, self.confidence)

    def of(self, rows: slice | NDArray[np.integer[Any]]) -> "Problem":
        """The same for some of the images."""
        some = np.arange(len(self.goals))[rows]
        inks = None if self.inks is None else tuple(self.inks[row] for row in some)
        starts = None if self.starts is None else self.starts[rows]
        originals, goals = self.originals[rows], self.goals[rows]
        return replace(self, originals=originals, goals=goals, inks=inks, starts=starts)

    def reached(self, labels: NDArray[np.integer[Any]]) -> Flags:
        """Which of the read labels (..., n) are what the attack wants."""
        hits: Flags = labels == self.goals
        return hits if self.form == "targeted" else ~hits

    def leads(self, logits: Array) -> Array:
        """By how many logits (..., n, 10) each image has what the attack wants, (..., n).

        Negative where it does not have it; minus infinity where that is no number.
        """
        if logits.shape == (1, LABELS):
            return self._lead_of_one(logits[0])
        goals = np.broadcast_to(self.goals, logits.shape[:-1])
        behind = margin(logits.reshape(-1, LABELS), goals.ravel())[0].reshape(goals.shape)
        leads: Array = behind if self.form == "untargeted" else -behind
        return np.where(np.isnan(leads), -np.inf, leads)

    def _lead_of_one(self, logits: Array) -> Array:
        """The same of ten logits (10,), in a seventh of the time: every step asks."""
        goal, others = self.goals[0], logits.copy()
        others[goal] = -np.inf
        lead = logits[goal] - others[others.argmax()]
        lead = lead if self.form == "targeted" else -lead
        return np.array([lead if lead == lead else -np.inf], logits.dtype)

    def satisfied(self, logits: Array) -> Flags:
        """Which of the images with these logits (n, 10) an attack need not push any further."""
        if self.confidence > 0:
            return self.leads(logits) > self.confidence
        return self.reached(logits.argmax(axis=-1))


#: The row of the parameter table that is the same for every attack.
CONFIDENCE: Final[Parameter] = parameter_table(Problem)[0]
