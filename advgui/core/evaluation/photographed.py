"""How much of an attack survives print and camera: simulated photos of many sheets, read back."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from advgui.core.attacks import Outcome
from advgui.core.errors import PhotoError
from advgui.core.images import SIZE, l2, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.camera import Camera, Photo, photograph_page
from advgui.core.world.homography import mapped
from advgui.core.world.marks import Frame
from advgui.core.world.photo import SheetReading, read_sheet
from advgui.core.world.sheet import MARKS, SIDE, Captions, sheet


class PhotoCheck(NamedTuple):
    """What became of one photo that was read back.

    ``marks_px`` is by how much the worst of the four marks was missed, in pixels of the image
    (28, 28) that is read, ``photo_px`` in pixels of the photo; ``l2`` is how far the adversarial
    image as read is from the printed one; ``fooled`` whether it still fools.
    """

    marks_px: float
    photo_px: float
    l2: float
    fooled: bool


@dataclass(frozen=True, slots=True)
class PhotoTally:
    """All photos so far: ``taken``, of ``total``, and the checks of those that could be read."""

    total: int
    taken: int = 0
    checks: tuple[PhotoCheck, ...] = ()

    @property
    def read(self) -> float:
        """The share of the photos that could be read, in [0, 1]."""
        return len(self.checks) / max(self.taken, 1)

    @property
    def fooled(self) -> float:
        """The share of all photos that still fool, in [0, 1]; of one not read nobody is fooled."""
        return sum(check.fooled for check in self.checks) / max(self.taken, 1)

    def median(self, what: str) -> float:
        """The median of a field of the checks; NaN of none."""
        return self._quantile(what, 0.5)

    def most(self, what: str) -> float:
        """What 99 of 100 checks are below; NaN of none."""
        return self._quantile(what, 0.99)

    def _quantile(self, what: str, share: float) -> float:
        values = [getattr(check, what) for check in self.checks]
        return float(np.quantile(values, share)) if values else float("nan")


def photographed(
    network: Network, outcomes: Sequence[Outcome], camera: Camera, *, seed: int
) -> Generator[PhotoTally, None, PhotoTally]:
    """Print and photograph a sheet for each outcome that fools, and read it back.

    Outcomes that do not fool to begin with are left out. The same seed takes the same photos.
    """
    fooling = [outcome for outcome in outcomes if outcome.fooled]
    tally = PhotoTally(len(fooling))
    for number, outcome in enumerate(fooling):
        random = np.random.default_rng((seed, number))
        page = sheet(outcome.original, outcome.adversarial, Captions("Original", "Adversarial"))
        photo = photograph_page(page, camera, random)
        try:
            checks = (*tally.checks, _check(network, outcome, photo, read_sheet(photo.pixels)))
        except PhotoError:
            checks = tally.checks
        tally = replace(tally, taken=number + 1, checks=checks)
        yield tally
    return tally


def _check(network: Network, outcome: Outcome, photo: Photo, read: SheetReading) -> PhotoCheck:
    label = network.read(read.adversarial).label
    wanted = label != outcome.before.label if outcome.goal is None else label == outcome.goal
    away = to_floats(read.adversarial) - to_floats(outcome.adversarial)
    in_photo = np.linalg.norm(read.frame.marks - photo.marks, axis=1).max()
    return PhotoCheck(_marks_px(read.frame, photo), float(in_photo), float(l2(away)), wanted)


def _marks_px(frame: Frame, photo: Photo) -> float:
    """By how much marks are missed on the sheet, in pixels of an image that is printed there."""
    back = mapped(np.linalg.inv(frame.matrix).astype(np.float64), photo.marks)
    return float(np.linalg.norm(back - MARKS, axis=1).max() * SIZE / SIDE)
