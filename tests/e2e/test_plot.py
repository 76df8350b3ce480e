"""The course of a run, as it is plotted: cheap to paint, called what it is, and looked into."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.plotting.chart import Chart
from tests.e2e.train_page import train_quickly
from tests.e2e.user import SEVEN, User
from tests.ui.plotting.plots import (
    LEFT,
    RIGHT,
    double_click,
    drawn_curves,
    move,
    pull,
    shown,
    wheel,
)

# The screen that is not there says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")


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
        assert f"Confidence of the {before}" in user.said(name)
        assert f"Misfit to the {before}" in user.said(name)
        assert "goal" not in user.said(name)


@pytest.fixture
def after(user: User) -> User:
    """A user who has attacked a digit."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    return user


@pytest.fixture
def chart(after: User, qtbot: QtBot) -> Chart:
    return shown(after.find(QWidget, "run-plot"), qtbot)


def choose(user: User, chart: Chart, name: str) -> None:
    """Open the menu by a right click on the curves, and click an entry."""
    QTest.mouseClick(chart.viewport(), RIGHT, pos=chart.area.center().toPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(user.find(QAction, name)).center())


def test_wheel_pull_and_double_click_go_into_a_run_and_out_again(after: User, chart: Chart) -> None:
    step = after.step
    wheel(chart, chart.place_of(20), 6)
    low, high = chart.strips[0].seen()
    assert 0 < low < 20 < high < 30
    pull(chart, chart.place_of(20), 60)
    assert chart.strips[0].seen()[0] < low
    assert after.step == step
    whole = after.find(QToolButton, "run-plot-whole")
    assert whole.isVisible()
    double_click(chart, chart.area.center())
    assert chart.strips[0].seen() == (0.0, 30.0)
    assert not whole.isVisible()


def test_the_line_is_pulled_to_a_step_and_all_of_the_window_follows(
    after: User, chart: Chart
) -> None:
    port = chart.viewport()
    QTest.mousePress(port, LEFT, pos=chart.place_of(after.step).toPoint())
    for step in (20, 12, 7):
        move(chart, chart.place_of(step).toPoint(), LEFT)
        assert after.step == step
        assert after.words("bars-note").startswith(f"Reads step {step} ")
        assert after.said("run-plot").startswith(f"Step {step}:")
        recorded = after.run.recording[step][after.run.selected]
        assert np.array_equal(after.image("adversarial"), recorded)
    QTest.mouseRelease(port, LEFT, pos=chart.place_of(7).toPoint())


def test_the_values_of_the_table_are_those_of_the_run(
    after: User, chart: Chart, tmp_path: Path
) -> None:
    choose(after, chart, "run-plot-csv")
    after.answer("save-plot", tmp_path / "curves.csv")
    after.wait_until((tmp_path / "curves.csv").exists)
    with (tmp_path / "curves.csv").open(newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["Step", "Confidence of the goal", "Misfit", "L2 before rounding"]
    assert [int(row[0]) for row in rows] == list(range(31))
    run = after.run
    for step, row in enumerate(rows):
        logits = np.concatenate([piece.logits for piece in run.recording.pieces])[step]
        sure = run.network.activate(logits[run.selected])[run.goal]
        assert float(row[1]) == pytest.approx(float(sure), rel=1e-6)
    assert float(rows[0][3]) == 0.0
    after.wait_until(lambda: "curves.csv" in after.message())


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_plot_is_saved_as_a_picture_and_nothing_is_replaced_unasked(
    after: User, chart: Chart, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"curves.{ending}"
    path.write_text("mine")
    choose(after, chart, f"run-plot-{ending}")
    after.answer("save-plot", path)
    after.wait_until(lambda: after.window.findChild(QPushButton, "keep") is not None)
    after.click("keep")
    assert path.read_text() == "mine"
    choose(after, chart, f"run-plot-{ending}")
    after.answer("save-plot", path)
    after.wait_until(lambda: after.window.findChild(QPushButton, "replace") is not None)
    after.click("replace")
    after.wait_until(lambda: path.read_bytes() != b"mine")
    assert not QImage(str(path)).isNull()


def test_what_cannot_be_written_is_told(after: User, chart: Chart, tmp_path: Path) -> None:
    choose(after, chart, "run-plot-csv")
    after.answer("save-plot", tmp_path / "nowhere" / "curves.csv")
    after.wait_until(lambda: after.window.findChild(QWidget, "error") is not None)
    assert "nowhere" in after.error()


def test_a_plot_is_copied_as_it_is_seen(after: User, chart: Chart) -> None:
    choose(after, chart, "run-plot-copy")
    copied = QGuiApplication.clipboard().image()
    plot = after.find(QWidget, "run-plot")
    assert copied.width() >= 2 * plot.width()
    assert copied.height() >= 2 * plot.height()
    assert after.message() == "The plot is on the clipboard."


def test_another_goal_of_a_run_is_seen_in_the_same_part(user: User, qtbot: QtBot) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.press("E")
    user.wait_until_finished()
    chart = shown(user.find(QWidget, "run-plot"), qtbot)
    wheel(chart, chart.place_of(20), 4)
    seen, before = chart.strips[0].seen(), user.said("curve-key")
    user.click_cell("goal-strip", (user.run.goal or 0) - 1 if user.run.goal else 4)
    user.wait_until_shown()
    assert chart.strips[0].seen() == seen
    assert user.said("curve-key") != before


def test_the_curves_of_a_training_can_be_looked_into_and_saved(
    train_user: User, qtbot: QtBot, tmp_path: Path
) -> None:
    train_quickly(train_user)
    chart = shown(train_user.find(QWidget, "train-plot"), qtbot)
    wheel(chart, chart.area.center(), 4)
    assert chart.is_zoomed
    train_user.click("train-plot-whole")
    assert chart.strips[0].seen() == (0.0, 2.0)
    choose(train_user, chart, "train-plot-csv")
    train_user.answer("save-plot", tmp_path / "training.csv")
    train_user.wait_until((tmp_path / "training.csv").exists)
    head, *rows = csv.reader((tmp_path / "training.csv").read_text().splitlines())
    assert head == ["Epoch", "Some test digits", "Training digits", "Loss"]
    assert float(rows[-1][0]) == pytest.approx(2.0)
