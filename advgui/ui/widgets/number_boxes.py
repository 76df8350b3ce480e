"""Boxes to type a number into: whatever is typed or pasted is taken, or answered in words."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPalette, QStatusTipEvent, QValidator
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QSpinBox, QToolTip

from advgui.core.language import numeral, tr
from advgui.core.numerals import MINUS
from advgui.core.printable import printable
from advgui.ui.theme.tokens import tokens

_State = QValidator.State
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: So much of what was typed is told again.
_TOLD: Final = 20


class DecimalBox(QDoubleSpinBox):
    """Any number; writes 0.05, not 0.0500, as the language does, and reads point and comma."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale.c())
        self._answer = _Answer(self, tr("numbers"))

    def textFromValue(self, value: float) -> str:
        """As few figures as it takes."""
        return numeral(value, ".6g").replace(MINUS, "-")  # as it is typed

    def valueFromText(self, text: str) -> float:
        """What the text stands for; the old value if that is no number."""
        number = _decimal(text)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed; only a number within the limits is taken as it is."""
        return _judged(_decimal(text), self.minimum(), self.maximum()), text, position

    def fixup(self, text: str) -> str:
        """Answer what cannot be taken as it is: with the nearest that can, or the old value."""
        number = _decimal(text)
        kept = self.value() if number is None else _nearest(self, number)
        return self._answer.instead(text, self.textFromValue(kept), number is not None)

    def event(self, event: QEvent) -> bool:
        """Enter takes what is typed, and Escape drops it, before the window's keys."""
        return _takes(self, event) or super().event(event)


class WholeBox(QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale.c())
        self._answer = _Answer(self, tr("whole numbers"))

    def textFromValue(self, value: int) -> str:
        """Its figures."""
        return str(value)

    def valueFromText(self, text: str) -> int:
        """What the text stands for; the old value if that is no whole number."""
        number = _whole(text)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed; only a whole number within the limits is taken as it is."""
        return _judged(_whole(text), self.minimum(), self.maximum()), text, position

    def fixup(self, text: str) -> str:
        """Answer what cannot be taken as it is: with the nearest that can, or the old value."""
        number = _whole(text)
        kept = self.value() if number is None else round(_nearest(self, number))
        return self._answer.instead(text, self.textFromValue(kept), number is not None)

    def event(self, event: QEvent) -> bool:
        """Enter takes what is typed, and Escape drops it, before the window's keys."""
        return _takes(self, event) or super().event(event)


NumberBox = DecimalBox | WholeBox


class _Answer(QObject):
    """Marks a box whose text was not taken as it was typed, and says why, until it changes."""

    def __init__(self, box: NumberBox, sort: str) -> None:
        super().__init__(box)
        self._box, self._sort = box, sort
        self._words, self._tip = "", ""
        box.lineEdit().textEdited.connect(self._forget)
        box.valueChanged.connect(self._forget)

    def instead(self, typed: str, kept: str, is_number: bool) -> str:
        """What stands there instead of what was typed, which is told in a moment."""
        if typed.strip():
            box = self._box
            low, high = _text(box, box.minimum()), _text(box, box.maximum())
            what = printable(typed.strip()[:_TOLD])
            took = tr("{name} takes {sort} from {low} to {high}: {what} became {kept}.")
            kept_old = tr(
                "{name} takes {sort} from {low} to {high}: “{what}” is none, and {kept} stays."
            )
            self._words = (took if is_number else kept_old).format(
                name=box.accessibleName(), sort=self._sort, low=low, high=high, what=what, kept=kept
            )
            QTimer.singleShot(0, self, self._tell)  # once it has the focus who gets it now
        return kept

    def _tell(self) -> None:
        box, palette = self._box, QPalette()
        if not box.isVisible():
            return  # a tip that outlives the window would keep the program from ending
        palette.setColor(QPalette.ColorRole.Text, tokens(box.palette()).fooled_text)
        self._tip = box.toolTip()
        box.setPalette(palette)
        box.setToolTip(self._words)
        QApplication.sendEvent(box, QStatusTipEvent(self._words))
        QToolTip.showText(box.mapToGlobal(QPoint(0, box.height() // 2)), self._words, box)

    def _forget(self) -> None:
        if self._words and self._box.toolTip() == self._words:
            self._box.setPalette(QPalette())
            self._box.setToolTip(self._tip)
            QApplication.sendEvent(self._box, QStatusTipEvent(""))
            self._words = ""


def _takes(box: NumberBox, event: QEvent) -> bool:
    """Whether a key is for what is typed and not taken yet; Escape drops that here."""
    if not isinstance(event, QKeyEvent) or box.text() == _text(box, box.value()):
        return False
    dropped = event.key() == Qt.Key.Key_Escape
    if event.type() == QEvent.Type.ShortcutOverride and (dropped or event.key() in _ENTER):
        event.accept()
        return True
    if event.type() == QEvent.Type.KeyPress and dropped:
        box.lineEdit().setText(_text(box, box.value()))
        box.selectAll()
        return True
    return False


def _text(box: NumberBox, value: float) -> str:
    return box.textFromValue(value) if isinstance(box, DecimalBox) else str(round(value))


def _decimal(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", ".").replace(MINUS, "-"))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _whole(text: str) -> int | None:
    try:
        return int(text.strip().replace(MINUS, "-"))
    except ValueError:
        return None


def _judged(number: float | None, low: float, high: float) -> QValidator.State:
    known = number is not None and low <= number <= high
    return _State.Acceptable if known else _State.Intermediate


def _nearest(box: NumberBox, number: float) -> float:
    return min(max(number, box.minimum()), box.maximum())
