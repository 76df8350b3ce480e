"""What is plotted of an explanation: confidences along the change, and along the noise."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.explanation.explain import Explanation
from advgui.core.explanation.line import PLACES

Curve = NDArray[np.float64]


class WayCurves(NamedTuple):
    """Confidences (k,) at places in percent of the change, 0 to 200; NaN where not known yet.

    Along the change those of the digit that the slope is for and of the one that is read, and
    along the noise that of the one that is read.
    """

    places: Curve
    toward: Curve
    read: Curve
    astray: Curve


def way_curves(found: Explanation) -> WayCurves | None:
    """The curves, as far as they are known; None before the first of them is."""
    if found.way is None:
        return None
    confidences = found.way.confidences.astype(np.float64)
    astray = np.full(len(PLACES), np.nan)
    if found.astray is not None:
        astray = found.astray.confidences[:, found.label].astype(np.float64)
    return WayCurves(
        places=100 * PLACES,
        toward=confidences[:, found.slope.toward],
        read=confidences[:, found.label],
        astray=astray,
    )
