"""Training under noise: what randomised smoothing certifies was trained on what it is read by."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.images import Array, Labels
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from advgui.core.training.defending import Learned, TrainingDefence
from advgui.core.training.loop import gradients_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise(TrainingDefence):
    """The cross-entropy of images under Gaussian noise, drawn anew for every batch.

    Cohen et al. 2019, section 3.3. The noise is not cut off at paper and ink, as the certificate
    of a smoothed network holds for noise that is not. Alone such a network is measured within
    L2 0.5, about as far as its votes are certified at the usual sigma.
    """

    name: ClassVar[str] = "noise"
    way: ClassVar[str] = tr("Under noise")
    title: ClassVar[str] = tr("trained under noise")
    summary: ClassVar[str] = tr("Train under Gaussian noise, as randomised smoothing wants it.")
    source: ClassVar[str] = tr("Cohen et al. 2019, arXiv:1902.02918, section 3.3")
    carried: ClassVar[str] = "sigma"

    sigma: float = parameter(
        0.25,
        tr("Sigma"),
        tr("The noise's standard deviation in every pixel, pixels being from 0 to 1."),
        minimum=0.01,
        maximum=2.0,
        scale="log",
    )
    budget: float = 0.5
    norm: str = "l2"

    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        """The cross-entropy of the images under noise."""
        noise = random.standard_normal(images.shape, np.float32)
        noise *= np.float32(self.sigma)
        noise += images
        return gradients_of(network, noise, labels, "cross-entropy")

    def described(self) -> str:
        """The noise."""
        return tr("under Gaussian noise of sigma {sigma:g} a pixel, not cut off").format(
            sigma=self.sigma
        )
