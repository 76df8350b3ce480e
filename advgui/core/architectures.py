"""The architectures that can be trained, each with the recipe that suits it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.images import LABELS, PIXELS, Array
from advgui.core.layers import Conv2d, Dense, Layer, MaxPool, ReLU, Reshape, Sigmoid
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


def _scaled(random: np.random.Generator, shape: tuple[int, ...], variance: float) -> Array:
    values: Array = random.normal(size=shape) * np.sqrt(variance)
    return values.astype(np.float32)


def _dense(random: np.random.Generator, inputs: int, outputs: int, gain: float = 1.0) -> Dense:
    matrix = _scaled(random, (inputs, outputs), gain / inputs)
    return Dense(matrix, np.zeros(outputs, np.float32))


def _conv(random: np.random.Generator, side: int, channels: int, filters: int) -> Conv2d:
    shape = (side, side, channels, filters)
    kernel = _scaled(random, shape, 2.0 / (side * side * channels))
    return Conv2d(kernel, np.zeros(filters, np.float32))


def _report(random: np.random.Generator) -> tuple[Layer, ...]:
    hidden = 20
    return (
        Reshape((PIXELS,)),
        _dense(random, PIXELS, hidden),
        Sigmoid(),
        _dense(random, hidden, LABELS),
    )


def _convolutional(random: np.random.Generator) -> tuple[Layer, ...]:
    return (
        Reshape((28, 28, 1)),
        _conv(random, 5, 1, 16),
        ReLU(),
        MaxPool(),
        _conv(random, 5, 16, 32),
        ReLU(),
        MaxPool(),
        Reshape((4 * 4 * 32,)),
        _dense(random, 4 * 4 * 32, 128, gain=2.0),
        ReLU(),
        _dense(random, 128, LABELS),
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
