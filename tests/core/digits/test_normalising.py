"""A digit found in any image is the digit that would have been drawn."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from advgui.core.datasets.readers import read_mnist, read_pen_strokes
from advgui.core.digits.normalising import fit
from advgui.core.digits.rendering import centre_of_mass, render
from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes
from tests.core.digits.painted import SEVEN, painted


def distance(one: Bytes, other: Bytes) -> float:
    return float(np.linalg.norm(one.astype(float) - other) / 255.0)


def photographed(gray: Bytes, seed: int) -> Bytes:
    """Dark ink on paper that is lit from one side, noisy and a little out of focus."""
    random = np.random.default_rng(seed)
    height, width = gray.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    ends = random.uniform(-45, 45, 2)
    paper = 175.0 + ends[0] * x + ends[1] * y - 20.0 * x * x
    scene = paper + (45.0 - paper) * (gray / 255.0) + random.normal(0, 6, gray.shape)
    image = Image.fromarray(np.clip(scene, 0, 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(1.2)))


@settings(max_examples=20)
@given(st.integers(50, 300), st.floats(0.02, 0.6), st.booleans())
def test_a_digit_painted_at_any_size_is_fitted_as_if_it_was_drawn(
    side: int, margin: float, dark: bool
) -> None:
    gray = painted(SEVEN, side=side, margin=margin)
    assert distance(fit(255 - gray if dark else gray), render(SEVEN)) < 1.8


def test_the_digit_may_be_a_small_part_of_a_large_image() -> None:
    gray = np.full((1500, 2200), 250, np.uint8)
    digit = painted(SEVEN, side=150, margin=0.0)
    gray[1200:1350, 300:450] = np.minimum(250, 255 - digit)
    assert distance(fit(gray), render(SEVEN)) < 1.0


def test_thin_lines_are_drawn_over_with_the_usual_pen() -> None:
    thin = fit(painted(SEVEN, side=300, pen=0.015))
    assert distance(thin, render(SEVEN)) < 2.0
    assert thin.max() == 255


def test_thick_lines_stay_thick() -> None:
    thick = fit(painted(SEVEN, side=300, pen=0.2))
    assert thick.sum() > 1.3 * render(SEVEN).sum()


@pytest.mark.parametrize("seed", range(6))
def test_a_photograph_on_unevenly_lit_paper_gives_the_digit_alone(seed: int) -> None:
    photograph = photographed(painted(SEVEN, side=400, margin=0.3), seed)
    assert distance(fit(photograph), render(SEVEN)) < 2.5


def test_specks_of_dirt_do_not_move_the_digit() -> None:
    gray = painted(SEVEN, side=200, margin=0.5)
    dirty = gray.copy()
    dirty[5:10, 5:10] = 255
    dirty[380:384, 390:396] = 200
    assert distance(fit(dirty), fit(gray)) < 0.2


def test_the_fitted_digit_balances_on_index_fourteen() -> None:
    assert np.abs(centre_of_mass(fit(painted(SEVEN, side=250))) - 14.0).max() < 0.02


@pytest.mark.parametrize("shape", [(1, 1), (3, 500), (500, 3), (1, 28)])
def test_too_small_an_image_is_refused(shape: tuple[int, int]) -> None:
    gray = np.zeros(shape, np.uint8)
    with pytest.raises(ImageFileError, match="too small"):
        fit(gray)


@pytest.mark.parametrize("shape", [(28, 28), (4, 4), (300, 200)])
def test_an_image_of_one_level_is_refused(shape: tuple[int, int]) -> None:
    with pytest.raises(ImageFileError, match="empty"):
        fit(np.full(shape, 77, np.uint8))


def test_bare_paper_is_refused() -> None:
    with pytest.raises(ImageFileError, match="no digit that stands out"):
        fit(photographed(np.zeros((300, 300), np.uint8), 1))


@settings(max_examples=100)
@given(st.integers(4, 60), st.integers(4, 60), st.integers(0, 1000), st.integers(2, 256))
def test_any_pixels_give_a_valid_image_or_are_refused(
    height: int, width: int, seed: int, levels: int
) -> None:
    random = np.random.default_rng(seed)
    gray = random.integers(0, levels, (height, width), dtype=np.uint8)
    try:
        image = fit(gray)
    except ImageFileError:
        return
    assert image.shape == (28, 28)
    assert image.dtype == np.uint8
    assert image.any()


def test_mnist_digits_that_were_enlarged_come_back(mnist: Path) -> None:
    images = read_mnist(mnist, "test").images[:20]
    large = [Image.fromarray(i).resize((280, 280), Image.Resampling.BILINEAR) for i in images]
    fitted = [fit(np.asarray(image)) for image in large]
    distances = np.array([[distance(one, image) for image in images] for one in fitted])
    assert distances.argmin(axis=1).tolist() == list(range(20))
    assert np.median(np.diag(distances)) < 3.0


def test_painted_pen_digits_agree_with_their_strokes(pendigits: Path) -> None:
    digits = read_pen_strokes(pendigits)[::500]
    for digit in digits:
        fitted = fit(painted(digit.strokes, side=300))
        assert distance(fitted, render(digit.strokes)) < 1.5
