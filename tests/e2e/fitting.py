"""Whether all of the window is in reach and all of its words are whole, on every page."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QTabBar, QWidget

from tests.e2e.on_screen import can_be_reached, controls, is_dot
from tests.e2e.user import SEVEN, User
from tests.e2e.whole_text import cut, shortened, tips

#: Width, height, and the size of text in percent.
Size = tuple[int, int, int]
#: A layout follows larger letters some turns later, before anything is painted: a busy machine
#: may have taken none of them yet. What is wrong has to be so at each of these looks.
_LOOKS: Final = 12
_BETWEEN_MS: Final = 50


def attack(user: User) -> None:
    """So that pages have something to show: a digit, and an attack on it that has ended."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()


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


def misfits(user: User, sizes: Sequence[Size]) -> Iterator[str]:
    """What is wrong with the page that is shown, at each of the sizes."""
    window = user.window
    for width, height, percent in sizes:
        window.zoom.set_percent(percent)
        window.resize(width, height)
        QTest.qWait(30)
        yield from (f"at {width} x {height}, {percent} %: {one}" for one in _lasting(window))


def _lasting(window: QWidget) -> list[str]:
    """What is wrong once all that follows from a change has been done."""
    found = list(_problems(window))
    for _ in range(_LOOKS):
        if not found:
            break
        QTest.qWait(_BETWEEN_MS)
        found = list(_problems(window))
    return found


def _problems(window: QWidget) -> Iterator[str]:
    with shortened() as words:
        window.grab()
    yield from (f"wider than its room: {one}" for one in _too_wide(window))
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


def _too_wide(window: QWidget) -> Iterator[str]:
    """What is cut at its right end, or scrolled to the side."""
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if content is not None and area.isVisibleTo(window):
            wide, room = content.width(), area.viewport().width()
            if wide > room:
                yield f"{type(area.parent()).__name__}, {wide} in {room}"
