"""The layers of a network: pure forward and backward functions."""

from advgui.core.nn.layers.activations import LeakyReLU, ReLU, Sigmoid, Tanh, sigmoid
from advgui.core.nn.layers.affine import Affine
from advgui.core.nn.layers.base import Cache, Layer, Saturating, Sides, Weights
from advgui.core.nn.layers.binarise import Bits
from advgui.core.nn.layers.convolution import Conv2d
from advgui.core.nn.layers.dense import Dense
from advgui.core.nn.layers.graph_convolution import Chebyshev
from advgui.core.nn.layers.pooling import MaxWindow, MeanPool
from advgui.core.nn.layers.recurrent import GRU, Recurrent
from advgui.core.nn.layers.shape import MaxPool, Pad, Reshape, Stride

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
    "Saturating",
    "Sides",
    "Sigmoid",
    "Stride",
    "Tanh",
    "Weights",
    "sigmoid",
]
