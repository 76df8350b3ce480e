from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from advgui.core.digits.gallery import GalleryDigit, read_gallery
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes_file import Drawn, write_strokes
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """The gallery as JSON Lines, each digit with its label."""
    path = tmp_path / "gallery.jsonl"
    write_strokes(path, [Drawn(digit.strokes, digit.label) for digit in read_gallery()])
    return path


def test_each_digit_is_read_as_the_window_reads_it(run: Run, labelled: Path) -> None:
    network = load_shipped("convolutional")
    ran = run("recognise", labelled, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == {"network", "results", "accuracy"}
    assert ran.json["network"] == "convolutional"
    readings = [network.read(render(digit.strokes)) for digit in read_gallery()]
    assert ran.json["results"] == [
        {
            "file": str(labelled),
            "index": index,
            "label": reading.label,
            "confidences": list(reading.confidences),
        }
        for index, reading in enumerate(readings)
    ]


def test_accuracy_is_the_share_read_as_labelled(run: Run, labelled: Path) -> None:
    told = run("recognise", labelled, "--network", "report", "--json").json
    labels = [digit.label for digit in read_gallery()]
    read = [result["label"] for result in told["results"]]
    assert told["accuracy"] == np.mean(np.array(read) == np.array(labels))


def test_accuracy_counts_what_is_read_wrongly(run: Run, tmp_path: Path) -> None:
    seven = next(digit for digit in read_gallery() if digit.label == 7)
    path = tmp_path / "mislabelled.jsonl"
    write_strokes(path, [Drawn(seven.strokes, label) for label in (7, 1, 7, 7)])
    assert run("recognise", path, "--json").json["accuracy"] == 0.75
    told = run("recognise", path).out.splitlines()
    assert [", labelled 1" in line for line in told] == [False, True, False, False, False]
    assert "75.00 %" in told[-1]


def test_without_a_label_for_each_there_is_no_accuracy(
    run: Run, labelled: Path, image: Path, strokes: Path
) -> None:
    for unlabelled in (image, strokes):
        told = run("recognise", labelled, unlabelled, "--json").json
        assert told["accuracy"] is None
        assert told["results"][-1]["file"] == str(unlabelled)
        assert told["results"][-1]["index"] == 0


def test_images_and_strokes_of_a_digit_are_read_alike(
    run: Run, seven: GalleryDigit, image: Path, strokes: Path, tmp_path: Path
) -> None:
    paper = 255 - render(seven.strokes)
    large = tmp_path / "photo.JPEG"
    Image.fromarray(paper).resize((300, 300)).convert("RGB").save(large)
    results = run("recognise", image, strokes, large, "--json").json["results"]
    assert [result["label"] for result in results] == [7, 7, 7]
    assert results[0]["confidences"] == results[1]["confidences"]


def test_strokes_are_found_whatever_the_file_is_called(run: Run, strokes: Path) -> None:
    other = strokes.with_name("drawing.txt")
    other.write_bytes(b"\xef\xbb\xbf \n" + strokes.read_bytes())
    assert run("recognise", other, "--json").json["results"][0]["label"] == 7


def test_people_get_a_line_for_each_digit(run: Run, image: Path, strokes: Path) -> None:
    lines = run("recognise", image, strokes).out.splitlines()
    assert lines[0].startswith(f"{image}, 0: reads 7 · ")
    assert lines[1].startswith(f"{strokes}, 0: reads 7 · ")
    assert len(lines) == 2


def test_one_bad_file_stops_all_before_anything_is_told(
    refused: Callable[..., str], image: Path, tmp_path: Path
) -> None:
    assert "missing.png" in refused("recognise", image, tmp_path / "missing.png", "--json")


def test_a_file_has_to_be_named(refused: Callable[..., str]) -> None:
    assert "FILE" in refused("recognise")
