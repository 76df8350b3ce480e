"""The ways through the house are short: so many files have to be read to follow one.

``pytest tests/e2e/test_ways.py -rP`` tells which.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from advgui.lab.worker import process
from tests.e2e.conftest import Start
from tests.e2e.train_page import offers
from tests.e2e.user import SEVEN, User
from tests.e2e.ways import VARIABLE, Ways, serve_traced


@pytest.fixture
def ways(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ways]:
    """Traces this process and those that it starts."""
    folder = tmp_path_factory.mktemp("ways")
    monkeypatch.setenv(VARIABLE, str(folder))
    monkeypatch.setattr(process, "serve_in_child", serve_traced)
    ways = Ways(folder)
    ways.tracer.begin()
    yield ways
    ways.tracer.end()


@pytest.fixture
def traced(ways: Ways, start: Start) -> Iterator[User]:
    """A user with a small network, whose worker has come up."""
    with start() as user:
        user.make_it_quick()
        settled(user)
        yield user


def told(what: str, files: set[str]) -> int:
    """How many files; they are told, too."""
    sys.stdout.write(f"{what}: {len(files)} files\n" + "".join(f"  {f}\n" for f in sorted(files)))
    return len(files)


def shown(user: User) -> None:
    """Until all that has happened is painted."""
    user.wait_until_shown()
    QApplication.processEvents()


def settled(user: User) -> None:
    """Until all is kept that was changed, and nothing happens any more."""
    shown(user)
    (timer,) = user.find(QObject, "autosave").findChildren(QTimer)
    user.wait_until(lambda: not timer.isActive())


def test_a_stroke_from_the_pen_to_the_bars(traced: User, ways: Ways) -> None:
    with ways.through(
        "lab/attack/transitions.py:drawn",
        "core/digits/rendering.py:render",
        "ui/network/bars.py:show_reading",
    ) as files:
        traced.draw(SEVEN)
        shown(traced)
    assert told("a stroke", files) <= 10


def test_a_click_on_a_goal_from_its_bar_to_the_tiles(traced: User, ways: Ways) -> None:
    traced.draw(SEVEN)
    settled(traced)
    with ways.through(
        "lab/attack/requests.py:aimed",
        "lab/worker/runner.py:submit",
        "lab/worker/channel.py:send",
        "core/attacks/closest/ddn.py:iterate",
        "core/attacks/best.py:offer",
        "lab/worker/recording.py:take",
        "ui/session/worker_bridge.py:put",
        "lab/attack/reports.py:reported",
        "ui/network/bars.py:show_reading",
        "ui/viewer/tile.py:show_tile",
    ) as files:
        traced.click_bar(traced.other())
        traced.wait_until_finished()
        shown(traced)
    assert traced.run.outcomes
    assert told("a click on a goal", files) <= 20


def test_an_opened_file_from_its_name_to_the_bars(traced: User, ways: Ways, tmp_path: Path) -> None:
    traced.draw(SEVEN)
    path = tmp_path / "seven.json"
    traced.choose_action("save-drawing")
    traced.answer("save-drawing", path)
    traced.choose_action("new")
    settled(traced)
    with ways.through(
        "core/digits/strokes_file.py:read_strokes",
        "lab/attack/transitions.py:drawn",
        "core/digits/rendering.py:render",
        "ui/drawing/canvas.py:set_drawing",
        "ui/network/bars.py:show_reading",
    ) as files:
        traced.drop(path)
        shown(traced)
    assert traced.state.drawing.strokes
    assert told("an opened file", files) <= 14


def test_a_training_from_its_button_to_its_curves(ways: Ways, train_user: User) -> None:
    train_user.select("architecture", "softmax")
    train_user.type_number("epochs", 2)
    settled(train_user)
    with ways.through(
        "lab/training/transitions.py:begun",
        "lab/worker/runner.py:submit",
        "lab/worker/channel.py:send",
        "core/training/data.py:read_training_data",
        "core/training/loop.py:train",
        "core/evaluation/scorecard.py:measure",
        "ui/session/worker_bridge.py:put",
        "lab/training/shown_training.py:reported",
        "ui/training/history.py:apply",
    ) as files:
        train_user.click("train-start")
        train_user.wait_until(lambda: offers(train_user, "train-attack"))
        shown(train_user)
    assert told("a training", files) <= 16
