"""Graph convolution on the pixel grid with Chebyshev polynomials of its Laplacian."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import DTypeLike

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides, Weights, sum_of_rows
from advgui.core.nn.layers.convolution import add_to_pixels
from advgui.core.nn.layers.fields import Axes
from advgui.core.nn.layers.operators import Function, FunctionNode, Operator, Order


class Bases(NamedTuple):
    """The cache: T_0 x, T_1 x, ... of every pixel as a row, and the shape of the batch."""

    rows: Array
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Chebyshev(Layer):
    """y = sum_k T_k(L) x W_k + b on the pixels as a graph (Defferrard et al. 2016, eq. 4).

    T_k are Chebyshev's polynomials, L is ``laplacian``: a filter of order K sees what
    is up to K - 1 pixels away, and knows no direction. ``kernel`` has the shape
    (order, channels, filters), ``bias`` (filters,). The grid keeps its size.
    """

    kind: ClassVar[str] = "chebyshev"
    order: ClassVar[Order] = "channels first"
    kernel: Annotated[Array, Axes("order channels filters")]
    bias: Annotated[Array, Axes("filters")]

    def room(self, sides: Sides) -> int:
        """Every polynomial of every pixel twice, as it is made and as a row, and the result."""
        height, width, channels = sides
        return height * width * (2 * len(self.kernel) * channels + len(self.bias))

    def forward(self, inputs: Array) -> tuple[Array, Bases]:
        """Batch (n, h, w, channels) to (n, h, w, filters)."""
        order, _, filters = self.kernel.shape
        count, height, width, channels = inputs.shape
        bases: Array = np.empty((count, height, width, order, channels), inputs.dtype)
        for k, base in enumerate(_polynomials(inputs, order)):
            bases[..., k, :] = base
        rows = bases.reshape(-1, order * channels)
        result = rows @ self.kernel.reshape(-1, filters)
        add_to_pixels(result, self.bias, width)
        return result.reshape(count, height, width, filters), Bases(rows, inputs.shape)

    def backward(self, cache: Bases, gradient: Array) -> Array:
        """sum_k T_k(L) g W_k^T by Clenshaw's recurrence: L is symmetric."""
        after: Array = np.zeros(cache.shape, gradient.dtype)
        later = after
        for matrix in self.kernel[:0:-1]:
            here = gradient @ matrix.T
            here += 2.0 * laplacian(after)
            here -= later
            after, later = here, after
        result: Array = gradient @ self.kernel[0].T
        result += laplacian(after)
        result -= later
        return result

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Half the width goes through every polynomial and kernel without their signs."""
        order, channels, _ = self.kernel.shape
        count, height, width, _ = low.shape
        middle, _ = self.forward((low + high) / 2)
        half = ((high - low) / 2).reshape(count, height * width, channels)
        sizes = np.abs(_matrices(height, width, order)).astype(half.dtype)
        spread = sum(sizes[k] @ half @ np.abs(self.kernel[k]) for k in range(order))
        spread = np.reshape(spread, middle.shape)
        return middle - spread, middle + spread

    def weight_gradients(self, cache: Bases, gradient: Array) -> Weights:
        """Bases^T g for the kernel, the sum over all places for the bias."""
        flat = gradient.reshape(-1, gradient.shape[-1])
        kernel = (cache.rows.T @ flat).reshape(self.kernel.shape)
        return {"kernel": kernel, "bias": sum_of_rows(flat)}

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """A call of our function, with the scales of the pixels, and kernels as Conv has them."""
        order, filters = len(self.kernel), len(self.bias)
        factors = scales(sides[0], sides[1], np.float32)[:, :, 0]
        kernels = self.kernel.reshape(-1, filters).T[:, :, None, None]
        name, weights = f"Chebyshev{order}", (factors, kernels, self.bias)
        return (Operator(name, weights, function=chebyshev_function(order)),)


@lru_cache(maxsize=8)
def _matrices(height: int, width: int, order: int) -> Array:
    """T_0(L), ..., T_(order - 1)(L) as matrices (order, pixels, pixels)."""
    pixels = height * width
    each = np.eye(pixels).reshape(pixels, height, width, 1)
    # They are symmetric: what one pixel becomes is a row as well as a column.
    return np.stack([base.reshape(pixels, pixels) for base in _polynomials(each, order)])


def _polynomials(inputs: Array, order: int) -> list[Array]:
    """T_0 x, ..., T_(order - 1) x by T_k = 2 L T_(k-1) - T_(k-2)."""
    found = [inputs, laplacian(inputs)][:order]
    while len(found) < order:
        following = laplacian(found[-1])
        following *= 2.0
        following -= found[-2]
        found.append(following)
    return found


def laplacian(values: Array) -> Array:
    """L - I for a batch (n, height, width, channels) of values on the pixels.

    Every pixel is joined to its up to eight neighbours, all edges weighing the same.
    L = I - D^-1/2 A D^-1/2 is the normalised Laplacian, with eigenvalues in [0, 2]; L - I
    is the rescaled one of Defferrard et al. 2016 (arXiv:1606.09375, section 2.1) with that
    bound in place of the largest eigenvalue. It is symmetric.
    """
    factors = scales(values.shape[1], values.shape[2], values.dtype)
    shares = values * factors
    # The sum over a pixel and its neighbours is one over three rows, then over three columns.
    rows = shares.copy()
    rows[:, 1:] += shares[:, :-1]
    rows[:, :-1] += shares[:, 1:]
    shares -= rows
    shares[:, :, 1:] -= rows[:, :, :-1]
    shares[:, :, :-1] -= rows[:, :, 1:]
    shares *= factors
    return shares


@lru_cache(maxsize=32)
def scales(height: int, width: int, dtype: DTypeLike) -> Array:
    """1 / sqrt(degree) of every pixel, (height, width, 1)."""
    degrees = np.outer(_near(height), _near(width)) - 1.0
    # A pixel on its own has no edge, and nothing to share.
    factors: Array = np.divide(1.0, np.sqrt(degrees), out=np.zeros_like(degrees), where=degrees > 0)
    return factors.astype(dtype)[:, :, None]


def _near(side: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    """How many places of a line are a place itself or beside it."""
    return np.convolve(np.ones(side), np.ones(3))[1:-1]


_NEIGHBOURHOOD: Final = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "count_include_pad": 1}


def chebyshev_function(order: int) -> Function:
    """y = sum_k T_k(L) x W_k + b for channels first; ``scales`` are 1 / sqrt(degree)."""
    nodes = [
        FunctionNode("Constant", (), "nine", {"value_float": 9.0}),
        FunctionNode("Constant", (), "two", {"value_float": 2.0}),
    ]
    polynomials = ["x"]
    for k in range(1, order):
        nodes += _laplacian_nodes(polynomials[-1], f"l{k}")
        if k > 1:
            nodes.append(FunctionNode("Mul", (f"l{k}", "two"), f"d{k}"))
            nodes.append(FunctionNode("Sub", (f"d{k}", polynomials[-2]), f"t{k}"))
        polynomials.append(f"t{k}" if k > 1 else f"l{k}")
    nodes.append(FunctionNode("Concat", tuple(polynomials), "bases", {"axis": 1}))
    nodes.append(FunctionNode("Conv", ("bases", "kernel", "bias"), "y"))
    return Function(("x", "scales", "kernel", "bias"), tuple(nodes))


def _laplacian_nodes(given: str, result: str) -> list[FunctionNode]:
    """``laplacian``: nine times a mean over 3 x 3 is the sum over neighbours."""
    scaled, mean, around, less = (f"{result}_{part}" for part in ("x", "mean", "sum", "less"))
    return [
        FunctionNode("Mul", (given, "scales"), scaled),
        FunctionNode("AveragePool", (scaled,), mean, _NEIGHBOURHOOD),
        FunctionNode("Mul", (mean, "nine"), around),
        FunctionNode("Sub", (scaled, around), less),
        FunctionNode("Mul", (less, "scales"), result),
    ]
