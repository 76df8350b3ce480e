import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from advgui.core.digits.rendering import render
from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes
from advgui.lab.drawing.model import Drawing
from advgui.lab.opened_files import Wanted
from advgui.ui.theme.pixels import gray_image
from advgui.ui.widgets.clipboard import copy, pasted, pixels_of
from tests.ui.qimages import rgb

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def digit() -> Bytes:
    return render((np.array([[0.0, 0.0], [1.0, 0.0], [0.4, 2.0]]),))


def fitted(image: QImage) -> Bytes:
    """What an image is as a drawing."""
    drawing = Wanted("drawing", pixels_of(image)).read()
    assert isinstance(drawing, Drawing)
    assert drawing.base is not None
    return drawing.base


def test_what_is_copied_is_the_image_pixel_by_pixel(digit: Bytes) -> None:
    copy(digit)
    there = rgb(QGuiApplication.clipboard().image())
    np.testing.assert_array_equal(there, np.repeat(digit[..., None], 3, axis=2))


def test_a_coloured_image_keeps_its_colours(digit: Bytes) -> None:
    colours = np.stack([digit, 255 - digit, digit // 2], axis=2)
    copy(colours)
    np.testing.assert_array_equal(rgb(QGuiApplication.clipboard().image()), colours)


@pytest.mark.parametrize("size", [90, 131])
def test_a_pasted_image_is_fitted_like_a_drawing(digit: Bytes, size: int) -> None:
    large = gray_image(digit).scaled(size, size)
    large.invertPixels()
    QGuiApplication.clipboard().setImage(large)
    there = pasted()
    assert isinstance(there, QImage)
    image = fitted(there)
    assert image.shape == (28, 28)
    assert image.max() > 200
    mass = image / image.sum()
    rows, columns = np.indices(image.shape)
    assert (mass * rows).sum() == pytest.approx(14, abs=0.6)
    assert (mass * columns).sum() == pytest.approx(14, abs=0.6)


def test_without_an_image_or_a_digit_there_is_a_sentence(qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("7")
    blank = QImage(60, 60, QImage.Format.Format_RGB32)
    blank.fill(0xFF808080)
    assert pasted() is None
    with pytest.raises(ImageFileError, match=r"\.$"):
        fitted(blank)
