"""The gallery: every digit in several hands, each of which the networks read rightly."""

import json
from pathlib import Path

import numpy as np
import pytest

from advgui.core.datasets.readers import read_mnist
from advgui.core.digits import gallery
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.errors import StrokeFileError
from advgui.core.images import to_floats
from advgui.core.resources import ResourceError, resource
from advgui.core.zoo import SHIPPED, default_network, load_shipped


def test_rows_of_ten_hold_every_digit_in_several_hands() -> None:
    digits = read_gallery()
    assert len(digits) >= 24
    assert [digit.label for digit in digits] == [n % 10 for n in range(len(digits))]
    assert len({digit.title for digit in digits}) == len(digits)
    assert all(digit.title.startswith(("a ", "an ")) for digit in digits)


def test_every_digit_lies_well_within_the_canvas_and_is_drawn_smoothly() -> None:
    for digit in read_gallery():
        points = np.concatenate(digit.strokes)
        assert points.min() > 0.05
        assert points.max() < 0.95
        assert 20 <= len(points) <= 70
        for stroke in digit.strokes:
            assert np.hypot(*np.diff(stroke, axis=0).T).max() < 0.06


def test_every_digit_looks_like_its_label_in_mnist(mnist: Path) -> None:
    known = read_mnist(mnist, "train")
    images = to_floats(known.images[:20_000]).reshape(-1, 784)
    for digit in read_gallery():
        seen = to_floats(render(digit.strokes)).ravel()
        squares = (images * images).sum(axis=1) - 2.0 * images @ seen
        nearest = known.labels[squares.argsort()[:7]]
        assert np.bincount(nearest).argmax() == digit.label, digit.title


@pytest.mark.parametrize("name", SHIPPED)
def test_the_networks_read_every_digit_or_as_many_as_of_mnist(name: str) -> None:
    network = load_shipped(name)
    digits = read_gallery()
    wrong = [d.title for d in digits if network.read(render(d.strokes)).label != d.label]
    accuracy = 1.0 if name in (default_network(), "report") else network.card.mnist
    assert accuracy is not None
    assert len(wrong) <= len(digits) * (1 - accuracy), wrong


@pytest.mark.parametrize(
    "content",
    ["ink", "[]", "{}", '{"digits": [{"label": 3, "title": "a three"}]}',
     '{"digits": [{"label": 10, "title": "a ten", "strokes": [[[0, 0]]]}]}'],
)  # fmt: skip
def test_a_damaged_gallery_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    (tmp_path / "gallery.json").write_text(content)
    monkeypatch.setattr(gallery, "resource", lambda name: tmp_path / name)
    with pytest.raises(StrokeFileError, match=r"gallery\.json"):
        read_gallery()


def test_the_file_is_plain_json_with_three_decimals() -> None:
    value = json.loads(resource("gallery.json").read_text("utf-8"))
    numbers = [
        number
        for digit in value["digits"]
        for stroke in digit["strokes"]
        for point in stroke
        for number in point
    ]
    assert all(round(number, 3) == number for number in numbers)


def test_an_installation_without_it_is_incomplete(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(name: str) -> Path:
        raise ResourceError(f"it lacks {name}")

    monkeypatch.setattr(gallery, "resource", lacking)
    with pytest.raises(ResourceError, match="gallery"):
        read_gallery()
