"""Valid images on their way: bytes, real numbers and changes always tell the same."""

import numpy as np

from advgui.core.attacks.closest.valid import Valid
from advgui.core.images import quantise, squares, to_floats
from tests.random_networks import blots


def test_wherever_they_go_bytes_numbers_and_distances_belong_together() -> None:
    originals, random = blots(3), np.random.default_rng(0)
    here = Valid(originals)
    kept = [here.content]
    for _ in range(3):
        real = random.normal(0.5, 1, here.images.shape).astype(np.float32)
        expected = quantise(real)
        here.confine(real)
        assert (real.min(), real.max()) == (0, 1)
        here.move(real)
        kept.append(here.content)
        np.testing.assert_array_equal(here.content, expected)
        np.testing.assert_array_equal(here.images, to_floats(expected))
        np.testing.assert_array_equal(here.changes, to_floats(expected) - to_floats(originals))
        np.testing.assert_array_equal(here.squares, squares(here.changes))
    assert len({content.tobytes() for content in kept}) == 4  # a step's bytes stay its own
    np.testing.assert_array_equal(kept[0], originals)


def test_shown_bytes_are_what_they_then_are() -> None:
    here, others = Valid(blots(2)), blots(2, 1)
    here.show(others)
    np.testing.assert_array_equal(here.images, to_floats(others))
    np.testing.assert_array_equal(here.changes, to_floats(others) - here.originals)
