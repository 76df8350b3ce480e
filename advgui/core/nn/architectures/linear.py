"""Conventional models, linear in the pixels or in their bits: no hidden layer."""

from typing import Final

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.images import LABELS, PIXELS, Array, Bytes, to_floats
from advgui.core.language import tr
from advgui.core.nn.architectures.base import Architecture, Layers, plain
from advgui.core.nn.initialisers import dense
from advgui.core.nn.layers import Bits, Dense, Reshape
from advgui.core.nn.recipe import Recipe


def _linear(random: np.random.Generator) -> Layers:
    return (Reshape((PIXELS,)), dense(random, PIXELS, LABELS))


def _of_bits(random: np.random.Generator) -> Layers:
    return (Bits(), *_linear(random))


def count_bits(digits: Digits) -> Layers:
    """Bernoulli naive Bayes: how often each pixel is ink in each label's images.

    The logits are log P(label) + sum over pixels of log P(bit | label), so their softmax
    is the posterior. The shares are Laplace-smoothed: one image more with the bit and one
    without, that no pixel can forbid a label. As a linear network of the bits, the weight
    of a pixel is the log-odds of its bit, log p / (1 - p), and the bias what an image
    without ink has: log P(label) + sum log (1 - p).
    """
    inked = np.stack([_inked(digits.images[digits.labels == k]) for k in range(LABELS)])
    images = np.bincount(digits.labels, minlength=LABELS)
    share = (inked + 1.0) / (images[:, None] + 2.0)
    prior = (images + 1.0) / (images.sum() + LABELS)
    odds = np.log(share) - np.log1p(-share)
    empty = np.log(prior) + np.log1p(-share).sum(axis=1)
    matrix = np.ascontiguousarray(odds.T, np.float32)
    return (Bits(), Reshape((PIXELS,)), Dense(matrix, empty.astype(np.float32)))


def _inked(images: Bytes) -> Array:
    """In how many of the images each pixel is ink, (784,)."""
    bits, _ = Bits().forward(to_floats(images))
    counts: Array = bits.reshape(-1, PIXELS).sum(axis=0, dtype=np.float64)
    return counts


SOFTMAX: Final = Architecture(
    name="softmax",
    title=tr("Softmax regression"),
    layout=f"{PIXELS}-{LABELS}",
    output="softmax",
    make=plain(_linear),
    recipe=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.004,
        schedule="cycle",
        batch=128,
        epochs=12,
        pen=True,
    ),
)
SVM: Final = Architecture(
    name="svm",
    title=tr("Linear support vector machine"),
    layout=f"{PIXELS}-{LABELS}",
    output="softmax",
    make=plain(_linear),
    recipe=Recipe(
        loss="hinge",
        optimiser="adam",
        rate=0.002,
        schedule="cycle",
        batch=128,
        epochs=12,
        pen=True,
        decay=0.01,
    ),
    about=tr("It has no confidences of its own: shown is the softmax of its margins."),
)
BAYES: Final = Architecture(
    name="bayes",
    title=tr("Bernoulli naive Bayes"),
    layout=tr("{pixels} bits-{labels}, counted").format(pixels=PIXELS, labels=LABELS),
    output="softmax",
    make=plain(_of_bits),
    count=count_bits,
    about=tr(
        "It is linear in the pixels' bits, paper or ink at .5. Its gradient is passed "
        "straight through to the pixels and tells the log-odds of each bit, what flipping it "
        "is worth; a change that does not cross .5 changes nothing, so a small attack chooses "
        "which pixels flip."
    ),
    # Of a recipe, counting only knows what the digits are; it looks at each of them once.
    recipe=Recipe(
        loss="cross-entropy",
        optimiser="sgd",
        rate=0.0,
        schedule="decay",
        batch=1,
        epochs=1,
        pen=True,
    ),
)
