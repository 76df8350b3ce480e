"""A bar that tells how far something is, painted together with all else."""

from PySide6.QtWidgets import QProgressBar, QSizePolicy


class Progress(QProgressBar):
    """A progress bar in a row of buttons, with words on it.

    Qt's own paints itself, and all that waits to be painted, as soon as its value changes.
    """

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setTextVisible(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, done: int, total: int, words: str) -> None:
        """So much of so much, in words."""
        if (done, total, words) == (self.value(), self.maximum(), self.format()):
            return
        self.setUpdatesEnabled(False)
        self.setRange(0, max(1, total))
        self.setValue(done)
        self.setFormat(words)
        self.setUpdatesEnabled(True)
