from pathlib import Path
from typing import Any

import numpy as np
import pytest

import advgui
from advgui.api.images import valid_images
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.image_file import write_png
from advgui.core.digits.rendering import render as rendered
from advgui.core.digits.strokes_file import Drawn, write_strokes

STROKE = np.array([[0.2, 0.1], [0.7, 0.1], [0.4, 0.9]])


def test_a_digit_is_read_from_an_image_of_ours_bit_for_bit(tmp_path: Path) -> None:
    image = rendered((STROKE,))
    write_png(tmp_path / "seven.png", image)
    assert np.array_equal(advgui.read_digit(tmp_path / "seven.png"), image)
    assert np.array_equal(advgui.read_digit(str(tmp_path / "seven.png")), image)


def test_a_digit_is_read_from_strokes_and_one_of_several_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "digits.jsonl"
    write_strokes(path, [Drawn((STROKE,)), Drawn((STROKE[::-1] * [1.0, 0.3],))])
    first, second = advgui.read_digit(path), advgui.read_digit(path, 1)
    assert np.array_equal(first, rendered((STROKE,)))
    assert not np.array_equal(first, second)
    with pytest.raises(advgui.BadInput, match=r"digits.jsonl holds 2 drawings, numbered from 0"):
        advgui.read_digit(path, 2)


def test_a_dark_digit_on_light_paper_becomes_light_on_dark() -> None:
    paper = np.full((200, 160), 240, np.uint8)
    paper[40:160, 70:90] = 10
    image = advgui.read_digit(paper)
    assert image.shape == (28, 28)
    assert image[14, 14] == 255
    assert image[0, 0] == 0


@pytest.mark.parametrize("image", [np.zeros((20, 20, 3), np.uint8), np.zeros((20, 20))])
def test_what_is_no_gray_image_is_refused(image: np.ndarray) -> None:
    with pytest.raises(advgui.ArrayError, match=r"An image is uint8 \(h, w\), not"):
        advgui.read_digit(image)


def test_strokes_are_rendered_wherever_they_are() -> None:
    image = advgui.render([STROKE])
    assert np.array_equal(image, rendered((STROKE,)))
    assert np.array_equal(advgui.render([100 * STROKE + 7]), image)


@pytest.mark.parametrize(
    "strokes",
    [
        [[1.0, 2.0]],
        [[(1.0,), (2.0,)]],
        [[(1.0, np.nan), (2.0, 1.0)]],
        [[(1.0, 2.0), (3.0,)]],
        [["a", "b"]],
        [[(1.0, 2.0, 1.5), (3.0, 4.0, 0.5)]],
        [[(1.0, 2.0, -0.5), (3.0, 4.0, 0.5)]],
    ],
)
def test_what_is_no_stroke_is_refused(strokes: list[list[float]]) -> None:
    with pytest.raises(advgui.ArrayError, match=r"[aA] stroke"):
        advgui.render(strokes)


def test_strokes_of_hardly_any_size_are_a_dot() -> None:
    assert np.array_equal(advgui.render([1e-308 * STROKE]), advgui.render([STROKE[:1]]))


def test_what_an_attack_remembers_of_strokes_is_its_own() -> None:
    strokes, network = [28 * STROKE], advgui.load_network("report")
    outcome = advgui.attack(network, strokes=strokes, attack="pen", bend=0, added=0, queries=10)
    strokes[0][:] = 0
    assert outcome.ink is not None
    assert np.array_equal(outcome.ink.image(), outcome.adversarial)


@pytest.mark.parametrize("pen", [0.0, 0.6, float("nan"), "wide"])
def test_a_pen_out_of_its_range_is_refused(pen: Any) -> None:  # noqa: ANN401
    with pytest.raises(advgui.ArrayError, match="above 0 and up to"):
        advgui.render([STROKE], pen)


def test_the_gallery_is_the_window_s() -> None:
    digits = advgui.load_gallery()
    assert digits.images.shape == (30, 28, 28)
    gallery = read_gallery()
    assert digits.labels.tolist() == [digit.label for digit in gallery]
    assert np.array_equal(digits.images[4], rendered(gallery[4].strokes))


@pytest.mark.usefixtures("data")
def test_mnist_is_found_where_the_commands_find_it() -> None:
    assert len(advgui.load_mnist("train").images) > len(advgui.load_mnist().images) > 0


def test_mnist_is_read_from_a_folder_that_is_named(data: Path) -> None:
    named = advgui.load_mnist("test", data)
    assert np.array_equal(named.labels, advgui.load_mnist("test", data / "mnist").labels)


def test_without_mnist_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    with pytest.raises(advgui.BadInput, match="advgui data --download"):
        advgui.load_mnist()


def test_a_part_that_there_is_not_is_told() -> None:
    part: Any = "validation"
    with pytest.raises(advgui.BadInput, match="part is train or test"):
        advgui.load_mnist(part)


def test_whole_numbers_and_real_ones_give_the_same_valid_images() -> None:
    images = np.random.default_rng(0).integers(0, 256, (3, 28, 28))
    assert valid_images(images).dtype == np.uint8
    assert np.array_equal(valid_images(images), images)
    assert np.array_equal(valid_images(images / 255), images)


def test_rows_of_different_lengths_are_no_image() -> None:
    with pytest.raises(advgui.ArrayError, match="rows of one length"):
        advgui.recognise(advgui.load_network("softmax"), [[0, 1], [0]])


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (np.zeros((28, 27)), r"not \(28, 27\)"),
        (np.zeros((2, 28, 28)), r"not \(2, 28, 28\)"),
        (np.zeros(784), r"not \(784,\)"),
        (np.full((28, 28), 1.5), "real ones from 0 to 1"),
        (np.full((28, 28), np.nan), "real ones from 0 to 1"),
        (np.full((28, 28), 256), "whole numbers from 0 to 255"),
        (np.full((28, 28), "x"), "An image is of numbers"),
    ],
)
def test_what_is_no_image_is_refused_in_a_sentence(image: np.ndarray, words: str) -> None:
    with pytest.raises(advgui.ArrayError, match=words):
        advgui.recognise(advgui.load_network("softmax"), image)
