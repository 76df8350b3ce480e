"""From a foreign graph to layers of ours, node by node."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.axis_ops import AXES
from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.constant_ops import FOLDED
from advgui.core.formats.onnx.functions import read_chebyshev
from advgui.core.formats.onnx.graph import Graph, GraphError, Node
from advgui.core.formats.onnx.layer_ops import LAYERS, OTHERS
from advgui.core.formats.onnx.linear_ops import LINEAR
from advgui.core.formats.onnx.value import Operand, Value, natural
from advgui.core.formats.onnx.window_ops import WINDOWS
from advgui.core.images import LABELS, PIXELS, SIZE
from advgui.core.language import tr
from advgui.core.limits import FOLDED_BYTES, MEGABYTE
from advgui.core.lists import all_of
from advgui.core.nn.layers import Layer, Sigmoid
from advgui.core.nn.losses import Output

Operators = Mapping[str, Callable[[Call], Operand]]

TRACED: Final[Operators] = {**LAYERS, **AXES, **LINEAR, **OTHERS, **WINDOWS}
"""What may be computed from the image."""
CONSTANT: Final[Operators] = {**AXES, **FOLDED}
"""What may be computed from constants alone."""
SUPPORTED: Final = tuple(sorted({*TRACED, *CONSTANT}))

_INPUTS: Final = ((PIXELS,), (1, SIZE, SIZE), (SIZE, SIZE, 1), (SIZE, SIZE))
# A size that no axis has but that of the images, where the graph leaves it open.
_IMAGES: Final = 7919
# Recurrent layers give all their states first, which are not supported, and then the last one.
_RECURRENT: Final = ("GRU", "RNN")


def layers_of(graph: Graph) -> tuple[tuple[Layer, ...], Output]:
    """The layers from images to logits, and the activation behind them.

    Raises GraphError, naming the node, where the graph is no chain of supported operators
    from one image to ten numbers.
    """
    images = graph.shape[0] if graph.shape and graph.shape[0] else _IMAGES
    known: dict[str, Operand] = {**graph.constants, graph.input: _start(graph)}
    last = {name: node for node in graph.nodes for name in node.inputs}
    taken = 0
    for node in graph.nodes:
        name = node.outputs[min(node.operator in _RECURRENT, len(node.outputs) - 1)]
        result = _evaluated(node, known, images, graph.chebyshev)
        taken += _memory(result, [known.get(name) for name in node.inputs])
        if taken > FOLDED_BYTES:
            most = FOLDED_BYTES // MEGABYTE
            raise GraphError(
                tr("up to {where} more than {most} MB of constants are computed").format(
                    where=_where(node), most=most
                )
            )
        known[name] = result
        for needless in {name for name in node.inputs if last[name] is node} - {*graph.outputs}:
            known.pop(needless, None)
    values = [value for name in graph.outputs if isinstance(value := known.get(name), Value)]
    return _finished(values)


def _memory(result: Operand, given: Sequence[Operand | None]) -> int:
    """The bytes that a result takes of its own."""
    array, others = _array(result), [_array(one) for one in given]
    own = array is not None and array.flags.owndata and not any(array is one for one in others)
    return array.nbytes if own and array is not None else 0


def _array(operand: Operand | None) -> NDArray[Any] | None:
    return operand.places if isinstance(operand, Value) else operand


def _start(graph: Graph) -> Value:
    """The batch of images."""
    shape = tuple(side or 0 for side in graph.shape[1:])
    if shape not in _INPUTS:
        raise GraphError(
            tr(
                "its input has the shape {shape}; supported are batches of 784 numbers, or of "
                "28 x 28 pixels in one channel"
            ).format(shape=_words(graph.shape))
        )
    return Value((), (SIZE, SIZE), natural(shape))


def _words(shape: Sequence[int | None]) -> str:
    return f"({', '.join('n' if side is None else str(side) for side in shape)})"


def _evaluated(
    node: Node, known: Mapping[str, Operand], images: int, orders: Mapping[str, int]
) -> Operand:
    if node.operator not in SUPPORTED and node.operator not in orders:
        raise GraphError(
            tr(
                "the operator {operator} of its node {name!r} is not supported; supported are "
                "{names}"
            ).format(operator=node.operator, name=node.name, names=", ".join(SUPPORTED))
        )
    try:
        call = Call(node, tuple(_given(name, known) for name in node.inputs), images)
        with np.errstate(all="ignore"):  # what is not finite is found in the end
            return _computed(call, orders)
    except GraphError as error:
        raise GraphError(
            tr("{where} is not supported: {error}").format(where=_where(node), error=error)
        ) from error
    except (ValueError, TypeError, IndexError, KeyError, OverflowError) as error:
        raise GraphError(
            tr("{where} has inputs or attributes that do not fit").format(where=_where(node))
        ) from error


def _where(node: Node) -> str:
    return tr("its node {name!r}, {operator},").format(name=node.name, operator=node.operator)


def _given(name: str, known: Mapping[str, Operand]) -> Operand | None:
    if name and name not in known:
        raise GraphError(tr("it uses {name!r}, which nothing before it computes").format(name=name))
    return known.get(name)


def _computed(call: Call, orders: Mapping[str, int]) -> Operand:
    operator = call.node.operator
    if operator in orders:
        return read_chebyshev(call, orders[operator])
    traced = any(isinstance(given, Value) for given in call.inputs)
    compute = (TRACED if traced else CONSTANT).get(operator)
    if compute is None:
        raise GraphError(
            tr("it cannot be computed from the image")
            if traced
            else tr("it cannot be computed from constants")
        )
    return compute(call)


def _finished(values: Sequence[Value]) -> tuple[tuple[Layer, ...], Output]:
    """The network that ends in one of these outputs: the one with an activation, if any."""
    fitting = [value for value in values if value.places.size == LABELS and not value.batch]
    if not fitting:
        shapes = all_of([_words((None, *value.places.shape)) for value in values])
        if not shapes:
            raise GraphError(tr("it gives nothing that depends on an image, not ten logits"))
        raise GraphError(tr("it gives {shapes}, not ten logits").format(shapes=shapes))
    for value in fitting:
        if value.output:
            return _in_order(value), value.output
        if value.layers and isinstance(value.layers[-1], Sigmoid):
            before = replace(value, layers=value.layers[:-1])
            return _in_order(before), "sigmoid"
    return _in_order(fitting[0]), "softmax"


def _in_order(value: Value) -> tuple[Layer, ...]:
    """The layers up to ten logits in a row."""
    ended = replace(value, output=None)
    layers = ended.ordered(natural((LABELS,)), ended.places.ravel()).layers
    if not all(np.isfinite(array).all() for layer in layers for array in layer.weights.values()):
        raise GraphError(tr("it holds weights that are not finite numbers"))
    return layers
