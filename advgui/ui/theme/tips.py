"""Tool tips of a width that is easily read: what is longer goes on in the next line."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from advgui.ui.theme.zoom import zoomed

#: At most, in device-independent pixels.
_WIDE: Final = 360
#: What Qt calls the label that all tool tips are shown in.
_LABEL: Final = "QTipLabel"
_KINDS: Final = (QEvent.Type.Show, QEvent.Type.Resize)


class TipWidth(QObject):
    """Keeps Qt's label narrow; the words of a tip stay plain, for whoever else reads them."""

    def follow(self, widget: QWidget | None) -> None:
        """From now on, if it is that label."""
        if isinstance(widget, QLabel) and widget.inherits(_LABEL):
            widget.setMaximumWidth(zoomed(_WIDE))
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It is as large as its words need, and on the screen, before it is seen."""
        if event.type() in _KINDS and isinstance(watched, QLabel):
            wanted = _needed(watched)
            if wanted != watched.size():
                watched.resize(wanted)
            if event.type() == QEvent.Type.Show:
                _keep_on_screen(watched)
        return super().eventFilter(watched, event)


def _needed(tip: QLabel) -> QSize:
    """Its size: one line as long as that is short enough."""
    most = tip.maximumWidth()
    if tip.sizeHint().width() < most:
        return tip.size()
    tip.setWordWrap(True)
    return QSize(most, tip.heightForWidth(most))


def _keep_on_screen(tip: QLabel) -> None:
    """Qt has put it where one line had room."""
    screen = QGuiApplication.screenAt(tip.pos()) or tip.screen()
    below = tip.geometry().bottom() - screen.geometry().bottom()
    if below > 0:
        tip.move(tip.x(), max(screen.geometry().top(), tip.y() - below))
