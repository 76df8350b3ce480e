"""The key of a plot: what its curves are called, and their values at the place shown."""

from typing import Final

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.language import tr
from advgui.ui.plotting.curves import Curve, CurveTable, pen
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT, tokens

#: How long a sample is, and how far from its name; where there is room but for names, the second.
_SAMPLE: Final = (18.0, SMALL)
_BRIEF: Final = (12.0, TIGHT)
#: A name that is shortened to less says nothing; rather are there no values.
_NAME: Final = 16.0


def line_height() -> int:
    """Of one line of small words, at the size that they have now."""
    return round(texts().line("caption")) + TIGHT


class CurveKey(QWidget):
    """The curves' names with a sample of each, and their values at the place shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: CurveTable = ()
        self._values: dict[str, float] = {}
        self.setObjectName("curve-key")
        self.setAccessibleName(tr("Values at the place shown"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, curves: CurveTable, values: dict[str, float]) -> None:
        """Name these curves, each with its value; one without stands alone."""
        if (curves, values) == (self._curves, self._values):
            return
        self._curves, self._values = curves, values
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(self.words(curve) for curve in self._curves))

    def words(self, curve: Curve) -> str:
        """A curve's name, and its value where there is one."""
        return f"{curve.title} {self._value(curve)}".rstrip()

    def _value(self, curve: Curve) -> str:
        return curve.written(self._values.get(curve.name))

    def sizeHint(self) -> QSize:
        """One line of small words."""
        return QSize(3 * LARGE, line_height())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is painted at once."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, a name, a value; then the next. Values do not push the names about."""
        painter = QPainter(self)
        self.paint(painter)

    def paint(self, painter: QPainter) -> None:
        """The same by any painter, for a picture of it."""
        words, colours = texts(), tokens(self.palette())
        middle, left = self.height() / 2, 0.0
        titles, told = self._titles(), self._told
        sample, gap = _SAMPLE if told else _BRIEF
        for curve, title, wide in zip(self._curves, titles, self._widths(titles), strict=True):
            painter.setPen(pen(curve, colours, 2))
            painter.drawLine(QLineF(left, middle, left + sample, middle))
            room = QRectF(left + sample + gap, 0, wide, self.height())
            words.write(painter, room, title, "caption", colours.muted)
            if told:
                room.setRect(room.right() + TIGHT, 0, self._figure(), self.height())
                words.write(painter, room, self._value(curve), "caption", colours.muted)
            left = room.right() + MEDIUM

    def _figure(self) -> float:
        """What each value gets."""
        return texts().width("> 99.9\u00a0%", "caption")

    @property
    def _told(self) -> bool:
        """Whether there is room for values beside names of some letters."""
        short = sum(min(_NAME, wide) for wide in self._wanted(self._short()))
        return short <= self._room(told=True)

    def _short(self) -> list[str]:
        return [curve.short or curve.title for curve in self._curves]

    def _titles(self) -> list[str]:
        """What the curves are called here: in short, where that is all that there is room for."""
        whole = [curve.title for curve in self._curves]
        return whole if sum(self._wanted(whole)) <= self._room(told=self._told) else self._short()

    def _widths(self, titles: list[str]) -> list[float]:
        """The rooms for the names, all narrower by one share where the widget is too narrow."""
        wanted = self._wanted(titles)
        share = min(1.0, self._room(told=self._told) / max(1.0, sum(wanted)))
        return [wide * share for wide in wanted]

    def _wanted(self, titles: list[str]) -> list[float]:
        return [texts().width(title, "caption") for title in titles]

    def _room(self, *, told: bool) -> float:
        """What is left for all names, beside their values or alone."""
        each = sum(_SAMPLE) + TIGHT + self._figure() if told else sum(_BRIEF)
        each += MEDIUM
        return max(0.0, self.width() - len(self._curves) * each + MEDIUM)
