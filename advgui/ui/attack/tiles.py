"""The four images side by side, each with what the network makes of it."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advgui.core.language import numeral, tr
from advgui.lab.attack.captions import tile_lines, verdict_line
from advgui.lab.attack.phrases import budget_tip, read_words, reads
from advgui.lab.attack.provenance import outdated_provenance, provenance
from advgui.lab.attack.requests import aim_of
from advgui.lab.attack.state import Aim, LabState
from advgui.lab.attack.view import TileMark, View, tile_marks
from advgui.ui.glossary.term import Term
from advgui.ui.session.controller import Controller
from advgui.ui.session.moment import Kept
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.tokens import MEDIUM, SMALL
from advgui.ui.theme.zoom import follow
from advgui.ui.viewer.choice import Choice
from advgui.ui.viewer.tile import ShownTile, Tile
from advgui.ui.viewer.tile_looks import TileImage
from advgui.ui.viewer.viewer import Viewer
from advgui.ui.widgets.layout import column, label, row, set_tip, tool
from advgui.ui.widgets.push_button import enable, push_button
from advgui.ui.widgets.steady_note import SteadyNote
from advgui.ui.widgets.told_slider import ToldSlider

_TITLES = (tr("Original"), tr("Perturbation"), tr("Adversarial"), tr("Thresholded"))
_ENLARGE_TIP: Final = tr("See an image in the large; so does a click on one, or Enter")
#: What the button says that makes a run anew which went toward no single digit.
_AGAIN: Final[dict[Aim, str]] = {
    "every": tr("Attack every digit again"),
    "away": tr("Attack away again"),
}
_MARKS: dict[TileMark, Mark | None] = {
    "none": None,
    "prediction": "prediction",
    "running": "running",
    "fooled": "fooled",
    "restored": "restored",
    "failed": "failed",
}


class Tiles(QWidget):
    """Original, perturbation, adversarial and thresholded, or some of them in the large.

    ``copy_requested`` says which is to be copied, ``enlarged`` whether one is seen in the large,
    and ``looked`` how.
    """

    copy_requested = Signal(object)
    enlarged = Signal(bool)
    looked = Signal(object)

    def __init__(
        self, controller: Controller, choice: Choice | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tiles")
        self._controller = controller
        self._choice = choice or Choice()
        self.original = Tile(tr("Original"), tr("What you draw appears here"), name="original")
        self.perturbation = Tile(
            tr("Perturbation"), tr("What an attack changes"), name="perturbation"
        )
        self.adversarial = Tile(tr("Adversarial"), tr("What fools the network"), name="adversarial")
        self.thresholded = Tile(
            tr("Thresholded"), tr("The same in black and white"), name="thresholded"
        )
        self._small = QWidget()
        self._viewer: Viewer | None = None
        self._stretch = QAction(
            tr("&Stretch the colours of the perturbation"), self, checkable=True
        )
        self._threshold = ToldSlider(
            tr("Threshold"), lambda value: tr("{value:.2f} of white").format(value=value / 255)
        )
        self._figure = label("", "caption", name="threshold-figure")
        self._verdict = SteadyNote(2, name="verdict")
        self._again = push_button("attack-again", "attack", tr("Attack again"))
        self._enlarge = tool("enlarge", tr("Enlarge"), _ENLARGE_TIP)
        self._set_up()
        self._lay_out()
        self._connect()
        self._of_run = Kept(self._run_tiles)
        controller.watch(self.apply, self.prepare)
        self.apply(None, controller.state)

    def all(self) -> tuple[Tile, ...]:
        """The four tiles from left to right."""
        return self.original, self.perturbation, self.adversarial, self.thresholded

    @property
    def viewer(self) -> Viewer | None:
        """What shows images in the large, if it does."""
        return self._viewer if self._viewer is not None and not self._viewer.isHidden() else None

    @property
    def choice(self) -> Choice:
        """How images are looked at in the large."""
        return self._choice

    def _set_up(self) -> None:
        self._threshold.setObjectName("threshold")
        self._threshold.setToolTip(tr("Pixels above the threshold become ink, all others paper"))
        self._threshold.setRange(0, 255)
        self._threshold.setPageStep(16)
        self._threshold.setMaximumWidth(160)
        self._stretch.setObjectName("stretch-colours")
        self._stretch.setChecked(self._choice.stretched)
        follow(self._again, self._keep_low)
        self._again.setDefault(True)
        self._again.hide()

    @staticmethod
    def _keep_low(button: QPushButton) -> None:
        """No higher than the words beside it, so that nothing moves when it comes."""
        button.setMaximumHeight(2 * button.fontMetrics().height())

    def _lay_out(self) -> None:
        self._small.setLayout(row(*self.all(), spacing=MEDIUM))
        self._lines = column(self)
        self._lines.addWidget(self._small, 1)
        name = Term(tr("Threshold"))
        name.setBuddy(self._threshold)
        threshold = (name, self._threshold, self._figure)
        foot = row(self._verdict, self._again, *threshold, self._enlarge, spacing=SMALL)
        foot.setStretch(0, 1)
        self._lines.addLayout(foot)

    def _connect(self) -> None:
        controller = self._controller
        for number, tile in enumerate(self.all()):
            tile.copy_requested.connect(lambda tile=tile: self.copy_requested.emit(tile.shown()))
            tile.enlarge_requested.connect(partial(self.enlarge, number))
            tile.offer_enlarging(*((self._stretch,) if tile is self.perturbation else ()))
        self._stretch.triggered.connect(lambda on: self._look(replace(self._choice, stretched=on)))
        self._threshold.valueChanged.connect(lambda value: controller.set_threshold(value / 255))
        self._again.clicked.connect(controller.attack_again)
        self._enlarge.clicked.connect(lambda: self.enlarge(self._choice.first))

    # In the large

    def enlarge(self, number: int) -> None:
        """See one of the four in the large."""
        if self._viewer is None:
            self._viewer = viewer = Viewer(self._choice)
            viewer.changed.connect(self._look)
            viewer.closed.connect(self.restore)
            self._lines.insertWidget(1, viewer, 1)
        self._small.hide()
        self._enlarge.hide()
        self._viewer.show_tiles(self._tiles())
        self._viewer.show()
        self._look(self._choice.looking_at(number))
        self._viewer.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.enlarged.emit(True)

    def restore(self) -> None:
        """See all four side by side again."""
        if self.viewer is None:
            return
        self.viewer.hide()
        self._small.show()
        self._enlarge.show()
        self._show_tiles()
        self.all()[self._choice.first].setFocus(Qt.FocusReason.OtherFocusReason)
        self.enlarged.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, where it does not stop an attack."""
        if event.key() == Qt.Key.Key_Escape and self.viewer is not None:
            self.restore()
        else:
            super().keyPressEvent(event)

    def _look(self, choice: Choice) -> None:
        """Look at images another way."""
        stretched = choice.stretched != self._choice.stretched
        self._choice = choice
        self._stretch.setChecked(choice.stretched)
        if self._viewer is not None:
            self._viewer.show_choice(choice)
        if stretched:
            self._of_run = Kept(self._run_tiles)
            self._show_tiles()
        self.looked.emit(choice)

    # What is shown

    def prepare(self, new: LabState) -> None:
        """Paint the tiles of a run ahead of the moment in which all else is shown."""
        if (shown := self._controller.view) is None:
            return
        tiles = self._tiles_of(shown, new)
        if self.viewer is not None:
            self.viewer.prepare(tiles)
        else:
            for tile, told in zip(self.all(), tiles, strict=True):
                tile.prepare(told)
        self._verdict.prepare(_words(shown, new), strong=True)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.threshold != old.threshold:
            with QSignalBlocker(self._threshold):
                self._threshold.setValue(round(new.threshold * 255))
            self._figure.setText(numeral(new.threshold, ".2f"))
        self._show_tiles()
        shown, stale = self._controller.view, _stale(new)
        words = "" if shown is None else _words(shown, new)
        self._verdict.set_words(words, strong=True)
        set_tip(self._verdict, _told(shown, new) if stale else _advice(shown))
        self._offer_again(new, stale=stale)

    def _offer_again(self, new: LabState, *, stale: bool) -> None:
        offered = stale and new.reading is not None
        if offered == self._again.isHidden():
            self._again.setVisible(offered)
        if not stale or new.run is None:
            return
        aim = aim_of(new.run)
        read = new.attacked.label if new.attacked is not None else None
        words = _AGAIN.get(aim) or tr("Attack again toward {goal}").format(goal=aim)
        if words != self._again.text():
            self._again.setText(words)
        tip = tr("{outdated} Make it anew, as things are now").format(outdated=new.outdated_words)
        enable(self._again, tip, read_words(aim) if aim == read and isinstance(aim, int) else "")

    def _show_tiles(self) -> None:
        tiles = self._tiles()
        if self.viewer is not None:
            self.viewer.show_tiles(tiles)
        for tile, told in zip(self.all(), tiles, strict=True):
            tile.show_tile(told)

    def _tiles(self) -> tuple[ShownTile, ...]:
        shown, state = self._controller.view, self._controller.state
        return _drawing_tiles(state) if shown is None else self._tiles_of(shown, state)

    def _tiles_of(self, shown: View, state: LabState) -> tuple[ShownTile, ...]:
        """What is shown of a run: faded, where that is not about what there is now."""
        tiles = self._of_run(shown)
        return tuple(replace(tile, faded=True) for tile in tiles) if _stale(state) else tiles

    def _run_tiles(self, shown: View) -> tuple[ShownTile, ...]:
        return _run_tiles(shown, stretched=self._choice.stretched)


def _stale(state: LabState) -> bool:
    """Whether the run that is shown has ended, and is not about what there is now."""
    return state.outdated and not state.running


def _words(shown: View, state: LabState) -> str:
    """What came of it, and by whom; while steps follow one another only which one it is."""
    words, run = verdict_line(shown), state.run
    if run is None or not shown.judged:
        return words
    if state.outdated:
        return outdated_provenance(state, run)
    return f"{words}. {provenance(run)}"


def _told(shown: View | None, state: LabState) -> str:
    """What came of it and by whom, where the words have room for less."""
    return f"{verdict_line(shown)}. {provenance(state.run)}" if shown and state.run else ""


def _advice(shown: View | None) -> str:
    """What might help where an attack inside a budget did not fool."""
    missed = shown is not None and shown.judged and not shown.stuck
    if shown is None or not missed or shown.verdict not in ("not fooled", "wrong class"):
        return ""
    return budget_tip(shown.budget)


def _drawing_tiles(state: LabState) -> tuple[ShownTile, ...]:
    """Before the first run there is only the original."""
    others = tuple(ShownTile(title) for title in _TITLES[1:])
    if state.reading is None:
        return ShownTile(tr("Original")), *others
    image = TileImage.gray(state.image)
    return ShownTile(tr("Original"), reads(state.reading), "prediction", image), *others


def _run_tiles(shown: View, *, stretched: bool) -> tuple[ShownTile, ...]:
    images = (
        TileImage.gray(shown.original),
        TileImage.difference(shown.difference, stretched=stretched),
        TileImage.gray(shown.adversarial),
        TileImage.gray(shown.thresholded),
    )
    told = zip(_TITLES, tile_lines(shown), tile_marks(shown), images, strict=True)
    return tuple(ShownTile(title, line, _MARKS[mark], image) for title, line, mark, image in told)
