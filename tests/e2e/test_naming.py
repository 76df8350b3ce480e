"""What is named on the screen is what is meant: the network, the goal, the digit that is read."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from advgui.core.zoo import shipped_card
from advgui.ui.attack.timeline import StepSlider
from advgui.ui.network.bars import ConfidenceBars
from advgui.ui.widgets.painted_buttons import PaintedButtons
from tests.e2e.user import SEVEN, User


@pytest.mark.parametrize("name", ["report", "bayes"])
def test_about_names_the_network_in_use(user: User, name: str) -> None:
    user.select("network", name)
    user.choose_action("about")
    dialog = user.find(QDialog, "about")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    card = shipped_card(name)
    assert f"\u201c{card.title}\u201d: {card.training}." in said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.fixture
def drawn(user: User) -> User:
    """A user who has drawn a digit and attacks with few steps."""
    user.make_it_quick()
    user.draw(SEVEN)
    return user


def button(user: User) -> str:
    return user.find(QPushButton, "attack-start").text()


def test_the_button_names_the_goal_that_is_shown(drawn: User) -> None:
    drawn.click("attack-every")
    drawn.wait_until_finished()
    for goal in drawn.run.goals:
        drawn.click_cell("goal-strip", goal)
        drawn.wait_until_shown()
        assert button(drawn) == f"Attack toward {goal}"
        assert f"The goal is {goal}, " in drawn.said("bars")


def test_a_digit_that_is_read_anyway_changes_no_goal(drawn: User) -> None:
    goal = (drawn.reads() + 3) % 10  # not the second best
    drawn.press(str(goal))
    drawn.wait_until_finished()
    drawn.press(str(drawn.reads()))
    assert button(drawn) == f"Attack toward {goal}"
    drawn.press("Return")
    assert drawn.run.goals == (goal,)
    drawn.wait_until_finished()


def test_the_line_below_the_tiles_names_the_goal_of_the_run(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    goal = user.other()
    user.press(str(goal))
    user.wait_until_running(steps=3)
    assert f" toward {goal} reads " in user.words("verdict")
    user.press("Esc")
    user.wait_until_finished()
    user.find(StepSlider, "step-slider").setFocus()
    user.press("Home")
    assert user.words("verdict").startswith(f"Not fooled: still {user.reads()}, not {goal}")


@pytest.mark.parametrize("fooled", [False, True])
def test_the_bar_of_the_digit_that_is_read_offers_nothing_and_says_why(
    drawn: User, fooled: bool
) -> None:
    if fooled:
        drawn.press(str(drawn.other()))
        drawn.wait_until_finished()
    before, bars = drawn.state.run, drawn.find(ConfidenceBars, "bars")
    for digit in range(10):
        QTest.mouseMove(bars, bars.cell(digit).center().toPoint())
        offered = bars.cursor().shape() == Qt.CursorShape.PointingHandCursor
        assert offered == (digit != drawn.reads())
        assert bars.is_hovered(digit) == offered
    drawn.click_bar(drawn.reads())
    told = f"reads it as {drawn.reads()}; click another digit"
    assert told in drawn.message()
    assert told in bars.words(drawn.reads())
    assert drawn.state.run is before


@pytest.mark.parametrize("key", ["Home", "End", "Left"])
def test_every_distance_of_a_step_is_of_the_image_that_is_shown(
    drawn: User, key: str, tmp_path: Path
) -> None:
    drawn.select("attack", "penalty")  # its real numbers leave [0, 1]
    drawn.click("attack-every")
    drawn.wait_until_finished()
    drawn.find(StepSlider, "step-slider").setFocus()
    drawn.press(key)
    change = (drawn.image("adversarial") / 255.0) - (drawn.image("original") / 255.0)
    size = float(np.sqrt((change**2).sum()))
    told = "no change" if size == 0 else f"L2 {size:.2f} "
    assert drawn.said("tile-perturbation").startswith(told)
    drawn.save_in(tmp_path)
    drawn.wait_until(lambda: (tmp_path / "outcome.json").exists())
    saved = json.loads((tmp_path / "outcome.json").read_text())
    assert saved["l2"] == pytest.approx(size, rel=1e-5)
    goal = drawn.run.goal
    assert goal is not None
    strip = drawn.find(PaintedButtons, "goal-strip").words(goal)
    assert strip.endswith(f"{size:.2f}" if saved["fooled"] else "not fooled, \u2013")
    assert "L2 before rounding" in drawn.said("run-plot")
    assert "Distance" not in drawn.said("run-plot")
