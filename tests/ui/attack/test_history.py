"""What of a run is plotted, and when its plot is at rest."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from advgui.lab.attack.curves import Curves
from advgui.ui.attack.history import RunPlot, run_curves, run_data
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.plotting.plots import said, shown
from tests.ui.screenshots import painted, share_of

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def plot(qtbot: QtBot, keep: Callable[[RunPlot], RunPlot]) -> RunPlot:
    made = keep(RunPlot())
    made.setPalette(palette(LIGHT))
    made.resize(600, 220)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_curve_of_a_label_to_get_away_from_is_called_so(plot: RunPlot, qtbot: QtBot) -> None:
    ones = np.ones(11)
    plot.set_data(run_data(Curves(goal=ones, misfit=ones, distance=ones), away=7))
    assert said(plot).startswith(
        "Confidence of the 7 before rounding 100\u00a0%; Misfit to the 7 before rounding 1.000"
    )
    shown(plot, qtbot)
    assert share_of(painted(plot), LIGHT.goal, 60) == 0


def test_it_says_that_its_curves_are_not_of_the_image_that_the_bars_are_of(plot: RunPlot) -> None:
    assert "real numbers" in plot.toolTip()
    assert "Misfit: half the squared distance between the sigmoids" in plot.toolTip()


def test_the_confidence_alone_is_a_share_and_no_two_curves_look_alike() -> None:
    for away in (None, 7):
        curves = run_curves(away)
        assert [curve.share for curve in curves] == [True, False, False]
        assert len({(curve.colour, curve.line) for curve in curves}) == 3


def test_a_step_that_is_chosen_in_the_plot_is_told_as_a_number(plot: RunPlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.scrubbed) as heard:
        plot.placed.emit(6.999)
    assert heard.args == [7]
    assert plot.where(7.0) == "Step 7"


def test_the_names_by_which_it_is_known_stay(plot: RunPlot) -> None:
    assert plot.objectName() == "run-plot"
    assert plot.accessibleName() == "Course of the run"
    for name in ("run-plot-menu", "run-plot-whole"):
        assert plot.findChild(QToolButton, name) is not None


def test_a_run_that_counts_queries_has_them_along_and_a_place_means_a_step(
    plot: RunPlot, qtbot: QtBot
) -> None:
    ones, queries = np.ones(4), np.array([2, 52, 102, 102])
    data = run_data(Curves(goal=ones, misfit=ones, distance=ones, queries=queries))
    plot.set_run(data, "queries", None)
    np.testing.assert_array_equal(data.places, queries)
    plot.set_step(1)
    assert plot.where(52) == "Query 52"
    for place, step in ((0, 0), (20, 0), (40, 1), (102, 2), (500, 3)):
        with qtbot.waitSignal(plot.scrubbed) as heard:
            plot.placed.emit(float(place))
        assert heard.args == [step]
    plot.set_run(run_data(Curves(goal=ones, misfit=ones, distance=ones)), "steps", None)
    assert plot.where(3.0) == "Step 3"
