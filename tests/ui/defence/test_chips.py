"""Defences are chips between image and network: added, moved, taken out, and set by a click."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton, QWidget

from advgui.ui.defence.page import DefendPage
from advgui.ui.network.defence_chain import DefenceChain
from advgui.ui.session.controller import Controller
from tests.ui.find import click, find

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def names(controller: Controller) -> list[str]:
    return [defence.name for defence in controller.state.defences]


def chip(page: DefendPage, place: int) -> QToolButton:
    return find(page.chips, QToolButton, f"chip-{place}")


def settle() -> None:
    """The chips that were are gone, and those that are have their places."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def _three(page: DefendPage, controller: Controller) -> None:
    for name in ("median", "noise", "bit-depth"):
        find(page.chips, QAction, f"chip-add-{name}").trigger()
    settle()


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
    settle()
    QTest.keyClick(chip(page, 1), Qt.Key.Key_Delete)
    assert names(controller) == ["median", "noise"]


def test_the_keys_that_move_one_do_not_go_to_another_run(page: DefendPage) -> None:
    for key, modifiers, taken in (
        (Qt.Key.Key_Left, ALT, True),
        (Qt.Key.Key_Right, ALT, True),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, False),
    ):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        asked.ignore()
        QApplication.sendEvent(chip(page, 1), asked)
        assert asked.isAccepted() == taken


def lift(page: DefendPage, place: int, to: int, *, right: bool) -> tuple[QToolButton, QPoint]:
    """Drag one to a side of another, and hold it there."""
    taken, over = chip(page, place), chip(page, to).rect()
    end = chip(page, to).mapTo(page.chips, over.center() + QPoint(20 if right else -20, 0))
    QTest.mousePress(taken, LEFT, pos=taken.rect().center())
    QTest.mouseMove(taken, taken.mapFrom(page.chips, end))
    return taken, taken.mapFrom(page.chips, end)


def put_down(taken: QToolButton, where: QPoint) -> None:
    QTest.mouseRelease(taken, LEFT, pos=where)
    settle()


def test_one_is_dragged_to_another_place_where_a_line_says_so(
    page: DefendPage, controller: Controller
) -> None:
    line = find(page.chips, QWidget, "drop-line")
    held = lift(page, 2, 0, right=False)
    assert line.isVisible()
    assert line.geometry().right() < chip(page, 0).geometry().left()
    put_down(*held)
    assert names(controller) == ["bit-depth", "median", "noise"]
    assert not line.isVisible()
    put_down(*lift(page, 0, 1, right=True))
    assert names(controller) == ["median", "bit-depth", "noise"]
    assert not page.findChildren(DefenceChain)


def test_escape_leaves_it_where_it_was_and_so_does_its_own_place(
    page: DefendPage, controller: Controller
) -> None:
    line = find(page.chips, QWidget, "drop-line")
    taken, where = lift(page, 0, 2, right=True)
    assert line.isVisible()
    QTest.keyClick(taken, Qt.Key.Key_Escape)
    assert not line.isVisible()
    put_down(taken, where)
    taken, where = lift(page, 1, 2, right=False)
    assert not line.isVisible()
    put_down(taken, where)
    assert names(controller) == ["median", "noise", "bit-depth"]


def test_a_click_opens_its_settings(page: DefendPage) -> None:
    click(page.chips, "chip-1")
    chain = find(page, DefenceChain, "defence-chain")
    assert chain.isVisible()
    assert find(chain, QListWidget, "chain").currentRow() == 1
    chain.close()
