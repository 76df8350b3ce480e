"""The view of whom every network's image fools: begun, watched, stopped, chosen from."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from advgui.lab.attack.transitions import drawn
from advgui.lab.comparison import transfer_text as words
from advgui.lab.drawing.model import Drawing
from advgui.lab.networks.library import Library
from advgui.ui.comparison.transfer_view import TransferView
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import LIGHT, palette
from tests.lab.requests import image, network
from tests.ui.long_run import make_it_long

PATIENCE_MS = 30_000


class Few(Library):
    """Two small networks, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._entries = {}
        for seed in (21, 22):
            self.add(network(seed))


@pytest.fixture
def view(
    qtbot: QtBot, keep: Callable[[TransferView], TransferView], controller: Controller
) -> Iterator[TransferView]:
    made = keep(TransferView(controller, Few()))
    made.setPalette(palette(LIGHT))
    made.resize(600, 500)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_work()


def button(view: TransferView, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def headline(view: TransferView) -> str:
    found = view.findChild(QLabel, "transfer-headline")
    assert isinstance(found, QLabel)
    return found.text()


def click(view: TransferView, name: str) -> None:
    QTest.mouseClick(button(view, name), Qt.MouseButton.LeftButton)


def test_a_click_attacks_every_network_and_shows_each_image_to_all(
    view: TransferView, controller: Controller, qtbot: QtBot
) -> None:
    assert headline(view) == words.BEFORE
    assert button(view, "transfer-stop").toolTip() == "No network is being attacked"
    click(view, "transfer-start")
    assert not button(view, "transfer-start").isEnabled()
    assert button(view, "transfer-start").toolTip() == "Networks are being attacked"
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE_MS)
    rows = view.job.state.rows
    assert len(rows) == 2
    for row in rows:
        for shown in row.shown:
            assert shown.adversarial == shown.network.read(row.outcome.adversarial)
            assert np.array_equal(row.outcome.original, controller.state.image)
    told = words.headline(view.job.state, controller.state.image)
    qtbot.waitUntil(lambda: headline(view) == told)
    assert view.table.rows.words(1) == words.row_words(rows[1])
    assert button(view, "transfer-start").isEnabled()
    progress = view.findChild(QProgressBar, "transfer-progress")
    assert isinstance(progress, QProgressBar)
    assert progress.value() == progress.maximum()


def test_every_network_is_attacked_inside_the_region_that_is_painted(
    view: TransferView, controller: Controller, qtbot: QtBot
) -> None:
    controller.choose_attack("masked")
    controller.set_parameter("mask", "painted")
    region = np.zeros((28, 28), np.bool_)
    region[4:9, 4:20] = True
    controller.set_region(region)
    click(view, "transfer-start")
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE_MS)
    for row in view.job.state.rows:
        changed = row.outcome.adversarial != row.outcome.original
        assert changed.any()
        assert not changed[~region].any()


def test_another_drawing_is_told(view: TransferView, controller: Controller, qtbot: QtBot) -> None:
    click(view, "transfer-start")
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE_MS)
    controller.go(drawn(controller.state, Drawing(base=image(7))))
    details = view.findChild(QLabel, "transfer-details")
    assert isinstance(details, QLabel)
    qtbot.waitUntil(lambda: details.text() == words.EARLIER)


def test_a_stop_ends_it_at_once(view: TransferView, controller: Controller) -> None:
    make_it_long(controller)
    click(view, "transfer-start")
    click(view, "transfer-stop")
    assert not view.job.state.running
    assert headline(view) == "Stopped before anything was found."
    assert button(view, "transfer-start").isEnabled()


def test_an_empty_sheet_cannot_be_attacked(
    view: TransferView, controller: Controller, qtbot: QtBot
) -> None:
    controller.clear()
    qtbot.waitUntil(lambda: not button(view, "transfer-start").isEnabled())
    assert headline(view) == words.NOTHING_DRAWN
    view.start()
    assert not view.job.state.running


def test_closing_in_the_midst_of_it_ends_the_worker(
    view: TransferView, controller: Controller, qtbot: QtBot
) -> None:
    make_it_long(controller)
    click(view, "transfer-start")
    qtbot.waitUntil(lambda: view.job.state.step > 0, timeout=PATIENCE_MS)


def test_a_click_on_a_row_chooses_its_network(view: TransferView, controller: Controller) -> None:
    place = view.table.row_rect(1).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.network.name == "small 2"


def test_it_goes_on_while_nobody_looks_and_is_there_afterwards(
    view: TransferView, controller: Controller, qtbot: QtBot
) -> None:
    click(view, "transfer-start")
    view.hide()
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE_MS)
    view.show()
    assert headline(view) == words.headline(view.job.state, controller.state.image)
    assert view.table.rows.words(0) == words.row_words(view.job.state.rows[0])
