"""Boxes for numbers take what is typed, or answer in words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advgui.core.language import LANGUAGE_VARIABLE
from advgui.ui.widgets.number_boxes import DecimalBox, NumberBox, WholeBox

# The offscreen platform says so of every tip.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")

Keep = Callable[[QWidget], QWidget]


def shown(box: NumberBox, keep: Keep, qtbot: QtBot) -> None:
    keep(box)
    box.setAccessibleName("Steps")
    box.setRange(1, 100)
    box.setValue(7)
    box.setKeyboardTracking(False)
    box.show()
    qtbot.waitExposed(box)
    box.setFocus()


def retype(box: NumberBox, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    box.selectAll()
    QTest.keyClicks(box, words)
    QTest.keyClick(box, key)


@pytest.mark.parametrize("typed", ["2.5", "2,5", " 2.50 ", "25e-1"])
def test_a_decimal_is_read_as_people_write_it(keep: Keep, qtbot: QtBot, typed: str) -> None:
    box = DecimalBox()
    shown(box, keep, qtbot)
    retype(box, typed)
    assert box.value() == 2.5
    assert box.text() == "2.5"


@pytest.mark.parametrize("typed", ["2.5", "2,5"])
def test_a_german_box_has_a_comma_and_takes_the_point_too(
    keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    box = DecimalBox()
    shown(box, keep, qtbot)
    retype(box, typed)
    assert (box.value(), box.text()) == (2.5, "2,5")
    retype(box, typed, Qt.Key.Key_Escape)
    assert box.text() == "2,5"


def test_a_minus_is_as_it_is_typed_and_one_that_is_pasted_is_taken_too(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    box = DecimalBox()
    assert box.textFromValue(-2.5) == "-2,5"
    assert box.valueFromText("\N{MINUS SIGN}2,5") == box.valueFromText("-2,5") == -2.5


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("500", 100, "Steps takes whole numbers from 1 to 100: 500 became 100."),
        (
            "many",
            7,
            "Steps takes whole numbers from 1 to 100: \u201cmany\u201d is none, and 7 stays.",
        ),
        (
            "nan",
            7,
            "Steps takes whole numbers from 1 to 100: \u201cnan\u201d is none, and 7 stays.",
        ),
    ],
)
def test_what_cannot_be_taken_is_answered_in_words(
    keep: Keep, qtbot: QtBot, typed: str, kept: int, told: str
) -> None:
    box = WholeBox()
    shown(box, keep, qtbot)
    retype(box, typed)
    assert box.value() == kept
    qtbot.waitUntil(lambda: box.toolTip() == told)
    retype(box, "8")
    assert box.value() == 8
    assert box.toolTip() == ""


def test_escape_drops_what_is_typed(keep: Keep, qtbot: QtBot) -> None:
    box = WholeBox()
    shown(box, keep, qtbot)
    retype(box, "55", Qt.Key.Key_Escape)
    assert box.text() == "7"
    assert box.value() == 7


@given(st.floats(1, 100, allow_nan=False))
def test_a_decimal_is_written_in_as_few_figures_as_it_takes(qapp: object, number: float) -> None:
    box = DecimalBox()
    text = box.textFromValue(number)
    assert float(text) == pytest.approx(number, rel=1e-5)
    assert "." not in text or not text.endswith("0")
