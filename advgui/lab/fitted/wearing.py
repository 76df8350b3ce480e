"""An artefact on the image under the pen: what it looks like, and what it makes of the image."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.patch import Patch, place_of
from advgui.core.attacks.fitted.places import Place, put
from advgui.core.images import Bytes, quantise

Signed = NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Wearing:
    """How an artefact is worn: ``toward`` a goal if it is said now, a patch at its ``place``."""

    artefact: Artefact
    toward: int
    place: Place | None = None

    @classmethod
    def of(cls, artefact: Artefact, toward: int, place: Place | None = None) -> "Wearing":
        """A patch at this place, or where it was fitted; nothing else has one."""
        if not isinstance(artefact.attack, Patch):
            return cls(artefact, toward)
        return cls(artefact, toward, place_of(artefact) if place is None else place)

    @property
    def goal(self) -> int | None:
        """What shall be read; None where any other label than before will do."""
        return self.toward if self.artefact.attack.goal_when_worn else self.artefact.goal

    @property
    def side(self) -> int:
        """How many pixels wide and high a patch is; 0 of all else."""
        return 0 if self.place is None else len(self.artefact.arrays["patch"])

    def worn_by(self, image: Bytes) -> Bytes:
        """The valid image (28, 28) that wears it."""
        if self.place is not None:
            return put(image, quantise(self.artefact.arrays["patch"]), self.place)
        late = self.artefact.attack.goal_when_worn
        return self.artefact.apply(image, self.toward if late else None)

    def picture(self) -> Bytes:
        """A patch alone, at its place on an empty sheet."""
        return self.worn_by(np.zeros((28, 28), np.uint8))

    def change(self, image: Bytes | None) -> Signed:
        """What it does to each pixel, (28, 28) in -255 to 255.

        Of one perturbation for all it is that which it does to gray, where nothing is clipped.
        """
        if image is None or not self.artefact.attack.goal_when_worn:
            image = np.full((28, 28), 128, np.uint8)
        return self.worn_by(image).astype(np.int16) - image
