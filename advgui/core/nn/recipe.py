"""How a network is trained: everything but its layers, its data and its seed."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from advgui.core.nn.losses import LossName
from advgui.core.nn.optimisers import OptimiserName

Schedule = Literal["decay", "cycle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A way of training.

    ``share`` is the part of the MNIST training images that is used, in (0, 1]; ``warp``
    the strength of random rotation, shear and aspect of every image in every epoch, 0 for
    none; ``rate`` the largest learning rate; ``decay`` the weight decay, by which every
    matrix shrinks at a rate of 1; ``pen`` says that pen strokes are trained on, too; ``rise``
    the share of a cycle over which the rate rises.
    """

    loss: LossName
    optimiser: OptimiserName
    rate: float
    schedule: Schedule
    batch: int
    epochs: int
    share: float = 1.0
    warp: float = 0.0
    decay: float = 0.0
    pen: bool = False
    rise: float = 0.25

    def rate_at(self, progress: float) -> float:
        """The learning rate when that share of the training, in [0, 1), is done.

        Either a geometric decay to a tenth, or one cycle: up along a cosine for the ``rise``,
        then down to nothing (Smith 2018, arXiv:1803.09820).
        """
        if self.schedule == "decay":
            return float(self.rate * 0.1**progress)
        if progress < self.rise:
            risen = (1 - np.cos(np.pi * progress / self.rise)) / 2
            return float(self.rate * (0.04 + 0.96 * risen))
        fallen = (progress - self.rise) / (1 - self.rise)
        return float(self.rate * (1 + np.cos(np.pi * fallen)) / 2)
