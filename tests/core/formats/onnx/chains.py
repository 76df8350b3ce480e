"""Random small networks of all kinds of layers, for what must hold for each of them."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from advgui.core.images import SIZE
from advgui.core.nn import initialisers
from advgui.core.nn.layers import (
    Affine,
    Bits,
    Layer,
    LeakyReLU,
    MaxPool,
    MaxWindow,
    MeanPool,
    Pad,
    ReLU,
    Reshape,
    Sigmoid,
    Stride,
    Tanh,
)
from advgui.core.nn.network import Network

ACTIVATIONS: tuple[Layer, ...] = (Sigmoid(), Tanh(), ReLU(), LeakyReLU(0.2))


def affine(random: np.random.Generator, *sides: int) -> Affine:
    """Factors and shifts of the order of one."""
    scale, shift = random.uniform(0.5, 1.5, sides), random.normal(size=sides) * 0.1
    return Affine(scale.astype(np.float32), shift.astype(np.float32))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Layers that fit together, from images to ten logits, with either output."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    layers: list[Layer] = []
    if draw(st.booleans()):
        first: tuple[Layer, ...] = (Bits(), Tanh(), affine(random, SIZE, SIZE))
        layers.append(draw(st.sampled_from(first)))
    if draw(st.booleans()):
        layers += _images(draw, random)
    sides = _sides(layers)
    if len(sides) == 2 and draw(st.booleans()):
        units = draw(st.integers(1, 9))
        make = initialisers.gru if draw(st.booleans()) else initialisers.recurrent
        layers.append(make(random, sides[1], units))
    layers += _rows(draw, random, _sides(layers))
    return Network("random", tuple(layers), draw(st.sampled_from(["sigmoid", "softmax"])))


def _images(draw: st.DrawFn, random: np.random.Generator) -> list[Layer]:
    """Some layers of images, and a shape for those behind them."""
    layers: list[Layer] = [Reshape((SIZE, SIZE, 1))]
    for _ in range(draw(st.integers(1, 5))):
        layers.append(_of_images(draw, random, _sides(layers)))
        if draw(st.booleans()):
            layers.append(draw(st.sampled_from(ACTIVATIONS)))
    height, width, channels = _sides(layers)
    if draw(st.booleans()):
        layers.append(Reshape((height, width * channels)))
    return layers


def _of_images(draw: st.DrawFn, random: np.random.Generator, sides: tuple[int, ...]) -> Layer:
    height, width, channels = sides
    least, filters = min(height, width), draw(st.integers(1, 4))
    amounts = draw(st.tuples(*[st.integers(-1 if least > 2 else 0, 2)] * 4))
    fitting: list[Layer] = [
        replace(
            initialisers.conv2d(random, draw(st.integers(1, min(least, 5))), channels, filters),
            step=draw(st.integers(1, 3)),
        ),
        initialisers.chebyshev(random, draw(st.integers(1, 5)), channels, filters),
        affine(random, channels),
        affine(random, *sides),
        Pad(amounts, draw(st.sampled_from([0.0, -0.5]))),
        Stride(draw(st.integers(1, 3))),
    ]
    if least > 1:
        fitting += [
            MaxPool(),
            MaxWindow(draw(st.integers(1, min(least, 4))), draw(st.integers(1, 3))),
        ]
    if height % 2 == width % 2 == 0:
        fitting.append(MeanPool(2))
    return draw(st.sampled_from(fitting))


def _rows(draw: st.DrawFn, random: np.random.Generator, sides: tuple[int, ...]) -> list[Layer]:
    """Dense layers down to ten logits."""
    count = int(np.prod(sides))
    layers: list[Layer] = [Reshape((count,))]
    for _ in range(draw(st.integers(0, 2))):
        width = draw(st.integers(1, 12))
        layers += [initialisers.dense(random, count, width), draw(st.sampled_from(ACTIVATIONS))]
        count = width
    last = initialisers.dense(random, count, 10)
    return [
        *layers,
        last.with_weights({**last.weights, "bias": initialisers.scaled(random, (10,), 1)}),
    ]


def _sides(layers: list[Layer]) -> tuple[int, ...]:
    """The shape for one image behind these layers."""
    values = np.zeros((1, SIZE, SIZE), np.float32)
    for layer in layers:
        values, _ = layer.forward(values)
    return values.shape[1:]
