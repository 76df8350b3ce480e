import re

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from advgui.core.resources import resource
from advgui.ui.guide.contents import FIRST, contents, page_file
from advgui.ui.pages import all_pages
from advgui.ui.window.actions import make_actions

LINK = re.compile(r"\]\(([^)]+)\)")
NAMES = sorted(path.stem for path in resource("guide").glob("*.md"))


def test_every_page_is_named_by_its_heading_in_the_order_of_the_first() -> None:
    found = contents()
    assert sorted(found) == NAMES
    assert next(iter(found)) == FIRST
    assert all(found.values())
    assert found["attack"] == "Attacking"


def test_the_first_page_leads_to_all_others() -> None:
    linked = {link.removesuffix(".md") for link in LINK.findall(page_file(FIRST).read_text())}
    assert linked == set(NAMES) - {FIRST}


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    for link in LINK.findall(page_file(name).read_text("utf-8")):
        assert link.startswith("https://") or (page_file(name).parent / link).is_file(), link


@pytest.mark.parametrize("page", [page.name for page in all_pages()])
def test_every_page_of_the_window_has_one_in_the_guide(page: str) -> None:
    assert page.replace("_", "-") in NAMES


def test_every_key_of_the_window_is_told(qapp: QApplication) -> None:
    window = QMainWindow()
    told = set(re.findall(r"`([^`]+)`", page_file("keys").read_text("utf-8")))
    for name, action in make_actions(window)._asdict().items():
        one = isinstance(action, QAction)  # the others hold several
        keys = [key.toString() for key in action.shortcuts()] if one else []
        assert not keys or told.intersection(keys), name
    assert all(QKeySequence(keys).count() for keys in told)
