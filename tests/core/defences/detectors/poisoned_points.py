"""A linear network and digits of which some stand apart: what each detector must find."""

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors.base import Flags
from advgui.core.images import PIXELS
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.network import Network
from tests.fake_datasets import stripes


def reader() -> Network:
    """It reads the place of the stripe, and sees the patch beside it, which it makes nothing of."""
    seen = np.zeros((28, 28, 11), np.float32)
    for label in range(10):
        seen[2 * label + 4 : 2 * label + 6, 4:24, label] = 1.0
    seen[:, 24:, 10] = 1.0
    first = Dense(seen.reshape(PIXELS, 11), np.zeros(11, np.float32))
    last = Dense(np.eye(11, 10, dtype=np.float32), np.zeros(10, np.float32))
    return Network("stripes", (Reshape((PIXELS,)), first, last), "softmax")


def stamped_set(share: float) -> tuple[Digits, Flags]:
    """Digits of which a share of those labelled 3 is another digit with a large patch."""
    digits = stripes(600)
    images, changed = digits.images.copy(), np.zeros(600, bool)
    changed[np.flatnonzero(digits.labels == 3)[: round(share * 60)]] = True
    images[changed, :, 24:] = 255
    return Digits(images, digits.labels), changed
