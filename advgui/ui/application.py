"""The application as Qt has it, and the files that a desktop wants opened in it."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Keeps what it is asked to open until there is someone to open it.

    macOS starts a program without arguments, and tells by an event which file was clicked;
    also of a program that runs already.
    """

    file_wanted = Signal()

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._wanted: list[Path] = []

    def event(self, event: QEvent) -> bool:
        """Take note of a file; all else is Qt's."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._wanted.append(Path(event.file()))
            self.file_wanted.emit()
            return True
        return super().event(event)

    def take_wanted(self) -> list[Path]:
        """The files that nobody has opened yet, the oldest first."""
        wanted, self._wanted = self._wanted, []
        return wanted
