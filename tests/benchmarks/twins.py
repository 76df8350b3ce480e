"""The same network with the same weights in PyTorch, for comparisons in one run."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from advgui.core.images import SIZE, Array
from advgui.core.nn.layers import Conv2d, Dense, Layer, MaxPool, ReLU, Reshape, Sigmoid, Tanh
from advgui.core.nn.network import Network

Torch = Any  # its own types are at hand only where it is

#: What a logit may differ by, as the two add in another order.
AGREE: Final = 1e-4
_NAMES: Final[Mapping[type[Layer], str]] = {ReLU: "ReLU", Sigmoid: "Sigmoid", Tanh: "Tanh"}


def twin(torch: Torch, network: Network) -> Torch:
    """Logits (n, 10) of images (n, 1, 28, 28): PyTorch's channels come first, ours last."""
    sides, modules = (1, SIZE, SIZE), list[Torch]()
    for layer in network.layers:
        module = _module(torch, layer, sides)
        if module is not None:
            modules.append(module)
            shown = torch.nn.Sequential(*modules)(torch.zeros(1, 1, SIZE, SIZE)).shape[1:]
            # What is flat keeps in mind what it was made of, as the next matrix needs that.
            flat = isinstance(module, torch.nn.Flatten)
            sides = sides if flat else tuple(shown)
    return torch.nn.Sequential(*modules).eval()


def require_same(torch: Torch, network: Network, other: Torch, images: Array) -> None:
    """Fail where the two do not give the same logits."""
    with torch.no_grad():
        found = other(torch.tensor(images)[:, None]).numpy()
    np.testing.assert_allclose(found, network.logits(images), atol=AGREE, rtol=AGREE)


def _module(torch: Torch, layer: Layer, sides: tuple[int, ...]) -> Torch | None:
    nn = torch.nn
    if isinstance(layer, Reshape):
        return nn.Flatten() if len(layer.shape) == 1 else None
    if isinstance(layer, MaxPool):
        return nn.MaxPool2d(2)
    if isinstance(layer, Conv2d):
        kernel = layer.kernel.transpose(3, 2, 0, 1)
        made = nn.Conv2d(kernel.shape[1], kernel.shape[0], kernel.shape[2], layer.step)
        return _with(torch, made, kernel, layer.bias)
    if isinstance(layer, Dense):
        made = nn.Linear(*layer.matrix.shape)
        return _with(torch, made, _channels_first(layer.matrix, sides).T, layer.bias)
    if type(layer) in _NAMES:
        return getattr(nn, _NAMES[type(layer)])()
    raise TypeError(f"nobody has written the layer {layer.kind} in PyTorch yet")


def _channels_first(matrix: Array, sides: tuple[int, ...]) -> Array:
    """The rows of a matrix behind (channels, height, width), in PyTorch's order."""
    if len(sides) == 1:
        return matrix
    channels, height, width = sides
    rows = matrix.reshape(height, width, channels, -1).transpose(2, 0, 1, 3)
    return rows.reshape(matrix.shape)


def _with(torch: Torch, module: Torch, weight: Array, bias: Array) -> Torch:
    with torch.no_grad():
        module.weight[...] = torch.tensor(np.ascontiguousarray(weight))
        module.bias[...] = torch.tensor(bias)
    return module
