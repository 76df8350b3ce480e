"""Opens the real window on whatever screen there is, and tells in JSON how it fits.

Run as a program, since a screen and its scale factor are there for a whole process.
"""

import json
import sys
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

from advgui.__main__ import main
from advgui.core.digits.gallery import read_gallery
from advgui.ui.comparison.table import NetworkTable
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.viewer.tile import Tile
from advgui.ui.widgets.painted_buttons import PaintedButtons
from advgui.ui.window.window import MainWindow

_CONTROLS: Final = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar),
    *(PaintedButtons, InkCanvas, NetworkTable, Tile),
)
#: Less than this in both directions is a dot, which nobody can hit.
_DOT: Final = 12


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be seen and used; not what Qt makes of its own."""
    for one in window.findChildren(QWidget):
        known = isinstance(one, _CONTROLS) and not isinstance(one, QScrollBar)
        ours = one.objectName() and not one.objectName().startswith("qt_")
        if known and ours and one.isVisibleTo(window) and one.isEnabled():
            yield one


def shown(one: QWidget) -> QRect:
    """What is seen of it, and of what is in it."""
    region = one.visibleRegion()
    for child in one.findChildren(QWidget):
        region |= child.visibleRegion().translated(child.mapTo(one, QPoint()))
    return region.boundingRect()


def can_be_reached(one: QWidget) -> bool:
    """Whether all of it, or much of a long list, can be seen once what it lies in was scrolled."""
    room, target = one.rect(), one
    parent = one.parentWidget()
    while parent is not None:
        content = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and content is not None:
            port = parent.viewport().size()
            middle = target.mapTo(content, target.rect().center())
            sides = min(target.width(), port.width()), min(target.height(), port.height())
            parent.ensureVisible(middle.x(), middle.y(), sides[0] // 2 + 1, sides[1] // 2 + 1)
            room = room.intersected(QRect(QPoint(), port))
            target = target if target.size().boundedTo(port) == target.size() else parent
        parent = parent.parentWidget()
    seen, part = shown(one), 1 if room == one.rect() else 2
    return seen.width() >= room.width() // part and seen.height() >= room.height() // part


def is_dot(one: QWidget) -> bool:
    """Whether it is too small to be hit."""
    return min(one.width(), one.height()) < _DOT


def told(window: MainWindow, page: str) -> dict[str, object]:
    """How one page fits."""
    window.pages.choose(page)
    QTest.qWait(100)
    folded = window.folding.folded
    known = [one.objectName() for one in controls(window)]
    window.folding.fold(not folded)
    QTest.qWait(20)
    known += [one.objectName() for one in controls(window)]
    window.folding.fold(folded)
    QTest.qWait(20)
    at_once = [one.objectName() for one in controls(window) if shown(one) == one.rect()]
    areas = (area for area in window.findChildren(QScrollArea) if area.isVisibleTo(window))
    aside = [area.horizontalScrollBar().maximum() for area in areas]
    foot = next(one.foot for one in window.pages.pages if one.name == page)
    return {
        "at once": at_once,
        "foot": foot is None or shown(foot) == foot.rect(),
        "aside": max(aside),
        "out of reach": [o.objectName() for o in controls(window) if not can_be_reached(o)],
        "dots": [one.objectName() for one in controls(window) if is_dot(one)],
        "controls": known,
        "folded": folded,
    }


def look() -> None:
    """Tell of the one window, on all its pages, and close it."""
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.controller.draw_strokes(read_gallery()[7].strokes)
    QTest.qWait(100)
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    found = {
        "screen": room.getRect(),
        "frame": frame.getRect(),
        "inside": room.contains(frame),
        "pages": {page: told(window, page) for page in [one.name for one in window.pages.pages]},
    }
    json.dump(found, sys.stdout)
    if len(sys.argv) > 1:
        window.setGeometry(QRect(*map(int, sys.argv[1:])))
        QTest.qWait(100)
    window.close()


def start() -> int:
    """The program, with somebody who looks at its window as soon as it is there."""
    real = QApplication.exec

    def exec_(*_: object) -> int:
        QTimer.singleShot(0, look)
        return real()

    QApplication.exec = exec_  # type: ignore[method-assign]
    return main([])


if __name__ == "__main__":
    sys.exit(start())
