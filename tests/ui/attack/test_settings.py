"""What is set here is what the next attack is made with."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks import ATTACKS
from advgui.core.parameters import parameter_table
from advgui.lab.attack.transitions import attack_chosen, live_set, parameter_set, seed_set
from advgui.lab.preferences import LARGEST_SEED
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.session.controller import Controller
from tests.ui.find import click, find

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
    assert controller.state.attack_name == box.currentData() == list(ATTACKS)[1]
    for row in parameter_table(controller.state.attack):
        assert parameter(settings, row.name).accessibleName() == row.title
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


def test_live_is_switched_on_and_off(settings: AttackSettings, controller: Controller) -> None:
    box = find(settings.top, QCheckBox, "live")
    for live in (True, False):
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert controller.state.live == live


def test_what_was_set_elsewhere_is_shown(settings: AttackSettings, controller: Controller) -> None:
    state = live_set(seed_set(attack_chosen(controller.state, "penalty"), 9), live=True)
    controller.go(parameter_set(state, "steps", 77))
    assert find(settings.top, QComboBox, "attack").currentData() == "penalty"
    assert find(settings.top, QSpinBox, "seed-number").value() == 9
    assert find(settings.top, QCheckBox, "live").isChecked()
    steps = parameter(settings, "steps")
    assert isinstance(steps, QSpinBox)
    assert steps.value() == 77
