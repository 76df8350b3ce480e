"""Networks with hidden layers that read digits well: fully connected and convolutional."""

from dataclasses import replace
from typing import Final

import numpy as np

from advgui.core.images import LABELS, PIXELS
from advgui.core.language import tr
from advgui.core.nn.architectures.base import ACTIVATIONS, Activation, Architecture, Layers, gain
from advgui.core.nn.initialisers import conv2d, dense
from advgui.core.nn.layers import MaxPool, Reshape
from advgui.core.nn.recipe import Recipe


def _dense(random: np.random.Generator, activation: Activation) -> Layers:
    return (
        Reshape((PIXELS,)),
        dense(random, PIXELS, 256, gain(activation)),
        ACTIVATIONS[activation],
        dense(random, 256, 128, gain(activation)),
        ACTIVATIONS[activation],
        dense(random, 128, LABELS),
    )


def _convolutional(random: np.random.Generator, activation: Activation) -> Layers:
    hidden = ACTIVATIONS[activation]
    return (
        Reshape((28, 28, 1)),
        conv2d(random, 5, 1, 16),
        hidden,
        MaxPool(),
        conv2d(random, 5, 16, 32),
        hidden,
        MaxPool(),
        Reshape((4 * 4 * 32,)),
        dense(random, 4 * 4 * 32, 128, gain(activation)),
        hidden,
        dense(random, 128, LABELS),
    )


def _strided(random: np.random.Generator, activation: Activation) -> Layers:
    hidden = ACTIVATIONS[activation]
    return (
        Reshape((28, 28, 1)),
        replace(conv2d(random, 5, 1, 16), step=2),
        hidden,
        replace(conv2d(random, 5, 16, 32), step=2),
        hidden,
        Reshape((4 * 4 * 32,)),
        dense(random, 4 * 4 * 32, 128, gain(activation)),
        hidden,
        dense(random, 128, LABELS),
    )


DENSE: Final = Architecture(
    name="dense",
    title=tr("Fully connected"),
    layout=f"{PIXELS}-256-128-{LABELS}",
    output="softmax",
    make=_dense,
    activations=("relu", "sigmoid", "tanh"),
    recipe=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.002,
        schedule="cycle",
        batch=128,
        epochs=16,
        warp=1.0,
        pen=True,
    ),
    defending=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.003,
        schedule="cycle",
        batch=128,
        epochs=14,
        pen=True,
    ),
)
CONVOLUTIONAL: Final = Architecture(
    name="convolutional",
    title=tr("Convolutional"),
    layout="conv 5x5x16, pool, conv 5x5x32, pool, 128, 10",
    output="softmax",
    make=_convolutional,
    activations=("relu", "sigmoid", "tanh"),
    recipe=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.002,
        schedule="cycle",
        batch=128,
        epochs=6,
        pen=True,
    ),
    defending=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.005,
        schedule="cycle",
        batch=128,
        epochs=14,
        pen=True,
        rise=0.4,
    ),
)
# Steps of two take the place of pooling: intervals grow less, and it is three times as fast.
STRIDED: Final = replace(
    CONVOLUTIONAL,
    name="strided",
    title=tr("Strided convolutional"),
    layout="conv 5x5x16 / 2, conv 5x5x32 / 2, 128, 10",
    make=_strided,
)
