"""What an architecture is: untrained layers by name, and the recipe that suits them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.nn.layers import Layer, ReLU, Sigmoid, Tanh
from advgui.core.nn.losses import Output
from advgui.core.nn.recipe import Recipe

Activation = Literal["sigmoid", "tanh", "relu"]
Layers = tuple[Layer, ...]
Make = Callable[[np.random.Generator, Activation], Layers]

ACTIVATIONS: Final[Mapping[Activation, Layer]] = {
    "sigmoid": Sigmoid(),
    "tanh": Tanh(),
    "relu": ReLU(),
}
WORDS: Final[Mapping[Activation, str]] = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Untrained layers by name: how to make them, what they end with, how to train them.

    ``activations`` are those that its hidden layers can have, the usual one first; empty
    where it has no hidden layer to choose one for; ``rates`` are the factors of the recipe's
    rate for those that need another one. ``quick`` is a recipe that takes no more than some
    seconds, for one whose own takes longer. ``count`` makes trained layers from digits in
    one pass, for what is trained by counting rather than by descending a loss. ``about``
    goes into the card of every network of it. ``variant_of`` names the architecture of which
    it is one with a choice made: a form that has the choice need not offer both.
    ``defending`` is how it is trained to defend, where its own recipe does not suit.
    """

    name: str
    title: str
    layout: str
    output: Output
    make: Make
    recipe: Recipe
    quick: Recipe | None = None
    activations: tuple[Activation, ...] = ()
    rates: Mapping[Activation, float] = field(default_factory=dict)
    count: Callable[[Digits], Layers] | None = None
    about: str = ""
    variant_of: str = ""
    defending: Recipe | None = None

    def build(self, random: np.random.Generator, activation: Activation | None = None) -> Layers:
        """Untrained layers; ParameterError for an activation that it does not have."""
        if activation is None:
            activation = self.activations[0] if self.activations else "sigmoid"
        elif activation not in self.activations:
            offered = ", ".join(self.activations) or tr("none", "activations")
            raise ParameterError(
                tr(
                    "The architecture {name} cannot have the activation {activation}; it can "
                    "have {offered}."
                ).format(name=self.name, activation=activation, offered=offered)
            )
        return self.make(random, activation)

    def recipe_for(self, activation: Activation | None = None, *, quick: bool = False) -> Recipe:
        """How it is trained with that activation, None being the usual one."""
        recipe = self.quick if quick and self.quick is not None else self.recipe
        factor = 1.0 if activation is None else self.rates.get(activation, 1.0)
        return replace(recipe, rate=recipe.rate * factor)

    def defended(self, title: str, recipe: Recipe | None = None) -> "Architecture":
        """The same as it is trained to defend: by the cross-entropy, and so with a softmax.

        ``recipe`` is how, where it is not up to the architecture.
        Raises ParameterError for what is trained by counting.
        """
        if self.count is not None:
            raise ParameterError(
                tr(
                    "The architecture {name} is counted and follows no gradient, so it cannot "
                    "be trained to defend."
                ).format(name=self.name)
            )
        own = self.defending or replace(self.recipe, loss="cross-entropy", warp=0.0)
        return replace(
            self,
            title=f"{self.title}, {title}",
            output="softmax",
            recipe=recipe or own,
            quick=None,
            rates={},
            about="",
        )

    def described(self, activation: Activation | None = None) -> str:
        """Its layers, their activation and what is descended, as a card tells it."""
        parts = [self.layout]
        if self.activations:
            parts.append(WORDS[activation or self.activations[0]])
        if self.count is None:
            parts.append(self.recipe.loss)
        return ", ".join(parts)


def plain(make: Callable[[np.random.Generator], Layers]) -> Make:
    """For layers without an activation that could be chosen."""
    return lambda random, activation: make(random)


def gain(activation: Activation) -> float:
    """The variance that keeps signals alike in size: a ReLU halves it (He et al. 2015)."""
    return 2.0 if activation == "relu" else 1.0
