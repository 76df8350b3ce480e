"""From a network of ours to an ONNX graph, layer by layer."""

import json
from collections.abc import Mapping
from typing import Final

import numpy as np

from advgui.core.formats.onnx.chain_writer import Chain
from advgui.core.images import SIZE
from advgui.core.nn.layers.operators import Operator
from advgui.core.nn.losses import Output
from advgui.core.nn.network import Network

_ENDINGS: Final[Mapping[Output, str]] = {"sigmoid": "Sigmoid", "softmax": "Softmax"}


def content_of(network: Network) -> bytes:
    """An ONNX file: ``image`` (n, 28, 28) in, ``logits`` and ``confidences`` (n, 10) out.

    The network's name and card stand in the file's metadata. Raises ValueError where a layer
    has no form in ONNX.
    """
    chain = Chain()
    values = np.zeros((1, SIZE, SIZE), np.float32)
    for layer in network.layers:
        chain.bring_to(layer.order)
        for operator in layer.operators(values.shape[1:]):
            chain.add(operator)
        values, _ = layer.forward(values)
    chain.bring_to("channels last")
    chain.add(Operator("Identity"), result="logits")
    chain.add(Operator(_ENDINGS[network.output]), result="confidences")
    card = json.dumps(network.card.as_dict())
    return chain.content(network.name, {"name": network.name, "card": card})
