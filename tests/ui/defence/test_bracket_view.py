"""The bracket of the drawing is told while the page is seen."""

import re

from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from advgui.lab.defence.proof import Question
from advgui.lab.defence.proof_text import NOTHING_TO_PROVE
from advgui.ui.defence.page import DefendPage
from advgui.ui.session.controller import Controller
from tests.lab.states import drawing
from tests.ui.find import click, find

PATIENCE_MS = 30_000


def words(page: DefendPage) -> str:
    return find(page, QLabel, "bracket-words").text()


def asked(page: DefendPage) -> Question | None:
    return page.bracket.prover.proof.question


def wait_for(page: DefendPage, qtbot: QtBot, start: str) -> None:
    qtbot.waitUntil(lambda: words(page).startswith(start), timeout=PATIENCE_MS)


def test_it_says_below_what_nothing_alters_the_drawing_and_what_does(
    page: DefendPage, qtbot: QtBot
) -> None:
    wait_for(page, qtbot, "No change below")
    proven, attacked = map(float, re.findall(r"\d\.\d+", words(page)))
    assert 0 < proven <= attacked < 1


def test_the_norm_is_chosen_beside_it(
    page: DefendPage, controller: Controller, qtbot: QtBot
) -> None:
    wait_for(page, qtbot, "No change below")
    click(page, "bracket-l2")
    assert controller.state.bracket_norm == "l2"
    assert find(page, QToolButton, "bracket-l2").isChecked()
    qtbot.waitUntil(lambda: "(L2)" in words(page), timeout=PATIENCE_MS)


def test_with_nothing_drawn_it_says_so_and_a_new_drawing_is_looked_into(
    page: DefendPage, controller: Controller, qtbot: QtBot
) -> None:
    controller.clear()
    assert words(page) == NOTHING_TO_PROVE
    controller.draw(drawing(4))
    wait_for(page, qtbot, "No change below")


def test_where_nobody_looks_nothing_is_looked_into(
    page: DefendPage, controller: Controller
) -> None:
    page.hide()
    controller.draw(drawing(4))
    assert page.bracket.prover.proof.question is None
    page.show()
    question = asked(page)
    assert question is not None
    assert question.image is controller.state.image
