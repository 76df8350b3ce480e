"""The layers of a network: pure forward and backward functions."""

from advgui.core.layers.activations import ReLU, Sigmoid, Tanh, sigmoid
from advgui.core.layers.affine import Affine
from advgui.core.layers.base import Cache, Layer, Sides, Weights
from advgui.core.layers.bits import Bits
from advgui.core.layers.chebyshev import Chebyshev
from advgui.core.layers.convolution import Conv2d
from advgui.core.layers.dense import Dense
from advgui.core.layers.gru import GRU
from advgui.core.layers.leaky import LeakyReLU
from advgui.core.layers.maxwindow import MaxWindow
from advgui.core.layers.meanpool import MeanPool
from advgui.core.layers.pad import Pad
from advgui.core.layers.recurrent import Recurrent
from advgui.core.layers.shapes import MaxPool, Reshape
from advgui.core.layers.stride import Stride

__all__ = [
    "GRU",
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
    "Sides",
    "Sigmoid",
    "Stride",
    "Tanh",
    "Weights",
    "sigmoid",
]
