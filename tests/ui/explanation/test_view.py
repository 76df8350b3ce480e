"""While it is seen, the view explains the run that is shown, and no other."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import lane_selected
from advgui.lab.explanation.words import NOTHING, RUNNING
from advgui.ui.explanation.view import WhyView
from advgui.ui.plotting import loading
from advgui.ui.session.controller import Controller
from tests.lab.states import ended, other_digit, shown
from tests.ui.find import find
from tests.ui.showing import ShowAt


@pytest.fixture
def view(show_at: ShowAt, controller: Controller) -> Iterator[WhyView]:
    made = show_at(WhyView(controller), 640, 240)
    yield made
    made.close_lane()
    loading.finish()


def words(view: WhyView) -> str:
    return find(view, QLabel, "why-words").text()


def phase(view: WhyView) -> str:
    return view.explainer.state.phase


def complete(view: WhyView) -> bool:
    value = view.explainer.state.value
    return value is not None and value.complete


def test_it_waits_for_an_attack_and_explains_it_and_its_other_goals(
    view: WhyView, controller: Controller, qtbot: QtBot
) -> None:
    assert words(view) == NOTHING
    controller.go(aimed(controller.state, "every"))
    assert words(view) == RUNNING
    controller.go(ended(controller.state))
    run = shown(controller.state)
    qtbot.waitUntil(lambda: complete(view), timeout=20_000)
    assert f"toward {run.goal}" in [one.line for one in view.pictures.shown()]
    change = view.pictures.shown()[1].image
    assert change is not None
    assert run.outcome is not None
    np.testing.assert_array_equal(
        change.values, run.outcome.adversarial.astype(np.int16) - run.original
    )
    other = next(goal for goal in run.goals if goal != run.goal)
    controller.go(lane_selected(controller.state, other))
    assert view.pictures.shown()[0].image is None  # nothing of the one before is left
    qtbot.waitUntil(lambda: complete(view), timeout=20_000)
    assert f"toward {other}" in [one.line for one in view.pictures.shown()]


def test_nothing_is_asked_while_it_is_hidden(
    view: WhyView, controller: Controller, qtbot: QtBot
) -> None:
    view.hide()
    controller.go(ended(aimed(controller.state, other_digit(controller.state))))
    assert phase(view) == "none"
    view.show()
    assert phase(view) == "running"
    view.hide()
    assert phase(view) == "cancelled"
    view.show()
    qtbot.waitUntil(lambda: complete(view), timeout=20_000)
