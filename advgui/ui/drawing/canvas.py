"""The sheet that a digit is drawn on, with a mouse, a stylus or a finger."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.digits.rendering import PEN, Strokes
from advgui.core.images import Bytes
from advgui.lab.drawing.erasing import ERASER
from advgui.ui.drawing import inkpaint, paper
from advgui.ui.drawing.inklayer import InkLayer, Sheet
from advgui.ui.drawing.replay import Replay
from advgui.ui.drawing.stroking import StrokeBuilder
from advgui.ui.session.throttle import Throttle
from advgui.ui.theme.pixels import whole_square
from advgui.ui.theme.tokens import tokens
from advgui.ui.widgets.clipboard import can_take, take

Tool = Literal["pen", "eraser"]

#: For all else between two parts of very much ink.
_PAUSE_MS: Final = 5


class InkCanvas(QWidget):
    """A square sheet: shows a drawing, and tells what is drawn on it.

    Strokes are (m, 2) arrays, or (m, 3) with a stylus' pressure, in canvas units from 0
    to 1, x to the right and y down. The canvas changes no drawing by itself: whoever
    keeps it answers with :meth:`set_drawing`. A finished stroke stays until then.
    The right button, and the other end of a stylus, always erase.
    """

    stroke_changed = Signal(object)
    stroke_finished = Signal(object)
    erase_changed = Signal(object)
    erase_finished = Signal(object)
    replay_changed = Signal(object)
    replay_finished = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Drawing")
        self.setAccessibleDescription("A sheet to draw a digit on with the mouse or a stylus.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._strokes: Strokes = ()
        self._base: Bytes | None = None
        self._pen = PEN
        self._tool: Tool = "pen"
        self._builder: StrokeBuilder | None = None
        self._erasing = False
        self._frame: paper.FrameState = "plain"
        self._layer: InkLayer | None = None
        self._painting = Throttle(self._paint_more, _PAUSE_MS, self)
        self._replay = Replay(self)
        self._replay.changed.connect(self._show_replay)
        self._replay.finished.connect(self.replay_finished)

    @property
    def drawing(self) -> bool:
        """Whether the pen or the eraser is down."""
        return self._builder is not None

    @property
    def replaying(self) -> bool:
        """Whether strokes are being written by :meth:`replay`."""
        return self._replay.running

    @property
    def painting(self) -> bool:
        """Whether some of very much ink is still to be painted."""
        return self._layer is None or self._layer.unfinished

    def set_drawing(self, strokes: Strokes, base: Bytes | None, pen: float) -> None:
        """Show strokes in canvas units over an image (28, 28), or over plain paper.

        ``pen`` is the pen's width as ``ink.render`` takes it. Ends a replay.
        """
        self._replay.cancel()
        alike = base is self._base and pen == self._pen and not self._inking
        self._strokes, self._base, self._pen = strokes, base, pen
        if not (alike and self._layer is not None and self._layer.show(strokes)):
            self._layer = None
        self.update()

    def set_tool(self, tool: Tool) -> None:
        """What the left button does."""
        self._tool = tool
        self._update_pointer()

    @property
    def _inking(self) -> bool:
        return self._builder is not None and not self._erasing

    def replay(self, strokes: Strokes, duration_ms: int) -> None:
        """Write strokes on plain paper, as a hand would; a pen that comes down ends it.

        Emits ``replay_changed`` with the strokes so far, and ``replay_finished`` once
        all are there, also where it was cut short by the pen or by hiding the canvas.
        """
        self._end()
        self._base = None
        self._replay.start(strokes, duration_ms)

    def finish_replay(self) -> None:
        """Write all that is left of a replay at once."""
        self._replay.finish()

    def sizeHint(self) -> QSize:
        """Large enough to draw on with comfort."""
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a window of 640 pixels' height."""
        return QSize(136, 136)

    def heightForWidth(self, width: int) -> int:
        """As high as it is wide."""
        return width

    def square(self) -> QRectF:
        """Where the sheet lies in the widget."""
        return whole_square(QRectF(self.rect()), 1, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet as it was kept, the unsettled end of the stroke, and the frame."""
        square, layer = self.square(), self._current_layer()
        colours = layer.sheet.colours
        painter = QPainter(self)
        painter.drawPixmap(square.topLeft(), layer.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._builder is not None and not self._erasing:
            painter.translate(square.topLeft())
            layer.paint_tail(painter, self._builder.newest(3))
            painter.translate(-square.topLeft())
        elif not self._strokes and self._base is None:
            paper.paint_empty(painter, square, colours)
        if not paper.inside_frame(square).contains(QRectF(event.rect())):
            paper.paint_frame(painter, square, colours, self._frame)

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
            self._extend(event.position())
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by the keyboard."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._set_frame("focused" if event.reason() in reasons else "plain")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        event.accept()
        self._set_frame("plain")

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

    def _begin(self, place: QPointF, *, erasing: bool, pressure: float | None = None) -> None:
        self._replay.finish()
        self._builder = StrokeBuilder(pressure=pressure is not None)
        self._erasing = erasing
        self._update_pointer()
        self.update()  # the words of the empty sheet go
        self._extend(place, pressure)

    def _extend(self, place: QPointF, pressure: float | None = None) -> None:
        """Take one more point: paint what it settled, and tell."""
        square, builder = self.square(), self._builder
        if builder is None or square.isEmpty():
            return
        point = (place - square.topLeft()) / square.width()
        if not builder.add(point.x(), point.y(), 0.5 if pressure is None else pressure):
            return
        if self._erasing:
            self.erase_changed.emit(builder.stroke())
            return
        touched = self._current_layer().add(builder.newest(4))
        self.update(touched.translated(square.topLeft()).toAlignedRect())
        self.stroke_changed.emit(builder.stroke())

    def _end(self) -> None:
        """The pen is up: what was drawn belongs to the drawing."""
        builder, self._builder = self._builder, None
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

    def _show_replay(self, strokes: Strokes) -> None:
        self._strokes = strokes
        self._repaint_all()
        self.replay_changed.emit(strokes)

    def _current_layer(self) -> InkLayer:
        """The kept sheet, painted anew where its size, colours or drawing are old."""
        square, ratio = self.square(), self.devicePixelRatioF()
        width = inkpaint.pen_share(self._pen) * square.width()
        sheet = Sheet(square.width(), ratio, width, tokens(self.palette()))
        if self._layer is None or self._layer.sheet != sheet:
            self._layer = InkLayer(sheet, self._base, self._strokes)
            if self._builder is not None and not self._erasing:
                self._layer.add_begun(self._builder.stroke())
        if self._layer.unfinished:
            self._painting.ask()
        return self._layer

    def _paint_more(self) -> None:
        """Some more of very much ink; what was painted is shown, and asks for the rest."""
        if self._layer is not None:
            self._layer.go_on()
            self.update()

    def _repaint_all(self) -> None:
        self._layer = None
        self.update()

    def _set_frame(self, frame: paper.FrameState) -> None:
        self._frame = frame
        self.update()

    def _update_pointer(self) -> None:
        """The pointer of the tool that is down, or would come down."""
        colours, ratio = tokens(self.palette()), self.devicePixelRatioF()
        erasing = self._erasing if self._builder is not None else self._tool == "eraser"
        if erasing:
            radius = ERASER * self.square().width()
            self.setCursor(paper.eraser_pointer(colours, ratio, radius))
        else:
            self.setCursor(paper.pen_pointer(colours, ratio))
