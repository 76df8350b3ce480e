from collections.abc import Callable
from typing import Literal, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks.closest.ddn import DDN
from advgui.core.attacks.closest.penalty import Penalty
from advgui.core.parameters import Missing, Parameter, Value, parameter_table
from advgui.ui.theme.zoom import Zoom
from advgui.ui.widgets.parameter_panel import ParameterPanel, defaults_button

Keep = Callable[[QWidget], QWidget]
Scale = Literal["linear", "log"]
Kind = TypeVar("Kind", bound=QWidget)
ROWS = (
    Parameter(name="steps", title="Steps", default=100, help="How many.", minimum=1, maximum=5000),
    Parameter(
        name="rate",
        title="η",
        default=0.5,
        help="How far.",
        minimum=0.01,
        maximum=10,
        scale="log",
    ),
    Parameter(name="start", title="Start", default="noise", help="?", choices=("noise", "drawing")),
    Parameter(name="alike", title="Look-alike", default=True, help="Whether."),
)
DEFAULTS: dict[str, Value] = {row.name: row.default for row in ROWS}


# The screen that is not there says so whenever a window has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


@pytest.fixture
def defaults(keep: Keep) -> QToolButton:
    made = defaults_button()
    keep(made)
    return made


@pytest.fixture
def panel(qtbot: QtBot, keep: Keep, defaults: QToolButton) -> ParameterPanel:
    made = ParameterPanel(defaults=defaults)
    keep(made)
    made.set_table(ROWS, {})
    made.resize(900, 100)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def changes(panel: ParameterPanel) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    panel.changed.connect(lambda name, value: heard.append((name, value)))
    return heard


def find(panel: QWidget, kind: type[Kind], name: str) -> Kind:
    found = panel.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def retype(box: QAbstractSpinBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_values_without_a_setting_are_the_defaults(panel: ParameterPanel) -> None:
    assert panel.values() == DEFAULTS
    panel.set_table(ROWS, {"steps": 7, "start": "drawing"})
    assert panel.values() == DEFAULTS | {"steps": 7, "start": "drawing"}


def test_setting_values_shows_them_and_tells_nobody(
    panel: ParameterPanel, changes: list[tuple[str, object]]
) -> None:
    wanted: dict[str, Value] = {"steps": 321, "rate": 0.0625, "start": "drawing", "alike": False}
    panel.set_values(wanted)
    assert panel.values() == wanted
    assert find(panel, QAbstractSpinBox, "steps").text() == "321"
    assert find(panel, QAbstractSpinBox, "rate").text() == "0.0625"
    assert find(panel, QComboBox, "start").currentText() == "drawing"
    assert not find(panel, QCheckBox, "alike").isChecked()
    panel.set_table(parameter_table(Penalty), {})
    assert changes == []


def test_a_typed_number_is_told_once_and_in_its_own_type(
    panel: ParameterPanel, changes: list[tuple[str, object]]
) -> None:
    retype(find(panel, QAbstractSpinBox, "steps"), "250")
    retype(find(panel, QAbstractSpinBox, "rate"), "2")
    assert changes == [("steps", 250), ("rate", 2.0)]
    assert [type(value) for _, value in changes] == [int, float]


def test_a_word_and_a_switch_are_told(
    panel: ParameterPanel, changes: list[tuple[str, object]]
) -> None:
    QTest.keyClick(find(panel, QComboBox, "start"), Qt.Key.Key_Down)
    QTest.keyClick(find(panel, QCheckBox, "alike"), Qt.Key.Key_Space)
    assert changes == [("start", "drawing"), ("alike", False)]


def test_defaults_come_back_with_one_button(
    panel: ParameterPanel, defaults: QToolButton, changes: list[tuple[str, object]]
) -> None:
    assert not defaults.isEnabled()
    panel.set_values({"steps": 3, "alike": False})
    assert defaults.isEnabled()
    QTest.mouseClick(defaults, Qt.MouseButton.LeftButton)
    assert panel.values() == DEFAULTS
    assert changes == [("steps", 100), ("alike", True)]
    assert not defaults.isEnabled()


def test_another_table_takes_the_place_of_the_first(panel: ParameterPanel, qtbot: QtBot) -> None:
    panel.set_table(parameter_table(DDN), {})
    assert set(panel.values()) == {row.name for row in parameter_table(DDN)}
    qtbot.waitUntil(lambda: panel.findChild(QComboBox, "start") is None, timeout=2000)


def test_every_control_has_its_title_and_its_help(panel: ParameterPanel) -> None:
    for row in ROWS:
        control = find(panel, QWidget, row.name)
        assert control.accessibleName() == row.title
        assert control.accessibleDescription() == row.help
        assert find(panel, QWidget, f"field-{row.name}").toolTip() == row.help
    titles = {label.text() for label in panel.findChildren(QLabel)}
    assert titles == {"Steps", "η", "Start"}
    assert find(panel, QCheckBox, "alike").text() == "Look-alike"


def test_a_disabled_panel_cannot_be_changed(
    panel: ParameterPanel, changes: list[tuple[str, object]]
) -> None:
    panel.set_values({"steps": 5})
    panel.setEnabled(False)
    QTest.mouseClick(find(panel, QCheckBox, "alike"), Qt.MouseButton.LeftButton)
    assert changes == []
    assert panel.values()["steps"] == 5


def test_a_narrow_panel_wraps_and_keeps_all_in_sight(panel: ParameterPanel) -> None:
    one_row = panel.heightForWidth(panel.sizeHint().width())
    panel.resize(330, panel.heightForWidth(330))
    assert panel.height() >= 2 * one_row
    for row in ROWS:
        control = find(panel, QWidget, f"field-{row.name}")
        corner = control.mapTo(panel, control.rect().bottomRight())
        assert panel.rect().contains(corner)


def test_what_is_missing_has_words_at_its_place_and_no_control(panel: ParameterPanel) -> None:
    panel.set_table((Missing("Steps", "one", "There is no more to do."), *ROWS[1:]), {})
    rate = find(panel, QWidget, "field-rate").x()
    assert set(panel.values()) == {row.name for row in ROWS[1:]}
    shown = [label for label in panel.findChildren(QLabel) if label.text() == "one"]
    cells = [label.parentWidget() for label in shown]
    assert [cell.toolTip() for cell in cells if cell is not None] == ["There is no more to do."]
    panel.set_table(ROWS, {})
    assert find(panel, QWidget, "field-rate").x() == rate


def test_explained_every_control_stands_beside_its_sentence(qtbot: QtBot, keep: Keep) -> None:
    made = ParameterPanel(explained=True)
    keep(made)
    made.set_table(ROWS, {})
    made.resize(600, 200)
    made.show()
    qtbot.waitExposed(made)
    for row in ROWS:
        control = find(made, QWidget, f"field-{row.name}")
        words = next(one for one in made.findChildren(QLabel) if one.text() == row.help)
        assert words.parentWidget() is control.parentWidget()
        assert words.x() > control.x()


def test_words_in_place_of_a_control_take_no_more_room_than_they_need_at_any_size(
    panel: ParameterPanel, zoom: Zoom
) -> None:
    panel.set_table((Missing("Budget", "none: the smallest L2", "It has none."), *ROWS[1:]), {})
    panel.show()
    words = next(one for one in panel.findChildren(QLabel) if one.text().startswith("none"))
    before = words.size()
    zoom.set_percent(200)
    assert words.heightForWidth(words.width()) <= words.height()
    zoom.set_percent(100)
    assert words.size() == before
