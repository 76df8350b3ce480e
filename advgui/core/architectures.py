"""The architectures that can be trained, each with the recipe that suits it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.images import LABELS, PIXELS
from advgui.core.initial import conv2d, dense
from advgui.core.layers import Layer, MaxPool, ReLU, Reshape, Sigmoid
from advgui.core.losses import Output
from advgui.core.recipe import Recipe

Build = Callable[[np.random.Generator], tuple[Layer, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Untrained layers by name: how to build them, what they end with, how to train them."""

    name: str
    title: str
    layout: str
    output: Output
    build: Build
    recipe: Recipe


def _report(random: np.random.Generator) -> tuple[Layer, ...]:
    hidden = 20
    return (
        Reshape((PIXELS,)),
        dense(random, PIXELS, hidden),
        Sigmoid(),
        dense(random, hidden, LABELS),
    )


def _convolutional(random: np.random.Generator) -> tuple[Layer, ...]:
    return (
        Reshape((28, 28, 1)),
        conv2d(random, 5, 1, 16),
        ReLU(),
        MaxPool(),
        conv2d(random, 5, 16, 32),
        ReLU(),
        MaxPool(),
        Reshape((4 * 4 * 32,)),
        dense(random, 4 * 4 * 32, 128, gain=2.0),
        ReLU(),
        dense(random, 128, LABELS),
    )


ARCHITECTURES: Final[Mapping[str, Architecture]] = {
    architecture.name: architecture
    for architecture in (
        Architecture(
            name="report",
            title="The report's network",
            layout="784-[20]-10, sigmoid, squared error",
            output="sigmoid",
            build=_report,
            recipe=Recipe(
                loss="squared error",
                optimiser="sgd",
                rate=6.0,
                schedule="decay",
                batch=10,
                epochs=96,
                share=0.1,
                warp=1.0,
                decay=1e-6,
            ),
        ),
        Architecture(
            name="convolutional",
            title="Convolutional",
            layout="conv 5x5x16, pool, conv 5x5x32, pool, 128, 10, ReLU, cross-entropy",
            output="softmax",
            build=_convolutional,
            recipe=Recipe(
                loss="cross-entropy",
                optimiser="adam",
                rate=0.002,
                schedule="cycle",
                batch=128,
                epochs=6,
                pen=True,
            ),
        ),
    )
}
