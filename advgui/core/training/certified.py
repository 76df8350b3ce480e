"""Certified training: what is learned from is the worst that intervals allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.intervals import least_leads
from advgui.core.errors import ParameterError
from advgui.core.images import Array, Labels
from advgui.core.language import tr
from advgui.core.nn import interval_pass
from advgui.core.nn.folded import Folded
from advgui.core.nn.layers import Dense, Layer
from advgui.core.nn.losses import cross_entropy
from advgui.core.nn.network import Network
from advgui.core.nn.recipe import Recipe
from advgui.core.parameters import parameter
from advgui.core.training.defending import Learned, TrainingDefence
from advgui.core.training.loop import gradients_of

#: The share of the training after which the budget begins to rise.
PLAIN: Final = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified(TrainingDefence):
    """The cross-entropy of the worst logits that intervals allow within the budget.

    Beside it some of that of the images as they are, less and less while the budget rises.
    What is then proven holds against every attack, up to the budget and hardly beyond.
    """

    name: ClassVar[str] = "certified"
    way: ClassVar[str] = tr("By interval bounds")
    title: ClassVar[str] = tr("certified")
    summary: ClassVar[str] = tr("Train on the worst that interval bounds allow, to be proven.")
    source: ClassVar[str] = tr(
        "Gowal et al. 2018, arXiv:1810.12715; first weights: Shi et al. 2021, arXiv:2103.17268"
    )
    carried: ClassVar[str] = "budget"
    looked_at: ClassVar[str] = tr("proven")
    recipe: ClassVar[Recipe] = Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.002,
        schedule="cycle",
        batch=128,
        epochs=20,
        pen=True,
        rise=0.0,
    )

    budget: float = parameter(
        0.1,
        tr("Budget"),
        tr("By how much any pixel may change without altering what is read, as is to be proven."),
        minimum=0.004,
        maximum=0.5,
        scale="log",
        role="budget",
    )
    norm: str = "linf"
    ramp: float = parameter(
        0.4, tr("Rise"), tr("The share of the training over which the budget rises from nothing.")
    )
    plain: float = parameter(
        0.5, tr("Plain"), tr("How much the images as they are weigh once the budget has risen.")
    )

    def risen(self, done: float) -> float:
        """How far the budget has risen, in [0, 1], when that share of the training is done."""
        if done >= self.ramp:
            return 1.0
        return max(0.0, done - PLAIN) / (self.ramp - PLAIN) if self.ramp > PLAIN else 0.0

    @property
    def passes(self) -> float:
        """Intervals go through twice, beside the images."""
        return 3.5

    def begun(self, layers: tuple[Layer, ...], random: np.random.Generator) -> tuple[Layer, ...]:
        """Weights N(0, sqrt(2 pi) / inputs), through which an interval keeps its width.

        Raises ParameterError for a layer that it cannot go through.
        """
        _parted(layers)
        return tuple(_narrow(layer, random) for layer in layers)

    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        """Of both cross-entropies together; logits are those of the images as they are."""
        risen = self.risen(done)
        logits, losses, plain = gradients_of(network, images, labels, "cross-entropy")
        worst, bounded = _bounded_gradients(network, images, labels, self.budget * risen)
        own = np.float32(1 - risen * (1 - self.plain))
        both = [own * one + (1 - own) * other for one, other in zip(plain, bounded, strict=True)]
        return logits, own * losses + (1 - own) * worst, both

    def withstood(
        self, network: Network, images: Array, labels: Labels, random: np.random.Generator
    ) -> NDArray[np.bool_]:
        """Those of which intervals prove it, up to rounding."""
        held: NDArray[np.bool_] = least_leads(network, images, labels, self.budget) > 0
        return held

    def described(self) -> str:
        """The bounds and their budget."""
        sentence = (
            tr(
                "on the worst that interval bounds allow within L∞ {budget:g}, which rose over "
                "the first {share:.0%}, and on the images as they are with a weight that fell to "
                "{plain:g}"
            )
            if self.ramp
            else tr(
                "on the worst that interval bounds allow within L∞ {budget:g}, and on the images "
                "as they are with a weight that fell to {plain:g}"
            )
        )
        return sentence.format(budget=self.budget, share=self.ramp, plain=self.plain)


def _bounded_gradients(
    network: Network, images: Array, labels: Labels, budget: float
) -> tuple[Array, list[Array]]:
    """The losses (n,) of the worst logits, and their mean's gradient for every weight array."""
    folded, middle, spread, caches = _last_step(network, images, budget)
    losses, gradient = cross_entropy(folded.worst(middle, spread, labels), labels)
    gradient /= len(labels)
    middle, spread, last = folded.gradients(middle, spread, labels, gradient)
    ends = (middle - spread) / 2, (middle + spread) / 2
    return losses, interval_pass.weight_gradients(network.layers[:-1], caches, *ends) + last


def _last_step(
    network: Network, images: Array, budget: float
) -> tuple[Folded, Array, Array, list[interval_pass.Held]]:
    """The last layer, and the middle and half the width of what goes into it."""
    layers, last = _parted(network.layers)
    reach = np.float32(budget)
    low, high = np.maximum(images - reach, 0), np.minimum(images + reach, 1)
    low, high, caches = interval_pass.forward(layers, low, high)
    return Folded.of(last), (low + high) / 2, (high - low) / 2, caches


def _parted(layers: Sequence[Layer]) -> tuple[Sequence[Layer], Dense]:
    """The last layer apart from the others; ParameterError where they do not fit."""
    *others, last = layers
    for layer in others:
        if not layer.factors and not layer.rising:
            raise ParameterError(
                tr(
                    "A network with a layer of the kind {kind} cannot be trained to be "
                    "certified: intervals through it have no slope."
                ).format(kind=layer.kind)
            )
    if not isinstance(last, Dense):
        raise ParameterError(
            tr(
                "A network that ends in a layer of the kind {kind}, not in a dense one, "
                "cannot be trained to be certified."
            ).format(kind=last.kind)
        )
    return others, last


def _narrow(layer: Layer, random: np.random.Generator) -> Layer:
    """Its factors drawn anew, where they are a matrix or a kernel."""
    drawn = {name: layer.weights[name] for name in layer.factors}
    drawn = {name: array for name, array in drawn.items() if array.ndim > 1}
    for name, array in drawn.items():
        size = np.sqrt(2 * np.pi) / (array.size / array.shape[-1])
        drawn[name] = (random.standard_normal(array.shape) * size).astype(array.dtype)
    return layer.with_weights({**layer.weights, **drawn})
