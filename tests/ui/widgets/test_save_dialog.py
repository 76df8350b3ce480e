"""Where images and outcome go: what saving there does is said before, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.outcome_file import FILES
from advgui.ui.widgets.save_dialog import SaveDialog
from tests.ui.find import click, find

Ask = Callable[[Path], SaveDialog]


@pytest.fixture
def chosen() -> list[Path]:
    return []


@pytest.fixture
def ask(
    application: object, qtbot: QtBot, keep: Callable[[QWidget], QWidget], chosen: list[Path]
) -> Ask:
    window = keep(QWidget())
    window.show()
    qtbot.waitExposed(window)

    def opened(folder: Path) -> SaveDialog:
        made = SaveDialog(window, folder, chosen.append)
        made.open()
        qtbot.waitExposed(made)
        return made

    return opened


def retype(dialog: QDialog, text: str) -> None:
    line = find(dialog, QLineEdit, "save-path")
    line.selectAll()
    QTest.keyClicks(line, text)


def press_enter(dialog: QDialog) -> None:
    QTest.keyClick(find(dialog, QLineEdit, "save-path"), Qt.Key.Key_Return)


def offered(dialog: QDialog) -> set[str]:
    return {
        one.objectName()
        for one in dialog.findChildren(QPushButton)
        if one.isVisible() and one.isEnabled()
    }


def test_enter_saves_in_the_folder_that_is_offered(
    ask: Ask, chosen: list[Path], tmp_path: Path
) -> None:
    dialog = ask(tmp_path / "3 as 7")
    assert "The folder is made" in dialog.accessibleDescription()
    press_enter(dialog)
    assert chosen == [tmp_path / "3 as 7"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("typed", ["mine", "deep/mine"])
def test_a_name_that_is_typed_is_beside_the_one_offered(
    ask: Ask, chosen: list[Path], tmp_path: Path, typed: str
) -> None:
    dialog = ask(tmp_path / "3 as 7")
    retype(dialog, typed)
    press_enter(dialog)
    assert chosen == [tmp_path / typed]


def test_a_tilde_is_the_home_folder(
    ask: Ask, chosen: list[Path], tmp_path: Path, home: Path
) -> None:
    dialog = ask(tmp_path / "3 as 7")
    retype(dialog, "~/mine")
    click(dialog, "save-here")
    assert chosen == [home / "mine"]


def test_an_earlier_outcome_is_replaced_only_by_who_says_so(
    ask: Ask, chosen: list[Path], tmp_path: Path
) -> None:
    (tmp_path / FILES[0]).write_bytes(b"")
    dialog = ask(tmp_path)
    assert FILES[0] in dialog.accessibleDescription()
    assert offered(dialog) == {"save-browse", "save-fresh", "save-replace", "save-cancel"}
    press_enter(dialog)
    assert chosen == [tmp_path.with_name(f"{tmp_path.name} 2")]
    again = ask(tmp_path)
    click(again, "save-replace")
    assert chosen[1:] == [tmp_path]


def test_without_a_name_nothing_can_be_saved(ask: Ask, chosen: list[Path], tmp_path: Path) -> None:
    dialog = ask(tmp_path / "3 as 7")
    retype(dialog, " ")
    assert offered(dialog) == {"save-browse", "save-cancel"}
    assert find(dialog, QPushButton, "save-here").toolTip() == "Type the name of a folder first"
    assert dialog.accessibleDescription() == ""
    press_enter(dialog)
    assert chosen == []


@pytest.mark.parametrize("way", ["save-cancel", "Esc"])
def test_who_cancels_saves_nothing(ask: Ask, chosen: list[Path], tmp_path: Path, way: str) -> None:
    dialog = ask(tmp_path / "3 as 7")
    if way == "Esc":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        click(dialog, way)
    assert chosen == []
    assert not dialog.isVisible()


def test_a_folder_can_be_looked_for_from_the_nearest_that_is_there(
    ask: Ask, tmp_path: Path
) -> None:
    dialog = ask(tmp_path / "not" / "yet")
    click(dialog, "save-browse")
    look = find(dialog, QFileDialog, "save-look")
    assert Path(look.directory().absolutePath()) == tmp_path
    (tmp_path / "there").mkdir()
    look.fileSelected.emit(str(tmp_path / "there"))
    look.reject()
    assert find(dialog, QLineEdit, "save-path").text() == str(tmp_path / "there")
