"""The four images side by side, each with what the network makes of it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from advgui.lab.attack.captions import tile_lines, verdict_line
from advgui.lab.attack.phrases import reads
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import TileMark, View, tile_marks
from advgui.ui.attack.tile import Tile
from advgui.ui.session.controller import Controller
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.tokens import MEDIUM, SMALL
from advgui.ui.widgets.layout import SteadyNote, column, label, row

_TITLES = ("Original", "Perturbation", "Adversarial", "Thresholded")
_MARKS: dict[TileMark, Mark | None] = {
    "none": None,
    "prediction": "prediction",
    "running": "running",
    "fooled": "fooled",
    "restored": "restored",
    "failed": "failed",
}


class Tiles(QWidget):
    """Original, perturbation, adversarial and thresholded; says which is to be copied."""

    copy_requested = Signal(object)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tiles")
        self._controller = controller
        self.original = Tile("Original", "What you draw appears here")
        self.perturbation = Tile("Perturbation", "What an attack changes")
        self.adversarial = Tile("Adversarial", "What fools the network")
        self.thresholded = Tile("Thresholded", "The same in black and white")
        self._threshold = QSlider(Qt.Orientation.Horizontal)
        self._figure = label("", "caption", name="threshold-figure")
        self._verdict = SteadyNote(2, name="verdict")
        self._set_up_threshold()
        self._lay_out()
        for tile in self.all():
            tile.copy_requested.connect(lambda tile=tile: self.copy_requested.emit(tile.shown()))
        self._threshold.valueChanged.connect(lambda value: controller.set_threshold(value / 255))
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def all(self) -> tuple[Tile, ...]:
        """The four tiles from left to right."""
        return self.original, self.perturbation, self.adversarial, self.thresholded

    def _set_up_threshold(self) -> None:
        self._threshold.setObjectName("threshold")
        self._threshold.setAccessibleName("Threshold")
        self._threshold.setToolTip("Pixels above the threshold become ink, all others paper")
        self._threshold.setRange(0, 255)
        self._threshold.setPageStep(16)
        self._threshold.setMaximumWidth(160)

    def _lay_out(self) -> None:
        lines = column(self)
        lines.addLayout(row(*self.all(), spacing=MEDIUM), 1)
        name: QLabel = label("Threshold", "caption")
        name.setBuddy(self._threshold)
        foot = row(self._verdict, name, self._threshold, self._figure, spacing=SMALL)
        foot.setStretch(0, 1)
        lines.addLayout(foot)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.threshold != old.threshold:
            with QSignalBlocker(self._threshold):
                self._threshold.setValue(round(new.threshold * 255))
            self._figure.setText(f"{new.threshold:.2f}")
        shown = self._controller.view
        if shown is None:
            self._show_drawing(new)
        elif old is None or new.run is not old.run or new.threshold != old.threshold:
            self._show_run(shown)
        self._verdict.set_words(self._words(shown, new))

    def _words(self, shown: View | None, state: LabState) -> str:
        if shown is None:
            return ""
        words = verdict_line(shown)
        return f"{words}. {state.outdated_words}" if state.outdated and not state.running else words

    def _show_drawing(self, state: LabState) -> None:
        """Before the first run there is only the original."""
        line = reads(state.reading) if state.reading else ""
        self.original.set_caption("Original", line, "prediction" if state.reading else None)
        self.original.set_image(state.image if state.reading else None)
        for tile, title in zip(self.all()[1:], _TITLES[1:], strict=True):
            tile.set_caption(title)
            tile.set_image(None)

    def _show_run(self, shown: View) -> None:
        for tile, title, line, mark in zip(
            self.all(), _TITLES, tile_lines(shown), tile_marks(shown), strict=True
        ):
            tile.set_caption(title, line, _MARKS[mark])
        self.original.set_image(shown.original)
        self.perturbation.set_signed(shown.difference)
        self.adversarial.set_image(shown.adversarial)
        self.thresholded.set_image(shown.thresholded)
