"""What an 8-bit image is, and how far two images are apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.images import (
    binarise,
    cut,
    l1,
    l2,
    linf,
    one_hot,
    outside,
    quantise,
    squares,
    to_floats,
    unit,
)

seeds = st.integers(0, 2**32 - 1)


@given(seed=seeds)
def test_a_valid_image_survives_the_way_to_floats_and_back(seed: int) -> None:
    images = np.random.default_rng(seed).integers(0, 256, (3, 28, 28)).astype(np.uint8)
    np.testing.assert_array_equal(quantise(to_floats(images)), images)


@given(value=st.floats(-3, 3, width=32))
def test_quantising_clips_and_rounds_to_the_nearest_level(value: float) -> None:
    level = int(quantise(np.full((1, 28, 28), value, np.float32))[0, 0, 0])
    nearest = min(range(256), key=lambda k: abs(k / 255 - min(max(value, 0.0), 1.0)))
    assert abs(level - nearest) <= (1 if abs(value * 255 % 1 - 0.5) < 1e-3 else 0)


def test_at_the_threshold_a_pixel_is_paper_and_above_it_ink() -> None:
    levels = np.array([0, 127, 128, 255], np.uint8)
    assert binarise(levels).tolist() == [0, 0, 255, 255]
    assert binarise(levels, 128 / 255).tolist() == [0, 0, 0, 255]
    assert binarise(levels, 0.0).tolist() == [0, 255, 255, 255]
    assert binarise(levels, 1.0).tolist() == [0, 0, 0, 0]


@given(threshold=st.floats(0, 1) | st.integers(0, 255).map(lambda level: level / 255))
def test_real_numbers_are_parted_as_the_bytes_that_they_become(threshold: float) -> None:
    levels: np.ndarray = np.arange(256, dtype=np.uint8)
    found = binarise(to_floats(levels), threshold)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found * 255, binarise(levels, threshold))
    between = np.linspace(0, 1, 998, dtype=np.float32)  # none halfway
    np.testing.assert_array_equal(
        binarise(between, threshold) * 255, binarise(quantise(between), threshold)
    )
    assert cut(threshold) * 255 % 1 == pytest.approx(0.5)


@given(seed=seeds)
def test_distances_are_those_of_numpy(seed: int) -> None:
    differences = np.random.default_rng(seed).normal(size=(2, 3, 28, 28))
    rows = differences.reshape(2, 3, 784)
    np.testing.assert_allclose(l2(differences), np.linalg.norm(rows, axis=-1))
    np.testing.assert_allclose(squares(differences), l2(differences) ** 2)
    np.testing.assert_allclose(l1(differences), np.linalg.norm(rows, 1, axis=-1))
    np.testing.assert_allclose(linf(differences), np.linalg.norm(rows, np.inf, axis=-1))


@given(seed=seeds, share=st.floats(0, 1))
def test_pixels_outside_the_range_are_counted(seed: int, share: float) -> None:
    random = np.random.default_rng(seed)
    images = random.uniform(0, 1, (4, 28, 28))
    left = random.uniform(0, 1, images.shape) < share
    images[left] += random.choice([-1.5, 1.5], int(left.sum()))
    np.testing.assert_array_equal(outside(images), left.sum(axis=(1, 2)))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_label_is_a_row_of_the_unit_matrix(dtype: type[np.floating]) -> None:
    rows = one_hot(np.array([3, 0]), dtype)
    assert rows.dtype == dtype
    np.testing.assert_array_equal(rows, np.eye(10)[[3, 0]])


@given(seed=seeds, size=st.sampled_from([0.0, 1e-25, 1e-3, 1.0, 1e25]))
def test_one_image_is_divided_by_its_norm_as_it_is_among_others(seed: int, size: float) -> None:
    random = np.random.default_rng(seed)
    vectors = (size * random.standard_normal((3, 28, 28))).astype(np.float32)
    with np.errstate(over="ignore"):
        among_others, alone = unit(vectors), [unit(one[None])[0] for one in vectors]
    np.testing.assert_array_equal(np.stack(alone), among_others)
    if size:
        np.testing.assert_allclose(l2(among_others), 1, rtol=1e-5)
