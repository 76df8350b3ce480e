"""The likeliest digits of a reading, each with its confidence and a thin bar below both."""

from typing import Final

from PySide6.QtWidgets import QWidget

from advgui.core.images import LABELS
from advgui.core.nn.network import Reading
from advgui.lab.defence.stages import likeliest
from advgui.ui.widgets.share_rows import ShareRows

_ROWS: Final = 3


class TopReadings(ShareRows):
    """Three rows of a digit and its confidence; the first is what is read.

    With ``all_ten`` there are as many more as there is room for.
    """

    def __init__(self, parent: QWidget | None = None, *, all_ten: bool = False) -> None:
        super().__init__(_ROWS, parent)
        self._most = LABELS if all_ten else _ROWS

    def set_reading(self, reading: Reading | None) -> None:
        """Show the highest of ten confidences; None where nothing is read."""
        if reading is None:
            self.set_rows(())
            return
        digits = likeliest(reading, self._most)
        self.set_rows([(str(digit), reading.confidences[digit]) for digit in digits])
