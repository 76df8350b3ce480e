"""The page in its window: what it makes is saved as everything else."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advgui.ui.pages.world import World
from advgui.ui.plotting.export import PlotFile
from advgui.ui.world.page import WorldPage
from tests.ui.pages.fake_window import FakeWindow


def test_a_sheet_goes_where_files_are_saved(
    window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    page = World()
    made = keep(page.make(window))
    assert isinstance(made, WorldPage)
    assert page.shows_attack
    file = PlotFile("sheet.pdf", "Sheets to print", b"%PDF-1.4")
    made.sheet_made.emit(file)
    assert window.used == [("export", file)]
    page.close()


def test_one_that_was_never_shown_can_be_closed() -> None:
    page = World()
    page.close()
    assert page.work is None
