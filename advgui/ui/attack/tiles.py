"""The four images side by side, each with what the network makes of it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from advgui.lab.attack.captions import tile_lines, verdict_line
from advgui.lab.attack.phrases import reads
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import TileMark, View, tile_marks
from advgui.ui.session.controller import Controller
from advgui.ui.session.moment import Kept
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.tokens import MEDIUM, SMALL
from advgui.ui.viewer.tile import ShownTile, Tile
from advgui.ui.viewer.tile_looks import TileImage
from advgui.ui.widgets.layout import column, label, row
from advgui.ui.widgets.steady_note import SteadyNote

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
        self._of_run = Kept(_run_tiles)
        controller.watch(self.apply, self.prepare)
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

    def prepare(self, new: LabState) -> None:
        """Paint the tiles of a run ahead of the moment in which all else is shown."""
        if (shown := self._controller.view) is not None:
            for tile, told in zip(self.all(), self._of_run(shown), strict=True):
                tile.prepare(told)
            self._verdict.prepare(_words(shown, new))

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.threshold != old.threshold:
            with QSignalBlocker(self._threshold):
                self._threshold.setValue(round(new.threshold * 255))
            self._figure.setText(f"{new.threshold:.2f}")
        shown = self._controller.view
        tiles = _drawing_tiles(new) if shown is None else self._of_run(shown)
        for tile, told in zip(self.all(), tiles, strict=True):
            tile.show_tile(told)
        self._verdict.set_words("" if shown is None else _words(shown, new))


def _words(shown: View, state: LabState) -> str:
    words = verdict_line(shown)
    return f"{words}. {state.outdated_words}" if state.outdated and not state.running else words


def _drawing_tiles(state: LabState) -> tuple[ShownTile, ...]:
    """Before the first run there is only the original."""
    others = tuple(ShownTile(title) for title in _TITLES[1:])
    if state.reading is None:
        return ShownTile("Original"), *others
    image = TileImage.gray(state.image)
    return ShownTile("Original", reads(state.reading), "prediction", image), *others


def _run_tiles(shown: View) -> tuple[ShownTile, ...]:
    images = (
        TileImage.gray(shown.original),
        TileImage.difference(shown.difference),
        TileImage.gray(shown.adversarial),
        TileImage.gray(shown.thresholded),
    )
    told = zip(_TITLES, tile_lines(shown), tile_marks(shown), images, strict=True)
    return tuple(ShownTile(title, line, _MARKS[mark], image) for title, line, mark, image in told)
