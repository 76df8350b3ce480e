from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.core.digits.rendering import PEN, Strokes
from advgui.ui.drawing.canvas import InkCanvas
from tests.ui.drawing.gestures import LEFT, LINE, Heard, at, click, inked
from tests.ui.qimages import rgb

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


def drop(canvas: InkCanvas, data: QMimeData) -> bool:
    """Drag something in and let it go; whether the canvas would have it."""
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), action, data, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(canvas, enter)
    if enter.isAccepted():
        fall = QDropEvent(QPointF(100, 100), action, data, LEFT, none)
        QApplication.sendEvent(canvas, fall)
    return enter.isAccepted()


def test_dropped_files_are_told_by_their_paths(canvas: InkCanvas, heard: Heard) -> None:
    data = QMimeData()
    paths = "/some/three.png", "/some/mine.onnx"
    elsewhere = QUrl("https://example.org/three.png")
    data.setUrls([elsewhere, *map(QUrl.fromLocalFile, paths)])
    assert drop(canvas, data)
    assert heard.told == [("dropped", tuple(map(Path, paths)))]


def test_a_dropped_image_is_told_as_it_is(canvas: InkCanvas, heard: Heard) -> None:
    image = QImage(5, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    data = QMimeData()
    data.setImageData(image)
    assert drop(canvas, data)
    (name, told), *rest = heard.told
    assert (name, rest) == ("dropped", [])
    assert isinstance(told, QImage)
    assert told == image


def test_text_cannot_be_dropped(canvas: InkCanvas, heard: Heard) -> None:
    data = QMimeData()
    data.setText("three")
    assert not drop(canvas, data)
    assert heard.told == []


def test_the_frame_tells_that_something_can_be_dropped(canvas: InkCanvas) -> None:
    calm = rgb(canvas.grab().toImage())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/some/three.png")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), action, data, LEFT, none)
    QApplication.sendEvent(canvas, enter)
    assert (rgb(canvas.grab().toImage()) != calm).any()
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    np.testing.assert_array_equal(rgb(canvas.grab().toImage()), calm)
