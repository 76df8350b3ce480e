import numpy as np
from pytestqt.qtbot import QtBot

from advgui.core.digits.rendering import PEN, Strokes
from advgui.ui.drawing.canvas import InkCanvas
from tests.ui.drawing.gestures import LEFT, LINE, Heard, at, click, inked

STROKES: Strokes = (LINE, np.array([[0.5, 0.2], [0.5, 0.8]]))


def test_a_replay_writes_stroke_by_stroke_and_ends_with_all_of_them(
    canvas: InkCanvas, heard: Heard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.replay_finished, timeout=5000):
        canvas.replay(STROKES, 150)
        begun = canvas.replaying
    told = [what for _, what in heard.told if isinstance(what, tuple)]
    lengths = [sum(len(stroke) for stroke in strokes) for strokes in told]
    assert begun
    assert len(told) > 3
    assert told[-1] is STROKES
    assert lengths == sorted(lengths)
    assert heard.names().count("replay_finished") == 1
    assert not canvas.replaying
    assert inked(canvas)[at(canvas, 0.5, 0.75).y(), at(canvas, 0.5, 0.75).x()]


def test_a_pen_that_comes_down_ends_a_replay_first(canvas: InkCanvas, heard: Heard) -> None:
    canvas.replay(STROKES, 60_000)
    click(canvas, LEFT, at(canvas, 0.1, 0.1))
    assert heard.names() == [
        "replay_changed",
        "replay_changed",
        "replay_finished",
        "stroke_changed",
        "stroke_finished",
    ]


def test_a_new_drawing_cancels_a_replay(canvas: InkCanvas, heard: Heard) -> None:
    canvas.replay(STROKES, 60_000)
    canvas.set_drawing((), None, PEN)
    assert not canvas.replaying
    assert heard.names() == ["replay_changed"]


def test_hiding_the_canvas_finishes_a_replay_and_stops_its_timer(
    canvas: InkCanvas, heard: Heard
) -> None:
    canvas.replay(STROKES, 60_000)
    canvas.hide()
    assert not canvas.replaying
    assert heard.names()[-1] == "replay_finished"
