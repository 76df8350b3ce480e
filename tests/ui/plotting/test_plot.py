import csv
import io
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.attack.history import RunPlot
from advgui.ui.plotting import loading
from advgui.ui.plotting.curves import PlotData
from advgui.ui.plotting.export import PlotFile
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, palette
from tests.ui.plotting.plots import LEFT, pull, rising, said, shown, wheel
from tests.ui.qimages import rgb
from tests.ui.screenshots import painted, share_of

EMPTY = "The run's course appears here"

# The screen that is not there says so whenever a window has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def plot(qtbot: QtBot, keep: Callable[[RunPlot], RunPlot]) -> RunPlot:
    made = keep(RunPlot())
    made.setPalette(palette(LIGHT))
    made.resize(600, 220)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def rest(plot: RunPlot, qtbot: QtBot) -> RunPlot:
    """A plot of a run of 1,000 steps that has ended."""
    plot.set_data(rising(1001))
    shown(plot, qtbot)
    return plot


def entry(plot: RunPlot, name: str) -> QAction:
    """An entry of the menu, which a click on its button opens."""
    button = plot.findChild(QToolButton, "run-plot-menu")
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, LEFT)
    found = plot.findChild(QAction, f"run-plot-{name}")
    assert isinstance(found, QAction)
    return found


def close_menu() -> None:
    """Press Escape in the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def choose(plot: RunPlot, name: str) -> object:
    """Choose an entry; what is exported by it."""
    heard: list[object] = []
    plot.exported.connect(heard.append)
    chosen, menu = entry(plot, name), QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(chosen).center())
    (exported,) = heard
    return exported


def test_without_a_run_there_are_words(plot: RunPlot, qtbot: QtBot) -> None:
    chart = shown(plot, qtbot)
    assert plot.accessibleDescription() == EMPTY
    empty = painted(plot)
    plot.set_data(rising(11))
    assert chart.isVisible()
    plot.clear()
    assert plot.accessibleDescription() == EMPTY
    np.testing.assert_array_equal(painted(plot), empty)


def test_until_the_chart_is_there_a_frame_stands_in_its_place(
    plot: RunPlot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "ready", lambda: False)
    plot.set_data(rising(101))
    plot.set_position(40)
    QTest.qWait(50)
    assert plot.findChild(QWidget, "chart") is None
    assert share_of(painted(plot), LIGHT.goal) < 0.001
    assert said(plot).startswith("Confidence of the goal before rounding 40.0\u00a0%")
    assert plot.accessibleDescription().startswith("Step 40: ")
    before = plot.size(), plot.minimumSizeHint()
    monkeypatch.undo()
    chart = shown(plot, qtbot)
    assert (plot.size(), plot.minimumSizeHint()) == before
    assert share_of(painted(chart), LIGHT.goal, 60) > 0.001
    assert chart.strips[0].seen() == (0.0, 100.0)


def test_curves_that_come_while_it_is_hidden_are_drawn_once_it_is_seen(
    rest: RunPlot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart, drawn = shown(rest, qtbot), list[float]()
    draw = chart.set_data

    def noted(data: PlotData, end: float | None = None) -> None:
        drawn.append(data.last)
        draw(data, end)

    monkeypatch.setattr(chart, "set_data", noted)
    rest.hide()
    for count in (11, 51, 101):
        rest.set_data(rising(count))
    assert drawn == []
    assert said(rest).startswith("Confidence of the goal before rounding")
    rest.show()
    assert drawn == [100.0]
    assert chart.strips[0].seen() == (0.0, 100.0)


def test_setting_shows_the_values_of_a_step_and_tells_nobody(plot: RunPlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.scrubbed):
        plot.set_data(rising(101))
        plot.set_position(40)
    assert said(plot).endswith("L2 before rounding 2.000")
    assert plot.accessibleDescription().startswith("Step 40: ")


def test_the_values_are_those_of_the_last_step_there_is(plot: RunPlot) -> None:
    plot.set_data(rising(11))
    plot.set_position(999)
    assert said(plot).startswith(
        "Confidence of the goal before rounding 100\u00a0%; Misfit before rounding 0.000"
    )


def test_a_run_without_steps_is_not_an_error(plot: RunPlot, qtbot: QtBot) -> None:
    plot.set_data(rising(0), 100.0)
    assert shown(plot, qtbot).isVisible()
    assert (
        said(plot)
        == "Confidence of the goal before rounding; Misfit before rounding; L2 before rounding"
    )


def test_the_menu_waits_until_curves_have_come_to_rest(plot: RunPlot, qtbot: QtBot) -> None:
    button = plot.findChild(QToolButton, "run-plot-menu")
    assert isinstance(button, QToolButton)
    plot.set_data(rising(11), 100.0)
    shown(plot, qtbot)
    assert not button.isEnabled()
    plot.set_data(rising(101))
    assert button.isEnabled()
    assert button.accessibleName() == "Plot menu"


def test_no_menu_is_left_when_it_was_opened(rest: RunPlot) -> None:
    entry(rest, "home")
    close_menu()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert rest.findChild(QMenu, "run-plot-actions") is None


def test_the_way_home_is_offered_where_not_all_is_seen(rest: RunPlot, qtbot: QtBot) -> None:
    chart = shown(rest, qtbot)
    home = rest.findChild(QToolButton, "run-plot-whole")
    assert isinstance(home, QToolButton)
    assert not home.isVisible()
    assert not entry(rest, "home").isEnabled()
    close_menu()
    wheel(chart, chart.place_of(500), 5)
    pull(chart, chart.place_of(500), 30)
    assert home.isVisible()
    assert home.text() == "Whole run"
    QTest.mouseClick(home, LEFT)
    assert not chart.is_zoomed
    assert not home.isVisible()
    wheel(chart, chart.place_of(500), 5)
    chosen, menu = entry(rest, "home"), QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(chosen).center())
    assert not chart.is_zoomed


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["copy", "png", "svg"])
def test_what_is_exported_shows_key_and_curves_in_the_colours_of_the_window(
    rest: RunPlot, name: str, theme: Tokens
) -> None:
    rest.setPalette(palette(theme))
    exported = choose(rest, name)
    image = exported if isinstance(exported, QImage) else QImage()
    if isinstance(exported, PlotFile):
        assert exported.name == f"Course of the run.{name}"
        image = drawn(exported.content) if name == "svg" else QImage.fromData(exported.content)
    pixels = rgb(image)
    dense = 1 if name == "svg" else 2
    assert pixels.shape == (dense * (220 + 24), dense * (600 + 24), 3)
    assert share_of(pixels, theme.window) > 0.8
    key, curves = pixels[: dense * 30], pixels[dense * 40 :]
    for part in (key, curves):
        assert share_of(part, theme.goal, 90) > 0.001
        assert share_of(part, theme.muted, 40) > 0.001


def test_nothing_in_an_svg_is_made_of_pixels(rest: RunPlot) -> None:
    exported = choose(rest, "svg")
    assert isinstance(exported, PlotFile)
    assert b"<image" not in exported.content
    for words in (b"Confidence", b"L2, misfit", b"Step", b"100\xc2\xa0%", b"1,000"):
        assert words in exported.content


def drawn(content: bytes) -> QImage:
    """What a viewer makes of an SVG file."""
    renderer = QSvgRenderer(QByteArray(content))
    assert renderer.isValid()
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_the_table_has_every_value_of_every_step(rest: RunPlot) -> None:
    exported = choose(rest, "csv")
    assert isinstance(exported, PlotFile)
    head, *rows = csv.reader(io.StringIO(exported.content.decode()))
    assert head == ["Step", "Confidence of the goal", "Misfit", "L2 before rounding"]
    along = np.linspace(0.0, 1.0, 1001)
    wanted = np.stack([np.arange(1001), along, 1 - along, along * 0 + 2], axis=1)
    assert np.array_equal(np.array(rows, dtype=np.float64), wanted)


def test_the_plot_follows_the_theme(rest: RunPlot) -> None:
    assert share_of(painted(rest), LIGHT.goal, 60) > 0
    rest.setPalette(palette(DARK))
    pixels = painted(rest)
    assert share_of(pixels, DARK.window) > 0.7
    assert share_of(pixels, DARK.goal, 60) > 0


def test_where_curves_cannot_be_drawn_a_sentence_stands_there_and_values_are_told(
    keep: Callable[[RunPlot], RunPlot], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "failure", lambda: "no room for it")
    made = keep(RunPlot())
    made.show()
    told = "Curves cannot be drawn here: no room for it"
    qtbot.waitUntil(lambda: made.accessibleDescription() == told, timeout=30_000)
    made.set_data(rising(11))
    made.set_position(5)
    assert made.findChild(QWidget, "chart") is None
    assert "Confidence of the goal before rounding 50.0" in said(made)
    assert not made.grab().isNull()
