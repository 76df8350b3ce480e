"""One parameter, one control: what is typed, dragged or chosen is told in the parameter's type."""

from collections.abc import Callable
from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QSlider
from pytestqt.qtbot import QtBot

from advgui.core.parameters import Parameter
from advgui.ui.widgets.fields import ChoiceField, Field, NumberField, SwitchField, field
from tests.ui.find import find

Scale = Literal["linear", "log"]
Show = Callable[[Parameter], Field]

# The screen that is not there says so where a tip tells of a number beyond the limits.
pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

STEPS = Parameter(name="n", title="N", default=100, help="How many.", minimum=1, maximum=5000)
RATE = Parameter(
    name="n", title="η", default=0.5, help="How far.", minimum=0.01, maximum=10, scale="log"
)
START = Parameter(name="n", title="Start", default="noise", help="?", choices=("noise", "drawing"))
ALIKE = Parameter(name="n", title="Alike", default=True, help="Whether.")


@pytest.fixture
def show(qtbot: QtBot, keep: Callable[[Field], Field]) -> Show:
    """Shows the control of a parameter at its default."""

    def make(parameter: Parameter) -> Field:
        made = keep(field(parameter))
        made.set_value(parameter.default)
        made.resize(200, 40)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def heard(shown: Field) -> list[object]:
    values: list[object] = []
    shown.changed.connect(values.append)
    return values


def retype(shown: Field, text: str) -> None:
    box = find(shown, QAbstractSpinBox, "n")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("parameter", "kind"),
    [(STEPS, NumberField), (RATE, NumberField), (START, ChoiceField), (ALIKE, SwitchField)],
)
def test_each_kind_of_parameter_has_its_control(
    show: Show, parameter: Parameter, kind: type[Field]
) -> None:
    shown = show(parameter)
    assert type(shown) is kind
    assert shown.value() == parameter.default
    assert type(shown.value()) is type(parameter.default)
    assert shown.titled == (kind is SwitchField)
    assert shown.toolTip() == parameter.help


def test_a_typed_number_is_told_once_in_its_own_type(show: Show) -> None:
    steps, rate = show(STEPS), show(RATE)
    told = heard(steps), heard(rate)
    retype(steps, "250")
    retype(rate, "2")
    assert told == ([250], [2.0])
    assert isinstance(told[0][0], int)
    assert isinstance(told[1][0], float)


def test_a_number_beyond_the_limits_is_not_taken(show: Show) -> None:
    shown = show(STEPS)
    told = heard(shown)
    retype(shown, "99999")
    steps = shown.value()
    assert isinstance(steps, int)
    assert 1 <= steps <= 5000
    assert all(value == steps for value in told)


def test_the_ends_of_the_slider_are_the_limits(show: Show) -> None:
    shown = show(RATE)
    told, slider = heard(shown), find(shown, QSlider, "n-slider")
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert told == [10.0, 0.01]
    assert find(shown, QAbstractSpinBox, "n").text() == "0.01"


def test_a_slider_that_is_pulled_tells_two_figures(show: Show) -> None:
    shown = show(STEPS)
    told, slider = heard(shown), find(shown, QSlider, "n-slider")
    middle = slider.height() // 2
    places = [QPoint(round(slider.width() * share), middle) for share in (0.02, 0.5)]
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(slider, places[1])
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[1])
    assert told
    number = told[-1]
    assert isinstance(number, int)
    assert 1000 < number < 4000
    assert number % 100 == 0
    assert shown.value() == number


def test_a_log_scale_has_the_geometric_mean_in_the_middle(show: Show) -> None:
    shown = show(RATE)
    slider = find(shown, QSlider, "n-slider")
    slider.setValue((slider.minimum() + slider.maximum()) // 2)
    assert shown.value() == pytest.approx((0.01 * 10) ** 0.5, rel=0.05)


def test_a_word_and_a_switch_are_told(show: Show) -> None:
    start, alike = show(START), show(ALIKE)
    told = heard(start), heard(alike)
    QTest.keyClick(find(start, QComboBox, "n"), Qt.Key.Key_Down)
    QTest.keyClick(find(alike, QCheckBox, "n"), Qt.Key.Key_Space)
    assert told == (["drawing"], [False])


def test_what_is_set_by_the_program_is_shown_and_not_told(show: Show) -> None:
    for parameter, value in ((STEPS, 7), (RATE, 0.25), (START, "drawing"), (ALIKE, False)):
        shown = show(parameter)
        told = heard(shown)
        shown.set_value(value)
        assert shown.value() == value
        assert told == []


@given(share=st.floats(0, 1), scale=st.sampled_from(get_args(Scale)))
def test_every_number_within_the_limits_survives(qapp: object, scale: Scale, share: float) -> None:
    row = Parameter(
        name="n", title="n", default=1.0, help="", minimum=0.001, maximum=30, scale=scale
    )
    number = round(row.minimum + share * (row.maximum - row.minimum), 4)
    made = field(row)
    assert isinstance(made, NumberField)
    made.set_value(number)
    assert made.value() == pytest.approx(number, abs=1e-9)
