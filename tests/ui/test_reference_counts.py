"""This PySide6 keeps its references to None and True.

PySide6 6.12.0 on Python 3.11 lost one to None at nearly every call and one to True at every
signal, which ended a window of ten live bars after some six seconds.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel

CALLS = 1000
TOLERANCE = 50  # references that the interpreter itself takes and gives meanwhile


def paint() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for _ in range(CALLS):
        painter.drawRect(1, 1, 4, 4)
    painter.end()


def set_text() -> None:
    label = QLabel()
    for index in range(CALLS):
        label.setText(str(index % 10))
        label.setEnabled(bool(index % 2))


def emit() -> None:
    sender = QObject()
    sender.objectNameChanged.connect(lambda _: None)
    for index in range(CALLS):
        sender.setObjectName(str(index))
    timer = QTimer()
    for _ in range(CALLS):
        timer.setSingleShot(True)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from 3.12 on")
@pytest.mark.parametrize("use", [paint, set_text, emit])
@pytest.mark.parametrize("value", [None, True])
def test_qt_calls_lose_no_reference(use: Callable[[], None], value: object) -> None:
    use()
    before = sys.getrefcount(value)
    use()
    assert sys.getrefcount(value) > before - TOLERANCE
