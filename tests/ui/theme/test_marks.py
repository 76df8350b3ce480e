import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from advgui.ui.theme.marks import draw_mark


@pytest.mark.parametrize("left", [4.0, 4.25, 4.5])
def test_a_sign_is_where_it_is_asked_for(qtbot: QtBot, left: float) -> None:
    """Its middle of mass moves with its place, by parts of a pixel too."""
    found = []
    for place in (left, left + 0.5):
        into = QImage(24, 24, QImage.Format.Format_RGB32)
        into.fill(Qt.GlobalColor.white)
        painter = QPainter(into)
        draw_mark(painter, "already", QRectF(place, 6, 10, 10), QColor(0, 0, 0))
        painter.end()
        ink = 255.0 - np.frombuffer(into.constBits(), np.uint8).reshape(24, 24, 4)[..., 0]
        found.append((ink.sum(axis=0) * np.arange(24)).sum() / ink.sum())
    assert found[1] - found[0] == pytest.approx(0.5, abs=0.05)
