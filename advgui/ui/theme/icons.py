"""The project's own icons: strokes on a 24 x 24 grid, drawn in the palette's text colour."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton

from advgui.core.resources import resource

NAMES: Final = (
    "new", "open", "save", "save-drawing", "save-network", "copy", "paste", "undo", "redo", "pen",
    "eraser", "clear", "attack", "stop", "every", "live", "first", "previous", "next", "last",
    "seed", "theme", "guide", "about", "quit", "warning", "more", "fold", "unfold", "photo", "seen",
    "pin", "up", "down", "runs", "earlier", "later", "enlarge",
)  # fmt: skip

#: Sides in device-independent pixels: in menus and small buttons, in the tool bar.
_SIZES: Final = (16, 20)
_APPLICATION_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_PROPERTY: Final = "advgui_icon"

#: The side of the grid on which the icons are drawn, and how much larger still counts as that.
_GRID: Final = 24
_NEAR: Final = 1


def icon(name: str, palette: QPalette) -> QIcon:
    """One icon of the set in a palette's colours, faint where it is disabled.

    Raises what ``resource`` raises for a name that the set does not have.
    """
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for size in _SIZES:
            _add(made, name, size, mode, palette)
    return made


def _add(made: QIcon, name: str, size: int, mode: QIcon.Mode, palette: QPalette) -> None:
    group = QPalette.ColorGroup
    shown = group.Disabled if mode == QIcon.Mode.Disabled else group.Active
    colour = palette.color(shown, QPalette.ColorRole.ButtonText)
    for screen in QGuiApplication.screens():
        made.addPixmap(_pixmap(name, size, screen.devicePixelRatio(), colour.rgba()), mode)


def set_icon(owner: QAction | QAbstractButton, name: str) -> None:
    """Give an action or a button an icon that :func:`refresh_icons` can draw again."""
    owner.setProperty(_PROPERTY, name)
    owner.setIcon(icon(name, QGuiApplication.palette()))


def set_first_icon(action: QAction, name: str) -> None:
    """Only as the tool bar shows it at first: the others would keep the window waiting."""
    action.setProperty(_PROPERTY, name)
    mode = QIcon.Mode.Normal if action.isEnabled() else QIcon.Mode.Disabled
    made = QIcon()
    _add(made, name, _SIZES[-1], mode, QGuiApplication.palette())
    action.setIcon(made)


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
    painter.fillRect(QRectF(0, 0, size + 1, size + 1), QColor.fromRgba(rgba))
    painter.end()
    return pixmap


def _draw(source: bytes, size: int, ratio: float) -> QPixmap:
    """An SVG of ``size`` device-independent pixels as a pixmap of its own.

    A little smaller, if its lines then lie on the pixels of the screen.
    """
    from PySide6.QtSvg import QSvgRenderer  # only here: the window is painted before its icons

    side = round(size * ratio)
    drawn = side - side % _GRID if side % _GRID <= _NEAR < side else side
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, drawn, drawn))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
