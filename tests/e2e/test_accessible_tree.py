"""What a screen reader finds in the window: Qt's own interface for it, walked on every page."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.e2e.user import SEVEN, User

_Role = QAccessible.Role
_Text = QAccessible.Text

#: What can be used or looked at, and so has to have a name.
NAMED = {
    *(_Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox, _Role.EditableText),
    *(_Role.Slider, _Role.SpinBox, _Role.ProgressBar, _Role.List, _Role.Table, _Role.Graphic),
    *(_Role.PageTab, _Role.PageTabList, _Role.MenuBar, _Role.StatusBar),
}
#: What is Qt's own, in words of its own.
CLOSED = {_Role.MenuBar, _Role.ToolBar, _Role.ComboBox, _Role.Table}


class Node(NamedTuple):
    """What is said of one thing in the window."""

    role: QAccessible.Role
    name: str
    value: str
    description: str
    disabled: bool
    place: str


@pytest.fixture
def listened(user: User) -> Iterator[User]:
    """A user who has attacked a digit and has the screen read."""
    QAccessible.setActive(True)
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    yield user
    QAccessible.setActive(False)


def nodes(found: QAccessibleInterface, place: str = "") -> Iterator[Node]:
    """All that is seen of a thing, from the top, in order."""
    if found.state().invisible:
        return
    name = found.text(_Text.Name)
    owner: QObject | None = found.object()
    place = f"{place}/{'' if owner is None else owner.objectName()}"
    said = (found.text(_Text.Value), found.text(_Text.Description))
    yield Node(found.role(), name, *said, bool(found.state().disabled), place)
    if found.role() not in CLOSED:
        for number in range(found.childCount()):
            child: QAccessibleInterface | None = found.child(number)
            if child is not None:
                yield from nodes(child, place)


def read(user: User) -> list[Node]:
    """The window as it is now: what was not looked at before tells of its parts soon after."""
    whole = QAccessible.queryAccessibleInterface(user.window)
    list(nodes(whole))
    QTest.qWait(200)
    return list(nodes(whole))


def stops(user: User) -> list[str]:
    """Where Tab goes, from the sheet on."""
    first: QWidget = user.canvas
    found, here = [first.objectName()], first.nextInFocusChain()
    while here is not None and here is not first:
        tab = here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.focusProxy() is None
        if tab and here.isVisible() and here.isEnabled():
            found.append(here.objectName())
        here = here.nextInFocusChain()
    return found


def test_on_every_page_all_has_a_name_and_nothing_is_disabled_without_a_reason(
    listened: User,
) -> None:
    window = listened.window
    for page in [one.name for one in window.pages.pages]:
        window.pages.choose(page)
        tree = read(listened)
        nameless = [node.place for node in tree if node.role in NAMED and not node.name]
        assert nameless == [], page
        unexplained = [
            node.place
            for node in tree
            if node.disabled and node.role in NAMED - {_Role.ProgressBar} and not node.description
        ]
        assert unexplained == [], page
        unitless = [
            node.name for node in tree if node.role == _Role.Slider and ":" not in node.name
        ]
        assert [name for name in unitless if name != "Step shown"] == [], page


def test_every_bar_tile_goal_and_drawing_is_a_node_and_tab_goes_through_them_in_order(
    listened: User,
) -> None:
    tree, reads = read(listened), listened.reads()
    bars = [node for node in tree if node.role == _Role.Button and "/bars/" in node.place]
    assert [node.name[0] for node in bars] == [str(digit) for digit in range(10)]
    assert all("%" in node.description for node in bars)
    assert [digit for digit, node in enumerate(bars) if node.disabled] == [reads]
    goals = [node for node in tree if node.name.startswith("Toward ")]
    assert len(goals) == 10
    assert any("fooled" in node.description for node in goals)
    tiles = [node for node in tree if node.role == _Role.Graphic and "/tile-" in node.place]
    assert [node.name for node in tiles] == [
        *("Original image", "Perturbation image", "Adversarial image", "Thresholded image")
    ]
    assert all(node.description for node in tiles)
    assert len([node for node in tree if "/gallery/" in node.place]) == 30
    order = stops(listened)
    wanted = ["canvas", "pen", "gallery", "network", "bars", "attack-start", "goal-strip"]
    assert [name for name in order if name in wanted] == wanted


def test_enter_presses_the_button_that_has_the_focus(user: User) -> None:
    user.draw(SEVEN)
    more = user.find(QWidget, "more")
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert user.find(QWidget, "parameters").isVisible()
    assert user.state.run is None
