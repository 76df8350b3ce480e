"""MNIST's test digits to begin with: by number, by label, at random, or those that are misread."""

from typing import Final

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStackedWidget, QWidget

from advgui.core.datasets.catalogue import MNIST
from advgui.core.datasets.folders import find_data
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.images import LABELS
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.mnist import MnistChoice, Way, digit_words, drawing_of
from advgui.ui.drawing.misread_search import MisreadSearch
from advgui.ui.session.aside import Aside
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import Note, column, row, tool
from advgui.ui.widgets.number_boxes import WholeBox
from advgui.ui.widgets.push_button import push_button
from advgui.ui.widgets.steady_note import SteadyNote

_OFFER: Final = tr(
    "MNIST's 10,000 test digits can be taken from here once they are on this computer."
)
_READING: Final = tr("The test digits are being read.")
_FIRST: Final = tr("Choose one by its number, or step through them.")
_NONE: Final = tr("There is no such digit")
_BOX: Final = 56


class MnistPicker(QWidget):
    """Puts test digits on the sheet, one after the other; each can be undone.

    The digits are read when it is first shown, and offered for download where they are not
    there: ``wanted`` says that they are asked for.
    """

    wanted = Signal()

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.setObjectName("mnist-picker")
        self._controller = controller
        self._random = np.random.default_rng()
        self._choice: MnistChoice | None = None
        self._index = 0
        self._reader = Aside[Digits](self)
        self._search = MisreadSearch(self)
        self._make_controls()
        self._lay_out()
        self._connect()

    def _make_controls(self) -> None:
        self._before = tool("mnist-before", tr("Test digit before"), "", icon="previous")
        self._after = tool("mnist-after", tr("Next test digit"), "", icon="next")
        self._any = tool("mnist-random", tr("Any test digit"), "", icon="seed")
        self._number = WholeBox()
        self._number.setObjectName("mnist-index")
        self._number.setAccessibleName(tr("Number of the test digit"))
        self._number.setToolTip(tr("The test digit of this number"))
        self._number.setKeyboardTracking(False)
        self._number.setMinimumWidth(_BOX)
        self._label = QComboBox()
        self._label.setObjectName("mnist-label")
        self._label.setAccessibleName(tr("Label of the test digits"))
        self._label.setToolTip(tr("Only digits of this label"))
        self._label.setMinimumWidth(_BOX)
        self._label.addItem(tr("Any"), None)
        for label in range(LABELS):
            self._label.addItem(str(label), label)
        self._misread = QCheckBox(tr("Misread"))
        self._misread.setObjectName("mnist-misread")
        self._misread.setToolTip(tr("Only digits that this network misreads"))
        self._words = SteadyNote(2, name="mnist-words")
        self._note = Note(_READING, name="mnist-note")
        self._get = push_button("mnist-get", "open", tr("Get MNIST…"))

    def _lay_out(self) -> None:
        absent, there = QWidget(), QWidget()
        lines = column(absent, TIGHT)
        lines.addWidget(self._note)
        lines.addLayout(row(self._get, 1))
        lines.addStretch()
        lines = column(there, TIGHT)
        steps = row(self._before, self._number, self._after, self._any, spacing=TIGHT)
        steps.setStretch(1, 1)
        filters = row(self._label, self._misread, spacing=TIGHT)
        filters.setStretch(0, 1)
        lines.addLayout(steps)
        lines.addLayout(filters)
        lines.addWidget(self._words)
        self._pages = QStackedWidget()
        self._pages.addWidget(absent)
        self._pages.addWidget(there)
        column(self).addWidget(self._pages)

    def _connect(self) -> None:
        self._reader.found.connect(self._have)
        self._reader.failed.connect(self._offer)
        self._search.changed.connect(self._filter)
        self._before.clicked.connect(lambda: self._step("before"))
        self._after.clicked.connect(lambda: self._step("after"))
        self._any.clicked.connect(lambda: self._step("any"))
        self._number.valueChanged.connect(self._take)
        self._label.activated.connect(self._filter)
        self._misread.toggled.connect(self._look_for_misread)
        self._get.clicked.connect(self.wanted)
        self._controller.watch(self.apply)

    def showEvent(self, event: QShowEvent) -> None:
        """The digits are read now, or it is looked for them again."""
        super().showEvent(event)
        if self._choice is None:
            self.look_for_data()

    def look_for_data(self) -> None:
        """Read the digits where they are found, else offer to get them."""
        folder = find_data(MNIST)
        self._get.setVisible(folder is None)
        self._note.setText(_OFFER if folder is None else _READING)
        if folder is not None:
            self._search.folder = folder
            self._reader.ask(lambda: read_mnist(folder, "test"))

    def close_work(self) -> None:
        """Look for nothing any more."""
        self._search.close()
        self._reader.close()

    def _offer(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._get.show()

    def _have(self, digits: Digits) -> None:
        self._choice = MnistChoice(digits)
        with QSignalBlocker(self._number):
            self._number.setRange(0, len(digits.labels) - 1)
        self._pages.setCurrentIndex(1)
        self._filter()

    def _look_for_misread(self, wanted: bool) -> None:
        if wanted:
            self._search.ask(self._controller.state.network)
        else:
            self._search.drop()
        self._filter()

    def _filter(self) -> None:
        """Walk through those that are asked for, as far as they are known."""
        if self._choice is None:
            return
        misread = self._search.places if self._misread.isChecked() else None
        self._choice = MnistChoice(self._choice.digits, self._label.currentData(), misread)
        some = bool(len(self._choice.matches))
        for button, tip in (
            (self._before, tr("The one before")),
            (self._after, tr("The next one")),
            (self._any, tr("Any of them")),
        ):
            button.setEnabled(some)
            button.setToolTip(tip if some else _NONE)
        self._tell(self._controller.state)

    def _step(self, way: Way) -> None:
        found = None if self._choice is None else self._choice.step(way, self._index, self._random)
        if found is not None:
            self._take(found)

    def _take(self, index: int) -> None:
        """Put that one on the sheet."""
        if self._choice is not None:
            self._index = index
            pen = self._controller.state.drawing.pen
            self._controller.draw(drawing_of(self._choice.digit(index), pen))

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Tell of the digit on the sheet, which may have come back by undoing."""
        if old is not None and old.network is not new.network and self._misread.isChecked():
            self._search.ask(new.network)
        if old is None or old.reading is not new.reading or old.drawing is not new.drawing:
            self._tell(new)

    def _tell(self, state: LabState) -> None:
        known = state.drawing.known
        if known is not None:
            self._index = known.index
            with QSignalBlocker(self._number):
                self._number.setValue(known.index)
        first = _FIRST if known is None else digit_words(known, state.reading)
        second = self._search.words if self._misread.isChecked() else ""
        self._words.set_words(f"{first} {second}".strip())
