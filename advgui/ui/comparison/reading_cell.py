"""One reading in a cell of a table: ten small bars, the label that is read, and what it means."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from advgui.core.images import LABELS
from advgui.core.language import tr
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import percent
from advgui.ui.theme.marks import Mark, draw_mark, ink
from advgui.ui.theme.text_cache import Texts, texts
from advgui.ui.theme.tokens import DARK, LIGHT, MEDIUM, RING, SMALL, TIGHT, Tokens

_NOTHING: Final = "\u2013"
_WIDEST: Final = 16.0
_VISIBLE: Final = 0.2

#: Between columns, and at the left of the first; the side of a sign.
GAP: Final = MEDIUM
SIGN: Final = 10.0


class Sizes:
    """How much room the words of a table need, and who writes them in the present font."""

    def __init__(self) -> None:
        words = self.words = texts()
        self.small_line, self.line = words.line("caption"), words.line("title")
        self.label = words.width("8 ", "title")
        self.reading = self.label + words.width("> 99.9\u00a0%", "body")
        verdicts = tr("not 8 before"), tr("not fooled"), tr("other digit")
        self.verdict = SIGN + TIGHT + max(words.width(one, "caption") for one in verdicts)
        self.figures = words.width(tr("99.9\u00a0% MNIST · 99.9\u00a0% pen"), "caption")
        self.bars = LABELS * (words.width("8", "caption") + 1.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellReading:
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


def draw_reading(
    painter: QPainter, room: QRectF, shown: CellReading, colours: Tokens, sizes: Sizes
) -> None:
    """Bars at the left, words at the right."""
    wide = sizes.verdict if shown.judged else sizes.reading
    bars = Bars.within(room.adjusted(0, 0, -SMALL - wide, 0), sizes)
    ratio = painter.deviceTransform().m11()
    ground = _ground(bars.room.width(), bars.room.height(), ratio, colours.dark, sizes)
    painter.drawImage(bars.room.topLeft(), ground)
    if shown.goal is not None:
        goal = bars.filled(shown.goal, 1.0)
        painter.fillRect(QRectF(goal.left(), goal.bottom(), goal.width(), RING), colours.goal)
        bars.write(painter, shown.goal, colours.goal_text, sizes.words)
    if shown.reading is not None:
        _draw_bars(painter, bars, shown, shown.reading, colours)
        bars.write(painter, shown.reading.label, shown.text, sizes.words)
    words = QRectF(room.right() - wide, room.top(), wide, room.height())
    _write(painter, words, shown, colours, sizes)


@dataclass(frozen=True, slots=True)
class Bars:
    """Where ten bars are, on whole pixels, and the digits below them."""

    room: QRectF
    high: int
    wide: int

    @classmethod
    def within(cls, room: QRectF, sizes: Sizes) -> "Bars":
        """The bars that fill a part of a cell."""
        whole = QRectF(room.toRect())
        high = round(whole.height() - sizes.small_line - RING)
        return cls(whole, high, round(min(whole.width() / LABELS - 2, _WIDEST)))

    def filled(self, digit: int, share: float) -> QRectF:
        """A bar that fills a share of its track."""
        middle = self.room.left() + self.room.width() / LABELS * (digit + 0.5)
        grown = self.high * share
        top = self.room.top() + self.high - grown
        return QRectF(round(middle - self.wide / 2), top, self.wide, grown)

    def write(self, painter: QPainter, digit: int, colour: QColor, words: Texts) -> None:
        """Write the digit below its bar."""
        pitch, top = self.room.width() / LABELS, self.room.top() + self.high + RING
        below = QRectF(self.room.left() + pitch * digit, top, pitch, self.room.bottom() - top)
        words.write(painter, below, str(digit), "caption", colour, "centre")


@lru_cache(maxsize=20)
def _ground(width: float, height: float, ratio: float, dark: bool, sizes: Sizes) -> QImage:
    """The tracks of the bars and their digits: alike in every row, and so painted once."""
    colours = DARK if dark else LIGHT
    ground = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    ground.setDevicePixelRatio(ratio)
    ground.fill(Qt.GlobalColor.transparent)
    painter = QPainter(ground)
    bars = Bars.within(QRectF(0, 0, width, height), sizes)
    bars = replace(bars, room=QRectF(QPointF(), bars.room.size()))
    for digit in range(LABELS):
        painter.fillRect(bars.filled(digit, 1.0), colours.track)
        bars.write(painter, digit, colours.muted, sizes.words)
    painter.end()
    return ground


def _draw_bars(
    painter: QPainter, bars: Bars, shown: CellReading, reading: Reading, colours: Tokens
) -> None:
    for digit, confidence in enumerate(reading.confidences):
        share = min(max(confidence, 0.0), 1.0)
        if digit == reading.label:
            painter.fillRect(bars.filled(digit, share), shown.fill)
        elif share * bars.high >= _VISIBLE:
            colour = colours.goal if digit == shown.goal else colours.edge
            painter.fillRect(bars.filled(digit, share), colour)


def _write(
    painter: QPainter, room: QRectF, shown: CellReading, colours: Tokens, sizes: Sizes
) -> None:
    """The label in the large with its confidence, and below it what it means."""
    write = sizes.words.write
    both = sizes.line + sizes.small_line
    top = QRectF(room.left(), room.center().y() - both / 2, room.width(), sizes.line)
    if shown.reading is None:
        write(painter, top, _NOTHING, "title", colours.muted)
        return
    label = shown.reading.label
    write(painter, top, str(label), "title", shown.text)
    sure = percent(shown.reading.confidences[label])
    write(painter, top.adjusted(sizes.label, 0, 0, 0), sure, "body", shown.text)
    if shown.words:
        below = QRectF(room.left(), top.bottom(), room.width(), sizes.small_line)
        _write_verdict(painter, below, shown, colours, sizes.words)


def _write_verdict(
    painter: QPainter, room: QRectF, shown: CellReading, colours: Tokens, words: Texts
) -> None:
    colour = colours.muted if shown.mark is None else ink(shown.mark, colours)
    if shown.mark is not None:
        sign = QRectF(room.left(), room.center().y() - SIGN / 2, SIGN, SIGN)
        draw_mark(painter, shown.mark, sign, colour)
        room.setLeft(sign.right() + TIGHT)
    words.write(painter, room, shown.words, "caption", colour)
