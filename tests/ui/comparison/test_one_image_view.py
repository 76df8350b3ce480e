"""The page follows pen and run while it is seen, one network at a time, and rests while not."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advgui.core.errors import NetworkFileError
from advgui.core.images import Bytes
from advgui.core.nn.network import Network, Reading
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import drawn, network_chosen
from advgui.lab.comparison import one_image_text as words
from advgui.lab.drawing.model import Drawing
from advgui.lab.networks.library import Library
from advgui.ui.comparison.one_image_view import OneImageView
from advgui.ui.session.controller import Controller
from tests.lab.requests import image, network
from tests.lab.states import ended, other_digit

Keep = Callable[[OneImageView], OneImageView]


class Reads:
    """Notes who reads what."""

    def __init__(self) -> None:
        self.made: list[tuple[str, bytes]] = []


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    made, honest = Reads(), Network.read

    def read(self: Network, pixels: Bytes) -> Reading:
        made.made.append((self.name, pixels.tobytes()))
        return honest(self, pixels)

    monkeypatch.setattr(Network, "read", read)
    return made


@pytest.fixture
def library() -> Library:
    made = Library()
    for seed in (21, 22, 23):
        made.add(network(seed))
    return made


@pytest.fixture
def page(qtbot: QtBot, keep: Keep, controller: Controller, library: Library) -> OneImageView:
    made = keep(OneImageView(controller, library))
    made.resize(620, 640)
    made.show()
    qtbot.waitExposed(made)
    settle(made, qtbot)
    return made


def settle(page: OneImageView, qtbot: QtBot) -> None:
    """Until all have read and the words are written."""
    qtbot.waitUntil(lambda: not page._reading.isActive() and not page._writing.isActive())


def said(page: OneImageView, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def attacked(controller: Controller, goal: int | None = None) -> None:
    """The controller's state after an attack, made here and now."""
    state = controller.state
    controller.go(ended(aimed(state, other_digit(state) if goal is None else goal)))


def test_every_network_reads_the_drawing(
    page: OneImageView, controller: Controller, library: Library
) -> None:
    for index, name in enumerate(library.names):
        reading = library.load(name).read(controller.state.image)
        assert f"the drawing: {reading.label}, " in page.table.rows.words(index)
    assert said(page, "compare-headline") == words.NOTHING_MADE


def test_every_network_is_shown_the_adversarial_image(
    page: OneImageView, controller: Controller, library: Library, qtbot: QtBot
) -> None:
    attacked(controller)
    settle(page, qtbot)
    shown = controller.view
    assert shown is not None
    for index, name in enumerate(library.names):
        reading = library.load(name).read(shown.adversarial)
        assert f"the adversarial image: {reading.label}, " in page.table.rows.words(index)
    assert said(page, "compare-headline").startswith("Made against small toward")
    _, adversarial = page.table.head.shown()
    assert adversarial is not None
    assert np.array_equal(adversarial, shown.adversarial)


def test_one_network_reads_each_time_the_event_loop_is_idle(
    page: OneImageView, controller: Controller, library: Library, reads: Reads, qtbot: QtBot
) -> None:
    settle(page, qtbot)
    controller.go(drawn(controller.state, Drawing(base=image(5))))
    reads.made.clear()
    most = 0
    while page._reading.isActive():
        before = len(reads.made)
        QCoreApplication.processEvents()
        most = max(most, len(reads.made) - before)
    assert most == 1
    assert len(reads.made) == len(library.names)


def test_the_newest_drawing_is_read_and_late_ones_are_dropped(
    page: OneImageView, controller: Controller, library: Library, reads: Reads, qtbot: QtBot
) -> None:
    settle(page, qtbot)
    for seed in range(30, 40):
        controller.go(drawn(controller.state, Drawing(base=image(seed))))
    last = controller.state.image.tobytes()
    reads.made.clear()
    settle(page, qtbot)
    assert sorted(reads.made) == sorted((name, last) for name in library.names)


def test_a_hidden_page_reads_nothing(
    page: OneImageView, controller: Controller, library: Library, reads: Reads, qtbot: QtBot
) -> None:
    page.hide()
    controller.go(drawn(controller.state, Drawing(base=image(6))))
    attacked(controller)
    reads.made.clear()
    qtbot.wait(150)
    assert reads.made == []
    page.show()
    settle(page, qtbot)
    assert {name for name, _ in reads.made} >= set(library.names)


def test_a_page_that_is_hidden_while_it_reads_stops(
    page: OneImageView, controller: Controller, reads: Reads, qtbot: QtBot
) -> None:
    controller.go(drawn(controller.state, Drawing(base=image(6))))
    page.hide()
    reads.made.clear()
    qtbot.wait(150)
    assert reads.made == []


def test_showing_the_page_again_reads_only_what_has_changed(
    page: OneImageView, reads: Reads, qtbot: QtBot
) -> None:
    settle(page, qtbot)
    page.hide()
    reads.made.clear()
    page.show()
    settle(page, qtbot)
    assert reads.made == []


def test_a_click_on_a_row_chooses_its_network(
    page: OneImageView, controller: Controller, library: Library, qtbot: QtBot
) -> None:
    place = page.table.row_rect(3).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.network is library.load(library.names[3])


def test_an_attack_stays_comparable_when_another_network_is_chosen(
    page: OneImageView, controller: Controller, library: Library, qtbot: QtBot
) -> None:
    attacked(controller)
    settle(page, qtbot)
    before = said(page, "compare-headline")
    controller.go(network_chosen(controller.state, library.load(library.names[0])))
    settle(page, qtbot)
    assert said(page, "compare-headline") == before
    assert "Made against small" in before


def test_an_earlier_drawing_and_its_return_are_told(
    page: OneImageView, controller: Controller, qtbot: QtBot
) -> None:
    attacked(controller)
    settle(page, qtbot)
    made, first = said(page, "compare-headline"), controller.state.drawing
    controller.go(drawn(controller.state, Drawing(base=image(8))))
    settle(page, qtbot)
    assert said(page, "compare-headline") == words.EARLIER
    controller.go(drawn(controller.state, first))
    settle(page, qtbot)
    assert said(page, "compare-headline") == made


def test_an_empty_sheet_is_no_mistake(
    page: OneImageView, controller: Controller, reads: Reads, qtbot: QtBot
) -> None:
    controller.clear()
    reads.made.clear()
    settle(page, qtbot)
    assert said(page, "compare-headline") == words.NOTHING_DRAWN
    assert reads.made == []
    assert page.table.head.shown() == (None, None)


def test_a_network_that_was_added_gets_a_row(
    page: OneImageView, controller: Controller, library: Library, qtbot: QtBot
) -> None:
    added = library.add(network(44))
    controller.choose_network(added)
    settle(page, qtbot)
    last = len(library.names) - 1
    reading = added.read(controller.state.image)
    assert f"the drawing: {reading.label}, " in page.table.rows.words(last)


def test_a_damaged_network_is_told_in_its_row_and_when_it_is_chosen(
    qtbot: QtBot,
    keep: Keep,
    controller: Controller,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken, honest = library.names[1], library.load

    def load(name: str) -> Network:
        if name == broken:
            raise NetworkFileError("It is damaged.")
        return honest(name)

    monkeypatch.setattr(library, "load", load)
    page = keep(OneImageView(controller, library))
    page.resize(620, 640)
    page.show()
    settle(page, qtbot)
    assert page.table.rows.words(1).endswith(": It is damaged.")
    assert "the drawing" in page.table.rows.words(2)
    before = controller.state.network
    place = page.table.row_rect(1).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.network is before
    assert controller.state.message.words == "It is damaged."


def test_a_defence_that_is_chosen_or_taken_away_is_told_over_the_rows_at_once(
    page: OneImageView, controller: Controller
) -> None:
    for name in ("threshold", None):
        controller.choose_defence(name)
        assert (words.ALONE in page.table.head.accessibleDescription()) == (name is not None)
