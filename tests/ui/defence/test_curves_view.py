"""Three curves over the budget, measured on request; every state of it has its words."""

import csv
import io

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from advgui.lab.worker.messages import Failed, JobFinished, JobProgress
from advgui.ui.defence.curves_view import CurvesPlot, plot_data
from advgui.ui.defence.page import DefendPage
from advgui.ui.plotting.export import table
from advgui.ui.session.controller import Controller
from tests.lab.defence.curves import curves
from tests.ui.find import click, find


@pytest.fixture(autouse=True)
def no_mnist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)


def offered(page: DefendPage) -> tuple[bool, bool, bool]:
    """Whether Measure, Stop and Cancel can be pressed."""
    names = (f"robustness-{name}" for name in ("start", "stop", "cancel"))
    start, stop, cancel = (find(page, QPushButton, name).isEnabled() for name in names)
    return start, stop, cancel


def tip(page: DefendPage, name: str) -> str:
    return find(page, QPushButton, f"robustness-{name}").toolTip()


def words(page: DefendPage) -> str:
    return find(page, QLabel, "robustness-words").text()


def tell(page: DefendPage, report: object) -> None:
    """As if the worker had reported it."""
    page.curves.measurer._background.reported.emit(report)


def test_a_click_measures_the_network_as_it_stands_and_another_drops_it(
    page: DefendPage, controller: Controller
) -> None:
    assert offered(page) == (True, False, False)
    assert {tip(page, name) for name in ("stop", "cancel")} == {"Nothing is being measured"}
    controller.choose_defence("threshold")
    click(page, "robustness-start")
    assert tip(page, "start") == "A network is being measured"
    request = page.curves.measurer.state.job
    assert request is not None
    assert request.network is controller.state.network
    assert request.norm == controller.state.bracket_norm
    assert offered(page) == (False, True, True)
    assert words(page).startswith("Measuring")
    click(page, "robustness-cancel")
    assert offered(page) == (True, False, False)
    assert "nothing of it was kept" in words(page)


def test_curves_grow_with_their_progress_and_rest_at_the_end(page: DefendPage) -> None:
    click(page, "robustness-start")
    tell(page, JobProgress(1, curves(done=1050)))
    progress, plot = find(page, QProgressBar, "robustness-progress"), page.curves.plot
    assert progress.value() / progress.maximum() == 0.5
    assert "Aware" in plot.accessibleDescription()
    tell(page, JobFinished(1, curves(), stopped=False))
    assert progress.value() == 0
    assert words(page).startswith("Measured in L∞ on 100 digits")
    assert offered(page) == (True, False, False)


def test_why_it_failed_is_told_in_its_place(page: DefendPage) -> None:
    click(page, "robustness-start")
    tell(page, Failed(1, "The file is damaged."))
    assert words(page) == "The file is damaged."
    assert offered(page) == (True, False, False)


def test_a_measurement_of_another_network_says_so(page: DefendPage, controller: Controller) -> None:
    click(page, "robustness-start")
    tell(page, JobFinished(1, curves(), stopped=False))
    controller.choose_defence("threshold")
    assert "Of “" in words(page)


def test_the_axis_along_is_called_by_its_norm(page: DefendPage) -> None:
    click(page, "bracket-l2")
    click(page, "robustness-start")
    plot = find(page, CurvesPlot, "robustness-plot")
    assert plot.along == "L2"


def test_a_curve_of_which_nothing_is_known_is_left_out() -> None:
    shown = plot_data(curves(defended=False))
    assert [curve.name for curve in shown.curves] == ["proven", "aware"]
    assert tuple(shown.values["aware"].tolist()) == curves().aware


def test_its_table_has_a_line_for_each_budget() -> None:
    found = list(csv.reader(io.StringIO(table(plot_data(curves()), "Budget").decode())))
    assert found[0] == ["Budget", "Proven", "Aware", "Unaware"]
    assert [float(line[0]) for line in found[1:]] == list(curves().budgets)
    assert float(found[3][2]) == 0.84
