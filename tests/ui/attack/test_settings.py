"""What is set here is what the next attack is made with."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.core.attacks import ATTACKS
from advgui.core.parameters import parameter_table
from advgui.lab.attack.transitions import (
    attack_chosen,
    confidence_set,
    live_set,
    parameter_set,
    seed_set,
)
from advgui.lab.preferences import LARGEST_SEED
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.parameter_panel import ParameterPanel
from tests.ui.find import click, find

#: What is set in the same place whatever attack is chosen.
SHARED = ("Budget", "Effort", "Confidence")
Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def settings(qtbot: QtBot, keep: Keep, controller: Controller) -> AttackSettings:
    made = AttackSettings(controller)
    for widget in (made, made.top):
        keep(widget).show()
        qtbot.waitExposed(widget)
    return made


def parameter(settings: AttackSettings, name: str) -> QWidget:
    """The control of a parameter, once those of the attack before are gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return find(settings, QWidget, name)


def retype(box: QSpinBox, number: int) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(number))
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_every_attack_is_on_offer_by_its_title(settings: AttackSettings) -> None:
    box = find(settings.top, QComboBox, "attack")
    offered = {box.itemData(index): box.itemText(index) for index in range(box.count())}
    assert offered == {name: attack.title for name, attack in ATTACKS.items()}


def test_another_attack_brings_its_own_parameters(
    settings: AttackSettings, controller: Controller
) -> None:
    box = find(settings.top, QComboBox, "attack")
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert controller.state.attack_name == box.currentData() == box.itemData(1) != "ddn"
    for row in parameter_table(controller.state.attack):
        assert row.title.lower() in parameter(settings, row.name).accessibleName().lower()
    assert controller.state.attack.summary in box.toolTip()


def test_a_parameter_that_is_typed_is_the_attacks(
    settings: AttackSettings, controller: Controller
) -> None:
    retype(find(settings, QSpinBox, "steps"), 321)
    assert controller.state.attack.settings["steps"] == 321


def test_a_seed_is_typed_or_the_next_one_taken(
    settings: AttackSettings, controller: Controller
) -> None:
    box = find(settings.top, QSpinBox, "seed-number")
    retype(box, 41)
    assert controller.state.seed == 41
    click(settings.top, "seed")
    assert controller.state.seed == box.value() == 42
    assert box.maximum() == LARGEST_SEED


def test_live_is_switched_on_and_off_and_tells_the_key_for_it(
    settings: AttackSettings, controller: Controller
) -> None:
    box = find(settings.top, QCheckBox, "live")
    for live in (True, False):
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert controller.state.live == live
    assert box.toolTip().endswith("Esc turns it off")


def test_what_was_set_elsewhere_is_shown(settings: AttackSettings, controller: Controller) -> None:
    state = live_set(seed_set(attack_chosen(controller.state, "penalty"), 9), live=True)
    controller.go(parameter_set(state, "steps", 77))
    assert find(settings.top, QComboBox, "attack").currentData() == "penalty"
    assert find(settings.top, QSpinBox, "seed-number").value() == 9
    assert find(settings.top, QCheckBox, "live").isChecked()
    steps = parameter(settings, "steps")
    assert isinstance(steps, QSpinBox)
    assert steps.value() == 77


@pytest.mark.parametrize("name", ATTACKS)
def test_what_attacks_share_is_always_at_the_same_place(
    settings: AttackSettings, controller: Controller, name: str
) -> None:
    common = find(settings, ParameterPanel, "common-parameters")
    cells = {label.text().split(" (")[0]: label for label in common.findChildren(QLabel)}
    before = {title: cells[title].mapTo(settings, QPoint()) for title in SHARED}
    controller.choose_attack(name)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    after = {label.text().split(" (")[0]: label for label in common.findChildren(QLabel)}
    assert {title: after[title].mapTo(settings, QPoint()) for title in SHARED} == before
    roles = {row.name for row in parameter_table(ATTACKS[name]) if row.role}
    confident = {"confidence"} if ATTACKS[name].confident else set()
    assert set(common.values()) == roles | confident


def test_the_confidence_is_set_for_all_attacks(
    settings: AttackSettings, controller: Controller
) -> None:
    box = find(settings, QDoubleSpinBox, "confidence")
    box.setValue(2.5)
    assert controller.state.confidence == 2.5
    controller.choose_attack("fgsm")
    shown = parameter(settings, "confidence")
    assert isinstance(shown, QDoubleSpinBox)
    assert shown.value() == 2.5


def test_more_shows_the_methods_own_symbols_each_with_its_sentence(
    settings: AttackSettings, controller: Controller
) -> None:
    own = find(settings, ParameterPanel, "parameters")
    assert not own.isVisible()
    click(settings, "more")
    assert own.isVisible()
    rows = [row for row in parameter_table(controller.state.attack) if row.role is None]
    words = {label.text() for label in own.findChildren(QLabel)}
    assert {row.help for row in rows} | {row.title for row in rows} <= words
    assert controller.state.attack.source in find(settings, QLabel, "attack-source").text()
    click(settings, "more")
    assert not own.isVisible()


@pytest.mark.parametrize("name", ["ddn", "penalty", "fgsm"])
@pytest.mark.parametrize("width", [484, 900])
def test_all_of_more_is_in_sight_however_narrow_it_is(
    settings: AttackSettings, controller: Controller, qtbot: QtBot, name: str, width: int
) -> None:
    controller.choose_attack(name)
    click(settings, "more")
    settings.resize(width, 10)
    qtbot.wait(1)
    settings.resize(width, settings.minimumSizeHint().height())
    qtbot.wait(1)
    for label in settings.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_defaults_come_back_with_one_button(
    settings: AttackSettings, controller: Controller
) -> None:
    button = find(settings, QToolButton, "defaults")
    click(settings, "defaults")
    assert not button.isEnabled()
    changed = (
        parameter_set(controller.state, "steps", 7),
        parameter_set(controller.state, "adapt", 0.2),
        confidence_set(controller.state, 3),
    )
    for state in changed:
        controller.go(state)
        assert button.isEnabled()
        click(settings, "defaults")
        assert controller.state.attack == type(controller.state.attack)()
        assert controller.state.confidence == 0
        assert not button.isEnabled()


def stops(window: QWidget) -> list[str]:
    """Where the Tab key goes, once round the window."""
    round_once = [window]
    while (here := round_once[-1].nextInFocusChain()) is not None and here is not window:
        round_once.append(here)
    names = (
        one.objectName()
        for one in round_once
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    )
    return [name for name in names if name and not name.startswith("qt_")]


def test_the_tab_key_goes_from_left_to_right_and_down_whatever_attack_is_chosen(
    settings: AttackSettings, controller: Controller, qtbot: QtBot, keep: Keep
) -> None:
    window = keep(QWidget())
    lines = QVBoxLayout(window)
    below = QPushButton("below")
    below.setObjectName("below")
    for part in (settings.top, settings, below):
        lines.addWidget(part)
    window.show()
    click(settings, "more")
    for name in ("pgd", "simba", "ddn"):
        controller.choose_attack(name)
        qtbot.wait(1)
        rows = parameter_table(controller.state.attack)
        found = [name for name in stops(window) if not name.endswith("-slider")]
        shared = [row.name for row in rows if row.role is not None]
        if controller.state.attack.confident:
            shared.append("confidence")
        own = [row.name for row in rows if row.role is None]
        assert found[found.index("live") + 1 :] == [*shared, "defaults", "more", *own, "below"]
