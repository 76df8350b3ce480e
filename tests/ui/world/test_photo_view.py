"""A photo that was read, with its marks drawn over it."""

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QColor

from advgui.core.world.photo import read_sheet
from advgui.core.world.raster import rasterised
from advgui.core.zoo import find_network
from advgui.lab.world.photo_words import judged
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.world.photo_view import PhotoView
from tests.sheets import page


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def test_the_marks_are_drawn_where_they_were_found(keep: Callable[[PhotoView], PhotoView]) -> None:
    view = keep(PhotoView())
    view.setPalette(palette(LIGHT))
    view.resize(600, 400)
    photo = judged(read_sheet(rasterised(page(), 80)), find_network("report"))
    view.show_photo(photo, "")
    picture = view.grab().toImage()
    height, width = photo.sheet.photo.shape
    scale = min(292 / width, 400 / height)
    for x, y in photo.sheet.frame.marks * scale:
        near = [
            rgb(picture.pixelColor(int(x + away), int(y)))
            for away in (6.0, 6.5, 7.0, 7.5, -6.5, -7, -7.5)
        ]
        apart = [np.abs(np.subtract(one, rgb(LIGHT.fooled))).max() for one in near]
        assert min(apart) < 60


def test_without_a_photo_it_says_what_to_do(keep: Callable[[PhotoView], PhotoView]) -> None:
    view = keep(PhotoView())
    view.show_photo(None, "Print a sheet first.")
    assert view.accessibleDescription() == "Print a sheet first."
    view.resize(300, 200)
    assert not view.grab().isNull()
