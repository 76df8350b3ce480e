"""A page is a module: nothing else has to be told of it."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabBar
from pytestqt.qtbot import QtBot

from advgui.ui import app, pages
from advgui.ui.pages import Host, Page, all_pages
from advgui.ui.session.settings import NoSettings

HELLO = '''"""A page that greets."""

from PySide6.QtWidgets import QLabel, QWidget

from advgui.ui.pages import Host, Page


class Hello(Page):
    """Greets, and tells of the window that it is in."""

    name, title, order = "hello", "Hello", 25

    def make(self, host: Host) -> QWidget:
        """Build it."""
        return QLabel(f"Hello {host.controller.state.network.name}")


PAGE = Hello
'''
EARLY = """
import sys
from advgui.ui.pages import all_pages
print(*(page.title for page in all_pages()), sep="\\n")
sys.exit("numpy" in sys.modules)
"""


class Plain(Page):
    """A page that says nothing of itself."""

    name, title, order = "plain", "Plain", 1

    def make(self, host: Host) -> QLabel:
        return QLabel()


@pytest.fixture
def hello(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A page in one more file."""
    (tmp_path / "hello.py").write_text(HELLO, "utf-8")
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    yield
    sys.modules.pop("advgui.ui.pages.hello", None)
    vars(pages).pop("hello", None)


@pytest.mark.usefixtures("hello")
def test_a_page_in_one_more_file_has_a_tab_a_menu_entry_and_a_key(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window = app.make_window(qapp, NoSettings())
    try:
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        tabs = window.findChild(QTabBar, "page-tabs")
        assert isinstance(tabs, QTabBar)
        titles = [tabs.tabText(number) for number in range(tabs.count())]
        place = titles.index("Hello")
        assert titles.index("Train") < place < titles.index("Compare")
        (menu,) = (one for one in window.findChildren(QMenu) if one.title() == "&View")
        assert "Hello" in [action.text() for action in menu.actions()]
        QTest.keySequence(window, f"Ctrl+{place + 1}")
        shown = window.pages.page("hello")
        assert isinstance(shown, QLabel)
        assert shown.isVisible()
        assert shown.text() == f"Hello {window.controller.state.network.name}"
    finally:
        window.close()
        window.deleteLater()


def test_no_two_pages_have_the_same_name_or_place() -> None:
    found = all_pages()
    assert found[0].name == "attack"
    assert len({page.name for page in found}) == len({page.order for page in found}) == len(found)
    assert [page.order for page in found] == sorted(page.order for page in found)


def test_what_the_tabs_show_needs_no_arithmetic() -> None:
    command = [sys.executable, "-W", "error", "-c", EARLY]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [page.title for page in all_pages()]


def test_a_page_that_says_nothing_of_itself_is_never_in_the_way() -> None:
    page, then = Plain(), list[str]()
    assert page.work is None
    assert not page.shows_attack
    page.keep_work(lambda: then.append("went on"))
    page.close()
    assert then == ["went on"]
