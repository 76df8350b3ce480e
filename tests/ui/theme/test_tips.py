"""Long tool tips go on in the next line, and short ones are as they were."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from advgui.ui.theme.style import CalmStyle
from advgui.ui.theme.zoom import zoomed

LONG = "A defence changes every image before the network sees it, and so does the next. " * 3


@pytest.fixture
def asked(qapp: QApplication, keep: Callable[[QWidget], QWidget]) -> Iterator[QWidget]:
    before = qapp.style().name()
    qapp.setStyle(CalmStyle())
    made = keep(QWidget())
    made.show()
    yield made
    QToolTip.hideText()
    qapp.setStyle(before)


def tip(asked: QWidget, words: str, place: QPoint) -> QLabel:
    QToolTip.showText(place, words, asked)
    shown = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
    label = next(one for one in shown if one.isVisible())
    assert isinstance(label, QLabel)
    return label


def test_a_long_tip_is_wrapped_and_all_of_it_is_seen_on_the_screen(asked: QWidget) -> None:
    bottom = asked.screen().geometry().bottom()
    label = tip(asked, LONG, QPoint(50, bottom - 30))
    assert label.width() == zoomed(360)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.geometry().bottom() <= bottom
    assert label.text() == LONG


def test_the_next_tip_has_the_size_of_its_own_words(asked: QWidget) -> None:
    tall = tip(asked, LONG, QPoint(50, 50)).height()
    short = tip(asked, "Fold it", QPoint(60, 60))
    assert short.width() < 150
    assert short.height() < tall / 2
    assert tip(asked, LONG, QPoint(70, 70)).height() == tall
