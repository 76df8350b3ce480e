"""Whatever names files, networks and operators have: a terminal shows them and obeys nothing."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from advgui.core.formats.safetensors_file import save_network
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run, process

onnx = pytest.importorskip("onnx")

BAD_NAMES = [
    "gone\nadvgui: all is well.png",
    "gone\x1b[2J\x1b]0;mine\x07.png",
    "gone\u202egnp.exe",
    "gone\x85\u2028.png",
]
ESCAPES = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")


def has_no_command(text: str) -> bool:
    """Whether each line is one that a terminal does nothing but show."""
    return all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_missing_file_is_named_on_one_line(refused: Callable[..., str], name: str) -> None:
    for arguments in (("recognise", name), ("attack", name, "--goal", 3)):
        assert has_no_command(refused(*arguments))


def test_a_name_of_a_million_signs_is_shortened(refused: Callable[..., str]) -> None:
    told = refused("recognise", "seven.png", "--network", "a\n" * 10**6)
    assert len(told) < 2000
    assert "there are convolutional" in told


@pytest.mark.parametrize("name", ["a\nb.json", "a\x1b[31m.json", "a\u202e.json"])
@ESCAPES
def test_what_is_read_is_told_on_one_line(
    run: Run, strokes: Path, tmp_path: Path, name: str
) -> None:
    digit = shutil.copy(strokes, tmp_path / name)
    ran = run("recognise", digit, "--network", "report")
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert has_no_command(ran.out)
    told = run("recognise", digit, "--network", "report", "--json")
    assert told.json["results"][0]["file"] == str(digit)  # a program gets the name as it is


@ESCAPES
def test_what_is_saved_is_told_on_one_line(run: Run, strokes: Path, tmp_path: Path) -> None:
    ran = run(
        *("attack", strokes, "--goal", 3, "--network", "report"),
        *("--set", "steps=20", "--out", tmp_path / "a\n\x1b[31m"),
    )
    assert ran.out.count("Saved") == 5
    assert has_no_command(ran.out)
    ran = run("export", "report", "--out", tmp_path / "a\n\x1b[31m.onnx")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert has_no_command(ran.out)


@pytest.mark.skipif(sys.platform != "linux", reason="where any bytes are a name")
def test_a_name_that_is_not_utf_8_is_told(strokes: Path, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    missing = process("recognise", name)
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert r"caf\xe9.json" in missing.err
    shutil.copy(strokes, name)
    there = process("recognise", name, "--network", "report")
    assert (there.code, there.err) == (0, "")
    assert r"caf\xe9.json" in there.out


def renamed(path: Path, name: str) -> None:
    """Give the network in a file another name, as nobody but a stranger would."""
    if path.suffix == ".onnx":
        model = onnx.load(path)
        for row in model.metadata_props:
            row.value = name if row.key == "name" else row.value
        onnx.save(model, path)
        return
    content = path.read_bytes()
    end = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:end])
    header["__metadata__"]["name"] = name
    head = json.dumps(header).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + content[end:])


@pytest.mark.parametrize("suffix", [".safetensors", ".onnx"])
def test_a_network_with_commands_in_its_name_obeys_nothing(
    run: Run, strokes: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"mine{suffix}"
    save_network(load_shipped("report"), path)
    renamed(path, "a\nb\x1b[31m" * 10**4)
    question = ("--goal", 3, "--network", path, "--set", "steps=5")
    for arguments in (("attack", strokes), ("transfer", strokes)):
        ran = run(*arguments, *question)
        assert ran.err == ""
        assert has_no_command(ran.out)
        assert len(ran.out) < 2000


def test_an_operator_with_commands_in_its_name_is_refused_on_one_line(
    refused: Callable[..., str], strokes: Path, tmp_path: Path
) -> None:
    helper, kinds = onnx.helper, onnx.TensorProto
    image = helper.make_tensor_value_info("x", kinds.FLOAT, (1, 784))
    logits = helper.make_tensor_value_info("y", kinds.FLOAT, None)
    node = helper.make_node("Foo\nBar\x1b[2J", ["x"], ["y"], name="n\nn")
    model = helper.make_model(helper.make_graph([node], "g", [image], [logits]))
    path = tmp_path / "strange.onnx"
    path.write_bytes(model.SerializeToString())
    assert has_no_command(refused("recognise", strokes, "--network", path).removesuffix("\n"))


def test_a_wrong_label_with_commands_in_it_is_refused_on_one_line(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    path = tmp_path / "label.json"
    label = "\x1b[2J\n\nadvgui: all is well" * 1000
    path.write_text(json.dumps({"strokes": [[[0, 0], [1, 1]]], "label": label}))
    told = refused("recognise", path)
    assert has_no_command(told)
    assert len(told) < 2000
