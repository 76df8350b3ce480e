"""Small networks with random weights, in any precision, for tests."""

import numpy as np

from advgui.core.images import Bytes
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network


def random_network(name: str = "report", seed: int = 0) -> Network:
    """An untrained network of that architecture whose logits differ from one another."""
    architecture = ARCHITECTURES[name]
    random = np.random.default_rng(seed)
    layers = architecture.build(random)
    last = layers[-1]
    assert isinstance(last, Dense)
    last = Dense(last.matrix * 3, random.normal(size=10).astype(np.float32))
    return Network(name, (*layers[:-1], last), architecture.output)


def blots(count: int, seed: int = 0) -> Bytes:
    """Valid images (count, 28, 28) of smooth random ink, with blacks, whites and grays."""
    random = np.random.default_rng(seed)
    coarse = random.integers(-200, 455, (count, 7, 7))
    return np.kron(coarse, np.ones((4, 4))).clip(0, 255).astype(np.uint8)
