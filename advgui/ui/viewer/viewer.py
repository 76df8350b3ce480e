"""One or two images of an attack in the large, where four tiles stand otherwise."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QToolButton, QWidget

from advgui.core.language import tr
from advgui.lab.attack.captions import pixel_words
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.theme.zoom import write_in
from advgui.ui.viewer.canvas import Canvas
from advgui.ui.viewer.choice import MODES, Choice
from advgui.ui.viewer.image_zoom import Pixel
from advgui.ui.viewer.thumbnails import Thumbnails
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.widgets.elided_label import ElidedLabel
from advgui.ui.widgets.layout import column, label, row
from advgui.ui.widgets.push_button import push_button

_HINT: Final = tr("Point at a pixel for its values; the wheel, or + and \u2212, zoom.")


class Viewer(QWidget):
    """A line of controls, the images, and the values below the cursor.

    ``changed`` tells another choice of how images are looked at, ``closed`` that the tiles are
    wanted again.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self._choice = choice
        self._tiles: tuple[ShownTile, ...] = ()
        self.canvas = Canvas()
        self.small = Thumbnails()
        self._back = push_button("viewer-back", "previous", tr("Tiles"))
        self._modes = QButtonGroup(self)
        self._against = QComboBox()
        self._with = label(tr("with"), "caption")
        self._numbers = QCheckBox(tr("Numbers"))
        self._stretched = QCheckBox(tr("Stretch colours"))
        self._home = QToolButton()
        self._readout = ElidedLabel(_HINT)
        self._set_up()
        self._lay_out()
        self._connect()
        self.show_choice(choice)

    def _set_up(self) -> None:
        self._back.setToolTip(tr("Back to the four tiles (Esc)"))
        self._back.setAccessibleName(tr("Back to the tiles"))
        for mode, (title, tip) in MODES.items():
            self._modes.addButton(_mode_button(mode, title, tip))
        self._against.setObjectName("viewer-against")
        self._against.setAccessibleName(tr("The second image"))
        self._against.setToolTip(tr("The image with which the first one is compared"))
        self._with.setBuddy(self._against)
        self._numbers.setObjectName("viewer-numbers")
        self._numbers.setToolTip(
            tr("Write the value of each pixel in it, where it is large enough")
        )
        self._stretched.setObjectName("viewer-stretched")
        self._stretched.setToolTip(
            tr("Use all colours for this perturbation; otherwise they mean the same in every one")
        )
        self._home.setObjectName("viewer-home")
        self._home.setText(tr("Whole"))
        self._home.setAccessibleName(tr("Whole image"))
        self._home.setAutoRaise(True)
        self._home.setToolTip(tr("Show all of it again (Home)"))
        self._home.hide()
        self._readout.setObjectName("viewer-readout")
        self._readout.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        write_in(self._readout, "caption")

    def _lay_out(self) -> None:
        modes = row(*self._modes.buttons(), spacing=0)
        head = row(self._back, modes, self._with, self._against, 1, spacing=SMALL)
        beside = column(spacing=TIGHT)
        beside.addWidget(self.small, 1)
        beside.addWidget(self._numbers)
        beside.addWidget(self._stretched)
        beside.addStretch()
        foot = row(self._readout, self._home)
        foot.setStretch(0, 1)
        middle = column(spacing=TIGHT)
        middle.addWidget(self.canvas, 1)
        middle.addLayout(foot)
        across = row(beside, middle, spacing=SMALL)
        across.setStretch(1, 1)
        lines = column(self, TIGHT)
        lines.addLayout(head)
        lines.addLayout(across, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        for button in self._modes.buttons():
            button.clicked.connect(partial(self._change, "mode", button.property("mode")))
        self.small.chosen.connect(lambda one: self._go(self._choice.looking_at(one)))
        self._against.activated.connect(lambda one: self._go(self._choice.against(one)))
        self._numbers.toggled.connect(lambda on: self._change("numbers", on))
        self._stretched.toggled.connect(lambda on: self._change("stretched", on))
        self._home.clicked.connect(self.canvas.go_home)
        self.canvas.pointed.connect(self._point)
        self.canvas.zoomed.connect(self._offer_home)

    def show_tiles(self, tiles: tuple[ShownTile, ...]) -> None:
        """Show these four together."""
        if tiles == self._tiles:
            return
        if [tile.title for tile in tiles] != [tile.title for tile in self._tiles]:
            self._name(tiles)
        self._tiles = tiles
        self.canvas.show_tiles(tiles)
        self.small.show_tiles(tiles)
        self._read(self.canvas.cursor_pixel)

    def prepare(self, tiles: tuple[ShownTile, ...]) -> None:
        """Paint ahead what may be shown soon."""
        self.canvas.prepare(tiles)
        self.small.prepare(tiles)

    def show_choice(self, choice: Choice) -> None:
        """Look at the images like this; nothing is emitted."""
        self._choice = choice
        for button in self._modes.buttons():
            button.setChecked(button.property("mode") == choice.mode)
        with QSignalBlocker(self._numbers), QSignalBlocker(self._stretched):
            self._numbers.setChecked(choice.numbers)
            self._stretched.setChecked(choice.stretched)
        self._against.setCurrentIndex(choice.second)
        for part in (self._with, self._against):
            part.setVisible(choice.mode != "one")
        self.canvas.show_choice(choice)
        self.small.show_chosen(choice.shown)
        self.small.show_tiles(self._tiles)

    def _name(self, tiles: tuple[ShownTile, ...]) -> None:
        self._against.clear()
        self._against.addItems([tile.title for tile in tiles])
        self._against.setCurrentIndex(self._choice.second)

    def _change(self, name: str, value: object, _: bool = False) -> None:
        self._go(replace(self._choice, **{name: value}))  # type: ignore[arg-type]

    def _go(self, choice: Choice) -> None:
        if choice != self._choice:
            self.show_choice(choice)
            self.changed.emit(choice)

    def _offer_home(self) -> None:
        self._home.setVisible(not self.canvas.zoom.is_whole)

    def _point(self, pixel: Pixel | None) -> None:
        """One cursor is on all images."""
        self.small.set_cursor(pixel)
        self._read(pixel)

    def _read(self, pixel: Pixel | None) -> None:
        """The values of all four, in one line."""
        if pixel is None:
            self._readout.setText(_HINT)
            return
        images = [tile.image for tile in self._tiles]
        values = [None if image is None else int(image.values[pixel]) for image in images]
        self._readout.setText(pixel_words(pixel, values))


def _mode_button(mode: str, title: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(f"viewer-{mode}")
    made.setText(title)
    made.setToolTip(tip)
    made.setCheckable(True)
    made.setAutoRaise(True)
    made.setProperty("mode", mode)
    return made
