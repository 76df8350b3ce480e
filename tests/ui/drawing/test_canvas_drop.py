"""What falls on the canvas is told, and changes nothing by itself."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QImage
from PySide6.QtWidgets import QApplication

from advgui.ui.drawing.canvas import InkCanvas
from tests.ui.drawing.gestures import LEFT, Heard, drop
from tests.ui.qimages import rgb


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
