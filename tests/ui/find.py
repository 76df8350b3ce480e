"""Finds a widget by its object name, as assistive technology would."""

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

Thing = TypeVar("Thing", bound=QObject)


def find(parent: QObject, kind: type[Thing], name: str) -> Thing:
    """The one of that kind and name, which has to be there."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), f"no {kind.__name__} is named {name}"
    return found


def click(parent: QObject, name: str) -> None:
    """Click it with the left button."""
    QTest.mouseClick(find(parent, QWidget, name), Qt.MouseButton.LeftButton)
