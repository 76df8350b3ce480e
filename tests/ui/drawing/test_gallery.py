from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from advgui.ui.drawing.gallery import GalleryStrip, Sample
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.ui.qimages import numbers, rgb

LEFT = Qt.MouseButton.LeftButton


def sample(index: int) -> Sample:
    """Two strokes, the second longer with every index."""
    far = 0.2 + 0.6 * index / 24
    return Sample(
        f"number {index}",
        (np.array([[0.2, 0.2], [0.8, 0.2]]), np.array([[0.2, 0.2], [0.2, far]])),
    )


@pytest.fixture
def gallery(qtbot: QtBot, keep: Callable[[GalleryStrip], GalleryStrip]) -> GalleryStrip:
    made = keep(GalleryStrip())
    made.setPalette(palette(LIGHT))
    made.set_samples(tuple(sample(index) for index in range(24)))
    made.resize(made.sizeHint())
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(gallery: GalleryStrip, index: int) -> QPoint:
    return gallery.cell(index).center().toPoint()


def test_every_drawing_is_in_its_own_cell(gallery: GalleryStrip) -> None:
    shown = rgb(gallery.grab().toImage())
    ink = (np.abs(shown - numbers(LIGHT.text)).max(axis=-1) < 60).astype(int)
    cells = [gallery.cell(index).toRect() for index in range(24)]
    inks = [ink[c.top() : c.bottom() + 1, c.left() : c.right() + 1].sum() for c in cells]
    assert inks == sorted(inks)
    assert inks[0] > 10
    assert inks[-1] > 1.5 * inks[0]
    assert sum(inks) == ink.sum(), "no ink lies between the cells"


def test_all_drawings_have_room(gallery: GalleryStrip) -> None:
    for width in (180, 320, 333, 500):
        gallery.resize(width, gallery.heightForWidth(width))
        cells = [gallery.cell(index) for index in range(24)]
        assert all(gallery.rect().contains(cell.toRect()) for cell in cells)
        assert not any(a.intersects(b) for i, a in enumerate(cells) for b in cells[:i])


def test_a_click_chooses_a_drawing(gallery: GalleryStrip) -> None:
    chosen = QSignalSpy(gallery.chosen)
    for index in (0, 9, 10, 23):
        QTest.mouseClick(gallery, LEFT, pos=middle(gallery, index))
    assert [chosen.at(i) for i in range(chosen.count())] == [[0], [9], [10], [23]]


def test_the_empty_place_after_the_last_drawing_chooses_nothing(gallery: GalleryStrip) -> None:
    chosen = QSignalSpy(gallery.chosen)
    QTest.mouseClick(gallery, LEFT, pos=middle(gallery, 27))
    assert chosen.count() == 0


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        ((), 0),
        ((Qt.Key.Key_Right,), 1),
        ((Qt.Key.Key_Left,), 23),
        ((Qt.Key.Key_Down,), 10),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up), 10),
        ((Qt.Key.Key_Up,), 0),
        ((Qt.Key.Key_End, Qt.Key.Key_Down), 23),
        ((Qt.Key.Key_End, Qt.Key.Key_Right), 0),
        ((Qt.Key.Key_End, Qt.Key.Key_Home), 0),
    ],
)
def test_the_keyboard_reaches_every_drawing(
    gallery: GalleryStrip, keys: tuple[Qt.Key, ...], index: int
) -> None:
    chosen = QSignalSpy(gallery.chosen)
    for key in keys:
        QTest.keyClick(gallery, key)
    QTest.keyClick(gallery, Qt.Key.Key_Return)
    assert [chosen.at(0), chosen.count()] == [[index], 1]


def test_hovering_shows_a_ground_and_the_drawings_words(gallery: GalleryStrip) -> None:
    QTest.mouseMove(gallery, middle(gallery, 27))
    calm = rgb(gallery.grab().toImage())
    QTest.mouseMove(gallery, middle(gallery, 12))
    changed = (rgb(gallery.grab().toImage()) != calm).any(axis=-1)
    cell = gallery.cell(12).toRect()
    rows, columns = np.nonzero(changed)
    assert len(rows) > 200
    assert cell.contains(QPoint(columns.min(), rows.min()))
    assert cell.contains(QPoint(columns.max(), rows.max()))
    assert gallery.words(12) == "Draw number 12"


def test_the_drawings_follow_the_theme(gallery: GalleryStrip) -> None:
    def inked(colour: QColor) -> NDArray[np.bool_]:
        near: NDArray[np.bool_] = (
            np.abs(rgb(gallery.grab().toImage()) - numbers(colour)).max(axis=-1) < 8
        )
        return near

    light = inked(LIGHT.text)
    gallery.setPalette(palette(DARK))
    assert light.sum() > 500
    assert (inked(DARK.text) != light).mean() < 0.001


def test_an_empty_gallery_takes_no_room_and_chooses_nothing(gallery: GalleryStrip) -> None:
    gallery.set_samples(())
    chosen = QSignalSpy(gallery.chosen)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(gallery, key)
    assert gallery.sizeHint().height() == 0
    assert chosen.count() == 0
