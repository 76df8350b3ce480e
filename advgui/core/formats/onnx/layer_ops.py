"""What layers read themselves, what changes nothing, what ends a network, and what reads rows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.formats.onnx.linear_ops import single
from advgui.core.formats.onnx.padding_ops import channels_first, padding
from advgui.core.formats.onnx.value import Value, natural
from advgui.core.language import tr
from advgui.core.nn.layers import GRU, KINDS, Layer, Recurrent
from advgui.core.nn.layers.operators import Operator

Floats = NDArray[np.float64]

_FLOATS: Final = (1, 10, 11)  # ONNX's numbers for the types


def _reader(layer: type[Layer]) -> Callable[[Call], Value]:
    """For operators that a layer says it can be read from."""

    def read(call: Call) -> Value:
        constants = tuple(call.array(index) for index in range(1, len(call.inputs)))
        try:
            made = layer.from_onnx(Operator(call.node.operator, constants, call.node.attributes))
        except ValueError as error:
            raise GraphError(str(error)) from error
        return _through(made, call.value())

    return read


def _through(layer: Layer, value: Value) -> Value:
    """What a layer makes of numbers in the order in which its operators take them."""
    match layer.order:
        case "any":
            return value.then(layer)
        case "channels first":
            return channels_first(value.grid().then(layer))
        case "channels last":
            made = value.ordered(natural(value.places.shape), value.places).then(layer)
            return made.viewed(natural(made.sides))


def _same(call: Call) -> Value:
    return call.value()


def _cast(call: Call) -> Value:
    if call.whole("to", 0) not in _FLOATS:
        raise GraphError(tr("it makes whole numbers of what comes from the image"))
    return call.value()


def _dropout(call: Call) -> Value:
    """Nothing, but in training."""
    training = call.given(2)
    if isinstance(training, Value) or (training is not None and training.any()):
        raise GraphError(tr("it is in training mode"))
    return call.value()


def _softmax(call: Call) -> Value:
    """The end of a network: its input are the logits."""
    value = call.value()
    axes = value.places.ndim + 1
    if value.batch or axes != 2 or call.whole("axis", -1) % axes != 1:
        raise GraphError(tr("it does not run over the logits of each image"))
    if value.output:
        raise GraphError(
            tr("it comes after the {output} with which the network ends").format(
                output=value.output
            )
        )
    return replace(value, output="softmax")


def _simple(call: Call) -> Value:
    """RNN with tanh, as our simple recurrent layer."""
    value, units = _rows(call), call.whole("hidden_size", 0)
    if call.node.attributes.get("activations", ["Tanh"]) != ["Tanh"]:
        raise GraphError(tr("its activation is not tanh"))
    drive, turn, bias = _gates(call, units)
    return _state(value.then(Recurrent(single(drive), single(turn), single(bias))), units)


def _gru(call: Call) -> Value:
    """GRU whose reset comes before the product, as ours; PyTorch's comes after."""
    value, units = _rows(call), call.whole("hidden_size", 0)
    if call.node.attributes.get("activations", ["Sigmoid", "Tanh"]) != ["Sigmoid", "Tanh"]:
        raise GraphError(tr("its activations are not sigmoid and tanh"))
    if call.whole("linear_before_reset", 0):
        raise GraphError(tr("it resets after the product; supported is linear_before_reset = 0"))
    drive, turn, bias = _gates(call, units)
    return _state(value.then(GRU(single(drive), single(turn), single(bias))), units)


def _rows(call: Call) -> Value:
    """Rows one after the other in one direction, from a state of zeros."""
    value, start = call.value(), call.given(5)
    if call.text("direction", "forward") != "forward" or call.whole("layout", 0):
        raise GraphError(tr("it does not read forward, or its images come before its rows"))
    if call.given(4) is not None or "clip" in call.node.attributes:
        raise GraphError(tr("it has sequence_lens or clip"))
    if start is not None and (isinstance(start, Value) or start.any()):
        raise GraphError(tr("it starts from another state than zero"))
    if value.batch != 1 or value.places.ndim != 2:
        raise GraphError(tr("its input are no rows of images"))
    return value.ordered(natural(value.places.shape), value.places)


def _gates(call: Call, units: int) -> tuple[Floats, Floats, Floats]:
    """Our matrices and bias from ONNX's, which are turned and of one direction each."""
    drive, turn = call.floats(1)[0].T, call.floats(2)[0].T
    gates = turn.shape[1]
    biases = np.zeros(2 * gates) if call.given(3) is None else call.floats(3)[0]
    if turn.shape[0] != units or drive.shape[1] != gates or biases.shape != (2 * gates,):
        raise GraphError(tr("the shapes of its weights do not fit together"))
    return drive, turn, biases[:gates] + biases[gates:]


def _state(value: Value, units: int) -> Value:
    """Y_h, whose shape is (directions, images, units)."""
    return replace(value, places=natural((1, units)), batch=1)


LAYERS: Final[Mapping[str, Callable[[Call], Value]]] = {
    operator: _reader(layer) for layer in KINDS.values() for operator in layer.reads
}
"""What layers tell of themselves."""
OTHERS: Final[Mapping[str, Callable[[Call], Value]]] = {
    "Cast": _cast,
    "Dropout": _dropout,
    "GRU": _gru,
    "Identity": _same,
    "LogSoftmax": _softmax,
    "Pad": padding,
    "RNN": _simple,
    "Softmax": _softmax,
}
