"""On every page, at usual sizes of window and of text: all is in reach, and all words are whole.

One window is resized; a page or a tab that is added is looked at, too. Scale factors of the
screen are for a whole process: ``test_screens`` has them.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget

from tests.e2e.on_screen import can_be_reached, controls, is_dot
from tests.e2e.user import SEVEN, User
from tests.e2e.whole_text import cut, shortened, tips

#: Width, height, and the size of text in percent.
SIZES = (
    (1024, 640, 100),
    (1366, 768, 125),
    (1920, 1080, 150),
    (1920, 1080, 200),
)


@pytest.fixture
def after(user: User) -> Iterator[User]:
    """A user who has attacked a digit."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    yield user
    user.window.zoom.set_percent(100)


def pages(user: User) -> Iterator[str]:
    """Show every page, and one after another what it shows behind tabs."""
    window = user.window
    for name in [page.name for page in window.pages.pages]:
        window.pages.choose(name)
        QTest.qWait(20)
        page = window.pages.page(name)
        assert page is not None
        yield name
        for bar in [one for one in page.findChildren(QTabBar) if one.isVisible()]:
            for number in range(1, bar.count()):
                bar.setCurrentIndex(number)
                QTest.qWait(20)
                yield f"{name}, {bar.tabText(number)}"


def problems(window: QWidget) -> Iterator[str]:
    """What is wrong with what the window shows now."""
    with shortened() as words:
        window.grab()
    told = tips(window)
    yield from (f"cut: {one}" for one in cut(window))
    yield from (
        f"shortened: {one}"
        for one in sorted(words)
        if not all(part in told for part in one.split(" · "))
    )
    for one in controls(window):
        if not can_be_reached(one):
            yield f"out of reach: {one.objectName()}"
        if is_dot(one):
            yield f"too small: {one.objectName()}"


def test_everything_is_in_reach_and_all_words_are_whole(after: User) -> None:
    window, found = after.window, []
    for shown in pages(after):
        for width, height, percent in SIZES:
            window.zoom.set_percent(percent)
            window.resize(width, height)
            QTest.qWait(30)
            place = f"{shown} at {width} x {height}, {percent} %"
            found += [f"{place}: {one}" for one in problems(window)]
    assert found == []
