"""How much of an attack survives print and camera: simulated photos of many sheets, read back."""

from collections.abc import Generator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

import numpy as np

from advgui.core.attacks import Outcome
from advgui.core.errors import PhotoError
from advgui.core.images import SIZE, l2, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.camera import Camera, Photo, photograph, printed
from advgui.core.world.homography import mapped
from advgui.core.world.marks import Frame
from advgui.core.world.photo import read_sheet
from advgui.core.world.sheet import MARKS, SIDE, Captions, frame_corner, sheet


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

    def mean(self, what: str) -> float:
        """The mean of a field of the checks; NaN of none."""
        values = [getattr(check, what) for check in self.checks]
        return sum(values) / len(values) if values else float("nan")

    def most(self, what: str) -> float:
        """What 99 of 100 checks are below; NaN of none."""
        return self._quantile(what, 0.99)

    def with_photo(self, check: PhotoCheck | None) -> Self:
        """One more was taken; None of one that could not be read."""
        checks = self.checks if check is None else (*self.checks, check)
        return replace(self, taken=self.taken + 1, checks=checks)

    def _quantile(self, what: str, share: float) -> float:
        values = [getattr(check, what) for check in self.checks]
        return float(np.quantile(values, share)) if values else float("nan")


def photographed(
    network: Network, outcomes: Sequence[Outcome], cameras: Sequence[Camera], *, seed: int
) -> Generator[tuple[PhotoTally, ...], None, tuple[PhotoTally, ...]]:
    """Print a sheet for each outcome that fools, photograph it by each camera, and read it back.

    Yields a tally for each camera. Outcomes that do not fool to begin with are left out. The same
    seed takes the same photos, whatever other cameras there are.
    """
    fooling = [outcome for outcome in outcomes if outcome.fooled]
    tallies = tuple(PhotoTally(len(fooling)) for _ in cameras)
    for number, outcome in enumerate(fooling):
        random = np.random.default_rng((seed, number))
        page = sheet(outcome.original, outcome.adversarial, Captions("Original", "Adversarial"))
        dots, corner = printed(page, random), frame_corner(page)
        photos = [photograph(dots, corner, camera, deepcopy(random)) for camera in cameras]
        tallies = tuple(
            tally.with_photo(_check(network, outcome, photo))
            for tally, photo in zip(tallies, photos, strict=True)
        )
        yield tallies
    return tallies


def _check(network: Network, outcome: Outcome, photo: Photo) -> PhotoCheck | None:
    """What became of it; None where it could not be read."""
    try:
        read = read_sheet(photo.pixels)
    except PhotoError:
        return None
    label = network.read(read.adversarial).label
    wanted = outcome.reached(label)
    away = to_floats(read.adversarial) - to_floats(outcome.adversarial)
    in_photo = np.linalg.norm(read.frame.marks - photo.marks, axis=1).max()
    return PhotoCheck(_marks_px(read.frame, photo), float(in_photo), float(l2(away)), wanted)


def _marks_px(frame: Frame, photo: Photo) -> float:
    """By how much marks are missed on the sheet, in pixels of an image that is printed there."""
    back = mapped(np.linalg.inv(frame.matrix).astype(np.float64), photo.marks)
    return float(np.linalg.norm(back - MARKS, axis=1).max() * SIZE / SIDE)
