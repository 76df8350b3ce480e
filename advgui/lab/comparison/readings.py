"""What a network reads in a drawing and in an attack's image, and what that says of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from advgui.core.defences.defended import bare_of
from advgui.core.images import Bytes
from advgui.core.nn.network import Network, Reading
from advgui.lab.attack.phrases import Verdict
from advgui.lab.attack.view import judged

TransferVerdict = Verdict | Literal["misread"]
"""What an image made against one network does to another.

"misread" is of no use to tell: that network reads the original as something else from the start.
"""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AdversarialExample:
    """An adversarial image (28, 28), valid 8-bit, and what it was made of and for.

    ``label`` is what the attacked network reads in the ``original``, ``goal`` the label that
    the attack wants, None where it is any other one; ``fooled`` whether it got it.
    """

    image: Bytes
    original: Bytes
    against: Network
    label: int
    goal: int | None
    fooled: bool
    l2: float
    step: int
    running: bool


@dataclass(frozen=True, slots=True, eq=False)
class ComparedImages:
    """What every network is shown: the drawing, None without ink, and an attack's image.

    ``outdated`` says that the adversarial image is not of this drawing, ``defended`` that what
    is chosen or was attacked stands behind a defence, which those that are shown it do not.
    """

    drawing: Bytes | None = None
    example: AdversarialExample | None = None
    defended: bool = False
    outdated: bool = field(init=False)

    def __post_init__(self) -> None:
        """Whether it is outdated matters to every network: it is worked out once."""
        example, drawing = self.example, self.drawing
        same = (
            drawing is not None
            and example is not None
            and np.array_equal(example.original, drawing)
        )
        object.__setattr__(self, "outdated", example is not None and not same)

    def same(self, other: "ComparedImages") -> bool:
        """Whether every network would read and be judged alike."""
        one, two = self.example, other.example
        if self.drawing is not other.drawing:
            return False
        if one is None or two is None:
            return one is two
        same_aim = (one.against, one.label, one.goal) == (two.against, two.label, two.goal)
        same_original = np.array_equal(one.original, two.original)
        return same_aim and same_original and np.array_equal(one.image, two.image)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NetworkReadings:
    """What one network makes of the images; ``verdict`` and all else follow from it."""

    network: Network
    images: ComparedImages
    drawing: Reading | None
    adversarial: Reading | None

    @property
    def attacked(self) -> bool:
        """Whether the attack was made against this very network, alone or behind a defence."""
        example = self.images.example
        return example is not None and bare_of(example.against) is bare_of(self.network)

    @property
    def verdict(self) -> TransferVerdict | None:
        """Whether it is fooled too; None without an attack on this drawing."""
        example = self.images.example
        if example is None or self.drawing is None or self.adversarial is None:
            return None
        if self.images.outdated:
            return None
        if self.drawing.label != example.label:
            return "misread"
        return judged(example.goal, self.drawing, self.adversarial)


def read_images(
    network: Network, images: ComparedImages, before: NetworkReadings | None = None
) -> NetworkReadings:
    """What a network makes of the images, by at most two fresh forward passes.

    What it made of the very same image ``before`` is not read again.
    """
    if before is None or before.network is not network:
        before = None
    return NetworkReadings(
        network=network,
        images=images,
        drawing=_drawing(network, images.drawing, before),
        adversarial=_adversarial(network, images.example, before),
    )


def _drawing(
    network: Network, image: Bytes | None, before: NetworkReadings | None
) -> Reading | None:
    if image is None:
        return None
    if before is not None and before.images.drawing is image:
        return before.drawing
    return network.read(image)


def _adversarial(
    network: Network, example: AdversarialExample | None, before: NetworkReadings | None
) -> Reading | None:
    if example is None:
        return None
    known = before.images.example if before is not None else None
    if before is not None and known is not None and np.array_equal(known.image, example.image):
        return before.adversarial
    return network.read(example.image)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCounts:
    """How many networks, the attacked one apart, are fooled too; all are of ``others``."""

    others: int
    at_goal: int
    elsewhere: int
    not_fooled: int
    misread: int

    @property
    def fooled(self) -> int:
        """How many are led to any other label."""
        return self.at_goal + self.elsewhere


def count_transfers(rows: Iterable[NetworkReadings]) -> TransferCounts:
    """Count the verdicts of all networks that were not attacked themselves."""
    verdicts = Counter(row.verdict for row in rows if not row.attacked)
    return TransferCounts(
        others=verdicts.total(),
        at_goal=verdicts["fooled"],
        elsewhere=verdicts["wrong class"],
        not_fooled=verdicts["not fooled"] + verdicts["already"],
        misread=verdicts["misread"],
    )
