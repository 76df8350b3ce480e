from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QSizePolicy
from pytestqt.qtbot import QtBot

from advgui.ui.drawing.network_input import NetworkInput
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, palette
from tests.ui.qimages import rgb


@pytest.fixture
def seen(qtbot: QtBot, keep: Callable[[NetworkInput], NetworkInput]) -> NetworkInput:
    made = keep(NetworkInput())
    made.setPalette(palette(LIGHT))
    made.resize(made.sizeHint())
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_pixel_is_shown_as_it_is_in_every_theme(seen: NetworkInput, colours: Tokens) -> None:
    seen.setPalette(palette(colours))
    image = np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8)
    seen.set_image(image)
    square = seen.square().toRect()
    shown = rgb(seen.grab(square).toImage())
    multiple = square.width() // 28
    assert multiple == 4
    enlarged = np.kron(image, np.ones((multiple, multiple), np.uint8))
    np.testing.assert_array_equal(shown, np.repeat(enlarged[..., None], 3, axis=2))


def test_no_image_is_an_empty_frame(seen: NetworkInput) -> None:
    empty = rgb(seen.grab().toImage())
    seen.set_image(np.zeros((28, 28), np.uint8))
    assert (rgb(seen.grab().toImage()) != empty).any()
    seen.set_image(None)
    np.testing.assert_array_equal(rgb(seen.grab().toImage()), empty)


def test_a_little_room_more_does_not_blur(seen: NetworkInput) -> None:
    for extra in range(1, 60):
        seen.resize(seen.sizeHint().width() + extra, seen.sizeHint().height() + extra)
        assert seen.square().width() % 28 == 0


def test_the_caption_fits_into_the_preferred_size(seen: NetworkInput) -> None:
    caption = rgb(seen.grab().toImage())[seen.square().toRect().bottom() + 3 :]
    window = (caption == rgb(seen.grab().toImage())[-1, -1]).all(axis=-1)
    rows, columns = np.nonzero(~window)
    assert len(rows) > 50
    assert columns.max() < seen.width() - 1
    assert rows.max() < caption.shape[0]
    assert seen.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Preferred


def test_where_the_caption_does_not_fit_it_ends_with_a_whole_word(seen: NetworkInput) -> None:
    whole = seen.width()
    seen.resize(whole - 3, seen.height())
    caption = rgb(seen.grab().toImage())[seen.square().toRect().bottom() + 3 :]
    columns = np.nonzero((caption != caption[-1, -1]).any(axis=(0, 2)))[0]
    assert columns.max() < 0.85 * whole
