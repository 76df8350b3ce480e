"""Why one image fools a network that another does not: all that is told of it, step by step."""

from collections.abc import Generator
from dataclasses import dataclass, field, replace

from advgui.core.explanation.line import Line, line
from advgui.core.explanation.noise import Noises, noises
from advgui.core.explanation.slope import Slope, lead_of, slope_at
from advgui.core.generators import changed
from advgui.core.images import Array, Bytes, l2, linf, to_floats
from advgui.core.nn.network import Network


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Explanation:
    """All that is known so far of an original and an adversarial image (28, 28).

    ``goal`` is the one that was attacked toward, None for any other digit; ``label`` is what is
    read in the original and ``read`` what in the adversarial image, by the network that was
    attacked. ``lead`` is that of the slope's digit in the adversarial image, in logits. ``way``
    is the line from one to the other, ``astray`` that to the first of the ``noise`` s. What is
    not known yet is None; what is asked of a change has no answer where nothing is changed.
    """

    original: Bytes = field(repr=False)
    adversarial: Bytes = field(repr=False)
    goal: int | None
    label: int
    read: int
    slope: Slope
    lead: float
    noise: Noises | None = None
    way: Line | None = None
    astray: Line | None = None

    @property
    def change(self) -> Array:
        """The perturbation (28, 28), in pixels of [0, 1]."""
        return to_floats(self.adversarial) - to_floats(self.original)

    @property
    def length(self) -> float:
        """Its L2 norm."""
        return float(l2(self.change))

    @property
    def largest(self) -> float:
        """Its L-infinity norm."""
        return float(linf(self.change))

    @property
    def fooled(self) -> bool:
        """Whether the adversarial image is read as wanted."""
        return self.read != self.label if self.goal is None else self.read == self.goal

    @property
    def complete(self) -> bool:
        """Whether all is known."""
        return not self.length or (self.astray is not None)


def explain(
    network: Network, original: Bytes, adversarial: Bytes, goal: int | None, *, seed: int = 0
) -> Generator[Explanation, None, Explanation]:
    """Look at both images, valid ones (28, 28): the slope, the noises, and both lines.

    Toward a digit, the slope is that of its lead over what is read. Away from what is read, it
    is that of the digit which is read in the adversarial image, or else of the second best.
    """
    begun = _begun(network, original, adversarial, goal)
    yield begun
    if not begun.length:
        return begun
    way = yield from changed(line(network, original, adversarial), lambda _: begun)
    with_way = replace(begun, way=way)
    search = noises(network, original, begun.length, seed=seed)
    noise = yield from changed(search, lambda _: with_way)
    with_noise = replace(with_way, noise=noise)
    first = line(network, original, noise.images[0])
    astray = yield from changed(first, lambda _: with_noise)
    return replace(with_noise, astray=astray)


def _begun(network: Network, original: Bytes, adversarial: Bytes, goal: int | None) -> Explanation:
    before, after = (network.logits(to_floats(one)[None])[0] for one in (original, adversarial))
    label, read = int(before.argmax()), int(after.argmax())
    toward = _toward(before, label, read, goal)
    return Explanation(
        original=original,
        adversarial=adversarial,
        goal=goal,
        label=label,
        read=read,
        slope=slope_at(network, original, toward, label),
        lead=lead_of(after, toward, label),
    )


def _toward(before: Array, label: int, read: int, goal: int | None) -> int:
    if goal is not None and goal != label:
        return goal
    if read != label:
        return read
    return int(before.argsort()[-2])
