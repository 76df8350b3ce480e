"""Ten small bars and the label they add up to: a reading at a glance, painted into a row."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from advgui.core.images import LABELS
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import percent
from advgui.ui.theme.marks import Mark, draw_mark, ink
from advgui.ui.theme.text_cache import Texts
from advgui.ui.theme.tokens import MEDIUM, RING, SMALL, TIGHT, Tokens

_NOTHING: Final = "\u2013"
_WIDEST: Final = 16.0
_VISIBLE: Final = 0.2
_NAMES: Final = 0.3

#: Between columns, and at the left of the first; the side of a sign.
GAP: Final = MEDIUM
SIGN: Final = 10.0


class Sizes:
    """How much room the words of a table need, in the fonts of its ``texts``."""

    def __init__(self, texts: Texts) -> None:
        self.small_line, self.line = texts.line("caption"), texts.line("title")
        self.label = texts.width("8 ", "title")
        self.reading = self.label + texts.width("> 99.9\u00a0%", "body")
        self.verdict = SIGN + TIGHT + texts.width("not 8 before", "caption")
        self.figures = texts.width("99.9\u00a0% MNIST · 99.9\u00a0% pen", "caption")
        self.bars = LABELS * (texts.width("8", "caption") + 1.5)

    @property
    def least_width(self) -> int:
        """Of a table whose bars can be told apart, and whose names are short."""
        groups = 2 * (self.bars + SMALL) + self.reading + self.verdict
        return round(groups + self.figures / 2 + 2 * GAP + SMALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A column of the table: its left end and its width."""

    left: float
    width: float

    def of(self, row: QRectF) -> QRectF:
        """Where it is in a row."""
        return QRectF(round(self.left), row.top(), round(self.width), row.height())


@dataclass(frozen=True, slots=True)
class Columns:
    """The network, its reading of the drawing, and its reading of the adversarial image."""

    network: Place
    drawing: Place
    adversarial: Place

    @classmethod
    def within(cls, width: float, sizes: Sizes) -> "Columns":
        """The columns of a table that is so wide; both groups of bars are alike."""
        room = width - sizes.reading - sizes.verdict - 2 * SMALL - 3 * GAP
        bars = max(sizes.bars, (room - max(sizes.figures, _NAMES * width)) / 2)
        before, after = bars + SMALL + sizes.reading, bars + SMALL + sizes.verdict
        names = room - 2 * bars
        left = GAP + names + GAP
        return cls(Place(GAP, names), Place(left, before), Place(left + before + GAP, after))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A reading with what it means: ``fill`` of its label's bar, ``text`` of its label.

    ``judged`` leaves room for a ``mark`` and ``words`` below it; ``goal`` is the digit that
    is marked as wanted.
    """

    reading: Reading | None
    fill: QColor
    text: QColor
    judged: bool = False
    goal: int | None = None
    mark: Mark | None = None
    words: str = ""


class SmallBars:
    """Paints readings into rows: ten bars over their digits, the label and what it means.

    What is below the bars is the same in every row, so it is painted once for each size.
    """

    def __init__(self, texts: Texts, sizes: Sizes) -> None:
        self._texts, self._sizes = texts, sizes
        self._grounds: dict[tuple[object, ...], QPixmap] = {}

    def draw(self, painter: QPainter, room: QRectF, shown: Shown, colours: Tokens) -> None:
        """Bars at the left, words at the right."""
        wide = self._sizes.verdict if shown.judged else self._sizes.reading
        bars = Bars.within(room.adjusted(0, 0, -SMALL - wide, 0), self._sizes)
        painter.drawPixmap(bars.room.topLeft(), self._ground(painter, bars, colours))
        if shown.goal is not None:
            goal = bars.filled(shown.goal, 1.0)
            painter.fillRect(QRectF(goal.left(), goal.bottom(), goal.width(), RING), colours.goal)
            self._write_digit(painter, bars, shown.goal, colours.goal_text)
        if shown.reading is not None:
            _draw_bars(painter, bars, shown, shown.reading, colours)
            self._write_digit(painter, bars, shown.reading.label, shown.text)
        words = QRectF(room.right() - wide, room.top(), wide, room.height())
        self._write(painter, words, shown, colours)

    def _ground(self, painter: QPainter, bars: "Bars", colours: Tokens) -> QPixmap:
        """The tracks of the bars and their digits."""
        ratio = painter.device().devicePixelRatioF()
        key = (bars.room.width(), bars.room.height(), ratio, colours.dark)
        if key not in self._grounds:
            self._grounds[key] = self._painted_ground(bars, ratio, colours)
        return self._grounds[key]

    def _painted_ground(self, bars: "Bars", ratio: float, colours: Tokens) -> QPixmap:
        ground = QPixmap((bars.room.size() * ratio).toSize())
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        here = replace(bars, room=QRectF(QPointF(), bars.room.size()))
        for digit in range(LABELS):
            painter.fillRect(here.filled(digit, 1.0), colours.track)
            self._write_digit(painter, here, digit, colours.faint)
        painter.end()
        return ground

    def _write_digit(self, painter: QPainter, bars: "Bars", digit: int, colour: QColor) -> None:
        below = bars.below(digit)
        self._texts.write(painter, below, str(digit), "caption", colour, "centre")

    def _write(self, painter: QPainter, room: QRectF, shown: Shown, colours: Tokens) -> None:
        """The label in the large with its confidence, and below it what it means."""
        sizes, write = self._sizes, self._texts.write
        both = sizes.line + sizes.small_line
        top = QRectF(room.left(), room.center().y() - both / 2, room.width(), sizes.line)
        if shown.reading is None:
            write(painter, top, _NOTHING, "title", colours.faint)
            return
        label = shown.reading.label
        write(painter, top, str(label), "title", shown.text)
        sure = percent(shown.reading.confidences[label])
        write(painter, top.adjusted(sizes.label, 0, 0, 0), sure, "body", shown.text)
        if shown.words:
            below = QRectF(room.left(), top.bottom(), room.width(), sizes.small_line)
            self._write_verdict(painter, below, shown, colours)

    def _write_verdict(
        self, painter: QPainter, room: QRectF, shown: Shown, colours: Tokens
    ) -> None:
        colour = colours.muted if shown.mark is None else ink(shown.mark, colours)
        if shown.mark is not None:
            sign = QRectF(room.left(), room.center().y() - SIGN / 2, SIGN, SIGN)
            draw_mark(painter, shown.mark, sign, colour)
            room.setLeft(sign.right() + TIGHT)
        self._texts.write(painter, room, shown.words, "caption", colour)


@dataclass(frozen=True, slots=True)
class Bars:
    """Where ten bars are, on whole pixels, and the digits below them."""

    room: QRectF
    high: int
    wide: int

    @classmethod
    def within(cls, room: QRectF, sizes: Sizes) -> "Bars":
        """The bars that fill a part of a row."""
        whole = QRectF(room.toRect())
        high = round(whole.height() - sizes.small_line - RING)
        return cls(whole, high, round(min(whole.width() / LABELS - 2, _WIDEST)))

    def filled(self, digit: int, share: float) -> QRectF:
        """A bar that fills a share of its track."""
        middle = self.room.left() + self.room.width() / LABELS * (digit + 0.5)
        grown = self.high * share
        top = self.room.top() + self.high - grown
        return QRectF(round(middle - self.wide / 2), top, self.wide, grown)

    def below(self, digit: int) -> QRectF:
        """Where the digit below a bar is."""
        pitch, top = self.room.width() / LABELS, self.room.top() + self.high + RING
        return QRectF(self.room.left() + pitch * digit, top, pitch, self.room.bottom() - top)


def _draw_bars(
    painter: QPainter, bars: Bars, shown: Shown, reading: Reading, colours: Tokens
) -> None:
    for digit, confidence in enumerate(reading.confidences):
        share = min(max(confidence, 0.0), 1.0)
        if digit == reading.label:
            painter.fillRect(bars.filled(digit, share), shown.fill)
        elif share * bars.high >= _VISIBLE:
            colour = colours.goal if digit == shown.goal else colours.faint
            painter.fillRect(bars.filled(digit, share), colour)
