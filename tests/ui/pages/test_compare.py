from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from advgui.ui.pages.compare import Compare
from tests.ui.pages.fake_window import FakeWindow


def test_it_shows_the_attack_in_one_of_its_views(
    window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    page = Compare()
    made = keep(page.make(window))
    seen = [page.shows_attack]
    button = made.findChild(QToolButton, "compare-all")
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    seen.append(page.shows_attack)
    assert seen == [True, False]
    assert ("look", None) in window.used
    page.close()


def test_one_that_was_never_shown_can_be_closed() -> None:
    page = Compare()
    page.close()
    assert page.work is None
    assert not page.shows_attack
