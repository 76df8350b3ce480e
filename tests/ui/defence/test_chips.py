"""Defences are chips between image and network: added, moved, taken out, and set by a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton

from advgui.ui.defence.page import DefendPage
from advgui.ui.network.defence_chain import DefenceChain
from advgui.ui.session.controller import Controller
from tests.ui.find import click, find

ALT = Qt.KeyboardModifier.AltModifier


def names(controller: Controller) -> list[str]:
    return [defence.name for defence in controller.state.defences]


def chip(page: DefendPage, place: int) -> QToolButton:
    return find(page.chips, QToolButton, f"chip-{place}")


@pytest.fixture(autouse=True)
def _three(page: DefendPage, controller: Controller) -> None:
    for name in ("median", "noise", "bit-depth"):
        find(page.chips, QAction, f"chip-add-{name}").trigger()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


def test_they_stand_in_the_order_in_which_the_image_goes_through_them(
    page: DefendPage, controller: Controller
) -> None:
    assert names(controller) == ["median", "noise", "bit-depth"]
    places = [chip(page, place).geometry() for place in range(3)]
    assert [(one.y(), one.x()) for one in places] == sorted((one.y(), one.x()) for one in places)
    assert chip(page, 0).text() == "Median smoothing"
    assert "(window 3)" in chip(page, 0).toolTip()


def test_keys_move_one_and_take_it_out(page: DefendPage, controller: Controller) -> None:
    page.activateWindow()
    chip(page, 2).setFocus()
    QTest.keyClick(chip(page, 2), Qt.Key.Key_Left, ALT)
    assert names(controller) == ["median", "bit-depth", "noise"]
    QApplication.sendPostedEvents(None, 52)
    QTest.keyClick(chip(page, 1), Qt.Key.Key_Delete)
    assert names(controller) == ["median", "noise"]


def test_a_click_opens_its_settings(page: DefendPage) -> None:
    click(page.chips, "chip-1")
    chain = find(page, DefenceChain, "defence-chain")
    assert chain.isVisible()
    assert find(chain, QListWidget, "chain").currentRow() == 1
    chain.close()
