"""An ONNX file as plain values: everything that is read of the protobuf is read here."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from advgui.core.formats.onnx.functions import orders
from advgui.core.formats.onnx.graph import Constants, Graph, GraphError, Node
from advgui.core.formats.onnx.wire import require_few_fields
from advgui.core.language import tr
from advgui.core.limits import LAYERS

OLDEST_OPSET: Final = 7  # before it, sums and products were broadcast in another way
FLOATS: Final = (onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16, onnx.TensorProto.DOUBLE)
_OWN_DOMAINS: Final = ("", "ai.onnx")


def parse(content: bytes) -> Graph:
    """The graph in a file's bytes; no code is run and no other file opened.

    Raises GraphError, telling what is wrong, where it is none or cannot be a network.
    """
    require_few_fields(content)
    try:
        model = onnx.load_model_from_string(content)
    except DecodeError as error:
        raise GraphError(tr("not a complete ONNX file")) from error
    graph = model.graph
    if not model.ir_version or not graph.node:
        raise GraphError(tr("not an ONNX file, or one without a graph"))
    _check_versions(model)
    constants = constants_of(graph.initializer)
    name, shape = _input(graph, constants)
    return Graph(
        nodes=tuple(map(node_of, graph.node)),
        constants=constants,
        input=name,
        shape=shape,
        outputs=tuple(_text(output.name) for output in graph.output),
        metadata={_text(entry.key): _text(entry.value) for entry in model.metadata_props},
        producer=f"{_text(model.producer_name)} {_text(model.producer_version)}".strip(),
        chebyshev=orders(model.functions[:LAYERS]),
    )


def _check_versions(model: onnx.ModelProto) -> None:
    version = max((it.version for it in model.opset_import if it.domain in _OWN_DOMAINS), default=0)
    if version < OLDEST_OPSET:
        raise GraphError(
            tr("made for operators of version {version}; {oldest} is the oldest").format(
                version=version, oldest=OLDEST_OPSET
            )
        )
    if len(model.graph.node) > LAYERS:
        raise GraphError(
            tr("a graph of {nodes:,} nodes, more than {most:,}").format(
                nodes=len(model.graph.node), most=LAYERS
            )
        )


def constants_of(tensors: Iterable[onnx.TensorProto]) -> Constants:
    """Arrays by their names."""
    return {_text(tensor.name): _array(tensor) for tensor in tensors}


def _text(text: str | bytes) -> str:
    """A text of the file, which is given as bytes where it is no UTF-8."""
    return text if isinstance(text, str) else text.decode(errors="replace")


def _array(tensor: onnx.TensorProto) -> NDArray[Any]:
    """The numbers of a tensor that lie in this file."""
    title = _text(tensor.name) or tr("a constant")
    if tensor.external_data or tensor.data_location == onnx.TensorProto.EXTERNAL:
        raise GraphError(
            tr("{title} lies in another file; export the network as a single one").format(
                title=title
            )
        )
    try:
        array = numpy_helper.to_array(tensor)
    except (ValueError, TypeError, KeyError) as error:
        raise GraphError(tr("{title} is damaged").format(title=title)) from error
    if array.dtype.kind not in "fiub":
        raise GraphError(
            tr("{title} holds no numbers that can be computed with").format(title=title)
        )
    if not np.isfinite(array).all():
        raise GraphError(tr("{title} holds numbers that are not finite").format(title=title))
    return array


def _input(graph: onnx.GraphProto, constants: Constants) -> tuple[str, tuple[int | None, ...]]:
    """The one input that is no constant, and its shape."""
    inputs = [it for it in graph.input if _text(it.name) not in constants]
    if len(inputs) != 1:
        raise GraphError(tr("it takes {inputs} inputs, not one image").format(inputs=len(inputs)))
    tensor = inputs[0].type.tensor_type
    if tensor.elem_type not in FLOATS:
        raise GraphError(tr("its input is no floating-point image from 0 to 1"))
    sides = tuple(side.dim_value if side.dim_value > 0 else None for side in tensor.shape.dim)
    return _text(inputs[0].name), sides


def node_of(node: onnx.NodeProto) -> Node:
    """One node."""
    if not node.output:
        raise GraphError(tr("its node {name!r} computes nothing").format(name=_text(node.name)))
    domain, operator = _text(node.domain), _text(node.op_type)
    return Node(
        name=_text(node.name or node.output[0]),
        operator=operator if domain in _OWN_DOMAINS else f"{domain}.{operator}",
        inputs=tuple(map(_text, node.input)),
        outputs=tuple(map(_text, node.output)),
        attributes={_text(it.name): _attribute(it) for it in node.attribute},
    )


def _attribute(attribute: onnx.AttributeProto) -> object:
    """A number, a text, an array or a list of them; None for what no operator here takes."""
    match attribute.type:
        case onnx.AttributeProto.TENSOR:
            return _array(attribute.t)
        case onnx.AttributeProto.STRING:
            return attribute.s.decode(errors="replace")
        case onnx.AttributeProto.STRINGS:
            return [text.decode(errors="replace") for text in attribute.strings]
        case onnx.AttributeProto.INT | onnx.AttributeProto.FLOAT:
            return helper.get_attribute_value(attribute)
        case onnx.AttributeProto.INTS | onnx.AttributeProto.FLOATS:
            return list(helper.get_attribute_value(attribute))
        case _:
            return None
