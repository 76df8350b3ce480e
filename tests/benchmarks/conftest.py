"""Benchmarks run once as tests, and are measured with ``--benchmark-enable``.

What they find is printed beside what is aimed at, and stored with ``--benchmark-json``.
No time is asserted: it would say more about the machine than about the code.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.core.attacks import Problem
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from advgui.ui.app import make_window
from advgui.ui.session.python_pauses import short_pauses
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.window.window import MainWindow
from tests.benchmarks.figures import FIGURES, Figure, Note


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures = terminalreporter.config.stash.get(FIGURES, [])
    if not figures:
        return
    terminalreporter.section("aim and measured")
    table = [Figure("", "aim", "measured", "spread"), *figures]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        terminalreporter.write_line("  ".join(cells).rstrip())
    if hasattr(os, "getloadavg"):
        load, cores = os.getloadavg()[0], os.cpu_count()
        terminalreporter.write_line(f"Load of the last minute: {load:.1f} on {cores} cores.")


@pytest.fixture
def note(benchmark: BenchmarkFixture, pytestconfig: pytest.Config) -> Note:
    """Puts a figure into the table, and into what pytest-benchmark stores."""

    def put(figure: Figure) -> None:
        pytestconfig.stash[FIGURES].append(figure)
        benchmark.extra_info[figure.what] = figure._asdict()

    return put


@pytest.fixture(scope="session")
def network() -> Network:
    """The report's."""
    return load_shipped("report")


@pytest.fixture(scope="session")
def digit() -> Bytes:
    """The first digit of the gallery."""
    return render(read_gallery()[0].strokes)


@pytest.fixture(scope="session")
def one_goal(digit: Bytes, network: Network) -> Problem:
    """The digit, toward one that it is not."""
    return Problem(digit[None], np.array([(network.read(digit).label + 1) % 10]))


@pytest.fixture(scope="session")
def ten_goals(digit: Bytes) -> Problem:
    """The digit, toward all ten."""
    return Problem(np.repeat(digit[None], 10, axis=0), np.arange(10))


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], MainWindow]]:
    """Opens the real window, whole: worker and plots are there, too."""
    windows: list[MainWindow] = []
    style, meanwhile = qapp.style().objectName(), ExitStack()

    def opened() -> MainWindow:
        window = make_window(qapp)
        meanwhile.enter_context(short_pauses(window.controller))
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    meanwhile.close()
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyle(style)
    qapp.setPalette(palette(LIGHT))
    qapp.styleHints().unsetColorScheme()
