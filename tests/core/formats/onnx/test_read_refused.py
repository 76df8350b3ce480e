"""What cannot be read is refused in one sentence that names the node and what is wrong."""

import contextlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.errors import NetworkFileError
from advgui.core.formats.onnx_file import read_onnx
from advgui.core.formats.safetensors_file import save_network
from tests.core.formats.onnx.foreign import Arrays, Model, Node, Side, model, node, onnx, weights
from tests.random_networks import random_network

IMAGE: tuple[Side, ...] = ("n", 1, 28, 28)
CONSTANTS = weights(0, matrix=(784, 10), bias=(10,), kernel=(4, 1, 3, 3), row=(28,), some=(1, 4))
END = [node("MatMul", ["flat", "matrix"], ["y"])]
START = [node("Flatten", ["x"], ["flat"])]


def refused(content: Model | bytes, folder: Path) -> str:
    """The sentence with which a file is refused."""
    path = folder / "foreign.onnx"
    path.write_bytes(content if isinstance(content, bytes) else content.SerializeToString())
    with pytest.raises(NetworkFileError, match=r"^foreign\.onnx: [^\n]*[^.]\.$") as caught:
        read_onnx(path)
    return str(caught.value)


GRAPHS: dict[str, tuple[list[Node], str]] = {
    "an operator": (
        [node("Gelu", ["x"], ["y"], name="/act")],
        "the operator Gelu of its node '/act' is not supported; supported are Add, AveragePool,",
    ),
    "an operator of another domain": (
        [node("FusedConv", ["x"], ["y"], domain="com.microsoft")],
        "the operator com.microsoft.FusedConv of its node 'y' is not supported",
    ),
    "two branches": (
        [node("Relu", ["x"], ["a"]), node("Add", ["a", "x"], ["y"], name="/skip")],
        "its node '/skip', Add, is not supported: it joins two branches",
    ),
    "one input for two": (
        [node("Gemm", ["x"], ["y"])],
        "its node 'y', Gemm, is not supported: its input 2 is no constant",
    ),
    "what nothing computes": (
        [node("Relu", ["z"], ["y"])],
        "it uses 'z', which nothing before it computes",
    ),
    "a constant as an image": ([node("Relu", ["row"], ["y"])], "cannot be computed from constants"),
    "too few logits": (
        [*START, node("Slice", ["flat", "one", "nine", "one"], ["y"])],
        "it gives (n, 8), not ten logits",
    ),
    "no logits": ([node("Shape", ["x"], ["y"])], "it gives nothing that depends on an image"),
    "weights that do not fit": (
        [node("Flatten", ["x"], ["a"]), node("MatMul", ["a", "some"], ["y"])],
        "a matrix of the shape (1, 4) does not fit what comes before it",
    ),
    "a product from the left": (
        [node("MatMul", ["matrix", "x"], ["y"])],
        "it multiplies a constant by what comes from the image",
    ),
    "images that are turned": (
        [*START, node("Gemm", ["flat", "matrix"], ["y"], transA=1)],
        "it turns the image's numbers",
    ),
    "images that are mixed": (
        [node("Reshape", ["x", "row_shape"], ["y"])],
        "it mixes the numbers of several images",
    ),
    "an impossible shape": (
        [node("Reshape", ["x", "odd_shape"], ["y"])],
        "it cannot make the shape (7919, 500) of (n, 1, 28, 28)",
    ),
    "an axis that is not there": (
        [node("Unsqueeze", ["x", "nine"], ["y"])],
        "it has no axis 9",
    ),
    "an axis of many numbers": (
        [node("Squeeze", ["x", "two"], ["y"])],
        "it drops an axis of more than one number",
    ),
    "no order of axes": (
        [node("Transpose", ["x"], ["y"], perm=[0, 0, 1, 2])],
        "its order of axes is none",
    ),
    "single images": ([node("Gather", ["x", "one"], ["y"])], "it picks out single images"),
    "a slice of images": (
        [node("Slice", ["x", "one", "nine"], ["y"])],
        "it picks out single images",
    ),
    "pixels twice": (
        [node("Gather", ["x", "twice"], ["y"], axis=2)],
        "it takes the same numbers more than once",
    ),
    "no place of that number": (
        [node("Gather", ["x", "nine"], ["y"], axis=1)],
        "its node 'y', Gather, has inputs or attributes that do not fit",
    ),
    "a kernel that is too large": (
        [node("Slice", ["x", "nine", "ten", "two"], ["a"]), node("Conv", ["a", "kernel"], ["y"])],
        "its shape does not fit what comes before it",
    ),
    "channels that do not fit": (
        [node("Conv", ["x", "kernel"], ["a"]), node("Conv", ["a", "kernel"], ["y"])],
        "its shape does not fit what comes before it",
    ),
    "a dilated kernel": (
        [node("Conv", ["x", "kernel"], ["y"], dilations=[2, 2])],
        "its kernel is dilated",
    ),
    "uneven steps": (
        [node("Conv", ["x", "kernel"], ["y"], strides=[1, 2])],
        "its steps are (1, 2); supported is the same step both ways",
    ),
    "one dimension": (
        [node("Conv", ["x", "matrix"], ["y"])],
        "it is not two-dimensional",
    ),
    "groups that do not fit": (
        [node("Conv", ["x", "kernel"], ["y"], group=3)],
        "its 4 filters are not in 3 groups",
    ),
    "another rule of padding": (
        [node("Conv", ["x", "kernel"], ["y"], auto_pad="BEST")],
        "its padding is BEST",
    ),
    "a reflected edge": (
        [node("Pad", ["x", "pads"], ["y"], mode="reflect")],
        "it pads by reflect; supported is one number",
    ),
    "more channels": (
        [node("Pad", ["x", "channels"], ["y"])],
        "it pads other axes than height and width",
    ),
    "a window that is no square": (
        [node("MaxPool", ["x"], ["y"], kernel_shape=[3, 2], strides=[2, 2])],
        "it pools by 3 x 2; supported are squares",
    ),
    "a window beyond the edge": (
        [node("MaxPool", ["x"], ["y"], kernel_shape=[2, 2], strides=[2, 2], pads=[0, 2, 0, 2])],
        "its padding is (0, 2, 0, 2), more than its window can have",
    ),
    "a window larger than the image": (
        [node("MaxPool", ["x"], ["y"], kernel_shape=[29, 29])],
        "its shape does not fit what comes before it",
    ),
    "means across one another": (
        [node("AveragePool", ["x"], ["y"], kernel_shape=[3, 3], strides=[2, 2])],
        "or by windows that lie across one another",
    ),
    "means beyond the edge": (
        [node("AveragePool", ["x"], ["y"], kernel_shape=[2, 2], strides=[2, 2], pads=[1] * 4)],
        "it pools beyond the edge",
    ),
    "means over channels": (
        [node("ReduceMean", ["x"], ["y"], axes=[1])],
        "it takes a mean over other axes than height and width",
    ),
    "something after the end": (
        [*START, *END, node("Softmax", ["y"], ["s"]), node("Relu", ["s"], ["t"])],
        "it comes after the softmax with which the network ends",
    ),
    "two ends": (
        [*START, *END, node("Softmax", ["y"], ["s"]), node("LogSoftmax", ["s"], ["t"])],
        "it comes after the softmax with which the network ends",
    ),
    "a softmax over pixels": (
        [node("Softmax", ["x"], ["y"], axis=2)],
        "it does not run over the logits of each image",
    ),
    "division by the image": (
        [node("Div", ["bias", "x"], ["y"])],
        "it divides by 0, or by what comes from the image",
    ),
    "division by zero": (
        [node("Sub", ["row", "row"], ["none"]), node("Div", ["x", "none"], ["y"])],
        "it divides by 0, or by what comes from the image",
    ),
    "a sum that is larger": (
        [*START, node("Add", ["flat", "kernel"], ["y"])],
        "its constant has another shape than what comes before it",
    ),
    "whole numbers": (
        [node("Cast", ["x"], ["y"], to=onnx.TensorProto.INT64)],
        "it makes whole numbers of what comes from the image",
    ),
    "another threshold": (
        [node("Greater", ["x", "bias"], ["y"])],
        "it compares with other numbers than 0.5",
    ),
    "training": (
        [node("Dropout", ["x", "", "true"], ["y"])],
        "it is in training mode",
    ),
    "a negative variance": (
        [
            node("Neg", ["some_one"], ["minus"]),
            node("BatchNormalization", ["x", *["some_one"] * 3, "minus"], ["a"]),
            node("Flatten", ["a"], ["flat"]),
            *END,
        ],
        "it holds weights that are not finite numbers",
    ),
    "a huge constant": (
        [node("ConstantOfShape", ["huge"], ["a"]), node("Add", ["x", "a"], ["y"])],
        "it makes a constant of 100,000,000 numbers, more than 1,000,000",
    ),
    "a huge image": (
        [node("Pad", ["x", "wide"], ["y"])],
        "its padding is (0, 100000, 0, 0)",
    ),
    "PyTorch's GRU": (
        [
            node("Squeeze", ["x", "one"], ["rows"]),
            node("Transpose", ["rows"], ["steps"], perm=[1, 0, 2]),
            node("GRU", ["steps", "kernel", "kernel"], ["", "y"], linear_before_reset=1),
        ],
        "it resets after the product; supported is linear_before_reset = 0",
    ),
}
NUMBERS: Arrays = {
    "one": np.array([1]),
    "two": np.array([2]),
    "nine": np.array([9]),
    "ten": np.array([10]),
    "twice": np.array([3, 3]),
    "row_shape": np.array([-1, 14]),
    "odd_shape": np.array([7919, 500]),
    "huge": np.array([10_000, 10_000]),
    "pads": np.array([0, 0, 1, 1, 0, 0, 1, 1]),
    "wide": np.array([0, 0, 0, 100_000, 0, 0, 0, 0]),
    "channels": np.array([0, 1, 0, 1, 0, 0, 0, 0]),
    "true": np.array(True),
    "some_one": np.ones(1, np.float32),
}


@pytest.mark.parametrize(("nodes", "reason"), GRAPHS.values(), ids=GRAPHS)
def test_a_graph_that_is_no_network_of_ours_is_told_why(
    nodes: list[Node], reason: str, tmp_path: Path
) -> None:
    assert reason in refused(model(nodes, CONSTANTS | NUMBERS), tmp_path)


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (("n", 3, 28, 28), "(n, 3, 28, 28)"),
        (("n", 32, 32), "(n, 32, 32)"),
        ((28, 28), "(28, 28)"),
        (("n", 1, "height", "width"), "(n, 1, n, n)"),
        ((), "()"),
    ],
)
def test_an_input_of_another_shape_is_told(
    sides: tuple[Side, ...], words: str, tmp_path: Path
) -> None:
    content = model([*START, *END], CONSTANTS, IMAGE)
    shape = onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, sides)
    content.graph.input[0].CopyFrom(shape)
    sentence = refused(content, tmp_path)
    assert f"its input has the shape {words}; supported are" in sentence


def test_an_input_of_bytes_and_a_second_input_are_refused(tmp_path: Path) -> None:
    content = model([*START, *END], CONSTANTS, kind=onnx.TensorProto.UINT8)
    assert "its input is no floating-point image" in refused(content, tmp_path)
    content = model([*START, *END], CONSTANTS)
    content.graph.input.add().CopyFrom(content.graph.input[0])
    content.graph.input[1].name = "mask"
    assert "it takes 2 inputs, not one image" in refused(content, tmp_path)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_weights_that_are_not_finite_are_named(bad: float, tmp_path: Path) -> None:
    matrix = CONSTANTS["matrix"].copy()
    matrix[3, 4] = bad
    content = model([*START, *END], CONSTANTS | {"matrix": matrix})
    assert "matrix holds numbers that are not finite" in refused(content, tmp_path)


def test_weights_in_another_file_are_not_looked_for(tmp_path: Path) -> None:
    content = model([*START, *END], CONSTANTS)
    tensor = content.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "/etc/passwd"
    sentence = refused(content, tmp_path)
    assert "matrix lies in another file; export the network as a single one" in sentence


def test_a_tensor_that_holds_less_than_it_says_is_damaged(tmp_path: Path) -> None:
    content = model([*START, *END], CONSTANTS)
    content.graph.initializer[0].raw_data = b"12345678"
    assert "matrix is damaged" in refused(content, tmp_path)
    content.graph.initializer[0].CopyFrom(
        onnx.numpy_helper.from_array(np.array(["text"]), "matrix")
    )
    assert "matrix holds no numbers" in refused(content, tmp_path)


def test_old_operators_and_endless_graphs_are_refused(tmp_path: Path) -> None:
    assert "operators of version 6; 7 is the oldest" in refused(
        model([*START, *END], CONSTANTS, opset=6), tmp_path
    )
    many = [node("Relu", ["x"], ["x"])] * 3000
    assert "a graph of 3,000 nodes, more than 2,000" in refused(model(many, {}), tmp_path)


def test_a_node_that_computes_nothing_is_refused(tmp_path: Path) -> None:
    content = model([*START, *END], CONSTANTS)
    content.graph.node[0].ClearField("output")
    assert "its node '' computes nothing" in refused(content, tmp_path)


@pytest.mark.parametrize("content", [b"", b"text of no kind", b"\x80\x04pickle", b"\x08\x08"])
def test_a_file_of_something_else_is_refused(content: bytes, tmp_path: Path) -> None:
    assert "ONNX file" in refused(content, tmp_path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.onnx", tmp_path):
        with pytest.raises(NetworkFileError, match=path.name):
            read_onnx(path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exported network, small enough to be damaged often."""
    path = tmp_path_factory.mktemp("whole") / "network.onnx"
    save_network(random_network("softmax"), path)
    return path


@given(data=st.data())
def test_a_damaged_file_ends_in_one_sentence_or_in_a_network(
    data: st.DataObject, whole: Path
) -> None:
    content = bytearray(whole.read_bytes())
    # What is no weight stands at both ends.
    ends = st.one_of(st.integers(0, 300), st.integers(len(content) - 900, len(content) - 1))
    for place in data.draw(st.lists(ends, min_size=1, max_size=3)):
        content[place] = data.draw(st.integers(0, 255))
    kept = data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content) - 1)))
    path = whole.with_name("damaged.onnx")
    path.write_bytes(content[:kept])
    with contextlib.suppress(NetworkFileError):
        read_onnx(path)
