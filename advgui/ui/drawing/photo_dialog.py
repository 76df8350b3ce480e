"""A photo is looked at before it is a drawing: cropped, turned, with more or less of it as ink."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QPushButton, QWidget

from advgui.core.digits.photo import PhotoView, photo_digit, turned
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.printable import printable
from advgui.lab.attack.phrases import percent
from advgui.lab.drawing.crop import Crop, tilted, turned_left
from advgui.lab.opened_files import OpenedPhoto
from advgui.ui.drawing.network_input import NetworkInput
from advgui.ui.drawing.photo_sheet import PhotoSheet
from advgui.ui.session.aside import Aside
from advgui.ui.theme.tokens import LARGE, MEDIUM, TIGHT, WIDE
from advgui.ui.widgets.dialogs import answer
from advgui.ui.widgets.layout import Note, column, label, row
from advgui.ui.widgets.push_button import push_button
from advgui.ui.widgets.told_slider import ToldSlider

_Role = QDialogButtonBox.ButtonRole
_STEEPEST: Final = 45
_FINE: Final = 100
_SIDE: Final = 220
_LINES: Final = 2
_INKS: Final = (
    (tr("As it is found"), "found"),
    (tr("Dark on light"), "dark"),
    (tr("Light on dark"), "light"),
)


class PhotoDialog(QDialog):
    """The photo, what is done with it, and what the network gets and reads then.

    ``then`` is called with the image (28, 28) that is taken. Each look is made on a thread.
    """

    def __init__(
        self,
        parent: QWidget | None,
        photo: OpenedPhoto,
        network: Network,
        then: Callable[[Bytes], None],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("photo")
        self.setWindowTitle(tr("Open {name}").format(name=printable(photo.name)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._photo, self._network, self._then = photo, network, then
        self._view = PhotoView()
        self._image: Bytes | None = None
        self._accepting = False
        self._looks = Aside[Bytes](self)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._turn_to(self._view)

    def _make_controls(self) -> None:
        self._sheet = PhotoSheet()
        self._seen = NetworkInput()
        self._seen.setObjectName("photo-seen")
        self._seen.setFixedWidth(_SIDE)
        self._read = label(role="strong", name="photo-read")
        self._note = Note(name="photo-note")
        self._note.setMinimumHeight(_LINES * self._note.fontMetrics().lineSpacing())
        self._left = push_button("photo-left", "undo", tr("Turn left"))
        self._right = push_button("photo-right", "redo", tr("Turn right"))
        self._angle = ToldSlider(tr("Turned by"), lambda angle: f"{angle}°")
        self._angle.setObjectName("photo-angle")
        self._angle.setRange(-_STEEPEST, _STEEPEST)
        self._degrees = label(name="photo-degrees")
        self._level = ToldSlider(tr("Threshold of the ink"), lambda level: f"{level / _FINE:.2f}")
        self._level.setObjectName("photo-threshold")
        self._level.setRange(0, _FINE)
        self._level.setValue(_FINE // 2)
        self._ink = QComboBox()
        self._ink.setObjectName("photo-ink")
        self._ink.setAccessibleName(tr("Whether the ink is dark or light"))
        for words, name in _INKS:
            self._ink.addItem(words, name)
        self._reset = QPushButton(tr("Reset"))
        self._reset.setObjectName("photo-reset")
        self._reset.setAutoDefault(False)
        self._reset.setToolTip(
            tr("The whole photo, upright as it came, with what is found by itself as ink")
        )
        self._box = QDialogButtonBox()
        self._take = answer(self._box, tr("Take it"), _Role.AcceptRole, "photo-take")
        self._cancel = answer(self._box, tr("Cancel"), _Role.RejectRole, "photo-cancel")
        self._take.setDefault(True)

    def _lay_out(self) -> None:
        side = column(spacing=TIGHT)
        side.addWidget(self._seen, 1)
        side.addWidget(self._read)
        side.addWidget(self._note)
        side.addSpacing(MEDIUM)
        side.addLayout(row(self._left, self._right))
        side.addLayout(row(label(tr("Turned by")), 1, self._degrees))
        side.addWidget(self._angle)
        side.addWidget(label(tr("What counts as ink: more, or less")))
        side.addWidget(self._level)
        side.addWidget(self._ink)
        side.addLayout(row(self._reset, 1))
        both = row(self._sheet, side, spacing=LARGE)
        both.setStretch(0, 1)
        lines = column(self, MEDIUM)
        lines.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        lines.addLayout(both, 1)
        lines.addWidget(self._box)

    def _connect(self) -> None:
        self.finished.connect(self._looks.close)
        self._looks.found.connect(self._show)
        self._looks.failed.connect(self._refuse)
        self._sheet.cropped.connect(self._crop)
        self._left.clicked.connect(lambda: self._turn(1))
        self._right.clicked.connect(lambda: self._turn(-1))
        self._angle.valueChanged.connect(self._tilt)
        self._reset.clicked.connect(self._start_again)
        self._level.valueChanged.connect(lambda level: self._go(threshold=level / _FINE))
        self._ink.currentIndexChanged.connect(lambda: self._go(ink=self._ink.currentData()))
        self._take.clicked.connect(self._accept)
        self._cancel.clicked.connect(self.reject)

    @property
    def looking(self) -> bool:
        """Whether what is shown is not what was asked for last."""
        return self._looks.busy

    def _crop(self, crop: Crop) -> None:
        self._go(crop=crop)

    def _turn(self, by: int) -> None:
        """Upright, a quarter to the left; what is kept turns with it."""
        self._angle.setValue(0)
        view = self._view
        turns, crop = view.turns + by, turned_left(view.crop, by)
        self._turn_to(replace(view, turns=turns, crop=crop))

    def _tilt(self, angle: int) -> None:
        """Turned by so many degrees, with the same part of it kept."""
        view, before = self._view, self._sheet.shape
        after = turned(self._photo.gray, replace(view, angle=float(angle)))
        crop = tilted(view.crop, before, after.shape, angle - view.angle)
        self._turn_to(replace(view, angle=float(angle), crop=crop))

    def _start_again(self) -> None:
        with QSignalBlocker(self._level), QSignalBlocker(self._ink):
            self._level.setValue(_FINE // 2)
            self._ink.setCurrentIndex(0)
        self._turn_to(PhotoView())

    def _turn_to(self, view: PhotoView) -> None:
        """Show the photo as it is turned now."""
        with QSignalBlocker(self._angle):
            self._angle.setValue(round(view.angle))
        self._degrees.setText(f"{view.angle:.0f}°")
        self._view = view
        self._sheet.show_photo(turned(self._photo.gray, view), view.crop)
        self._look()

    def _go(self, **changed: object) -> None:
        self._view = replace(self._view, **changed)  # type: ignore[arg-type]
        self._look()

    def _look(self) -> None:
        """Have the digit in what is kept looked for."""
        view, gray = self._view, self._photo.gray
        found = self._photo.image
        if view == PhotoView() and found is not None and not self.looking:
            self._show(found)
        else:
            self._looks.ask(lambda: photo_digit(gray, view))

    def _show(self, image: Bytes) -> None:
        reading = self._network.read(image)
        self._set(
            image,
            tr("Reads {label}, {confidences}").format(
                label=reading.label, confidences=percent(reading.confidences[reading.label])
            ),
        )
        if self._accepting:
            self._accept()
        self._note.setText(tr("Drag a rectangle around the digit where more is found than that."))

    def _refuse(self, sentence: str) -> None:
        self._set(None, tr("No digit is found"))
        self._accepting = False
        self._note.setText(sentence)

    def _set(self, image: Bytes | None, words: str) -> None:
        self._image = image
        self._seen.set_image(image)
        self._read.setText(words)
        self._take.setEnabled(image is not None)
        self._take.setToolTip("" if image is not None else tr("There is no digit to take"))

    def _accept(self) -> None:
        """Take it; what is still being looked for is waited for."""
        self._accepting = self.looking
        if self._image is not None and not self.looking:
            self.accept()
            self._then(self._image)
