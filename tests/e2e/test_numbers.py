"""Whatever is typed or pasted into a field for a number is taken, or answered in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDoubleSpinBox, QStatusBar

from advgui.__main__ import main
from tests.e2e.user import SEVEN, User

# The screen that is not there says so of every tool tip.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")


@pytest.fixture(params=["C", "de_DE", "en_US"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the user lives."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def box(user: User, name: str) -> QAbstractSpinBox:
    return user.find(QAbstractSpinBox, name)


def write(user: User, name: str, text: str, *, paste: bool = False) -> None:
    """Write over a number and go on to the next field."""
    field = box(user, name)
    field.setFocus()
    field.selectAll()
    if paste:
        QApplication.clipboard().setText(text)
        QTest.keySequence(field, "Ctrl+V")
    else:
        QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def answer(user: User, name: str) -> str:
    """What a field says of what was written into it, at itself and at the foot of the window."""
    user.wait_until(lambda: " takes " in box(user, name).toolTip())
    words = box(user, name).toolTip()
    assert user.find(QStatusBar, "status").currentMessage() == words
    return words


@pytest.mark.parametrize("paste", [False, True])
def test_a_comma_is_a_decimal_point(locale: str, user: User, paste: bool) -> None:
    user.click("more")
    for text, value in (("0,25", 0.25), ("0.35", 0.35), (",5", 0.5), (" 0,45 ", 0.45)):
        write(user, "adapt", text, paste=paste)
        assert user.state.attack.settings["adapt"] == value
        assert box(user, "adapt").text() == f"{value:g}"


@pytest.mark.parametrize("paste", [False, True])
@pytest.mark.parametrize("text", ["7.5", "1,25", "-3", "99999999999"])
def test_a_number_beyond_the_limits_becomes_the_nearest_and_says_so(
    user: User, paste: bool, text: str
) -> None:
    user.click("more")
    write(user, "adapt", text, paste=paste)
    limits = user.find(QDoubleSpinBox, "adapt")
    low, high = limits.minimum(), limits.maximum()
    value = low if text.startswith("-") else high
    assert user.state.attack.settings["adapt"] == value
    told = answer(user, "adapt")
    assert told == f"Adapt takes numbers from {low:g} to {high:g}: {text} became {value:g}."


@pytest.mark.parametrize("paste", [False, True])
@pytest.mark.parametrize("text", ["abc", "1.5", "1,000", "1 2", "inf", "0x10"])
def test_what_is_no_number_is_answered_and_the_old_one_stays(
    user: User, paste: bool, text: str
) -> None:
    user.type_number("steps", 50)
    write(user, "steps", text, paste=paste)
    assert user.state.attack.settings["steps"] == 50
    assert box(user, "steps").text() == "50"
    assert f"“{text}” is none, and 50 stays" in answer(user, "steps")


def test_the_answer_is_gone_with_the_next_number(user: User) -> None:
    before = box(user, "steps").toolTip()
    write(user, "steps", "abc")
    assert answer(user, "steps")
    user.type_number("steps", 60)
    assert box(user, "steps").toolTip() == before
    assert user.find(QStatusBar, "status").currentMessage() == ""


@pytest.mark.parametrize("name", ["seed-number", "steps"])
def test_every_field_for_a_number_answers(user: User, name: str) -> None:
    write(user, name, "99999999999")
    assert "99999999999 became" in answer(user, name)


def test_enter_takes_what_was_typed_and_attacks_with_the_next(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    field = box(user, "steps")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "20")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert user.state.attack.settings["steps"] == 20
    assert user.state.run is None
    QTest.keyClick(field, Qt.Key.Key_Return)
    user.wait_until_finished()
    assert user.run.step == 20


def test_escape_gives_the_old_number_back(user: User) -> None:
    user.type_number("steps", 40)
    field = box(user, "steps")
    field.setFocus()
    QTest.keyClicks(field, "77")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "40"
    assert user.state.attack.settings["steps"] == 40


@pytest.mark.parametrize("text", ["0,25", "7.5", "abc"])
def test_the_command_answers_a_number_that_it_cannot_take(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    Image.new("L", (28, 28), 9).save(tmp_path / "digit.png")
    asked = ["attack", str(tmp_path / "digit.png"), "--goal", "3", "--set", f"adapt={text}"]
    assert main(asked) == 2
    said = capsys.readouterr().err
    assert "adapt is a number from" in said
    assert repr(text) in said
    assert said.count("\n") == 1
