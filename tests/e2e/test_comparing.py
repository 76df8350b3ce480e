"""From a drawing to the networks that an attack's image fools too, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from advgui.core.images import Bytes
from advgui.core.nn.network import Network, Reading
from advgui.lab.comparison.one_image_text import EARLIER, NOTHING_DRAWN, NOTHING_MADE
from advgui.lab.networks.library import Library
from advgui.ui.comparison.one_image_header import OneImageHeader
from advgui.ui.comparison.one_image_table import OneImageTable
from advgui.ui.comparison.table import NetworkTable
from advgui.ui.comparison.transfer_table import TransferTable
from tests.e2e.test_closing import ended
from tests.e2e.user import ONE, SEVEN, User

#: The same networks once more, to ask them anew.
LIBRARY = Library()


def open_page(user: User, title: str) -> None:
    """Click a tab."""
    tabs = user.find(QTabBar, "page-tabs")
    (index,) = (i for i in range(tabs.count()) if tabs.tabText(i) == title)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(index).center())


def rows(user: User) -> OneImageTable:
    return user.find(OneImageTable, "comparison-rows")


def click_row(table: NetworkTable, row: int) -> None:
    """Click a row in its middle."""
    place = table.row_rect(row).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def row(user: User, name: str) -> str:
    """What the row of a network shows, in words."""
    return rows(user).rows.words(LIBRARY.names.index(name))


def headline(user: User) -> str:
    return user.words("compare-headline")


@pytest.fixture
def comparing(user: User) -> User:
    """A user who has drawn a digit and opened the page."""
    user.make_it_quick()
    user.draw(SEVEN)
    open_page(user, "Compare")
    user.wait_until(lambda: headline(user) == NOTHING_MADE)
    return user


def all_read(user: User, image: Bytes, what: str) -> bool:
    """Whether each row says what its network makes of an image, asked anew."""
    return all(
        f"{what}: {LIBRARY.load(name).read(image).label}, " in row(user, name)
        for name in LIBRARY.names
    )


def adversarial(user: User) -> bytes:
    """The image that stands above the rows."""
    _, image = user.find(OneImageHeader, "comparison-head").shown()
    assert image is not None
    return image.tobytes()


def fooled_too(user: User) -> tuple[int, int]:
    """How many others are fooled, and how many there are, from fresh readings alone."""
    run, shown = user.run, user.window.controller.view
    assert shown is not None
    others = [LIBRARY.load(name) for name in LIBRARY.names if name != run.network.name]
    led = [
        one.read(run.original).label == run.before.label != one.read(shown.adversarial).label
        for one in others
    ]
    return sum(led), len(others)


def test_draw_attack_compare_and_choose_another_network(comparing: User) -> None:
    comparing.wait_until(lambda: all_read(comparing, comparing.state.image, "the drawing"))
    goal = comparing.other()
    comparing.press(str(goal))
    comparing.wait_until_finished()
    shown = comparing.window.controller.view
    assert shown is not None
    comparing.wait_until(lambda: all_read(comparing, shown.adversarial, "the adversarial image"))
    count, others = fooled_too(comparing)
    told = f"Made against The report's network toward {goal}"
    comparing.wait_until(lambda: headline(comparing).startswith(told))
    comparing.wait_until(lambda: f": fools {count} of {others} other" in headline(comparing))
    assert "the network that was attacked" in row(comparing, "report")

    names = LIBRARY.names
    click_row(rows(comparing), names.index("convolutional"))
    assert comparing.chosen("network") == "convolutional"
    assert comparing.state.network.name == "convolutional"
    assert headline(comparing).startswith(told)  # the image is still of the same attack

    comparing.press(str(comparing.other()))
    comparing.wait_until(
        lambda: headline(comparing).startswith("Made against Convolutional toward")
    )
    comparing.press("Esc")
    comparing.wait_until_finished()


def test_the_page_follows_a_running_attack(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    open_page(user, "Compare")
    user.press(str(user.other()))
    user.wait_until_running(steps=3)
    user.wait_until(lambda: headline(user).endswith("so far."))
    first = adversarial(user)
    user.wait_until(lambda: adversarial(user) != first)
    user.press("Esc")
    user.wait_until_finished()
    shown = user.window.controller.view
    assert shown is not None
    user.wait_until(lambda: all_read(user, shown.adversarial, "the adversarial image"))
    user.wait_until(lambda: headline(user).endswith(("others.", "other.")))


def test_the_page_follows_the_pen(comparing: User) -> None:
    comparing.press("Ctrl+N")
    comparing.wait_until(lambda: headline(comparing) == NOTHING_DRAWN)
    comparing.pen_down(ONE)
    comparing.wait_until(lambda: all_read(comparing, comparing.state.image, "the drawing"))
    comparing.pen_up(ONE)


def test_another_drawing_is_not_judged_by_the_old_attack(comparing: User) -> None:
    comparing.press(str(comparing.other()))
    comparing.wait_until_finished()
    comparing.wait_until(lambda: headline(comparing).startswith("Made against"))
    comparing.draw(ONE)
    comparing.wait_until(lambda: headline(comparing) == EARLIER)
    comparing.press("Ctrl+Z")
    comparing.wait_until(lambda: headline(comparing).startswith("Made against"))


def test_the_keyboard_reaches_the_rows_and_chooses(comparing: User) -> None:
    rows(comparing).setFocus(Qt.FocusReason.TabFocusReason)
    comparing.press("Home")
    comparing.press("Return")
    assert comparing.chosen("network") == LIBRARY.names[0]
    assert comparing.state.run is None  # Return chose a network, and attacked nothing


def test_nothing_is_read_for_a_page_that_is_not_shown(
    comparing: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(comparing, "Attack")
    readers: set[str] = set()
    honest = Network.read

    def read(self: Network, image: Bytes) -> Reading:
        readers.add(self.name)
        return honest(self, image)

    monkeypatch.setattr(Network, "read", read)
    comparing.draw(ONE)
    comparing.press(str(comparing.other()))
    comparing.wait_until_finished()
    assert readers == {"report"}
    open_page(comparing, "Compare")
    comparing.wait_until(lambda: readers == set(LIBRARY.names))


def test_the_window_closes_while_the_networks_read(comparing: User) -> None:
    comparing.draw(ONE)
    ended(comparing)


def test_the_window_closes_during_an_attack_that_is_compared(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    open_page(user, "Compare")
    user.press(str(user.other()))
    user.wait_until_running()
    ended(user)


def test_every_network_is_attacked_and_its_image_shown_to_all(comparing: User) -> None:
    comparing.type_number("steps", 5)
    comparing.click("compare-all")
    comparing.click("transfer-start")
    comparing.wait_until(
        lambda: "shown to others, they fool" in comparing.words("transfer-headline")
    )
    table = comparing.find(TransferTable, "transfer-rows")
    for index, name in enumerate(LIBRARY.names):
        assert table.rows.words(index).startswith(f"Made against {LIBRARY.load(name).card.title}, ")
    click_row(table, 0)
    assert comparing.chosen("network") == LIBRARY.names[0]


def test_the_window_closes_while_every_network_is_attacked(comparing: User) -> None:
    comparing.type_number("steps", 5000)
    comparing.click("compare-all")
    comparing.click("transfer-start")
    comparing.wait_until(
        lambda: "step" in comparing.find(TransferTable, "transfer-rows").rows.words(0)
    )
    ended(comparing)
