"""A defence is chosen, seen, attacked and left for the training, by mouse and keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSlider, QToolButton, QWidget

from advgui.ui.defence.flip_map import FlipMap
from advgui.ui.viewer.tile import Tile
from tests.e2e.conftest import Start
from tests.e2e.user import SEVEN, User


def defending(user: User) -> None:
    """Draw a digit, and go to the page by its key."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.press("Ctrl+2")
    assert user.find(QWidget, "defend-page").isVisible()


def outcome(user: User) -> str:
    return user.words("defend-outcome")


def test_a_drawing_is_seen_through_a_defence_and_attacked_by_who_knows_of_it_and_who_does_not(
    user: User,
) -> None:
    defending(user)
    user.select("defence", "threshold")
    assert user.find(Tile, "stage-1").accessibleName() == "Binary threshold image"
    assert user.find(FlipMap, "flip-map").classes() is not None
    user.click("defend-attack")
    user.wait_until_finished()
    user.wait_until(lambda: outcome(user).startswith("Through “Binary threshold”"))
    user.click("defend-aware")
    assert not user.find(QCheckBox, "aware").isChecked()
    user.press(str(user.other()))
    user.wait_until_finished()
    user.wait_until(lambda: outcome(user).startswith("On the network alone"))
    assert user.run.goal == user.other()
    user.click("defend-attacked")
    assert user.find(Tile, "stage-0").accessibleName() == "Attacked image"


def test_what_is_proven_follows_the_pen(user: User) -> None:
    defending(user)
    user.wait_until(lambda: user.words("bracket-words").startswith("No change below"))
    first = user.words("bracket-words")
    user.draw(((0.3, 0.5), (0.7, 0.5)))
    user.wait_until(lambda: user.words("bracket-words") not in ("", first))
    user.choose_action("new")
    user.wait_until(lambda: user.words("bracket-words").startswith("Draw a digit"))


def test_norm_and_budget_survive_a_restart(start: Start) -> None:
    with start() as user:
        defending(user)
        user.select("defence", "threshold")
        user.click("bracket-l2")
        QTest.keyClick(user.find(QSlider, "flip-budget"), Qt.Key.Key_PageUp)
        budget = user.find(QSlider, "flip-budget").value()
        figure = user.find(QLabel, "flip-figure").text()
    with start() as user:
        user.press("Ctrl+2")
        assert user.find(QToolButton, "bracket-l2").isChecked()
        assert user.find(QSlider, "flip-budget").value() == budget > 25
        assert user.find(QLabel, "flip-figure").text() == figure


def test_a_way_of_training_that_defends_is_a_click_away(user: User) -> None:
    defending(user)
    user.click("defend-train")
    user.choose_action("defend-train-adversarial")
    assert user.find(QWidget, "train-page").isVisible()
    assert user.find(QComboBox, "train-way").currentData() == "adversarial"
