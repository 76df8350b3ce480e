"""The project's own icons: strokes on a 24 x 24 grid, drawn in the palette's text colour."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from advgui.core.resources import resource

NAMES: Final = (
    "new", "open", "save", "save-drawing", "save-network", "copy", "paste", "undo", "redo", "pen",
    "eraser", "clear", "attack", "stop", "every", "live", "first", "previous", "next", "last",
    "seed", "theme", "guide", "about", "quit", "warning", "more",
)  # fmt: skip

#: Sides in device-independent pixels: in menus and small buttons, in the tool bar.
_SIZES: Final = (16, 20)
_APPLICATION_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_PROPERTY: Final = "advgui_icon"


def icon(name: str, palette: QPalette) -> QIcon:
    """One icon of the set in a palette's colours, faint where it is disabled.

    Raises what ``resource`` raises for a name that the set does not have.
    """
    role, group = QPalette.ColorRole.ButtonText, QPalette.ColorGroup
    colours = {
        QIcon.Mode.Normal: palette.color(group.Active, role),
        QIcon.Mode.Disabled: palette.color(group.Disabled, role),
    }
    made = QIcon()
    for screen in QGuiApplication.screens():
        for size in _SIZES:
            for mode, colour in colours.items():
                pixmap = _pixmap(name, size, screen.devicePixelRatio(), colour.rgba())
                made.addPixmap(pixmap, mode)
    return made


def set_icon(owner: QAction | QAbstractButton, name: str) -> None:
    """Give an action or a button an icon that :func:`refresh_icons` can draw again."""
    owner.setProperty(_PROPERTY, name)
    owner.setIcon(icon(name, QGuiApplication.palette()))


def refresh_icons(root: QObject) -> None:
    """Draw the icons of all actions and buttons below ``root`` in the new palette."""
    kinds: tuple[type[QAction], type[QAbstractButton]] = (QAction, QAbstractButton)
    for kind in kinds:
        for owner in root.findChildren(kind):
            name = owner.property(_PROPERTY)
            if isinstance(name, str):
                owner.setIcon(icon(name, QGuiApplication.palette()))


def picture(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """One icon alone in any colour, ``size`` device-independent pixels wide."""
    return _pixmap(name, size, ratio, colour.rgba())


@cache
def application_icon() -> QIcon:
    """The application's own icon: a digit with a perturbation."""
    made = QIcon()
    for size in _APPLICATION_SIZES:
        made.addPixmap(_draw(_source("advgui"), size, 1.0))
    return made


@cache
def _source(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


@cache
def _shape(name: str, size: int, ratio: float) -> QPixmap:
    return _draw(_source(name).replace(b"currentColor", b"#000000"), size, ratio)


@cache
def _pixmap(name: str, size: int, ratio: float, rgba: int) -> QPixmap:
    """The shape of an icon in one colour; filling is ten times faster than drawing."""
    pixmap = QPixmap(_shape(name, size, ratio))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(0, 0, size, size, QColor.fromRgba(rgba))
    painter.end()
    return pixmap


def _draw(source: bytes, size: int, ratio: float) -> QPixmap:
    """An SVG of ``size`` device-independent pixels as a pixmap of its own."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
