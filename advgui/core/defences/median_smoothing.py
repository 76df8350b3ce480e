"""Median smoothing: every pixel becomes the median of those around it (feature squeezing)."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import PIXELS, SIZE, Array
from advgui.core.language import tr
from advgui.core.nn.layers.operators import Operator
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class MedianSmoothing(Defence):
    """The median of a window around each pixel, beyond the edge of the image being paper.

    A window of an even width lies half a pixel to the upper left, and the upper one of its two
    middle pixels is taken. The gradient goes to the pixel that was taken.
    """

    name: ClassVar[str] = "median"
    title: ClassVar[str] = tr("Median smoothing")
    summary: ClassVar[str] = tr("Every pixel becomes the median of those around it.")
    source: ClassVar[str] = "Xu et al. 2018, arXiv:1704.01155"
    differentiable: ClassVar[bool] = True
    rising: ClassVar[bool] = True
    draws: ClassVar[int] = 0

    window: int = parameter(
        3, tr("Window"), tr("Its width and height, in pixels."), minimum=2, maximum=5
    )

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """Medians."""
        ordered = np.partition(self._around(images), self._rank, axis=-1)
        return np.ascontiguousarray(ordered[..., self._rank])

    def backward(self, images: Array, gradient: Array) -> Array:
        """What each median's gradient is, summed up at the pixel that it was."""
        found = self._around(images).argpartition(self._rank, axis=-1)[..., self._rank]
        down, right = np.divmod(found, self.window)
        rows = np.arange(SIZE)[:, None] + down - self._before
        columns = np.arange(SIZE) + right - self._before
        inside = (rows >= 0) & (rows < SIZE) & (columns >= 0) & (columns < SIZE)
        image = np.arange(len(images))[:, None, None]
        places = ((image * SIZE + rows) * SIZE + columns)[inside]
        sums = np.bincount(places, gradient[inside], len(images) * PIXELS)
        return sums.reshape(gradient.shape).astype(gradient.dtype)

    def operators(self) -> tuple[Operator, ...]:
        """Windows by a convolution that copies, of which the largest half's last is the median."""
        many = self.window**2
        pads = [self._before] * 2 + [self.window - 1 - self._before] * 2
        kernel = np.eye(many).reshape(many, 1, self.window, self.window)
        upper = np.array([many - self._rank], np.int64)
        return (
            Operator("Unsqueeze", (np.array([1], np.int64),)),
            Operator("Conv", (kernel,), {"pads": pads}),
            Operator("TopK", (upper,), {"axis": 1}, unused=1),
            Operator("ReduceMin", attributes={"axes": [1], "keepdims": 0}),
        )

    @property
    def _before(self) -> int:
        """How many pixels of the window stand before its own."""
        return self.window // 2

    @property
    def _rank(self) -> int:
        return self.window**2 // 2

    def _around(self, images: Array) -> Array:
        """The pixels of every window, (n, 28, 28, window * window)."""
        frame = (self._before, self.window - 1 - self._before)
        framed = np.pad(images, ((0, 0), frame, frame))
        windows = np.lib.stride_tricks.sliding_window_view(framed, (self.window,) * 2, axis=(1, 2))
        return windows.reshape(*images.shape, self.window**2)
