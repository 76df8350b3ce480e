"""An ONNX graph that grows by one node behind the other."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from advgui import __version__
from advgui.core.formats.onnx.chebyshev import DOMAIN, OPSET, function
from advgui.core.images import LABELS, SIZE

_IR: Final = 8  # of the time of the operators' version, so that older programs read it, too


class Chain:
    """Nodes from ``image`` on; ``last`` is what the newest one computes.

    Our layers have channels last, ONNX's convolutions and poolings have them first: between
    two of these the channels stay where they are.
    """

    def __init__(self) -> None:
        self.last = "image"
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._orders: set[int] = set()
        self._first = False

    def constant(self, array: NDArray[Any]) -> str:
        """The name of a new constant; whatever is no whole number is float32."""
        kept = array if array.dtype.kind == "i" else array.astype(np.float32)
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(kept), name))
        return name

    def add(self, operator: str, *others: str, result: str = "", **attributes: object) -> None:
        """One more node, of the last result and other inputs."""
        name = result or f"{operator.lower()}_{len(self._nodes)}"
        self._append(operator, [self.last, *others], [name], **attributes)

    def add_recurrent(self, operator: str, weights: Sequence[NDArray[Any]], units: int) -> None:
        """A node that reads rows, of which the state after the last one is wanted."""
        self.add("Transpose", perm=[1, 0, 2])
        names = [self.last, *map(self.constant, weights)]
        self._append(operator, names, ["", f"state_{len(self._nodes)}"], hidden_size=units)
        self.add("Squeeze", self.constant(np.array([0])))

    def add_chebyshev(self, order: int, weights: Sequence[NDArray[Any]]) -> None:
        """A call of our function."""
        self._orders.add(order)
        names = [self.last, *map(self.constant, weights)]
        outputs = [f"chebyshev_{len(self._nodes)}"]
        self._append(f"Chebyshev{order}", names, outputs, domain=DOMAIN)

    def channels_first(self) -> None:
        """From here on (n, channels, height, width)."""
        if not self._first:
            self.add("Transpose", perm=[0, 3, 1, 2])
        self._first = True

    def channels_last(self) -> None:
        """From here on as in our layers."""
        if self._first:
            self.add("Transpose", perm=[0, 2, 3, 1])
        self._first = False

    def content(self, name: str, metadata: dict[str, str]) -> bytes:
        """The file, whose outputs are the nodes called logits and confidences."""
        outputs = [_tensor(output, LABELS) for output in ("logits", "confidences")]
        image = [_tensor("image", SIZE, SIZE)]
        graph = helper.make_graph(self._nodes, name, image, outputs, self._constants)
        opsets = [helper.make_opsetid("", OPSET)]
        if self._orders:
            opsets.append(helper.make_opsetid(DOMAIN, 1))
        model = helper.make_model(
            graph,
            functions=list(map(function, sorted(self._orders))),
            opset_imports=opsets,
            ir_version=_IR,
            producer_name="advgui",
            producer_version=__version__,
        )
        helper.set_model_props(model, metadata)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString())

    def _append(
        self, operator: str, inputs: list[str], outputs: list[str], **attributes: Any
    ) -> None:
        name = outputs[-1]
        self._nodes.append(helper.make_node(operator, inputs, outputs, name, **attributes))
        self.last = name


def _tensor(name: str, *sides: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", *sides])
