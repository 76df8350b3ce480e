"""Images repeated in front of a network, and its logits averaged behind it."""

import numpy as np

from advgui.core.defences.averaging import Mean, Repeated

ROWS = np.random.default_rng(0).random((4, 3), np.float32)


def test_what_is_repeated_and_averaged_is_what_it_was() -> None:
    many, _ = Repeated(5).forward(ROWS)
    assert many.shape == (20, 3)
    np.testing.assert_array_equal(many[:5], np.repeat(ROWS[:1], 5, axis=0))
    np.testing.assert_allclose(Mean(5).forward(many)[0], ROWS, rtol=1e-6)


def test_each_goes_back_by_its_adjoint() -> None:
    random = np.random.default_rng(1)
    for layer, rows in ((Repeated(2), ROWS), (Mean(2), ROWS)):
        made, cache = layer.forward(rows)
        gradient = random.random(made.shape, np.float32)
        back = layer.backward(cache, gradient)
        np.testing.assert_allclose((made * gradient).sum(), (rows * back).sum(), rtol=1e-5)


def test_the_room_of_all_copies_is_told() -> None:
    assert Repeated(7).room((28, 28)) == 7 * 28 * 28
    assert (Repeated(7).copies, Mean(7).copies) == (7, 1)
