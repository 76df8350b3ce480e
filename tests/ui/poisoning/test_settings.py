"""What is chosen by a control is what is trained."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from advgui.ui.poisoning.page import PoisonPage
from advgui.ui.poisoning.poisoner import Poisoner
from tests.ui.find import find


@pytest.mark.parametrize(
    ("name", "row", "wanted"),
    [
        ("poison-architecture", 6, ("architecture", "dense")),
        ("poison-method", 2, ("attack", "label-flips")),
        ("poison-goal", 3, ("goal", 3)),
    ],
)
def test_each_choice_is_taken(
    page: PoisonPage, poisoner: Poisoner, name: str, row: int, wanted: tuple[str, object]
) -> None:
    box = find(page, QComboBox, name)
    box.setFocus()
    while box.currentIndex() != row:
        key = Qt.Key.Key_Down if box.currentIndex() < row else Qt.Key.Key_Up
        QTest.keyClick(box, key)
    assert getattr(poisoner.state.choice, wanted[0]) == wanted[1]
    assert box.accessibleName()


def test_flips_offer_whose_labels_and_each_method_keeps_its_own(
    page: PoisonPage, poisoner: Poisoner
) -> None:
    panel = find(page, QWidget, "poison-parameters")
    assert not panel.isVisible()
    box = find(page, QComboBox, "poison-method")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert panel.isVisible()
    origin = find(page, QComboBox, "origin")
    origin.setFocus()
    QTest.keyClick(origin, Qt.Key.Key_Down)
    assert poisoner.state.choice.poisoning.settings["origin"] == "0"
    assert poisoner.state.choice.attacks["back-door"].settings["rate"] == 0.1


def test_nothing_is_changed_while_both_are_trained(page: PoisonPage, poisoner: Poisoner) -> None:
    poisoner.train()
    assert not page.settings.isEnabled()
    assert page.settings.toolTip() == "Networks are being trained"
    poisoner.cancel()
    assert page.settings.isEnabled()
