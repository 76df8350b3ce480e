"""The table of whom every network's image fools: begun, watched, stopped, chosen from."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from advgui.core.generators import drive
from advgui.lab.attack.transitions import drawn
from advgui.lab.comparison import transfer_text as words
from advgui.lab.comparison.transfer import AttackSetup, TransferRow, transfer_row
from advgui.lab.drawing.model import Drawing
from advgui.lab.networks.library import Library
from advgui.ui.comparison.transfer_rows import TransferRows
from advgui.ui.comparison.transfer_view import TransferView
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.lab.requests import image, network
from tests.lab.states import fresh
from tests.ui.screenshots import painted, share_of

PATIENCE = 30_000


class Few(Library):
    """Two small networks, and nothing else."""

    def __init__(self) -> None:
        self._entries, self._networks = {}, {}
        for seed in (21, 22):
            self.add(network(seed))


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    made = Controller(fresh())
    yield made
    made.close()


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
    click(view, "transfer-start")
    assert not button(view, "transfer-start").isEnabled()
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE)
    rows = view.job.state.rows
    assert len(rows) == 2
    for row in rows:
        for shown in row.shown:
            assert shown.adversarial == shown.network.read(row.outcome.adversarial)
            assert np.array_equal(row.outcome.original, controller.state.image)
    told = words.headline(view.job.state, controller.state.image)
    qtbot.waitUntil(lambda: headline(view) == told)
    assert view.rows.words(1) == words.row_words(rows[1])
    assert button(view, "transfer-start").isEnabled()
    progress = view.findChild(QProgressBar, "transfer-progress")
    assert isinstance(progress, QProgressBar)
    assert progress.value() == progress.maximum()


def test_another_drawing_is_told(view: TransferView, controller: Controller, qtbot: QtBot) -> None:
    click(view, "transfer-start")
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE)
    controller.go(drawn(controller.state, Drawing(base=image(7))))
    details = view.findChild(QLabel, "transfer-details")
    assert isinstance(details, QLabel)
    qtbot.waitUntil(lambda: details.text() == words.EARLIER)


def test_a_stop_ends_it_at_once(view: TransferView, controller: Controller) -> None:
    controller.set_parameter("steps", 5000)
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
    controller.set_parameter("steps", 5000)
    click(view, "transfer-start")
    qtbot.waitUntil(lambda: view.job.state.step > 0, timeout=PATIENCE)


def test_a_click_on_a_row_chooses_its_network(view: TransferView, controller: Controller) -> None:
    rows = view.rows
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.cell(1).center().toPoint())
    assert controller.state.network.name == "small 2"


def found(count: int) -> tuple[TransferRow, ...]:
    """What a few networks' images do, without attacks: any image will do."""
    networks = [network(seed) for seed in range(count)]
    state = fresh()
    setup = AttackSetup(image=state.image, goal=None, attack=state.attack)
    rows = []
    for one in networks:
        (outcome,) = drive(setup.attack.run(one, setup.problem(one), seed=0))
        rows.append(transfer_row(networks, one, outcome))
    return tuple(rows)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_who_is_fooled_is_told_by_colour_and_the_whole_ground_is_painted(
    qtbot: QtBot,
    keep: Callable[[TransferRows], TransferRows],
    scale: float,
    colours: object,
) -> None:
    tokens = DARK if colours is DARK else LIGHT
    rows = keep(TransferRows())
    rows.setPalette(palette(tokens))
    rows.set_titles(("One", "Two", "Three"))
    rows.resize(560, rows.fitting_height(300))
    rows.show()
    qtbot.waitExposed(rows)
    before = painted(rows, scale)
    rows.set_rows(found(3))
    after = painted(rows, scale)
    assert share_of(before, tokens.fooled_text) == 0
    assert share_of(after, tokens.fooled_text) > 0
    assert not (after == (255, 0, 255)).all(axis=-1).any()


def test_it_goes_on_while_nobody_looks_and_is_there_afterwards(
    view: TransferView, controller: Controller, qtbot: QtBot
) -> None:
    click(view, "transfer-start")
    view.hide()
    qtbot.waitUntil(lambda: view.job.state.complete, timeout=PATIENCE)
    view.show()
    assert headline(view) == words.headline(view.job.state, controller.state.image)
    assert view.rows.words(0) == words.row_words(view.job.state.rows[0])
