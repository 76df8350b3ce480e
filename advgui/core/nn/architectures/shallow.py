"""The report's network, with each of the three activations that it compares."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from advgui.core.images import LABELS, PIXELS
from advgui.core.language import tr
from advgui.core.nn.architectures.base import ACTIVATIONS, Activation, Architecture, Layers, gain
from advgui.core.nn.initialisers import dense
from advgui.core.nn.layers import Reshape
from advgui.core.nn.recipe import Recipe

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
# Without the warping, which takes most of the time: 1 s on one core.
QUICK: Final = replace(RECIPE, rate=8.0, schedule="cycle", epochs=12, warp=0.0, decay=1e-4)

# To defend it needs all digits and a faster way down; the squared error learns less of them.
DEFENDING: Final = Recipe(
    loss="cross-entropy",
    optimiser="adam",
    rate=0.015,
    schedule="cycle",
    batch=128,
    epochs=14,
)


def _layers(random: np.random.Generator, activation: Activation) -> Layers:
    return (
        Reshape((PIXELS,)),
        dense(random, PIXELS, HIDDEN, gain(activation)),
        ACTIVATIONS[activation],
        dense(random, HIDDEN, LABELS),
    )


# The slope of tanh and ReLU is up to 1, that of a sigmoid up to 1/4: they need smaller steps.
RATES: Final[Mapping[Activation, float]] = {"tanh": 1 / 12, "relu": 1 / 12}
REPORT: Final = Architecture(
    name="report",
    title=tr("The report's network"),
    layout=LAYOUT,
    output="sigmoid",
    make=_layers,
    activations=("sigmoid", "tanh", "relu"),
    rates=RATES,
    recipe=RECIPE,
    quick=QUICK,
    defending=DEFENDING,
)


def _with(activation: Activation, word: str) -> Architecture:
    """The report's with another activation: same output, same cost, same data."""
    return replace(
        REPORT,
        name=f"report-{activation}",
        title=tr("The report's with {word}").format(word=word),
        activations=(activation,),
        variant_of=REPORT.name,
        rates={},
        recipe=REPORT.recipe_for(activation),
        quick=REPORT.recipe_for(activation, quick=True),
    )


REPORT_TANH: Final = _with("tanh", "tanh")
REPORT_RELU: Final = _with("relu", "ReLU")
