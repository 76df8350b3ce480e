"""The course of a run, as it is plotted: cheap to paint, and called what it is."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.e2e.user import SEVEN, User
from tests.ui.screenshots import WatchedPainter


def test_thousands_of_steps_are_painted_as_what_the_screen_can_show(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.select("network", "report")
    user.type_number("steps", 3000)
    user.draw(SEVEN)
    monkeypatch.setattr("advgui.ui.plotting.chart.QPainter", WatchedPainter)
    WatchedPainter.forget()
    user.press(str(user.other()))
    user.wait_until_finished()
    assert user.run.step == 3000
    chart = user.find(QWidget, "chart")
    chart.grab()
    assert len(WatchedPainter.points) >= 3
    assert max(WatchedPainter.points) <= 2 * chart.width()
    assert max(WatchedPainter.widths) <= 1  # all others are stroked, at a hundred times the cost


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
