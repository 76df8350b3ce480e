"""What a graph computes from constants is what ONNX says, and refused where it is too large."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("onnx", reason="the package onnx is not installed")
from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.constant_ops import FOLDED
from advgui.core.formats.onnx.graph import GraphError, Node

Numbers = NDArray[Any]
FLOATS, WHOLE, TWO = np.array([-1.5, 0.0, 4.0], np.float32), np.array([-7, 7, 8]), np.array(2)

EXPECTED: dict[str, tuple[list[Numbers], dict[str, object], Numbers]] = {
    "Add": ([FLOATS, FLOATS], {}, np.array([-3, 0, 8], np.float32)),
    "Cast": ([FLOATS], {"to": 7}, np.array([-1, 0, 4])),
    "Ceil": ([FLOATS], {}, np.array([-1, 0, 4], np.float32)),
    "Concat": ([WHOLE, WHOLE], {"axis": 0}, np.array([-7, 7, 8, -7, 7, 8])),
    "Constant": ([], {"value_ints": [3, 4]}, np.array([3, 4])),
    "ConstantOfShape": ([np.array([2])], {"value": np.array([5])}, np.array([5, 5])),
    "Div": ([WHOLE, TWO], {}, np.array([-3, 3, 4])),  # toward zero
    "Equal": ([WHOLE, np.array(7)], {}, np.array([False, True, False])),
    "Expand": ([TWO, np.array([2, 1])], {}, np.array([[2], [2]])),
    "Floor": ([FLOATS], {}, np.array([-2, 0, 4], np.float32)),
    "Greater": ([WHOLE, TWO], {}, np.array([False, True, True])),
    "Identity": ([WHOLE], {}, WHOLE),
    "Less": ([WHOLE, TWO], {}, np.array([True, False, False])),
    "Max": ([WHOLE, TWO], {}, np.array([2, 7, 8])),
    "Min": ([WHOLE, TWO], {}, np.array([-7, 2, 2])),
    "Mod": ([WHOLE, TWO], {}, np.array([1, 1, 0])),
    "Mul": ([FLOATS, FLOATS], {}, np.array([2.25, 0, 16], np.float32)),
    "Neg": ([WHOLE], {}, np.array([7, -7, -8])),
    "Not": ([np.array([True, False])], {}, np.array([False, True])),
    "Pow": ([WHOLE, TWO], {}, np.array([49, 49, 64])),
    "Sqrt": ([np.array([4], np.float16)], {}, np.array([2], np.float16)),
    "Sub": ([WHOLE, TWO], {}, np.array([-9, 5, 6])),
    "Where": ([WHOLE > 0, WHOLE, TWO], {}, np.array([2, 7, 8])),
}


def call(operator: str, *inputs: Numbers, **attributes: object) -> Call:
    names = tuple(map(str, range(len(inputs))))
    return Call(Node("", operator, names, ("",), attributes), inputs, 1)


def test_all_operators_are_tried() -> None:
    assert set(EXPECTED) == set(FOLDED)


@pytest.mark.parametrize("operator", EXPECTED)
def test_an_operator_computes_what_onnx_says(operator: str) -> None:
    inputs, attributes, expected = EXPECTED[operator]
    found = FOLDED[operator](call(operator, *inputs, **attributes))
    assert (found.dtype, found.shape) == (expected.dtype, expected.shape)
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    ("operator", "inputs"),
    [
        ("Add", [FLOATS, WHOLE]),  # of two types
        ("Add", [FLOATS, FLOATS[:2]]),
        ("Neg", [FLOATS > 0]),
        ("Concat", [FLOATS, FLOATS[None]]),
        ("ConstantOfShape", [np.array([-2])]),
    ],
)
def test_what_does_not_fit_is_a_mistake_of_the_file(operator: str, inputs: list[Numbers]) -> None:
    with pytest.raises((ValueError, TypeError)):
        FOLDED[operator](call(operator, *inputs, axis=0))


@pytest.mark.parametrize(
    ("operator", "inputs"),
    [
        ("Add", [np.zeros((2000, 1)), np.zeros((1, 2000))]),
        ("Mul", [np.zeros(2_000_000, np.int64), TWO]),
        ("ConstantOfShape", [np.array([2000, 2000])]),
        ("Expand", [FLOATS, np.array([2**62, 3])]),
        ("Expand", [np.zeros((2000, 1)), np.array([1, 2000])]),
        ("Concat", [np.broadcast_to(np.float32(0), 2**24), FLOATS]),
    ],
)
def test_what_becomes_too_large_is_refused_before_it_is_computed(
    operator: str, inputs: list[Numbers]
) -> None:
    with pytest.raises(GraphError, match=r"it makes a constant of [\d,]+ numbers, more than"):
        FOLDED[operator](call(operator, *inputs, axis=0))
