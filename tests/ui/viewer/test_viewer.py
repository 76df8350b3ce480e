"""In the viewer one chooses images and how they are looked at, and reads what is in a pixel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from advgui.ui.viewer.choice import Choice, Mode
from advgui.ui.viewer.viewer import Viewer
from tests.ui.find import click, find
from tests.ui.viewer.tiles import CHANGE, CHANGED, ORIGINAL, empty, four


@pytest.fixture
def viewer(qtbot: QtBot, keep: Callable[[Viewer], Viewer]) -> Viewer:
    made = keep(Viewer(Choice()))
    made.resize(640, 500)
    made.show_tiles(four())
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("mode", ["beside", "swipe", "blink"])
def test_a_button_chooses_how_images_are_looked_at(
    viewer: Viewer, qtbot: QtBot, mode: Mode
) -> None:
    against = find(viewer, QComboBox, "viewer-against")
    assert against.isHidden()
    with qtbot.waitSignal(viewer.changed) as told:
        click(viewer, f"viewer-{mode}")
    assert told.args == [Choice(mode=mode)]
    assert find(viewer, QToolButton, f"viewer-{mode}").isChecked()
    assert against.currentText() == "Original"
    assert not against.isHidden()


def test_a_small_image_is_chosen_to_be_the_large_one(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.changed) as told:
        QTest.keyClick(viewer.small, Qt.Key.Key_Up)
        QTest.keyClick(viewer.small, Qt.Key.Key_Return)
    assert told.args == [Choice(first=1)]


def test_the_values_of_all_four_are_read_in_one_line(viewer: Viewer) -> None:
    words = find(viewer, QLabel, "viewer-readout")
    hint = words.text()
    canvas = viewer.canvas
    QTest.mouseMove(canvas, canvas.zoom.area_of((3, 11), canvas.squares()[0]).center().toPoint())
    change = int(CHANGE[3, 11])
    sign = "\u2212" if change < 0 else "+"
    assert words.text() == (
        f"Row 3, column 11: original {ORIGINAL[3, 11]} {sign} {abs(change)} = "
        f"adversarial {CHANGED[3, 11]}, thresholded {255 * (CHANGED[3, 11] > 127)}."
    )
    canvas.pointed.emit(None)
    assert words.text() == hint


def test_switches_are_told_and_the_way_back_is_there(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.changed) as told:
        find(viewer, QCheckBox, "viewer-stretched").click()
    assert told.args == [Choice(stretched=True)]
    with qtbot.waitSignal(viewer.closed):
        click(viewer, "viewer-back")


def test_the_whole_image_is_offered_only_where_less_is_seen(viewer: Viewer) -> None:
    home = find(viewer, QToolButton, "viewer-home")
    assert home.isHidden()
    find(viewer, QCheckBox, "viewer-numbers").click()
    assert not home.isHidden()
    home.click()
    assert home.isHidden()
    assert viewer.canvas.zoom.is_whole


def test_before_an_attack_there_is_the_drawing_alone(viewer: Viewer) -> None:
    viewer.show_tiles(empty())
    viewer.canvas.pointed.emit((3, 11))
    words = find(viewer, QLabel, "viewer-readout").text()
    assert words == f"Row 3, column 11: original {ORIGINAL[3, 11]}."
