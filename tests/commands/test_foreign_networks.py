"""Networks in safetensors files: every float is read, and what cannot be is told in a sentence."""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from tests.commands.conftest import Run
from tests.commands.watched import Watched
from tests.commands.watched import watched as watched

Refused = Callable[..., str]
Header = dict[str, Any]

DENSE = [{"kind": "reshape", "shape": [784]}, {"kind": "dense"}]
PADS = {"kind": "pad", "amounts": [256] * 4, "value": 0.0}
GRID = {"kind": "reshape", "shape": [28, 28, 1]}


def described(layers: object, card: object = "{}", **more: object) -> Header:
    """A header of a network of ours; ``layers`` and ``card`` may be texts that are no JSON."""
    text = layers if isinstance(layers, str) else json.dumps(layers)
    metadata = {"format": "advgui network 1", "name": "x", "output": "softmax", "layers": text}
    return {"__metadata__": metadata | {"card": card}, **more}


def written(path: Path, header: Header | str, content: bytes = b"") -> Path:
    """A safetensors file with that header."""
    text = (header if isinstance(header, str) else json.dumps(header)).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + content)
    return path


def dense_of(path: Path, kind: str, matrix: bytes, bias: bytes) -> Path:
    """Softmax regression whose weights are of that type."""
    whole = len(matrix) + len(bias)
    tensors = {
        "1.matrix": {"dtype": kind, "shape": [784, 10], "data_offsets": [0, len(matrix)]},
        "1.bias": {"dtype": kind, "shape": [10], "data_offsets": [len(matrix), whole]},
    }
    return written(path, described(DENSE, **tensors), matrix + bias)


def halves(numbers: np.ndarray, kind: str) -> bytes:
    """Numbers that the type holds exactly, as it holds them."""
    singles = numbers.astype(np.float32)
    match kind:
        case "F32":
            return singles.tobytes()
        case "F16":
            return singles.astype(np.float16).tobytes()
        case "BF16":
            return (singles.view(np.uint32) >> 16).astype(np.uint16).tobytes()
        case "F8_E5M2":
            return (singles.astype(np.float16).view(np.uint16) >> 8).astype(np.uint8).tobytes()
    # A sign, an exponent from 7 on, and three bits: here of 0, and of 1 to 1.875.
    eighths = np.rint((np.abs(singles) - 1.0) * 8.0).astype(np.uint8)
    sizes = np.where(singles == 0.0, 0, 56 + eighths)
    return (sizes + np.where(singles < 0.0, 128, 0)).astype(np.uint8).tobytes()


@pytest.mark.parametrize("kind", ["F16", "BF16", "F8_E4M3", "F8_E5M2"])
def test_weights_of_fewer_bits_are_read_as_the_same_numbers(
    run: Run, strokes: Path, tmp_path: Path, kind: str
) -> None:
    random = np.random.default_rng(0)
    matrix, bias = (random.choice([-1.5, -1.0, 0.0, 1.25, 1.75], size) for size in ((784, 10), 10))
    if kind == "F8_E5M2":  # it has two bits of fraction
        matrix, bias = np.where(matrix == 1.75, 1.5, matrix), bias
    read = []
    for name in ("F32", kind):
        path = dense_of(tmp_path / name, name, halves(matrix, name), halves(bias, name))
        ran = run("recognise", strokes, "--network", path, "--json")
        assert (ran.code, ran.err) == (0, "")
        read.append(ran.json["results"])
    assert read[0] == read[1]


@pytest.mark.parametrize("kind", ["F64", "I8", "I64", "BOOL"])
def test_numbers_of_a_type_that_is_not_read_are_named(
    refused: Refused, strokes: Path, tmp_path: Path, kind: str
) -> None:
    size = 8 if kind in ("F64", "I64") else 1
    path = dense_of(tmp_path / "n.safetensors", kind, bytes(7840 * size), bytes(10 * size))
    told = refused("recognise", strokes, "--network", path)
    assert f"1.matrix is of the type {kind}; read are F32, F16, BF16" in told


def test_a_network_of_pytorch_is_told_to_be_exported(
    refused: Refused, strokes: Path, tmp_path: Path
) -> None:
    path = tmp_path / "model.safetensors"
    tensor = {"dtype": "BF16", "shape": [3], "data_offsets": [0, 6]}
    heads: list[Header] = [{"__metadata__": metadata} for metadata in ({"format": "pt"}, None)]
    for header in ({}, *heads):
        written(path, {**header, "fc1.weight": tensor}, bytes(6))
        told = refused("recognise", strokes, "--network", path)
        assert "not a network of advgui; export the network as ONNX to open it" in told
    save_file({"fc1.weight": np.zeros(3, np.float64)}, path)
    assert "export the network as ONNX" in refused("recognise", strokes, "--network", path)


DAMAGED: dict[str, tuple[Header | str, str]] = {
    "nested layers": (described("[" * 50_000), "its layers are not JSON"),
    "a nested card": (described([], "[" * 50_000), "its card is not JSON"),
    "a nested head": ("[" * 50_000, "nested hundreds of levels deep"),
    "layers of a number": (described(7), "its layers are no list"),
    "layers of nothing": (described(None), "its layers are no list"),
    "a layer of a number": (described([7]), "its layer 0 is 7"),
    "a kind that is a list": (described([{"kind": []}]), "unknown kind []"),
    "a card of a list": (described([], "[1]"), "its card is not a table"),
    "infinite amounts": (
        described('[{"kind": "pad", "amounts": [1e999, 0, 0, 0], "value": 0}]'),
        "1e999 is not a number to compute with",
    ),
    "all wrong": (
        described([{"kind": "pad", "amounts": [0.5, 0, 0, 0], "value": "x"}]),
        '[0.5, 0, 0, 0] is no list of 4 whole numbers from -256 to 256, and value "x" is no number',
    ),
    "both missing": (described([{"kind": "dense"}]), "0.matrix is missing, and 0.bias is missing"),
    "a wrong card": (described([], '{"title": 3, "seed": "x"}'), "its title is not a text, and"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_network_is_told_in_words_of_ours(
    refused: Refused, strokes: Path, tmp_path: Path, name: str
) -> None:
    header, words = DAMAGED[name]
    path = written(tmp_path / "damaged.safetensors", header)
    told = refused("recognise", strokes, "--network", path)
    assert told.startswith("advgui: damaged.safetensors: ")
    assert words in told
    for foreign in ("object", "iterable", "NoneType", "unhashable", "recursion"):
        assert foreign not in told


TOO_MUCH: dict[str, tuple[Header | str, str]] = {
    "many pads": (described([GRID] + [PADS] * 200), "more than 4,000,000 numbers"),
    "a large window": (
        described([GRID, PADS, {"kind": "maxwindow", "side": 256, "step": 1}]),
        "more than 4,000,000 numbers",
    ),
    "many layers": (described([{"kind": "sigmoid"}] * 10_000), "10,000 layers, more than 2,000"),
    "a long head": ("{" + " " * 2**21 + "}", "a head of more than 1 MB"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_small_file_that_asks_for_much_is_refused_with_the_limit(
    watched: Watched, strokes: Path, tmp_path: Path, name: str
) -> None:
    header, words = TOO_MUCH[name]
    path = written(tmp_path / "small.safetensors", header)
    ran = watched("recognise", strokes, "--network", path)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_a_network_of_50_megabytes_is_read_and_attacked(
    watched: Watched, strokes: Path, tmp_path: Path
) -> None:
    random = np.random.default_rng(0)
    wide = 16_000
    layers = [*DENSE, {"kind": "relu"}, {"kind": "dense"}]
    shapes = {"1.matrix": (784, wide), "1.bias": (wide,), "3.matrix": (wide, 10), "3.bias": (10,)}
    arrays = {
        name: random.normal(0.0, 0.02, shape).astype(np.float32) for name, shape in shapes.items()
    }
    path = tmp_path / "large.safetensors"
    save_file(arrays, path, metadata=described(layers)["__metadata__"])
    assert path.stat().st_size > 50_000_000
    ran = watched("attack", strokes, "--away", "--network", path, "--set", "steps=3")
    assert (ran.code, ran.err) in ((0, ""), (1, ""))


@pytest.mark.parametrize("size", [1e37, -1e30, 1e16])
def test_weights_with_which_numbers_overflow_are_refused(
    refused: Refused, strokes: Path, tmp_path: Path, size: float
) -> None:
    matrix = np.zeros((784, 10), np.float32)
    matrix[300, 3] = size  # few drawings have ink there
    path = dense_of(tmp_path / "n.safetensors", "F32", matrix.tobytes(), bytes(40))
    told = refused("recognise", strokes, "--network", path)
    assert "weights are so large that numbers in it grow beyond 1e+15" in told


def test_large_weights_that_do_not_overflow_are_read(
    run: Run, strokes: Path, tmp_path: Path
) -> None:
    matrix = np.random.default_rng(0).normal(0.0, 1e9, (784, 10)).astype(np.float32)
    path = dense_of(tmp_path / "n.safetensors", "F32", matrix.tobytes(), bytes(40))
    for arguments in (("recognise", strokes), ("attack", strokes, "--away")):
        ran = run(*arguments, "--network", path)
        assert ran.code in (0, 1)
        assert ran.err == ""
