"""All that is on the screen at one moment is of one step, and of one drawing."""

import re
from itertools import pairwise
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QProgressBar

from advgui.core.images import LABELS
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import percent
from advgui.ui.network.bars import ConfidenceBars
from advgui.ui.plotting.chart import Chart
from advgui.ui.theme.tokens import tokens
from tests.e2e.user import SEVEN, User
from tests.ui.qimages import rgb

Pixels = NDArray[np.uint8]

STEPS: Final = 6  # so many different ones have to be seen
LONG: Final = 200  # pixels
SLICE: Final = 2  # milliseconds between two looks


class BarsOnScreen:
    """Measures the bars in what the screen shows, whose tracks were seen empty before."""

    def __init__(self, user: User) -> None:
        self._bars = user.find(ConfidenceBars, "bars")
        user.window.resize(1280, 800)  # whatever the screen: long bars tell more
        user.wait_until(lambda: self._bars.width() > LONG)
        self._empty = self._lines()
        self._left, self._right = _widest(self._empty[0])

    def shares(self) -> NDArray[np.float64]:
        """How much of each track is filled."""
        span = slice(self._left, self._right)
        filled = [
            (line[span] != empty[span]).any(axis=1).mean()
            for line, empty in zip(self._lines(), self._empty, strict=True)
        ]
        return np.array(filled)

    def _lines(self) -> list[Pixels]:
        """The pixels through the middle of each row."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        window = self._bars.window()
        shot = rgb(window.screen().grabWindow(window.winId()).toImage())
        top_left = self._bars.mapTo(window, self._bars.rect().topLeft())
        rows = [self._bars.cell(digit).translated(top_left) for digit in range(LABELS)]
        return [
            shot[round(row.center().y()), round(row.left()) : round(row.right())] for row in rows
        ]


def _widest(line: Pixels) -> tuple[int, int]:
    """Where the longest run of one colour that is not the ground's begins and ends."""
    changes = np.flatnonzero((line[1:] != line[:-1]).any(axis=1)) + 1
    ends = np.concatenate([[0], changes, [len(line)]])
    ground = line[0]
    spans = [
        (right - left, int(left), int(right))
        for left, right in pairwise(ends)
        if (line[left] != ground).any()
    ]
    _, left, right = max(spans)
    return left, right


def step_of(words: str) -> int:
    """The step that a sentence is about."""
    found = re.search(r"[Ss]tep ([\d,]+)", words)
    assert found is not None, words
    return int(found[1].replace(",", ""))


def bars_tell(user: User, bars: BarsOnScreen, reading: Reading) -> None:
    """Lengths and figures are of this reading."""
    figures = user.find(ConfidenceBars, "bars").figures()
    assert figures == tuple(percent(one) for one in reading.confidences)
    wanted = np.clip(reading.confidences, 0, 1)
    np.testing.assert_allclose(bars.shares(), wanted, atol=0.02)


def line_stands_at(user: User, step: int) -> None:
    """The line in the plot, as the screen shows it."""
    chart = user.find(Chart, "chart")
    QCoreApplication.sendPostedEvents(chart.scene(), QEvent.Type.MetaCall.value)  # it has changed
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    window, area = chart.window(), chart.area
    shot = rgb(window.screen().grabWindow(window.winId()).toImage()).astype(int)
    left, top = chart.mapTo(window, area.topLeft().toPoint()).toTuple()
    colour = tokens(chart.palette()).accent
    shown = shot[top : top + round(area.height()), left - 1 : left + round(area.width()) + 2]
    line = (np.abs(shown - (colour.red(), colour.green(), colour.blue())).max(axis=2) < 40).mean(0)
    assert line.max() > 0.9
    assert abs(line.argmax() - 1 + area.left() - chart.place_of(step).x()) <= 1.5


def frame_is_of_one_step(user: User, bars: BarsOnScreen) -> int:
    """Checks bars, tiles, progress and legend against one another; the step that they show."""
    step = step_of(user.words("bars-note"))
    image = user.image("adversarial")
    assert np.array_equal(image, user.run.recording[step][user.run.selected])
    reading = user.run.network.read(image)
    bars_tell(user, bars, reading)
    assert user.words("bars-note").endswith(f"as {reading.label}.")
    sure = percent(reading.confidences[reading.label])
    assert user.said("tile-adversarial").startswith(f"reads {reading.label} · {sure}")
    assert f"The goal is {user.run.goal}, " in user.said("bars")
    assert step_of(user.said("run-plot")) == step
    line_stands_at(user, step)
    return step


@pytest.mark.parametrize("aim", ["one digit", "every digit"])
def test_every_frame_of_an_attack_is_of_one_step(user: User, aim: str) -> None:
    bars = BarsOnScreen(user)
    user.make_it_long()
    user.wait_until(lambda: user.window.findChild(Chart, "chart") is not None)
    user.draw(SEVEN)
    user.press("E" if aim == "every digit" else str(user.other()))
    user.wait_until_running()
    seen: set[int] = set()
    while len(seen) < STEPS:  # nothing that waits, as that would look again where a frame is wrong
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SLICE)
        assert user.running()
        step = frame_is_of_one_step(user, bars)
        progress_is_of(user, step)
        seen.add(step)
    user.press("Esc")
    user.wait_until_finished()
    frame_is_of_one_step(user, bars)


def progress_is_of(user: User, step: int) -> None:
    """The bar over the steps stands at this one."""
    progress = user.find(QProgressBar, "progress")
    assert progress.value() == step
    assert progress.text().startswith(f"{step:,} / ")


def test_a_bar_and_its_figure_tell_the_same_while_the_pen_moves(user: User) -> None:
    bars = BarsOnScreen(user)
    user.select("network", "report")
    for end in range(3, len(SEVEN) + 1):
        user.pen_down(SEVEN[:end])
        reading = user.state.reading
        assert reading is not None
        bars_tell(user, bars, reading)
        assert user.said("tile-original").startswith(f"reads {reading.label} · ")
        user.pen_up(SEVEN[:end])
        user.press("Ctrl+Z")
