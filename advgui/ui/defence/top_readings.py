"""The likeliest digits of a reading, each with its confidence and a thin bar below both."""

from typing import Final

from PySide6.QtWidgets import QWidget

from advgui.core.nn.network import Reading
from advgui.lab.defence.stages import likeliest
from advgui.ui.widgets.share_rows import ShareRows

_ROWS: Final = 3


class TopReadings(ShareRows):
    """Three rows of a digit and its confidence; the first is what is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ROWS, parent)

    def set_reading(self, reading: Reading | None) -> None:
        """Show the highest of ten confidences; None where nothing is read."""
        if reading is None:
            self.set_rows(())
            return
        digits = likeliest(reading, _ROWS)
        self.set_rows([(str(digit), reading.confidences[digit]) for digit in digits])
