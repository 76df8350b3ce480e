"""A last layer that makes leads of labels over their rivals, for intervals to go through."""

from typing import NamedTuple

import numpy as np

from advgui.core.images import Array, Labels
from advgui.core.nn.layers import Dense


class Folded(NamedTuple):
    """The last layer, which makes leads of all labels over all rivals: (inputs, 10, 10)."""

    last: Dense
    leads: Array

    @classmethod
    def of(cls, last: Dense) -> "Folded":
        """Two logits that grow together do not come nearer: so the leads are bounded, not they."""
        return cls(last, last.matrix[:, None, :] - last.matrix[:, :, None])

    def worst(self, middle: Array, spread: Array, labels: Labels) -> Array:
        """By how much each rival can lead at most over the label, (n, 10); 0 for the label."""
        rows = np.arange(len(labels))
        logits, _ = self.last.forward(middle)
        sizes = np.abs(self.leads).reshape(len(self.leads), -1)
        wider = (spread @ sizes).reshape(len(labels), *self.leads.shape[1:])[rows, labels]
        return logits - logits[rows, labels][:, None] + wider

    def gradients(
        self, middle: Array, spread: Array, labels: Labels, gradient: Array
    ) -> tuple[Array, Array, list[Array]]:
        """From one for ``worst``, those for middle and spread, and for matrix and bias."""
        rows, shape = np.arange(len(labels)), self.leads.shape
        moved = gradient.copy()
        moved[rows, labels] -= gradient.sum(axis=1)
        weights = self.last.weight_gradients(middle, moved)
        each = np.zeros((len(labels), *shape[1:]), gradient.dtype)
        each[rows, labels] = gradient
        each = each.reshape(len(labels), -1)
        wider = (spread.T @ each).reshape(shape) * np.sign(self.leads)
        matrix = weights["matrix"] + wider.sum(axis=1) - wider.sum(axis=2)
        back = each @ np.abs(self.leads).reshape(shape[0], -1).T
        return self.last.backward(middle, moved), back, [matrix, weights["bias"]]
