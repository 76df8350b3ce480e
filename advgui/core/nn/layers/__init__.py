"""The layers of a network: pure forward and backward functions.

A new one is a file here, or an entry point of the group ``advgui.layers``: ``KINDS`` finds it,
and by what it tells of itself it is saved, checked, opened and exported.
"""

from collections.abc import Mapping
from typing import Final

from advgui.core.nn.layers.activations import LeakyReLU, ReLU, Sigmoid, Tanh, sigmoid
from advgui.core.nn.layers.affine import Affine
from advgui.core.nn.layers.base import Cache, Layer, Saturating, Sides, Weights
from advgui.core.nn.layers.binarise import Bits
from advgui.core.nn.layers.convolution import Conv2d
from advgui.core.nn.layers.dense import Dense
from advgui.core.nn.layers.fields import schema
from advgui.core.nn.layers.graph_convolution import Chebyshev
from advgui.core.nn.layers.pooling import MaxPool, MaxWindow, MeanPool
from advgui.core.nn.layers.recurrent import GRU, Recurrent
from advgui.core.nn.layers.shape import Pad, Reshape, Stride
from advgui.core.plugins import registry, subclasses


def _layer(found: object) -> type[Layer] | None:
    """A finished layer; TypeError where somebody else's does not tell what its fields may hold."""
    layer = subclasses(Layer)(found)  # type: ignore[type-abstract]
    if layer is not None and not layer.__module__.startswith(__name__):
        schema(layer)
    return layer


#: All kinds of layers, by their names in files.
KINDS: Final[Mapping[str, type[Layer]]] = registry(
    __name__, "advgui.layers", _layer, lambda layer: layer.kind
)

__all__ = [
    "GRU",
    "KINDS",
    "Affine",
    "Bits",
    "Cache",
    "Chebyshev",
    "Conv2d",
    "Dense",
    "Layer",
    "LeakyReLU",
    "MaxPool",
    "MaxWindow",
    "MeanPool",
    "Pad",
    "ReLU",
    "Recurrent",
    "Reshape",
    "Saturating",
    "Sides",
    "Sigmoid",
    "Stride",
    "Tanh",
    "Weights",
    "sigmoid",
]
