"""Which words of a window are not seen whole, whatever they are written in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from advgui.ui.theme.text_cache import Texts
from advgui.ui.widgets.elided_label import ElidedLabel

#: Rounding of widths, in pixels.
_SLACK: Final = 1


def cut(window: QWidget) -> list[str]:
    """What is seen of the window and is not seen whole: the widget's name and its words."""
    return [
        f"{one.objectName() or type(one).__name__}: {words}"
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.size().isValid()
        for words in _cut_in(one)
    ]


def _cut_in(one: QWidget) -> Iterator[str]:
    if isinstance(one, ElidedLabel):
        if one.shown() != one.text() and not _told(one, one.text()):
            yield one.text()
    elif isinstance(one, QLabel):
        if one.text() and not _label_is_whole(one):
            yield one.text()
    elif isinstance(one, QComboBox):
        if not _choice_is_whole(one) and not _told(one, one.currentText()):
            yield one.currentText()
    elif isinstance(one, QAbstractButton):
        if _has_words(one) and one.width() + _SLACK < _button_needs(one):
            yield one.text()
    elif isinstance(one, QTabBar):
        yield from _cut_tabs(one)


def tips(window: QWidget) -> str:
    """All that tips say of what is seen: of widgets, and of the items of lists."""
    seen = [one for one in window.findChildren(QWidget) if one.isVisible()]
    said = [one.toolTip() for one in seen]
    for view in seen:
        model = view.model() if isinstance(view, QAbstractItemView) else None
        if model is not None:
            items = (model.index(row, 0) for row in range(model.rowCount()))
            said += [str(item.data(Qt.ItemDataRole.ToolTipRole) or "") for item in items]
    return "\n".join(said)


def _told(one: QWidget, words: str) -> bool:
    """Whether the tip has what is not seen."""
    return words in one.toolTip()


def _label_is_whole(one: QLabel) -> bool:
    room = one.contentsRect().size()
    if one.wordWrap():
        return one.heightForWidth(one.width()) <= one.height() + _SLACK
    wanted = one.sizeHint()
    return wanted.width() <= one.width() + _SLACK and _line(one) <= room.height() + _SLACK


def _line(one: QWidget) -> int:
    metrics = QFontMetrics(one.font())
    return metrics.ascent() + metrics.descent()


def _choice_is_whole(one: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    one.initStyleOption(option)
    field = one.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, one
    )
    words = QFontMetrics(one.font()).horizontalAdvance(one.currentText())
    return words <= field.width() - 2 + _SLACK


def _has_words(one: QAbstractButton) -> bool:
    icons = (
        one.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        if isinstance(one, QToolButton)
        else False
    )
    return bool(one.text()) and not (icons and not one.icon().isNull())


def _button_needs(one: QAbstractButton) -> int:
    """The width of its words and its sign, without what is only comfortable."""
    words = one.text().replace("&", "")
    needs = QFontMetrics(one.font()).horizontalAdvance(words)
    if isinstance(one, QCheckBox | QRadioButton):
        return one.sizeHint().width()
    if not one.icon().isNull():
        needs += one.iconSize().width() + 4
    return needs + (8 if isinstance(one, QPushButton) else 4)


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    metrics = QFontMetrics(bar.font())
    upright = bar.shape() in (QTabBar.Shape.RoundedWest, QTabBar.Shape.RoundedEast)
    for number in range(bar.count()):
        if not bar.isTabVisible(number):
            continue
        room, words = bar.tabRect(number), bar.tabText(number).replace("&", "")
        long = room.width() if not upright or room.width() > room.height() else room.height()
        inside = bar.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(room)
        if not inside or metrics.horizontalAdvance(words) > long + _SLACK:
            yield words


@contextmanager
def shortened() -> Iterator[set[str]]:
    """What is painted meanwhile with an ellipsis at its end."""
    found: set[str] = set()
    real = Texts._laid_out

    def laid_out(self: Texts, words: str, role: str, room: float) -> object:
        known = real(self, words, role, room)  # type: ignore[arg-type]
        if known[0].text() != words:
            found.add(words)
        return known

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Texts, "_laid_out", laid_out)
        yield found
