"""A graph-convolutional network on the pixels as the nodes of a graph."""

from typing import Final

import numpy as np

from advgui.core.images import LABELS, SIZE
from advgui.core.language import tr
from advgui.core.nn.architectures.base import ACTIVATIONS, Activation, Architecture, Layers
from advgui.core.nn.initialisers import chebyshev, dense
from advgui.core.nn.layers import MaxPool, Reshape
from advgui.core.nn.recipe import Recipe

FILTERS: Final = 16
LEFT: Final = SIZE // 4  # the side of the grid after two poolings


def _graph(random: np.random.Generator, activation: Activation) -> Layers:
    hidden = ACTIVATIONS[activation]
    return (
        Reshape((SIZE, SIZE, 1)),
        chebyshev(random, 8, 1, 8),
        hidden,
        MaxPool(),
        chebyshev(random, 5, 8, FILTERS),
        hidden,
        MaxPool(),
        Reshape((LEFT * LEFT * FILTERS,)),
        dense(random, LEFT * LEFT * FILTERS, LABELS),
    )


GRAPH: Final = Architecture(
    name="graph",
    title=tr("Graph-convolutional"),
    layout=tr("8 Chebyshev filters of order 8, pool, 16 of order 5, pool, 10"),
    output="softmax",
    make=_graph,
    activations=("relu", "sigmoid", "tanh"),
    recipe=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.006,
        schedule="cycle",
        batch=128,
        epochs=6,
        pen=True,
    ),
)
