"""The sheet that a digit is drawn on, with a mouse, a stylus or a finger."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QMouseEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from advgui.core.digits.rendering import Strokes
from advgui.core.language import tr
from advgui.lab.drawing.erasing import ERASER
from advgui.ui.drawing import paper
from advgui.ui.drawing.sheet_view import SheetView
from advgui.ui.drawing.stroking import StrokeBuilder
from advgui.ui.theme.tokens import tokens
from advgui.ui.widgets.clipboard import can_take, take

Tool = Literal["pen", "eraser"]

#: For all else between two parts of very much ink.
_PAUSE_MS: Final = 5


class InkCanvas(SheetView):
    """A sheet that tells what is drawn on it, with a mouse, a stylus or a finger.

    The canvas changes no drawing by itself: whoever keeps it answers with
    :meth:`set_drawing`. A finished stroke stays until then. The right button, and the other
    end of a stylus, always erase.
    """

    stroke_changed = Signal(object)
    stroke_finished = Signal(object)
    erase_changed = Signal(object)
    erase_finished = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Drawing"))
        self.setAccessibleDescription(tr("A sheet to draw a digit on with the mouse or a stylus."))
        self.setAcceptDrops(True)
        self._tool: Tool = "pen"
        self._builder: StrokeBuilder | None = None
        self._erasing = False

    @property
    def drawing(self) -> bool:
        """Whether the pen or the eraser is down."""
        return self._builder is not None

    def replay(self, strokes: Strokes, duration_ms: int) -> None:
        """A pen that is down is lifted before."""
        self._end()
        super().replay(strokes, duration_ms)

    def set_tool(self, tool: Tool) -> None:
        """What the left button does."""
        self._tool = tool
        self._update_pointer()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pen or the eraser comes down."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            event.ignore()
        elif self._builder is None:
            right = event.button() == Qt.MouseButton.RightButton
            self._begin(event.position(), erasing=right or self._tool == "eraser")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pen moves, also outside the sheet while the button is held."""
        if event.buttons():
            self._extend(event.position())
        else:  # the release went to somebody else
            self._end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The pen goes up."""
        if not event.buttons():
            self._add(event.position())  # it is told of once, as a stroke that is finished
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """The same from a stylus, with its pressure."""
        event.accept()
        match event.type():
            case QEvent.Type.TabletPress if self._builder is None:
                turned = event.pointerType() == QPointingDevice.PointerType.Eraser
                erasing = turned or self._tool == "eraser"
                self._begin(event.position(), erasing=erasing, pressure=event.pressure())
            case QEvent.Type.TabletMove if event.buttons():
                self._extend(event.position(), event.pressure())
            case QEvent.Type.TabletRelease:
                self._end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Something that can be opened lights the frame up."""
        if can_take(event.mimeData()):
            event.acceptProposedAction()
            self._set_frame("drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        event.accept()
        self._set_frame("plain")

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what came; whoever keeps the drawing opens it."""
        self._set_frame("plain")
        event.acceptProposedAction()
        taken = take(event.mimeData())
        if taken is not None:
            self.dropped.emit(taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ink is painted anew at the new size."""
        super().resizeEvent(event)
        self._update_pointer()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was being written is finished, no timer runs in the dark."""
        super().hideEvent(event)
        self._end()
        self._replay.finish()

    def changeEvent(self, event: QEvent) -> None:
        """Paper and pointers follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_pointer()
            self.update()

    def _pen_is_down(self) -> bool:
        """Or the eraser."""
        return self.drawing

    def _begin(self, place: QPointF, *, erasing: bool, pressure: float | None = None) -> None:
        self._replay.finish()
        self._builder = StrokeBuilder(pressure=pressure is not None)
        self._erasing = erasing
        self._begun = None if erasing else self._builder
        self._update_pointer()
        self.update()  # the words of the empty sheet go
        self._extend(place, pressure)

    def _extend(self, place: QPointF, pressure: float | None = None) -> None:
        """Take one more point, and tell."""
        if self._add(place, pressure) and self._builder is not None:
            told = self.erase_changed if self._erasing else self.stroke_changed
            told.emit(self._builder.stroke())

    def _add(self, place: QPointF, pressure: float | None = None) -> bool:
        """Take one more point and paint what it settled; whether it is one more."""
        square, builder = self.square(), self._builder
        if builder is None or square.isEmpty():
            return False
        point = (place - square.topLeft()) / square.width()
        if not builder.add(point.x(), point.y(), 0.5 if pressure is None else pressure):
            return False
        if not self._erasing:
            touched = self._current_layer().add(builder.newest(4))
            self.update(touched.translated(square.topLeft()).toAlignedRect())
        return True

    def _end(self) -> None:
        """The pen is up: what was drawn belongs to the drawing."""
        builder, self._builder, self._begun = self._builder, None, None
        if builder is None or not len(builder):
            return
        self._update_pointer()
        stroke = builder.stroke()
        if self._erasing:
            self.erase_finished.emit(stroke)
        else:
            layer = self._current_layer()
            layer.add_tail(builder.newest(3))
            layer.took(stroke)
            self._strokes = (*self._strokes, stroke)
            self.update()
            self.stroke_finished.emit(stroke)

    def _update_pointer(self) -> None:
        """The pointer of the tool that is down, or would come down."""
        colours, ratio = tokens(self.palette()), self.devicePixelRatioF()
        erasing = self._erasing if self._builder is not None else self._tool == "eraser"
        if erasing:
            radius = ERASER * self.square().width()
            self.setCursor(paper.eraser_pointer(colours, ratio, radius))
        else:
            self.setCursor(paper.pen_pointer(colours, ratio))
