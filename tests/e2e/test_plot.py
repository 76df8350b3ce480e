"""The course of a run, as it is plotted: cheap to paint, and called what it is."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.user import SEVEN, User
from tests.ui.plotting.plots import drawn_curves, shown


def test_thousands_of_steps_are_painted_as_what_the_screen_can_show(
    user: User, qtbot: QtBot
) -> None:
    user.select("network", "report")
    user.type_number("steps", 3000)
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    assert user.run.step == 3000
    chart = shown(user.find(QWidget, "run-plot"), qtbot)
    points, pens = drawn_curves(chart)
    assert len(points) == 3
    assert max(points) <= chart.width()
    assert max(pen.widthF() for pen in pens) <= 1  # wider ones take a hundred times as long


def test_the_curve_is_of_the_goal_where_there_is_one(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    assert "Confidence of the goal" in user.said("run-plot")


def test_the_curve_of_a_run_to_any_other_digit_is_of_the_digit_that_was_read(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    before = user.reads()
    user.click("attack-away")
    user.wait_until_finished()
    for name in ("run-plot", "curve-key"):
        assert f"Confidence of the {before} it was read as" in user.said(name)
        assert f"Misfit to the {before}" in user.said(name)
        assert "goal" not in user.said(name)
