"""Curves with a key, and words where there are none."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.ui.plotting.chart import Chart
from advgui.ui.plotting.series import Course, CurveKey
from advgui.ui.theme.tokens import CARD_CORNER, SMALL, TIGHT, font, tokens
from advgui.ui.widgets.layout import column

_WORDS: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class CoursePlot(QWidget):
    """A key with values, a chart, and a line in it that walks along the curves."""

    placed = Signal(float)

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._course: Course | None = None
        self._total, self._place = 0.0, 0.0
        self._key = CurveKey()
        self._chart = Chart()
        self._chart.scrubbed.connect(self._scrubbed)
        lines = column(self, TIGHT)
        lines.addWidget(self._key)
        lines.addWidget(self._chart, 1)
        self._key.hide()
        self._chart.hide()
        self.setAccessibleDescription(empty)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_course(self, course: Course, total: float = 0.0) -> None:
        """Show the curves so far, which may go on to ``total``."""
        self._course = course
        self._total = max(course.last, total)
        self._renew()

    def prepare(self, course: Course, total: float = 0.0) -> None:
        """Get ready for ``set_course``, without showing anything yet."""
        self._chart.prepare(course, max(course.last, total))

    def clear(self) -> None:
        """There are no curves."""
        self._course = None
        self._renew()

    def set_position(self, place: float) -> None:
        """Put the line at a place; nothing is emitted."""
        self._place = place
        self._chart.set_position(place)
        self._tell()

    def where(self, place: float) -> str:
        """What a place is called."""
        return f"{place:g}"

    def _scrubbed(self, place: float) -> None:
        self._place = place
        self._tell()
        self.placed.emit(place)

    def _renew(self) -> None:
        course = self._course
        if course is not None:
            self._chart.set_course(course, self._total)
        if self._chart.isHidden() == (course is not None):
            for part in (self._key, self._chart):
                part.setVisible(course is not None)
            self.update()
        self._tell()

    def _tell(self) -> None:
        course = self._course
        if course is None:
            self.setAccessibleDescription(self._empty)
            return
        self._key.set_values(course.curves, course.at(self._place))
        shown = self._key.accessibleDescription()
        self.setAccessibleDescription(f"{self.where(self._place)}: {shown}")

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, 160)

    def minimumSizeHint(self) -> QSize:
        """Low enough for a small window."""
        return QSize(240, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words in a frame where there is nothing to plot."""
        if self._key.isVisible():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self.palette())
        painter.setPen(QPen(colours.line, 1, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CARD_CORNER, CARD_CORNER)
        painter.setFont(font("caption"))
        painter.setPen(colours.muted)
        painter.drawText(frame.adjusted(SMALL, SMALL, -SMALL, -SMALL), _WORDS, self._empty)


class RunPlot(CoursePlot):
    """The course of a run over its steps."""

    scrubbed = Signal(int)

    def __init__(
        self, empty: str = "The run's course appears here", parent: QWidget | None = None
    ) -> None:
        super().__init__(empty, parent)
        self.setObjectName("run-plot")
        self.setAccessibleName("Course of the run")
        self.placed.connect(self._tell_step)

    def where(self, place: float) -> str:
        """A step."""
        return f"Step {place:.0f}"

    def _tell_step(self, place: float) -> None:
        self.scrubbed.emit(round(place))
