"""The report's network, with each of the three activations that it compares."""

from typing import Final

import numpy as np

from advgui.core.architectures.base import (
    ACTIVATIONS,
    Activation,
    Architecture,
    Layers,
    gain,
)
from advgui.core.images import LABELS, PIXELS
from advgui.core.initial import dense
from advgui.core.layers import Reshape
from advgui.core.recipe import Recipe

HIDDEN: Final = 20
LAYOUT: Final = f"{PIXELS}-[{HIDDEN}]-{LABELS}"
RECIPE: Final = Recipe(
    loss="squared error",
    optimiser="sgd",
    rate=6.0,
    schedule="decay",
    batch=10,
    epochs=96,
    share=0.1,
    warp=1.0,
    decay=1e-6,
)


def _layers(random: np.random.Generator, activation: Activation) -> Layers:
    return (
        Reshape((PIXELS,)),
        dense(random, PIXELS, HIDDEN, gain(activation)),
        ACTIVATIONS[activation],
        dense(random, HIDDEN, LABELS),
    )


REPORT: Final = Architecture(
    name="report",
    title="The report's network",
    layout=LAYOUT,
    output="sigmoid",
    make=_layers,
    activations=("sigmoid", "tanh", "relu"),
    recipe=RECIPE,
)
REPORT_TANH: Final = Architecture(
    name="report-tanh",
    title="The report's with tanh",
    layout=LAYOUT,
    output="sigmoid",
    make=_layers,
    activations=("tanh",),
    recipe=RECIPE,
)
REPORT_RELU: Final = Architecture(
    name="report-relu",
    title="The report's with ReLU",
    layout=LAYOUT,
    output="sigmoid",
    make=_layers,
    activations=("relu",),
    recipe=RECIPE,
)
