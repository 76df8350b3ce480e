"""Who found the poison: a row for each detector, with some of what it caught and missed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QToolTip, QWidget

from advgui.core.defences.detectors import DETECTORS, Catch
from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.core.training.poisoned import PoisonOutcome, Shown
from advgui.lab.poisoning.state import PoisonPageState
from advgui.lab.poisoning.text import ONLY_WRONG, caught_words, share_words, shown_words
from advgui.ui.theme.pixels import draw_pixels, gray_image
from advgui.ui.theme.tokens import SMALL, TIGHT, tokens
from advgui.ui.widgets.layout import Note, column, heading, label

_HEADS: Final = (tr("Precision"), tr("Recall"), tr("Caught"), tr("Wrong"), tr("Missed"))
#: What the three strips are called to those who do not see them.
_KINDS: Final = {
    "caught": (tr("Caught: not known yet"), tr("{count:,} caught")),
    "caught-wrongly": (tr("Caught wrongly: not known yet"), tr("{count:,} caught wrongly")),
    "missed": (tr("Missed: not known yet"), tr("{count:,} missed")),
}
_NOT_YET: Final = tr("What the detectors caught and missed appears here.")
_RETRAIN: Final = tr("Train anew as before, but without the images that this detector caught")
_GAP: Final = 2


class CatchesView(QWidget):
    """The detectors' table after a training; words before it.

    Says ``retrain_wanted`` with the name of a detector.
    """

    retrain_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("poison-catches")
        self._outcome: PoisonOutcome | None = None
        self._note = Note(_NOT_YET, name="poison-catches-note")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(TIGHT)
        self._rows = [_Row(self._grid, at + 1, name) for at, name in enumerate(DETECTORS)]
        for row in self._rows:
            row.retrain.clicked.connect(lambda _, name=row.name: self.retrain_wanted.emit(name))
        for at, words in enumerate(_HEADS):
            head = label(words, "caption")
            head.setAlignment(_alignment(at))
            self._grid.addWidget(head, 0, at + 1)
        for at in range(3, 6):
            self._grid.setColumnStretch(at, 1)
        lines = column(self, TIGHT)
        lines.addWidget(heading(tr("Who finds it")))
        lines.addLayout(self._grid)
        lines.addWidget(self._note)
        lines.addStretch()

    def show_state(self, state: PoisonPageState) -> None:
        """What each detector came to, and what can be trained without."""
        self.show_outcome(state.outcome)
        for row in self._rows:
            row.show_why_not(state.why_not_without(row.name))

    def show_outcome(self, outcome: PoisonOutcome | None) -> None:
        """What each detector came to."""
        if outcome is None or outcome is self._outcome:
            return
        self._outcome = outcome
        known = {catch.detector: catch for catch in outcome.catches}
        for row in self._rows:
            if row.name in known:
                row.show_catch(known[row.name], outcome)
        self._note.setText(caught_words(outcome))


class _Row:
    """One detector's widgets in the grid."""

    def __init__(self, grid: QGridLayout, at: int, name: str) -> None:
        self.name, self._tip = name, _RETRAIN
        kind = DETECTORS[name]
        title = label(kind.title)
        title.setWordWrap(True)
        title.setToolTip(f"{kind.summary} {kind.source}")
        self._figures = [label("-", name=f"{name}-{what}") for what in ("precision", "recall")]
        self._strips = [DigitStrip(f"{name}-{kind}", empty) for kind, (empty, _) in _KINDS.items()]
        grid.addWidget(title, at, 0)
        self.retrain = QPushButton(tr("Retrain"))
        self.retrain.setObjectName(f"{name}-retrain")
        self.retrain.setAccessibleName(
            tr("Retrain without what was caught by: {title}").format(title=kind.title)
        )
        self.retrain.setAutoDefault(False)
        for number, part in enumerate((*self._figures, *self._strips, self.retrain)):
            if isinstance(part, QLabel):
                part.setAlignment(_alignment(number))
            grid.addWidget(part, at, number + 1)

    def show_why_not(self, words: str) -> None:
        """Why nothing can be trained without what it caught; empty where it can."""
        self.retrain.setEnabled(not words)
        self.retrain.setToolTip(words or self._tip)

    def show_catch(self, catch: Catch, outcome: PoisonOutcome) -> None:
        """Its figures, and some images of each kind."""
        self._tip = _RETRAIN if catch.right else ONLY_WRONG
        for part, share in zip(self._figures, (catch.precision, catch.recall), strict=True):
            part.setText(share_words(share))
        counts = (catch.right, catch.caught - catch.right, catch.poisoned - catch.right)
        places = (catch.hits, catch.alarms, catch.missed)
        words = (told for _, told in _KINDS.values())
        for strip, told, count, some in zip(self._strips, words, counts, places, strict=True):
            strip.show_digits(told.format(count=count), [outcome.shown[at] for at in some])


class DigitStrip(QWidget):
    """How many there are, and small images of the first, as many as there is room for."""

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = ""
        self._digits: tuple[Shown, ...] = ()
        self.setAccessibleName(empty)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_digits(self, words: str, digits: Sequence[Shown]) -> None:
        """Show these, of so many in ``words``."""
        self._words, self._digits = words.partition(" ")[0], tuple(digits)
        self.setAccessibleName(words)
        self.setAccessibleDescription("; ".join(map(shown_words, digits)))
        self.update()

    def sizeHint(self) -> QSize:
        """A count above some images."""
        return QSize(3 * (SIZE + _GAP), self.fontMetrics().height() + SIZE + _GAP)

    def minimumSizeHint(self) -> QSize:
        """One image."""
        return QSize(SIZE + _GAP, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """The tip tells of the image that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().x() // (SIZE + _GAP)
            some = at < len(self._digits) and event.pos().y() >= self.fontMetrics().height()
            QToolTip.showText(
                event.globalPos(), shown_words(self._digits[at]) if some else "", self
            )
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The count, and the images below it."""
        painter, colours = QPainter(self), tokens(self.palette())
        high = self.fontMetrics().height()
        painter.setPen(colours.text)
        words = QRectF(0, 0, self.width(), high)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, self._words)
        for at, digit in enumerate(self._digits):
            left = at * (SIZE + _GAP)
            if left + SIZE <= self.width():
                room = QRectF(left, high + _GAP, SIZE, SIZE)
                draw_pixels(painter, room, gray_image(digit.image))


def _alignment(number: int) -> Qt.AlignmentFlag:
    """Figures to the right, images to the left."""
    side = Qt.AlignmentFlag.AlignRight if number < 2 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
