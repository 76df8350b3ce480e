"""Images stand side by side, pixel for pixel, and the tip of each says it at length."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from advgui.ui.explanation.pictures import Picture, Pictures
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.viewer.tile_looks import TileImage
from tests.ui.screenshots import painted

GRAY = np.arange(784).reshape(28, 28).astype(np.uint8)


@pytest.fixture
def pictures(qtbot: QtBot, keep: Callable[[Pictures], Pictures]) -> Pictures:
    made = keep(Pictures("pictures", "Three images"))
    made.setPalette(palette(LIGHT))
    made.resize(400, 160)
    image = TileImage.gray(GRAY)
    made.show_pictures([Picture(str(n), "line", image, f"tip {n}") for n in range(3)])
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_pixel_of_each_is_seen(pictures: Pictures) -> None:
    sheet = painted(pictures)[..., 0]
    for number in range(3):
        area = pictures.area(number)
        part = sheet[:, int(area.left()) : int(area.right())]
        assert set(np.unique(GRAY).tolist()) <= set(part.ravel().tolist())


def test_the_tip_is_that_of_the_one_below_the_mouse(pictures: Pictures) -> None:
    at = pictures.area(1).center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, pictures.mapToGlobal(QPoint(at)))
    QApplication.sendEvent(pictures, event)
    assert QToolTip.text() == "tip 1"
    assert "1: tip 1" in pictures.accessibleDescription()


def test_one_that_is_not_known_yet_has_its_place(pictures: Pictures) -> None:
    places = [pictures.area(n) for n in range(3)]
    pictures.show_pictures([Picture("a"), Picture("b"), Picture("c")])
    assert [pictures.area(n) for n in range(3)] == places
    sheet = painted(pictures)
    middle = places[1].center().toPoint()
    track = LIGHT.track.red(), LIGHT.track.green(), LIGHT.track.blue()
    assert tuple(sheet[60, middle.x() - 20].tolist()) == track
