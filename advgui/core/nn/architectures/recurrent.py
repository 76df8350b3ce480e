"""A recurrent network, which reads an image row by row, as one reads a page."""

from typing import Final

import numpy as np

from advgui.core.images import LABELS, SIZE
from advgui.core.language import tr
from advgui.core.nn.architectures.base import Architecture, Layers, plain
from advgui.core.nn.initialisers import dense, gru
from advgui.core.nn.recipe import Recipe

UNITS: Final = 96


def _recurrent(random: np.random.Generator) -> Layers:
    return (gru(random, SIZE, UNITS), dense(random, UNITS, LABELS))


RECURRENT: Final = Architecture(
    name="recurrent",
    title=tr("Recurrent"),
    layout=tr("GRU of {units} units over {rows} rows, {labels}").format(
        units=UNITS, rows=SIZE, labels=LABELS
    ),
    output="softmax",
    make=plain(_recurrent),
    recipe=Recipe(
        loss="cross-entropy",
        optimiser="adam",
        rate=0.004,
        schedule="cycle",
        batch=128,
        epochs=8,
        pen=True,
    ),
)
