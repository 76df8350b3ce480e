"""The kinds of layers that a file can hold: how each is described, and built again."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.layers import (
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

Floats = NDArray[np.float32]
Tensors = Mapping[str, NDArray[Any]]

WIDEST: Final = 256
"""Rows or columns that a padding may have, or a step may take."""


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """A layer as it stands in a file: its place, its fields, and the file's arrays."""

    index: int
    fields: Mapping[str, Any]
    tensors: Tensors

    def arrays(self, **axes: str) -> tuple[Floats, ...]:
        """The layer's arrays; ``axes`` names the axes of each, as in ``matrix="inputs outputs"``.

        Axes of the same name have the same size. Raises KeyError for an array that is
        missing, ValueError for one that is not what a layer can compute with.
        """
        sizes: dict[str, int] = {}
        return tuple(self._array(name, words.split(), sizes) for name, words in axes.items())

    def _array(self, name: str, axes: list[str], sizes: dict[str, int]) -> Floats:
        where = f"{self.index}.{name}"
        array = self.tensors[where]
        if array.ndim != len(axes) or array.dtype != np.float32:
            raise ValueError(f"{where} is not a float32 array with {len(axes)} axes")
        if not np.isfinite(array).all():
            raise ValueError(f"{where} holds weights that are not finite numbers")
        for axis, size in zip(axes, array.shape, strict=True):
            expected = sizes.setdefault(axis, size)
            if size != expected or size < 1:
                raise ValueError(f"{where} has the size {size} for {axis}, not {expected or 1}")
        return array


def describe_layer(layer: Layer) -> dict[str, Any]:
    """All of a layer but its arrays, for ``build_layer``."""
    match layer:
        case Reshape():
            fields: dict[str, Any] = {"shape": list(layer.shape)}
        case Pad():
            fields = {"amounts": list(layer.amounts), "value": layer.value}
        case Stride():
            fields = {"step": layer.step}
        case MeanPool():
            fields = {"side": layer.side}
        case MaxWindow():
            fields = {"side": layer.side, "step": layer.step}
        case LeakyReLU():
            fields = {"slope": layer.slope}
        case _:
            fields = {}
    return {"kind": layer.kind, **fields}


def build_layer(described: Described) -> Layer:
    """The layer; ValueError, KeyError or TypeError tells what is wrong with its description."""
    kind = described.fields["kind"]
    if kind not in KINDS:
        raise ValueError(f"unknown layer {kind!r}")
    return KINDS[kind](described)


def _gru(described: Described) -> GRU:
    arrays = described.arrays(inputs="width gates", recurrent="units gates", bias="gates")
    units, columns = arrays[1].shape
    if columns != 3 * units:
        raise ValueError(f"{described.index}.recurrent has {columns} columns for {units} units")
    return GRU(*arrays)


def _affine(described: Described) -> Affine:
    axes = described.tensors[f"{described.index}.scale"].ndim
    names = " ".join(map(str, range(axes)))
    return Affine(*described.arrays(scale=names, shift=names))


def _pad(described: Described) -> Pad:
    top, left, bottom, right = map(int, described.fields["amounts"])
    value = float(described.fields["value"])
    if max(map(abs, (top, left, bottom, right))) > WIDEST or not math.isfinite(value):
        raise ValueError(f"a layer with a padding of more than {WIDEST}, or of no number")
    return Pad((top, left, bottom, right), value)


def _leaky(described: Described) -> LeakyReLU:
    slope = float(described.fields["slope"])
    if not math.isfinite(slope):
        raise ValueError("a layer whose slope is no number")
    return LeakyReLU(slope)


def _steps(described: Described, name: str) -> int:
    steps = int(described.fields[name])
    if not 1 <= steps <= WIDEST:
        raise ValueError(f"a layer with the impossible step {steps}")
    return steps


def _reshape(described: Described) -> Reshape:
    shape = tuple(int(side) for side in described.fields["shape"])
    if math.prod(shape) > 1_000_000 or min(shape, default=0) < 1:
        raise ValueError(f"a layer of the impossible shape {shape}")
    return Reshape(shape)


KINDS: Final[Mapping[str, Callable[[Described], Layer]]] = {
    Dense.kind: lambda it: Dense(*it.arrays(matrix="inputs outputs", bias="outputs")),
    Conv2d.kind: lambda it: Conv2d(*it.arrays(kernel="side side channels filters", bias="filters")),
    Chebyshev.kind: lambda it: Chebyshev(
        *it.arrays(kernel="order channels filters", bias="filters")
    ),
    Recurrent.kind: lambda it: Recurrent(
        *it.arrays(inputs="width units", recurrent="units units", bias="units")
    ),
    GRU.kind: _gru,
    Reshape.kind: _reshape,
    Affine.kind: _affine,
    Pad.kind: _pad,
    Stride.kind: lambda it: Stride(_steps(it, "step")),
    MeanPool.kind: lambda it: MeanPool(_steps(it, "side")),
    MaxWindow.kind: lambda it: MaxWindow(_steps(it, "side"), _steps(it, "step")),
    LeakyReLU.kind: _leaky,
    Bits.kind: lambda it: Bits(),
    MaxPool.kind: lambda it: MaxPool(),
    Sigmoid.kind: lambda it: Sigmoid(),
    Tanh.kind: lambda it: Tanh(),
    ReLU.kind: lambda it: ReLU(),
}
