"""In the world: views of the newest attack, a sheet of it, and the photo of a sheet."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advgui.core.world.raster import rasterised
from advgui.lab.world.surviving import NOTHING
from advgui.ui.plotting.export import PlotFile
from advgui.ui.session.controller import Controller
from advgui.ui.world.page import WorldPage
from tests.sheets import page as sheet_page
from tests.ui.find import click, find


def words(page: WorldPage) -> str:
    return find(page, QLabel, "world-words").text()


def attack(qtbot: QtBot, controller: Controller) -> None:
    label = controller.state.reading.label if controller.state.reading else 0
    controller.attack((label + 1) % 10)

    def ended() -> bool:
        return bool(controller.state.run and controller.state.run.outcomes)

    qtbot.waitUntil(ended, timeout=30_000)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    Image.fromarray(rasterised(sheet_page(), 80)).save(path, quality=92)
    return path


def test_before_there_is_an_attack_it_is_said_what_to_do(page: WorldPage) -> None:
    button = find(page, QPushButton, "world-print")
    assert not button.isEnabled()
    assert "attack the drawing first" in button.toolTip()
    assert page.wall.accessibleDescription() == NOTHING


def test_an_attack_is_looked_at_in_a_thousand_views_and_can_be_printed(
    qtbot: QtBot, page: WorldPage, controller: Controller
) -> None:
    attack(qtbot, controller)
    qtbot.waitUntil(lambda: page.survey.state.phase == "finished", timeout=60_000)
    assert "1,000 random views" in words(page)
    found = page.survey.state.value
    assert found is not None
    assert found.done == 1000
    with qtbot.waitSignal(page.sheet_made) as made:
        click(page, "world-print")
    (file,) = made.args
    assert isinstance(file, PlotFile)
    assert (file.name, file.content[:5]) == ("sheet.pdf", b"%PDF-")


def test_what_is_hidden_is_not_looked_at(
    qtbot: QtBot, page: WorldPage, controller: Controller
) -> None:
    page.hide()
    attack(qtbot, controller)
    assert page.survey.state.job is None


def test_a_photo_that_is_dropped_is_read_and_judged(
    qtbot: QtBot, page: WorldPage, photo: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: page.reader.state.phase == "finished", timeout=60_000)
    assert "ooled by your photo" in words(page)
    assert page.photo.isVisible()
    click(page, "world-views")
    assert page.wall.isVisible()
    assert not words(page)


def test_what_is_no_photo_is_told_in_its_place(
    qtbot: QtBot, page: WorldPage, tmp_path: Path
) -> None:
    path = tmp_path / "notes.jpg"
    path.write_bytes(b"no photo")
    page.read_photo(path)
    qtbot.waitUntil(lambda: page.reader.state.phase == "failed", timeout=60_000)
    assert words(page) == "notes.jpg: not a PNG or JPEG image."
