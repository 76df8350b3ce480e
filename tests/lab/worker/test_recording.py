"""A film gives back every step as it came, in however many pieces."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.images import Bytes
from advgui.lab.worker.recording import Counts, ImageBlock, Recording


def frames(images: Bytes, lost: Counts) -> ImageBlock:
    """Step by step as given; each image is read as the label that so many pixels were lost by."""
    return ImageBlock(
        images, np.eye(10, dtype=np.float32)[lost % 10], lost, lost.astype(np.float32)
    )


def blank(steps: int) -> Recording:
    return Recording.of(
        frames(np.zeros((steps, 1, 28, 28), np.uint8), np.zeros((steps, 1), np.intp))
    )


@given(counts=some.lists(some.integers(0, 5), max_size=12))
def test_every_step_is_found_in_the_piece_that_has_it(counts: list[int]) -> None:
    images = np.random.default_rng(0).integers(0, 256, (sum(counts), 2, 28, 28), np.uint8)
    lost = np.arange(2 * len(images)).reshape(-1, 2)
    recording, start = Recording(), 0
    for count in counts:
        recording += Recording.of(
            frames(images[start : start + count], lost[start : start + count])
        )
        start += count
    assert len(recording) == len(images)
    for step, expected in enumerate(images):
        np.testing.assert_array_equal(recording[step], expected)
        np.testing.assert_array_equal(recording.outside(step), [2 * step, 2 * step + 1])
        np.testing.assert_array_equal(recording.labels(step), [2 * step % 10, (2 * step + 1) % 10])
    for lane in range(2):
        apart = np.concatenate([np.empty(0), *(piece.squares(lane) for piece in recording.pieces)])
        np.testing.assert_array_equal(apart, lost[:, lane])


@pytest.mark.parametrize("step", [-1, 3])
def test_a_step_that_is_not_there_is_no_other_one(step: int) -> None:
    recording = blank(3)
    with pytest.raises(IndexError):
        recording[step]
    with pytest.raises(IndexError):
        recording.outside(step)
    with pytest.raises(IndexError):
        recording.labels(step)


def test_a_longer_film_leaves_the_shorter_one_as_it_was() -> None:
    short = blank(2)
    longer = short + short
    assert (len(short), len(longer)) == (2, 4)
