"""Ten bars, one for each digit, that are also the buttons to attack toward it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS
from advgui.core.language import tr
from advgui.lab.attack.phrases import percent, read_words
from advgui.ui.network.bar_row import Row, RowLook
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.widgets.painted_buttons import PaintedButtons

_NOTHING: Final = "\u2013"
#: Decimals of a share of a bar that is painted: finer than a tenth of a pixel.
_FINEST: Final = 4


@dataclass(frozen=True)
class ShownReading:
    """What the bars show: ten confidences in [0, 1] and a label, or None where nothing is drawn.

    ``blue`` is the digit in the colour of the prediction; a ``pointed`` one has its sign, too.
    """

    confidences: tuple[float, ...] | None = None
    label: int | None = None
    blue: int | None = None
    pointed: bool = False
    goal: int | None = None

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The confidences as they are written."""
        if self.confidences is None:
            return (_NOTHING,) * LABELS
        return tuple(percent(value) for value in self.confidences)

    @cached_property
    def looks(self) -> tuple[RowLook, ...]:
        """What each of the ten rows is painted from."""
        known = self.confidences or (None,) * LABELS
        return tuple(
            RowLook(
                digit=index,
                figure=figure,
                confidence=None if one is None else round(min(max(one, 0.0), 1.0), _FINEST),
                blue=index == self.blue,
                pointed=index == self.blue and self.pointed,
                goal=index == self.goal,
            )
            for index, (figure, one) in enumerate(zip(self.figures, known, strict=True))
        )

    @cached_property
    def words(self) -> str:
        """The same for those who do not see it."""
        said = tr("Nothing is drawn.")
        if self.confidences is not None and self.label is not None:
            said = tr("The network reads {label}, {figure}.").format(
                label=self.label, figure=self.figures[self.label]
            )
        if self.goal is not None:
            said += " " + tr("The goal is {goal}, {figure}.").format(
                goal=self.goal, figure=self.figures[self.goal]
            )
        return said


class ConfidenceBars(PaintedButtons):
    """What a network takes the drawing for; choosing a row attacks toward its digit.

    The prediction is blue with a pointer, the goal orange with a flag. A row that is
    both is orange, as the goal's curves are, with both signs. While the steps of a run follow
    one another nothing is pointed at: a colour that jumps from row to row would flicker.
    """

    _rows: tuple[Row, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._shown = ShownReading()
        self._read: int | None = None
        self._cache = PaintCache[RowLook](self, self._paint_row, self.touched)
        self.setObjectName("bars")
        self.setAccessibleName(tr("Confidences"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(self._shown.words)

    def show_reading(self, shown: ShownReading) -> None:
        """Show all of this together."""
        if shown is self._shown or shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleDescription(shown.words)
        self.nodes.refresh()
        self._cache.show(self._parts(shown))

    def prepare(self, shown: ShownReading) -> None:
        """Paint ahead what may be shown soon."""
        self._cache.prepare(self._parts(shown))

    def set_reading(self, confidences: Sequence[float] | None, label: int | None) -> None:
        """Show ten confidences in [0, 1] and the label read; None where nothing is drawn."""
        given = None if confidences is None else tuple(confidences)
        read = ShownReading(given, label, label, label is not None, self._shown.goal)
        self.show_reading(read)

    def set_goal(self, goal: int | None) -> None:
        """The digit that the attack wants, or None."""
        self.show_reading(replace(self._shown, goal=goal))

    def set_read(self, label: int | None) -> None:
        """What the drawing is read as, toward which it cannot be attacked."""
        if label != self._read:
            self._read = label
            self.nodes.refresh()
            self._point()
            self.update()

    def figures(self) -> tuple[str, ...]:
        """The ten figures as they are written now."""
        return self._shown.figures

    def words(self, index: int) -> str:
        """What choosing this row does, or why it does nothing."""
        return (
            tr("Attack toward {goal}").format(goal=index)
            if self.offers(index)
            else read_words(index)
        )

    def told(self, index: int) -> tuple[str, str]:
        """The digit, whether it is read or is the goal, and its confidence."""
        shown = self._shown
        signs = {tr("read"): index == shown.label, tr("the goal"): index == shown.goal}
        name = ", ".join([str(index), *(sign for sign, on in signs.items() if on)])
        return name, "" if shown.confidences is None else shown.figures[index]

    def offers(self, index: int) -> bool:
        """Every digit but the one that is read anyway."""
        return index != self._read and super().offers(index)

    def sizeHint(self) -> QSize:
        """Rows of a comfortable height."""
        return QSize(220, 28 * LABELS)

    def minimumSizeHint(self) -> QSize:
        """Rows that can still be read and hit."""
        return QSize(150, max(18, self.fontMetrics().height()) * LABELS)

    def _places(self) -> tuple[Row, ...]:
        """Where all is; found once for each size and font."""
        if not self._rows:
            self._rows = tuple(Row.within(self.cell(index)) for index in range(LABELS))
        return self._rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows share another height."""
        super().resizeEvent(event)
        self._rows = ()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, or other figures."""
        super().changeEvent(event)
        self._rows = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are asked for."""
        self._cache.draw(event, self._parts(self._shown))

    def _parts(self, shown: ShownReading) -> Iterator[tuple[QRectF, RowLook]]:
        return zip((row.cell for row in self._places()), shown.looks, strict=True)

    def _paint_row(self, painter: QPainter, _: QRectF, look: RowLook) -> None:
        row, colours = self._places()[look.digit], self.colours()
        self.draw_state(painter, look.digit, colours)
        hovered = self.is_hovered(look.digit)
        row.paint(painter, look, colours, hovered=hovered, enabled=self.isEnabled())
