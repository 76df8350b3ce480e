"""What a run ended with, for one image."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypedDict

from advgui.core.attacks.objective import DISTANCES, Budget, Norm
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.steps import Step
from advgui.core.defences.base import Defence
from advgui.core.defences.defended import defences_of
from advgui.core.digits.ink import Ink
from advgui.core.generators import stopped_when
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network, Reading

if TYPE_CHECKING:
    from advgui.core.attacks.base import EvasionAttack

Stuck = Literal["no slope", "no pixel", "never nearer", "no start"]
"""Why an attack could not move: where it ended there was no slope to follow, or no pixel left
that would help, or, of one that follows no slope, nothing that it tried came any nearer than
the original, or was there to come nearer from."""


#: The first so many of the draws of ``world.survival`` tell how much survives: half a second
#: at most, which a run of such an attack takes several of.
SURVIVED: Final = 200


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a run ended with, for one image.

    ``fooled`` is judged on ``adversarial``, the exact 8-bit image (28, 28) that is shown
    and saved, by a fresh forward pass. ``already`` says that the original had what the attack
    wanted, so nothing was done to it and nobody was fooled. ``stuck`` says why the attack
    could not move, if so: then the network is not fooled, which tells nothing of how robust
    it is. ``goal`` is None for an untargeted attack.
    ``steps`` were taken and ``best_step`` was kept. ``queries`` and ``gradients`` tell how
    often this image, or what was made of it, went through the network forward and back, those
    times included that judged it. ``l2`` and ``linf`` are distances of the 8-bit images, in
    [0, 1] pixels; ``distance`` is theirs in ``norm``, which the attack keeps small. ``budget``
    is how large the perturbation could be, None where it was to be as small as possible.
    ``confidence`` is the lead in logits that was asked for, and ``sure`` whether what
    fooled has it.

    ``defences`` are what the network stands behind. An ``aware`` attacker went through them, and
    all of this is about the network behind them. One that is not made the image on the network
    alone, about which it all is then, and ``through`` is how the image is read behind them.

    ``ink`` are the strokes that ``adversarial`` is drawn with, of an attack that changes strokes.
    ``survival`` is through which share of ``SURVIVED`` draws it still fools, of an attack that is
    made for that, else None.
    ``region`` (28, 28) is where the image could change, if that was painted, and ``start``
    (28, 28) the valid image that it began at, if that was another one than by itself.
    """

    original: Bytes = field(repr=False)
    adversarial: Bytes = field(repr=False)
    goal: int | None
    fooled: bool
    already: bool
    stuck: Stuck | None
    before: Reading
    after: Reading
    l2: float
    linf: float
    steps: int
    best_step: int
    queries: int
    gradients: int
    seconds: float
    seed: int
    network: str
    attack: str
    parameters: dict[str, int | float | bool | str]
    budget: Budget | None = None
    norm: Norm = "l2"
    confidence: float = 0.0
    sure: bool = True
    defences: tuple[Defence, ...] = ()
    through: Reading | None = None
    ink: Ink | None = field(default=None, repr=False)
    survival: float | None = None
    region: Flags | None = field(default=None, repr=False)
    start: Bytes | None = field(default=None, repr=False)

    @property
    def could_not_move(self) -> bool:
        """Whether the attack got nowhere, for whatever reason."""
        return self.stuck is not None

    @property
    def aware(self) -> bool:
        """Whether the attacker went through the defences, if there are any."""
        return self.through is None

    @property
    def fooled_through(self) -> bool:
        """Whether the network is fooled behind its defences, known to the attacker or not."""
        if self.through is None or self.already:
            return self.fooled
        return self.reached(self.through.label)

    def reached(self, label: int) -> bool:
        """Whether what is read as this label is what the attack wanted."""
        return label != self.before.label if self.goal is None else label == self.goal

    @property
    def distance(self) -> float:
        """How far the 8-bit images are apart in the attack's own norm."""
        change = to_floats(self.adversarial) - to_floats(self.original)
        return float(DISTANCES[self.norm](change))


class Asked(TypedDict):
    """The part of an outcome that was known before the run: what it was asked to do."""

    original: Bytes
    goal: int | None
    seed: int
    attack: str
    parameters: dict[str, int | float | bool | str]
    budget: Budget | None
    norm: Norm
    defences: tuple[Defence, ...]
    region: Flags | None
    start: Bytes | None


def asked_of(
    attack: "EvasionAttack", network: Network, problem: Problem, seed: int, index: int
) -> Asked:
    """What an attack was asked to do with the image of this index of a problem."""
    return {
        "original": problem.originals[index],
        "goal": int(problem.goals[index]) if problem.form == "targeted" else None,
        "seed": seed,
        "attack": attack.name,
        "parameters": dict(attack.settings),
        "budget": attack.limit(),
        "norm": attack.norm,
        "defences": defences_of(network),
        "region": problem.region,
        "start": None if problem.starts is None else problem.starts[index],
    }


Run = Generator[Step, None, tuple[Outcome, ...]]


def stopped_after(run: Run, step: int | None) -> Run:
    """The run, which ends after the step of that number as if it were stopped there.

    It differs from one that was set to so few steps, where an attack plans ahead. None lets it
    run to its end.
    """
    return run if step is None else stopped_when(run, lambda one: one.number >= step)
