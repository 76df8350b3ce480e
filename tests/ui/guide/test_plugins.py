"""The guide has a page about other packages where they bring something, and none elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks.closest.ddn import DDN
from advgui.ui.guide import plugins
from advgui.ui.guide.contents import PLUGINS, contents
from advgui.ui.guide.guide_window import GuideWindow
from advgui.ui.guide.plugins import TITLE, plugins_text


@dataclass(frozen=True, slots=True)
class Foreign(DDN):
    name: ClassVar[str] = "foreign"
    title: ClassVar[str] = "Made elsewhere"


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "ATTACKS", {"ddn": DDN, "foreign": Foreign})


def test_where_all_is_our_own_there_is_no_page() -> None:
    assert plugins_text() == ""
    assert PLUGINS not in contents()


@pytest.mark.usefixtures("foreign")
def test_it_tells_in_its_own_words_what_each_of_them_does_and_can_be_set(
    qtbot: QtBot,
) -> None:
    assert list(contents().items())[-1] == (PLUGINS, TITLE)
    parent = QWidget()
    qtbot.addWidget(parent)
    guide = GuideWindow(parent)
    guide.show_page(PLUGINS)
    page = guide.findChild(QTextBrowser, "guide-page")
    assert isinstance(page, QTextBrowser)
    told = page.toPlainText()
    assert told.startswith(TITLE)
    for words in ("Made elsewhere", "foreign", Foreign.summary, Foreign.source, "steps"):
        assert words in told
    assert told.count("The attack") == 1
