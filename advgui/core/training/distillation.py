"""Defensive distillation: a student learns the soft labels of a teacher at a temperature."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from advgui.core.images import Array, Labels
from advgui.core.language import tr
from advgui.core.nn.losses import softmax
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from advgui.core.training.defending import Learned, TrainingDefence


@dataclass(frozen=True, slots=True, kw_only=True)
class Distillation(TrainingDefence):
    """The student descends the cross-entropy of softmax(z / T) and the teacher's soft labels.

    It is used at T = 1 afterwards, where its logits are T times as large as they need be, so
    that the cross-entropy's gradient underflows: that stops an attacker who follows it, and
    nobody else (Carlini and Wagner 2016, arXiv:1607.04311).

    Papernot et al. train the teacher at T, too, so that its logits grow as large. Any
    network's are taken for those of one that was: its own softmax at 1 is that one's at T.
    The student's last layer is kept divided by T while it learns, and multiplied in the end,
    which is the same function, and starts at the size that suits the optimiser.
    """

    name: ClassVar[str] = "distil"
    way: ClassVar[str] = tr("By distillation")
    title: ClassVar[str] = tr("distilled")
    summary: ClassVar[str] = tr(
        "Train on what another network makes of the digits, at a temperature."
    )
    source: ClassVar[str] = "Papernot et al. 2016, arXiv:1511.04508"
    taught: ClassVar[bool] = True

    teacher: Network
    temperature: float = parameter(
        40.0,
        tr("Temperature"),
        tr("What the logits are divided by while the student learns."),
        minimum=1.0,
        maximum=100.0,
        scale="log",
    )
    budget: float = 0.1
    norm: str = "linf"

    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        """The cross-entropy with what the teacher makes of the same images."""
        logits, caches = network.forward(images)
        wanted = softmax(self.teacher.logits(images))
        found = softmax(logits)
        losses: Array = -np.vecdot(wanted, np.log(np.maximum(found, np.finfo(found.dtype).tiny)))
        gradient = (found - wanted) / found.dtype.type(len(labels))
        return logits, losses, network.weight_gradients(caches, gradient)

    def finished(self, network: Network) -> Network:
        """Its logits T times as large."""
        return scaled(network, self.temperature)

    def described(self) -> str:
        """The teacher and the temperature."""
        return tr("distilled from {teacher} at temperature {temperature:g}").format(
            teacher=self.teacher.full_name, temperature=self.temperature
        )


def scaled(network: Network, factor: float) -> Network:
    """The network with all its logits so many times as large: it decides the same."""
    last = max(at for at, layer in enumerate(network.layers) if layer.weights)
    layers = list(network.layers)
    weights = {name: array * np.float32(factor) for name, array in layers[last].weights.items()}
    layers[last] = layers[last].with_weights(weights)
    return replace(network, layers=tuple(layers))
