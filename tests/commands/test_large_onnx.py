"""ONNX files that ask for much: refused with the limit, within little memory."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.commands.watched import Watched
from tests.commands.watched import watched as watched

onnx = pytest.importorskip("onnx")

Made = Callable[[], Any]


def model(nodes: Sequence[object], shape: Sequence[int] = (1, 784), **constants: object) -> bytes:
    """A file of these nodes, from ``x`` to ``y``."""
    graph = onnx.helper.make_graph(
        nodes,
        "graph",
        [onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, shape)],
        [onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, None)],
        [onnx.numpy_helper.from_array(np.array(it), name) for name, it in constants.items()],
    )
    opset = [onnx.helper.make_opsetid("", 13)]
    made = onnx.helper.make_model(graph, opset_imports=opset, ir_version=8)
    return bytes(made.SerializeToString())


def node(operator: str, inputs: Sequence[str], output: str, **attributes: object) -> Any:  # noqa: ANN401 - onnx has no types
    return onnx.helper.make_node(operator, inputs, [output], **attributes)


def doubled() -> bytes:
    """Constants each of which is twice the one before."""
    chain = [node("Concat", [f"w{n}"] * 2, f"w{n + 1}", axis=0) for n in range(60)]
    return model([*chain, node("MatMul", ["x", "w60"], "y")], w0=np.zeros((784, 10), np.float32))


def computed() -> bytes:
    """Many constants of a million numbers, all of them wanted in the end."""
    parts = [f"w{n}" for n in range(200)]
    made = [node("ConstantOfShape", ["side"], part) for part in parts]
    return model([*made, node("Concat", parts, "y", axis=0)], side=[1_000_000])


def repeated() -> bytes:
    """A matrix that is taken apart into far more rows than it has."""
    taken = node("Gather", ["w", "rows"], "v", axis=0)
    rows, wide = np.zeros(100_000, np.int64), np.zeros((2, 100_000), np.float32)
    return model([taken, node("MatMul", ["x", "v"], "y")], w=wide, rows=rows)


def turned() -> bytes:
    """One large image in ever other orders."""
    pads = np.array([0, 0, 250, 250, 0, 0, 250, 250])
    flows = [node("Pad", ["x", "pads"], "t0")]
    for number in range(0, 1000, 2):
        order = [0, 2, 3, 1] if number % 4 == 0 else [0, 3, 1, 2]
        flows.append(node("Transpose", [f"t{number}"], f"t{number + 1}", perm=order))
        flows.append(node("Reshape", [f"t{number + 1}", "flat"], f"t{number + 2}"))
    last = node("Relu", ["t1000"], "y")
    return model([*flows, last], (1, 1, 28, 28), pads=pads, flat=[1, 528, 528, 1])


def framed() -> bytes:
    """An image in a hundred frames."""
    pads = np.array([0, 0, 250, 250, 0, 0, 250, 250])
    names = ["x", *(f"t{n}" for n in range(99)), "y"]
    frames = [node("Pad", [names[n], "pads"], names[n + 1]) for n in range(100)]
    return model(frames, (1, 1, 28, 28), pads=pads)


def listed() -> bytes:
    """A shape of millions of sides."""
    return model([node("Reshape", ["x", "sides"], "y")], sides=np.ones(6_000_000, np.int64))


def divided() -> bytes:
    """Millions of whole numbers, whose quotients take several times their memory."""
    quotients = node("Div", ["sides", "sides"], "q")
    return model([quotients, node("Reshape", ["x", "q"], "y")], sides=np.ones(6_000_000, np.int64))


def spelled() -> bytes:
    """Numbers that become texts."""
    texts = node("Cast", ["w"], "v", to=onnx.TensorProto.STRING)
    wide = np.zeros((784, 10_000), np.float32)
    return model([texts, node("MatMul", ["x", "v"], "y")], w=wide)


def hollow() -> bytes:
    """Ten million nodes with nothing in them."""
    return b"\x08\x08" + b"\x3a\x80\xda\xc4\x09" + b"\x0a\x00" * 10_000_000


TOO_MUCH: dict[str, tuple[Made, str]] = {
    "concatenations": (doubled, "Concat, is not supported: it makes a constant of"),
    "constants": (computed, "more than 128 MB of constants are computed"),
    "rows": (repeated, "it makes a constant of 10,000,000,000 numbers, more than 16,777,216"),
    "orders": (turned, "it gives (n, 528, 528, 1), not ten logits"),
    "frames": (framed, "more than 4,000,000 numbers are computed of one image"),
    "sides": (listed, "its input 2 has 6,000,000 numbers, more than 100"),
    "quotients": (divided, "it makes a constant of 6,000,000 numbers, more than 1,000,000"),
    "texts": (spelled, "it makes numbers of a type that is not supported"),
    "empty nodes": (hollow, "more than 200,000 fields"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_graph_that_asks_for_much_is_refused_with_the_limit(
    watched: Watched, strokes: Path, tmp_path: Path, name: str
) -> None:
    make, words = TOO_MUCH[name]
    path = tmp_path / "large.onnx"
    path.write_bytes(make())
    ran = watched("recognise", strokes, "--network", path)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_a_network_of_50_megabytes_is_read_and_attacked(
    watched: Watched, strokes: Path, tmp_path: Path
) -> None:
    random, wide = np.random.default_rng(0), 16_000
    first, second = (
        random.normal(0.0, 0.02, shape).astype(np.float32) for shape in ((wide, 784), (10, wide))
    )
    nodes = [
        node("Gemm", ["x", "first", "bias"], "a", transB=1),
        node("Relu", ["a"], "b"),
        node("Gemm", ["b", "second"], "y", transB=1),
    ]
    path = tmp_path / "large.onnx"
    bias = np.zeros(wide, np.float32)
    path.write_bytes(model(nodes, first=first, second=second, bias=bias))
    assert path.stat().st_size > 50_000_000
    ran = watched("attack", strokes, "--away", "--network", path, "--set", "steps=3")
    assert (ran.code, ran.err) in ((0, ""), (1, ""))


def test_weights_that_a_graph_computes_may_be_as_large_as_any(
    watched: Watched, strokes: Path, tmp_path: Path
) -> None:
    random, wide = np.random.default_rng(0), 16_000
    nodes = [
        node("Mul", ["doubled", "half"], "first"),
        node("Gemm", ["x", "first"], "a", transB=1),
        node("Relu", ["a"], "b"),
        node("Gemm", ["b", "second"], "y", transB=1),
    ]
    first = random.normal(0.0, 0.02, (wide, 784)).astype(np.float32)
    second = random.normal(0.0, 0.02, (10, wide)).astype(np.float32)
    path = tmp_path / "large.onnx"
    path.write_bytes(model(nodes, doubled=first, half=np.float32(0.5), second=second))
    ran = watched("recognise", strokes, "--network", path)
    assert (ran.code, ran.err) == (0, "")


def test_weights_with_which_numbers_overflow_are_refused_in_a_sentence(
    watched: Watched, strokes: Path, tmp_path: Path
) -> None:
    weights = np.full((784, 10), 1e37)
    path = tmp_path / "large.onnx"
    path.write_bytes(model([node("MatMul", ["x", "w"], "y")], w=weights))
    ran = watched("recognise", strokes, "--network", path)
    assert ran.code == 2
    assert ran.err.startswith("advgui: large.onnx: its weights are so large")
    path.write_bytes(model([node("MatMul", ["x", "w"], "y")], w=weights * 1e200))
    assert "not finite numbers" in watched("recognise", strokes, "--network", path).err
