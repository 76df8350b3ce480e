"""The way to the adversarial image is plotted from 0 to 200 %, with its line at the turn."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advgui.ui.explanation.way_plot import WayPlot, way_data
from tests.lab.explanation.test_words import explained, line


@pytest.fixture
def plot(keep: Callable[[WayPlot], WayPlot]) -> WayPlot:
    return keep(WayPlot())


def test_its_line_stands_where_the_label_changes(plot: WayPlot) -> None:
    plot.show_explanation(explained())
    assert plot.accessibleDescription().startswith(
        "50\u00a0% of the change: the label changes here"
    )
    assert "where the label changes" in plot.toolTip()
    plot.show_explanation(replace(explained(), way=line(None)))
    assert "label" not in plot.toolTip()
    assert "label" not in plot.accessibleDescription()
    assert plot.accessibleDescription().startswith("100\u00a0% of the change: ")


def test_a_line_that_was_put_elsewhere_stays_when_more_is_known(plot: WayPlot) -> None:
    found = explained()
    plot.show_explanation(replace(found, astray=None))
    plot.set_position(120.0)
    plot.show_explanation(found)
    assert plot.accessibleDescription().startswith("120\u00a0% of the change")


def test_every_curve_is_a_share_and_none_looks_as_another() -> None:
    data = way_data(explained())
    assert data is not None
    assert all(curve.share for curve in data.curves)
    assert data.curves[2].short == "Noise"
    assert len({(curve.colour, curve.line) for curve in data.curves}) == 3
    assert way_data(replace(explained(), way=None)) is None


def test_without_an_explanation_it_says_what_will_be_there(plot: WayPlot) -> None:
    plot.show_explanation(explained())
    plot.show_explanation(None)
    assert "appears here" in plot.accessibleDescription()
