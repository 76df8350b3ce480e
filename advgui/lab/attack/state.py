"""What the window is doing, in one frozen object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from advgui.core.attacks import EvasionAttack
from advgui.core.attacks.problem import Flags
from advgui.core.attacks.world.masked import PAINTED, Masked
from advgui.core.defences import Defence
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.digits.ink import Ink
from advgui.core.images import Bytes
from advgui.core.nn.network import Network, Reading
from advgui.lab.attack.phrases import NOTHING_DRAWN, OTHER_DEFENCE, OTHER_DRAWING, OTHER_NETWORK
from advgui.lab.drawing.guide import Guide
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.runs.runs import Runs
from advgui.lab.runs.shown_run import ShownRun

RadiusNorm = Literal["linf", "l2"]

Aim = int | Literal["every", "away"]
"""What a user asks of an attack: one digit, every other digit, or away from what is read."""


@dataclass(frozen=True, slots=True)
class Message:
    """The line at the foot of the window."""

    kind: Literal["info", "busy", "good", "bad", "error"]
    words: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LabState:
    """The drawing, the network, the attack and its settings, the run and where one looks.

    ``image`` is the valid image that ``network`` sees, with a stroke that is still being
    drawn, and ``reading`` what it makes of it: None while there is no ink. ``ink`` is what the
    image is drawn with, where it is of strokes alone. ``attacks`` holds each attack with its own
    parameters, ``confidence`` is the lead in logits that all of them want to reach, and
    ``ticket`` the number of the latest run. ``guide`` lies on the sheet to be drawn over.
    ``run`` is the one that is shown, and ``runs`` are those that have ended, which are kept.

    ``region`` (28, 28) is where an attack may change the drawing that keeps to one.

    ``network`` may stand behind defences; ``alone`` is what it reads without them then. An
    ``aware`` attacker goes through them. What is proven of the drawing is told in
    ``bracket_norm``, and the pixels that could flip within ``map_budget``, in [0, 1].
    """

    network: Network
    history: History
    image: Bytes
    ink: Ink | None = None
    reading: Reading | None = None
    alone: Reading | None = None
    attacks: Mapping[str, EvasionAttack]
    attack_name: str
    seed: int
    threshold: float
    confidence: float
    live: bool
    aware: bool = True
    bracket_norm: RadiusNorm = "linf"
    map_budget: float = 0.1
    region: Flags | None = None
    aim: Aim | None = None
    ticket: int = 0
    run: ShownRun | None = None
    runs: Runs = field(default_factory=Runs)
    guide: Guide | None = None
    message: Message = Message("info", NOTHING_DRAWN)

    @property
    def drawing(self) -> Drawing:
        """The drawing without a stroke that is still being drawn."""
        return self.history.present

    @property
    def attack(self) -> EvasionAttack:
        """The chosen attack with its parameters."""
        return self.attacks[self.attack_name]

    @property
    def defences(self) -> tuple[Defence, ...]:
        """What the network stands behind."""
        return defences_of(self.network)

    @property
    def around(self) -> bool:
        """Whether an attack is made on the network alone, in spite of its defences."""
        return bool(self.defences) and not self.aware

    @property
    def attacked(self) -> Reading | None:
        """What is read by what an attack is made on: toward that digit there is nothing to do."""
        return self.alone if self.around else self.reading

    @property
    def paints_region(self) -> bool:
        """Whether the chosen attack keeps to a region that the user paints."""
        attack = self.attack
        return isinstance(attack, Masked) and attack.mask == PAINTED

    @property
    def wanted_region(self) -> Flags | None:
        """The region that the chosen attack is given."""
        return self.region if self.paints_region else None

    @property
    def wanted_confidence(self) -> float:
        """The confidence that the chosen attack is asked to reach."""
        return self.confidence if self.attack.confident else 0.0

    @property
    def running(self) -> bool:
        """Whether an attack is being made."""
        return self.run is not None and self.run.running

    @property
    def outdated(self) -> bool:
        """Whether the run that is shown is about another image or network than the present.

        It keeps its own original and verdicts, and the window says that it is about them.
        """
        return bool(self.outdated_words)

    @property
    def outdated_words(self) -> str:
        """In which way the run is about another one; empty where it is not."""
        run = self.run
        if run is None:
            return ""
        if not np.array_equal(run.original, self.image):
            return OTHER_DRAWING
        made_on = run.request.network
        if made_on is self.network:
            return ""
        return OTHER_DEFENCE if bare_of(made_on) is bare_of(self.network) else OTHER_NETWORK
