"""Once a distillation has ended, one sees whom it stops, and can turn back to the curves."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from advgui.core.training.masking import Masked
from advgui.lab.training import transitions
from advgui.lab.worker.messages import TrainingFinished
from advgui.ui.training.page import TrainPage
from tests.lab.requests import network
from tests.ui.training.states import finished, points, training
from tests.ui.training.train_page import LEFT, show

ROWS = (Masked("As they are", 0.99, 0.985), Masked("FGSM on the cross-entropy", 0.05, 0.9))


def part(page: TrainPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_the_table_is_shown_with_the_network_and_turns_to_the_curves(page: TrainPage) -> None:
    show(page, training())
    turn = page.findChild(QToolButton, "train-turn")
    assert isinstance(turn, QToolButton)
    assert not turn.isVisible()
    state = page._trainer.state
    ended = TrainingFinished(state.ticket, replace(network(), name="mine"), points(0), ROWS)
    show(page, transitions.reported(state, ended))
    table = part(page, "train-masked")
    assert table.isVisible()
    words = [one.text() for one in table.findChildren(QLabel)]
    for told in ("Teacher", "Student", "FGSM on the cross-entropy", "5.0\u00a0%", "90.0\u00a0%"):
        assert told in words
    assert "FGSM on the cross-entropy 5.0" in table.accessibleDescription()
    QTest.mouseClick(turn, LEFT)
    assert not table.isVisible()
    assert part(page, "train-course").isVisible()
    QTest.mouseClick(turn, LEFT)
    assert table.isVisible()


def test_what_has_no_table_shows_its_curves(page: TrainPage) -> None:
    show(page, finished())
    assert part(page, "train-course").isVisible()
    assert not part(page, "train-turn").isVisible()
