"""From a network of ours to an ONNX graph, layer by layer."""

import json
from collections.abc import Mapping
from typing import Final

import numpy as np

from advgui.core.formats.onnx.chain_writer import Chain
from advgui.core.images import SIZE, Array
from advgui.core.nn.layers import (
    GRU,
    Affine,
    Bits,
    Chebyshev,
    Conv2d,
    Dense,
    Layer,
    LeakyReLU,
    MaxPool,
    MaxWindow,
    MeanPool,
    Pad,
    Recurrent,
    ReLU,
    Reshape,
    Sigmoid,
    Stride,
    Tanh,
)
from advgui.core.nn.layers.binarise import THRESHOLD
from advgui.core.nn.layers.graph_convolution import scales
from advgui.core.nn.losses import Output
from advgui.core.nn.network import Network

_ENDINGS: Final[Mapping[Output, str]] = {"sigmoid": "Sigmoid", "softmax": "Softmax"}
_TO_FLOAT: Final = 1
_END: Final = np.array([np.iinfo(np.int64).max] * 2)


def content_of(network: Network) -> bytes:
    """An ONNX file: ``image`` (n, 28, 28) in, ``logits`` and ``confidences`` (n, 10) out.

    The network's name and card stand in the file's metadata.
    """
    chain = Chain()
    values = np.zeros((1, SIZE, SIZE), np.float32)
    for layer in network.layers:
        _write(chain, layer, values.shape[1:])
        values, _ = layer.forward(values)
    chain.channels_last()
    chain.add("Identity", result="logits")
    chain.add(_ENDINGS[network.output], result="confidences")
    card = json.dumps(network.card.as_dict())
    return chain.content(network.name, {"name": network.name, "card": card})


def _write(chain: Chain, layer: Layer, sides: tuple[int, ...]) -> None:
    """One layer; ``sides`` is the shape for one image before it."""
    match layer:
        case Sigmoid():
            chain.add("Sigmoid")
        case Tanh():
            chain.add("Tanh")
        case ReLU():
            chain.add("Relu")
        case LeakyReLU(slope):
            chain.add("LeakyRelu", alpha=slope)
        case Bits():
            chain.add("Greater", chain.constant(np.array(THRESHOLD)))
            chain.add("Cast", to=_TO_FLOAT)
        case Conv2d() | Chebyshev() | MaxPool() | MaxWindow() | MeanPool() | Pad() | Stride():
            chain.channels_first()
            _write_grid(chain, layer, sides)
        case _:
            chain.channels_last()
            _write_row(chain, layer)


def _write_grid(
    chain: Chain,
    layer: Conv2d | Chebyshev | MaxPool | MaxWindow | MeanPool | Pad | Stride,
    sides: tuple[int, ...],
) -> None:
    """A layer of images, channels first."""
    match layer:
        case Conv2d(kernel, bias):
            turned = kernel.transpose(3, 2, 0, 1)
            chain.add("Conv", chain.constant(turned), chain.constant(bias))
        case Chebyshev(kernel, bias):
            factors = scales(sides[0], sides[1], np.float32)[:, :, 0]
            turned = kernel.reshape(-1, len(bias)).T[:, :, None, None]
            chain.add_chebyshev(len(kernel), (factors, turned, bias))
        case MaxPool():
            chain.add("MaxPool", kernel_shape=[2, 2], strides=[2, 2])
        case MaxWindow(side, step):
            chain.add("MaxPool", kernel_shape=[side, side], strides=[step, step])
        case MeanPool(side):
            chain.add("AveragePool", kernel_shape=[side, side], strides=[side, side])
        case Pad((top, left, bottom, right), value):
            amounts = np.array([0, 0, top, left, 0, 0, bottom, right])
            chain.add("Pad", chain.constant(amounts), chain.constant(np.array(value)))
        case Stride(step):
            starts, axes, steps = np.array([0, 0]), np.array([2, 3]), np.array([step, step])
            chain.add("Slice", *map(chain.constant, (starts, _END, axes, steps)))


def _write_row(chain: Chain, layer: Layer) -> None:
    """A layer of numbers in our own order."""
    match layer:
        case Dense(matrix, bias):
            chain.add("Gemm", chain.constant(matrix), chain.constant(bias))
        case Reshape(shape):
            chain.add("Reshape", chain.constant(np.array([-1, *shape])))
        case Affine(scale, shift):
            chain.add("Mul", chain.constant(scale))
            chain.add("Add", chain.constant(shift))
        case Recurrent(inputs, recurrent, bias):
            _write_recurrent(chain, "RNN", inputs, recurrent, bias)
        case GRU(inputs, recurrent, bias):
            _write_recurrent(chain, "GRU", inputs, recurrent, bias)
        case _:
            raise TypeError(f"a layer of the kind {layer.kind} cannot be exported")


def _write_recurrent(
    chain: Chain, operator: str, inputs: Array, recurrent: Array, bias: Array
) -> None:
    """ONNX has the matrices turned, a bias for each of both products, and two directions."""
    both = np.concatenate((bias, np.zeros_like(bias)))
    weights = (inputs.T[None], recurrent.T[None], both[None])
    chain.add_recurrent(operator, weights, len(recurrent))
