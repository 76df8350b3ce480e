"""Whether a drawing may be no digit at all: every network chooses one of ten all the same."""

from functools import cache
from typing import Final

import numpy as np

from advgui.core.images import Bytes, to_floats
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped

#: The network that is asked, whichever is in use: of those that ship the one that tells best.
JUDGE: Final = "robust"

#: Half a percent of the last 10,000 training digits of MNIST come to less.
LEAST: Final = 4.465

REMARK: Final = tr("This may be no digit. The network has to choose one of ten all the same.")


def likeness(network: Network, image: Bytes) -> float:
    """How much of a digit an image (28, 28) has: the log of the sum of exponentials of the logits.

    It is the negative energy of Liu, Wang, Owens and Li, "Energy-based Out-of-distribution
    Detection" (2020), eq. 4, at temperature 1.
    """
    logits = network.logits(to_floats(image)[None])[0].astype(np.float64)
    top = float(logits.max())
    return top + float(np.log(np.exp(logits - top).sum()))


def remark_on(image: Bytes) -> str:
    """A sentence where the image is no digit, as far as that can be told; else empty."""
    if not image.any():
        return ""
    return REMARK if likeness(_judge(), image) < LEAST else ""


@cache
def _judge() -> Network:
    return load_shipped(JUDGE)
