"""The line of an attack on strokes: there when it is needed, and why a button is not enabled."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from advgui.core.digits.gallery import read_gallery
from advgui.core.zoo import load_shipped
from advgui.lab.attack import tracing
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import attack_chosen, opened, parameter_set
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.preferences import Preferences
from advgui.ui.session.controller import Controller
from advgui.ui.strokes.tracing_bar import TracingBar
from tests.lab.states import ended
from tests.ui.find import find

pytestmark = pytest.mark.qt_log_ignore("does not support")

FIVE = Drawing(read_gallery()[5].strokes)


@pytest.fixture
def bar(controller: Controller, keep: Callable[[QWidget], QWidget]) -> TracingBar:
    made = keep(TracingBar(controller))
    assert isinstance(made, TracingBar)
    return made


def test_it_is_there_while_an_attack_on_strokes_is_chosen(
    bar: TracingBar, controller: Controller
) -> None:
    assert bar.isHidden()
    controller.choose_attack("pen")
    assert not bar.isHidden()
    controller.choose_attack("ddn")
    assert bar.isHidden()


def test_a_button_that_is_not_enabled_says_why(bar: TracingBar, controller: Controller) -> None:
    controller.choose_attack("pen")  # on an opened image
    words = find(bar, QLabel, "tracing-words")
    for name in ("draw-over", "take-strokes"):
        button = find(bar, QPushButton, name)
        assert not button.isEnabled()
        assert button.toolTip() == words.text() == tracing.NO_INK


def test_the_guide_is_laid_and_taken_away_by_its_button(
    bar: TracingBar, controller: Controller
) -> None:
    state = opened(load_shipped("report"), Preferences(), History(present=FIVE))
    state = parameter_set(attack_chosen(state, "pen"), "queries", 130)
    controller.go(ended(aimed(state, "away")))
    over, words = find(bar, QPushButton, "draw-over"), find(bar, QLabel, "tracing-words")
    assert words.text() == tracing.OFFER
    over.click()
    guide = controller.state.guide
    assert guide is not None
    assert over.isChecked()
    assert words.text() == tracing.BEGIN
    controller.draw_strokes(guide.after.strokes)
    assert words.text().endswith("fooled by hand.")
    assert words.font().bold()
    over.click()
    assert controller.state.guide is None
    assert not words.font().bold()
    controller.go(tracing.taken(controller.state))
    np.testing.assert_array_equal(controller.state.image, guide.after.image())
