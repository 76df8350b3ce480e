"""The newest drawing is looked into; what comes late of an older one is never told."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.lab.defence.proof import Question
from advgui.ui.defence.prover import Prover
from tests.lab.requests import image, network

NETWORK = network()
PATIENCE_MS = 30_000


@pytest.fixture
def prover(qapp: QApplication) -> Iterator[Prover]:
    made = Prover()
    yield made
    made.close()


def about(seed: int) -> Question:
    return Question(NETWORK, image(seed), "linf")


def test_a_pen_that_moves_ends_with_the_bracket_of_the_last_image(
    prover: Prover, qtbot: QtBot
) -> None:
    questions = [about(seed) for seed in range(1, 8)]
    tickets = set[int]()
    prover.changed.connect(lambda: tickets.add(prover.proof.ticket))
    for question in questions:
        prover.ask(question)
    qtbot.waitUntil(lambda: prover.proof.ended, timeout=PATIENCE_MS)
    assert prover.proof.question is questions[-1]
    assert prover.proof.bracket is not None
    assert len(tickets) == 2  # those between were never looked at


def test_at_rest_nothing_is_told_any_more(prover: Prover, qtbot: QtBot) -> None:
    prover.ask(about(1))
    prover.rest()
    with qtbot.assertNotEmitted(prover.changed, wait=300):
        pass
    assert prover.proof.question is None
    prover.ask(about(2))
    qtbot.waitUntil(lambda: prover.proof.bracket is not None, timeout=PATIENCE_MS)
    assert prover.proof.question is not None


def test_another_network_is_looked_into_at_once(prover: Prover, qtbot: QtBot) -> None:
    prover.ask(about(1))
    other = Question(network(5), image(1), "linf")
    prover.ask(other)
    assert prover.proof.question is other
    qtbot.waitUntil(lambda: prover.proof.bracket is not None, timeout=PATIENCE_MS)
