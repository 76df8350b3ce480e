"""Which pixels of a drawing can flip within a budget, where a network sees ink and paper alone."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.budget.ball import LinfBall
from advgui.core.images import Bytes, highest_paper
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import counted

Flags = NDArray[np.bool_]

NO_THRESHOLD: Final = tr("Only behind a threshold do pixels flip; here every gray level counts")
NOTHING_DRAWN: Final = tr("Nothing is drawn, so nothing can flip")


@dataclass(frozen=True, slots=True, eq=False)
class Flips:
    """The pixels (28, 28) that can become ink and those that can become paper.

    ``ink`` is what the network sees of the image.
    """

    ink: Flags
    to_ink: Flags
    to_paper: Flags

    @property
    def words(self) -> str:
        """How many there are of each."""
        more, less = int(self.to_ink.sum()), int(self.to_paper.sum())
        if not more + less:
            return tr("No pixel can flip.")
        return tr("{pixels} can become ink, {others} paper.").format(
            pixels=counted(more, "pixel"), others=less
        )


def flips(network: Network, image: Bytes, budget: float) -> Flips | None:
    """Those of a valid image (28, 28) within a budget in L-infinity; None without a threshold."""
    threshold = network.parts_at
    if threshold is None:
        return None
    levels, paper = round(LinfBall(budget).size * 255), highest_paper(threshold)
    values = image.astype(np.int64)
    ink = values > paper
    return Flips(
        ink=ink,
        to_ink=~ink & (np.minimum(values + levels, 255) > paper),
        to_paper=ink & (np.maximum(values - levels, 0) <= paper),
    )
