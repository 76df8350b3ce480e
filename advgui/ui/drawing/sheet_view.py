"""A sheet that shows a drawing: its ink, its frame, and strokes that are written again."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.digits.rendering import PEN, Strokes
from advgui.core.images import Bytes
from advgui.lab.drawing.guide import Guide
from advgui.ui.drawing import inkpaint, paper
from advgui.ui.drawing.guide_pixmap import guide_pixmap
from advgui.ui.drawing.inklayer import InkLayer, Sheet
from advgui.ui.drawing.replay import Replay
from advgui.ui.drawing.stroking import StrokeBuilder
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.tokens import tokens

#: For all else between two parts of very much ink.
_PAUSE_MS: Final = 5


class SheetView(QWidget):
    """A square sheet with the strokes that it was given, and one that is being drawn.

    Strokes are (m, 2) arrays, or (m, 3) with a stylus' pressure, in canvas units from 0
    to 1, x to the right and y down.
    """

    replay_changed = Signal(object)
    replay_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._strokes: Strokes = ()
        self._base: Bytes | None = None
        self._pen = PEN
        self._begun: StrokeBuilder | None = None  # the pen is down, and draws this stroke
        self._guide: Guide | None = None
        self._seen: QImage | None = None
        self._guide_layer: tuple[Sheet, QPixmap] | None = None
        self._frame: paper.FrameState = "plain"
        self._layer: InkLayer | None = None
        self._square, self._placed_in = QRectF(), (QSize(), 0.0)
        self._painting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._painting.timeout.connect(self._paint_more)
        self._replay = Replay(self)
        self._replay.changed.connect(self._show_replay)
        self._replay.finished.connect(self.replay_finished)

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

        ``pen`` is the pen's width, a fraction of the digit's box. Ends a replay.
        """
        self._replay.cancel()
        alike = base is self._base and pen == self._pen and self._begun is None
        self._strokes, self._base, self._pen = strokes, base, pen
        if not (alike and self._layer is not None and self._layer.show(strokes)):
            self._layer = None
        self.update()

    def set_guide(self, guide: Guide | None) -> None:
        """Show lines to be drawn over, or none; they are no part of the drawing."""
        self._guide, self._guide_layer = guide, None
        self.update()

    def set_seen(self, image: Bytes | None) -> None:
        """Show an image (28, 28) in the place of all ink, as networks see it, or the ink again."""
        if image is not None or self._seen is not None:
            self._seen = None if image is None else gray_image(image)
            self.update()

    def replay(self, strokes: Strokes, duration_ms: int) -> None:
        """Write strokes on plain paper, as a hand would; a pen that comes down ends it.

        Emits ``replay_changed`` with the strokes so far, and ``replay_finished`` once
        all are there, also where it was cut short by the pen or by hiding the canvas.
        """
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
        placed_in = self.size(), self.devicePixelRatioF()
        if placed_in != self._placed_in:
            self._placed_in = placed_in
            self._square = whole_square(QRectF(self.rect()), 1, placed_in[1])
        return QRectF(self._square)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet as it was kept, the unsettled end of the stroke, and the frame."""
        square, layer = self.square(), self._current_layer()
        colours = layer.sheet.colours
        painter = QPainter(self)
        if self._seen is not None and not self._pen_is_down():
            draw_pixels(painter, square, self._seen)
            paper.paint_frame(painter, square, colours, self._frame)
            return
        painter.drawPixmap(square.topLeft(), layer.pixmap)
        if self._guide is not None:
            painter.drawPixmap(square.topLeft(), self._painted_guide(self._guide, layer.sheet))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._begun is not None:
            painter.translate(square.topLeft())
            layer.paint_tail(painter, self._begun.newest(3))
            painter.translate(-square.topLeft())
        elif not self._strokes and self._base is None and self._guide is None:
            paper.paint_empty(painter, square, colours)
        if not paper.inside_frame(square).contains(QRectF(event.rect())):
            paper.paint_frame(painter, square, colours, self._frame)

    def _pen_is_down(self) -> bool:
        """Whether ink has to be where the pen is, which it is not in what a network sees."""
        return self._begun is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who came by the keyboard."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._set_frame("focused" if event.reason() in reasons else "plain")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        event.accept()
        self._set_frame("plain")

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
            if self._begun is not None:
                self._layer.add_begun(self._begun.stroke())
        if self._layer.unfinished and not self._painting.isActive():
            self._painting.start()
        return self._layer

    def _painted_guide(self, guide: Guide, sheet: Sheet) -> QPixmap:
        """The guide as large as the sheet, kept: the pen moves above it."""
        if self._guide_layer is None or self._guide_layer[0] != sheet:
            self._guide_layer = sheet, guide_pixmap(guide, sheet)
        return self._guide_layer[1]

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
