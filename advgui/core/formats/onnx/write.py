"""From a network of ours to an ONNX graph, layer by layer."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from advgui import __version__
from advgui.core.defences import Defence
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.formats.onnx.functions import DOMAIN, OPSET, function_of
from advgui.core.formats.stored_defences import described
from advgui.core.images import LABELS, SIZE
from advgui.core.nn.layers.operators import Operator, Order
from advgui.core.nn.losses import Output
from advgui.core.nn.network import Network

_IR: Final = 8  # of the time of the operators' version, so that older programs read it, too
_ACTIVATIONS: Final[Mapping[Output, str]] = {"sigmoid": "Sigmoid", "softmax": "Softmax"}


def content_of(network: Network) -> bytes:
    """An ONNX file: ``image`` (n, 28, 28) in, ``logits`` and ``confidences`` (n, 10) out.

    The network's name and card stand in the file's metadata. Raises ValueError where a layer
    has no form in ONNX.
    """
    chain = chain_of(defences_of(network))
    values = np.zeros((1, SIZE, SIZE), np.float32)
    for layer in bare_of(network).layers:
        chain.bring_to(layer.order)
        for operator in layer.operators(values.shape[1:]):
            chain.add(operator)
        values, _ = layer.forward(values)
    chain.bring_to("channels last")
    chain.add(Operator("Identity"), result="logits")
    chain.add(Operator(_ACTIVATIONS[network.output]), result="confidences")
    card = json.dumps(network.card.as_dict())
    told = {"name": network.name, "card": card, **described(network)}
    return chain.content(network.name, told)


def chain_of(defences: Sequence[Defence]) -> "Chain":
    """The nodes of defences; ValueError where one has no form in ONNX."""
    chain = Chain()
    for defence in defences:
        for operator in defence.operators():
            chain.add(operator)
    return chain


class Chain:
    """Nodes from ``image`` on; ``last`` is what the newest one computes.

    Our layers have channels last, ONNX's convolutions and poolings have them first: between
    two of these the channels stay where they are.
    """

    def __init__(self) -> None:
        self.last = "image"
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._functions: dict[str, onnx.FunctionProto] = {}
        self._first = False

    def add(self, operator: Operator, *, result: str = "") -> None:
        """One more node, of the last result and the operator's constants."""
        name = result or f"{operator.name.lower()}_{len(self.nodes)}"
        inputs = [self.last, *map(self._constant, operator.constants)]
        unused = [f"{name}_unused_{number}" for number in range(operator.unused)]
        outputs = [*[""] * operator.output, name, *unused]
        domain = DOMAIN if operator.function else None
        if operator.function:
            self._functions[operator.name] = function_of(operator.name, operator.function)
        self.nodes.append(
            helper.make_node(
                operator.name, inputs, outputs, name, domain=domain, **operator.attributes
            )
        )
        self.last = name

    def bring_to(self, order: Order) -> None:
        """The axes from here on: (n, channels, height, width), or as in our layers."""
        if order == "any" or self._first == (order == "channels first"):
            return
        turned = [0, 2, 3, 1] if self._first else [0, 3, 1, 2]
        self.add(Operator("Transpose", attributes={"perm": turned}))
        self._first = not self._first

    def _constant(self, array: NDArray[Any]) -> str:
        """The name of a new constant; whatever is no whole number is float32."""
        kept = array if array.dtype.kind == "i" else array.astype(np.float32)
        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(kept), name))
        return name

    def content(self, name: str, metadata: dict[str, str]) -> bytes:
        """The file, whose outputs are the nodes called logits and confidences."""
        outputs = [_tensor(output, LABELS) for output in ("logits", "confidences")]
        image = [_tensor("image", SIZE, SIZE)]
        graph = helper.make_graph(self.nodes, name, image, outputs, self.constants)
        opsets = [helper.make_opsetid("", OPSET)]
        if self._functions:
            opsets.append(helper.make_opsetid(DOMAIN, 1))
        model = helper.make_model(
            graph,
            functions=[self._functions[called] for called in sorted(self._functions)],
            opset_imports=opsets,
            ir_version=_IR,
            producer_name="advgui",
            producer_version=__version__,
        )
        helper.set_model_props(model, metadata)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString())


def _tensor(name: str, *sides: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", *sides])
