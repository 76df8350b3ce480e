"""Ten small bars and the label they add up to: a reading at a glance, painted into a row."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from advgui.core.images import LABELS
from advgui.core.network import Reading
from advgui.lab.words import percent
from advgui.ui.marks import Mark, draw_mark, ink
from advgui.ui.theme import MEDIUM, RING, SMALL, TIGHT, Tokens, font

_CENTRED: Final = Qt.AlignmentFlag.AlignCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOTHING: Final = "\u2013"
_LONGEST: Final = "not 8 before"
_FIGURES: Final = "99.9\u00a0% MNIST · 99.9\u00a0% pen"
_SIGN: Final = 10.0
_WIDEST: Final = 16.0
_NAMES: Final = 0.3

#: Between columns, and at the left of the first.
GAP: Final = MEDIUM


class Fonts:
    """The fonts of a table and the sizes of its words, asked for once and not for every word."""

    def __init__(self) -> None:
        self.caption, self.body, self.strong, self.title = (
            font(role) for role in ("caption", "body", "strong", "title")
        )
        caption, title = QFontMetricsF(self.caption), QFontMetricsF(self.title)
        self.small_line, self.line = caption.height(), title.height()
        self.label = title.horizontalAdvance("8 ")
        self.reading = self.label + QFontMetricsF(self.body).horizontalAdvance("> 99\u00a0%")
        self.verdict = _SIGN + TIGHT + caption.horizontalAdvance(_LONGEST)
        self.figures = caption.horizontalAdvance(_FIGURES)
        self.bars = LABELS * (caption.horizontalAdvance("8") + 1.5)

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
    def within(cls, width: float, fonts: Fonts) -> "Columns":
        """The columns of a table that is so wide; both groups of bars are alike."""
        room = width - fonts.reading - fonts.verdict - 2 * SMALL - 3 * GAP
        bars = max(fonts.bars, (room - max(fonts.figures, _NAMES * width)) / 2)
        before, after = bars + SMALL + fonts.reading, bars + SMALL + fonts.verdict
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


def draw_reading(
    painter: QPainter, room: QRectF, shown: Shown, fonts: Fonts, colours: Tokens
) -> None:
    """Ten bars over their digits at the left, the label and what it means at the right."""
    bars = QRectF(room)
    bars.setWidth(room.width() - SMALL - (fonts.verdict if shown.judged else fonts.reading))
    _draw_bars(painter, bars, shown, fonts, colours)
    words = QRectF(room)
    words.setLeft(bars.right() + SMALL)
    _write_words(painter, words, shown, fonts, colours)


def _draw_bars(
    painter: QPainter, room: QRectF, shown: Shown, fonts: Fonts, colours: Tokens
) -> None:
    pitch = room.width() / LABELS
    wide = round(min(pitch - 2, _WIDEST))
    bottom = round(room.bottom() - fonts.small_line - RING)
    high = bottom - round(room.top())
    painter.setFont(fonts.caption)
    for digit in range(LABELS):
        middle = room.left() + pitch * (digit + 0.5)
        track = QRectF(round(middle - wide / 2), bottom - high, wide, high)
        painter.fillRect(track, colours.track)
        if shown.reading is not None:
            grown = high * min(max(shown.reading.confidences[digit], 0.0), 1.0)
            painter.fillRect(track.adjusted(0, high - grown, 0, 0), _fill(digit, shown, colours))
        if digit == shown.goal:
            painter.fillRect(QRectF(track.left(), bottom, wide, RING), colours.goal)
        below = QRectF(middle - pitch / 2, bottom + RING, pitch, fonts.small_line)
        painter.setPen(_digit_colour(digit, shown, colours))
        painter.drawText(below, _CENTRED, str(digit))


def _fill(digit: int, shown: Shown, colours: Tokens) -> QColor:
    if shown.reading is not None and digit == shown.reading.label:
        return shown.fill
    return colours.goal if digit == shown.goal else colours.faint


def _digit_colour(digit: int, shown: Shown, colours: Tokens) -> QColor:
    if shown.reading is not None and digit == shown.reading.label:
        return shown.text
    return colours.goal_text if digit == shown.goal else colours.faint


def _write_words(
    painter: QPainter, room: QRectF, shown: Shown, fonts: Fonts, colours: Tokens
) -> None:
    """The label in the large with its confidence, and below it what it means."""
    both = fonts.line + fonts.small_line
    top = QRectF(room.left(), room.center().y() - both / 2, room.width(), fonts.line)
    if shown.reading is None:
        _write(painter, top, _NOTHING, fonts.title, colours.faint)
        return
    label = shown.reading.label
    _write(painter, top, str(label), fonts.title, shown.text)
    sure = percent(shown.reading.confidences[label])
    _write(painter, top.adjusted(fonts.label, 0, 0, 0), sure, fonts.body, shown.text)
    below = QRectF(room.left(), top.bottom(), room.width(), fonts.small_line)
    colour = colours.muted if shown.mark is None else ink(shown.mark, colours)
    if shown.mark is not None:
        sign = QRectF(below.left(), below.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_mark(painter, shown.mark, sign, colour)
        below.setLeft(sign.right() + TIGHT)
    _write(painter, below, shown.words, fonts.caption, colour)


def _write(painter: QPainter, room: QRectF, words: str, face: QFont, colour: QColor) -> None:
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(room, _LEFT, words)
