"""Defensive distillation (Papernot et al. 2016), which makes logits so large that slopes vanish."""

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.images import Array, one_hot, to_floats
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.losses import softmax
from advgui.core.nn.network import Network
from advgui.core.nn.optimisers import Adam

BATCH, EPOCHS = 100, 5


def distilled(digits: Digits, temperature: float, name: str = "dense") -> Network:
    """A network that learned what another says at that temperature, which learned the labels."""
    images = to_floats(digits.images)
    teacher = _fitted(name, images, one_hot(digits.labels), temperature)
    said = softmax(teacher.logits(images) / np.float32(temperature))
    return _fitted(name, images, said, temperature)


def _fitted(name: str, images: Array, wanted: Array, temperature: float) -> Network:
    random = np.random.default_rng(0)
    architecture = ARCHITECTURES[name]
    network = Network("distilled", tuple(architecture.build(random)), architecture.output)
    adam = Adam([array for layer in network.layers for array in layer.weights.values()])
    for _ in range(EPOCHS):
        for start in range(0, len(images), BATCH):
            part = slice(start, start + BATCH)
            logits, caches = network.forward(images[part])
            errors = softmax(logits / np.float32(temperature)) - wanted[part]
            adam.update(network.weight_gradients(caches, errors / BATCH), 0.003)
    return network
