"""The drawing, and one attack's image, read by every network at once."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from advgui.core.errors import BadInput
from advgui.lab.attack.state import LabState
from advgui.lab.comparison.one_image import Comparison, images_of
from advgui.lab.comparison.one_image_text import details, drawing_line, figures, headline
from advgui.lab.networks.library import Library
from advgui.ui.comparison.one_image_model import NetworkRow
from advgui.ui.comparison.one_image_table import OneImageTable
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.widgets.layout import Note, column, label

#: The sentences above the rows change at most this often.
_WORDS_MS: Final = 100


class OneImageView(QWidget):
    """Follows the pen and the run while it is shown, and reads nothing while it is not.

    One network reads whenever the event loop is idle, so that the pen never waits for all.
    """

    def __init__(
        self, controller: Controller, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison-view")
        self._controller, self._library = controller, library
        self._comparison = Comparison(library.load)
        self._headline: QLabel = label("", "strong", name="compare-headline")
        self._details = Note(name="compare-details")
        self.table = OneImageTable()
        self._names: tuple[str, ...] = ()
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read)
        self._writing = QTimer(self, singleShot=True, interval=_WORDS_MS)
        self._writing.timeout.connect(self._write)
        self._lay_out()
        self.table.chosen.connect(self._choose)
        controller.changed.connect(self._follow)

    def _lay_out(self) -> None:
        self._headline.setWordWrap(True)
        lines = column(self, TIGHT)
        lines.addWidget(self._headline)
        lines.addWidget(self._details)
        lines.addSpacing(SMALL)
        lines.addWidget(self.table, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since this was last seen."""
        super().showEvent(event)
        self._follow(None, self._controller.state)
        self._write()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read for nobody."""
        super().hideEvent(event)
        self._reading.stop()
        self._writing.stop()

    def _follow(self, old: LabState | None, new: LabState) -> None:
        """The drawing, the run or the networks may have changed: show the newest of each."""
        if not self.isVisible():
            return
        if self._library.names != self._names:
            self._offer()
        name = new.network.name
        self.table.set_selected(self._names.index(name) if name in self._names else None)
        if old is None or self._differs(old, new):
            images = images_of(new, self._controller.view)
            self._comparison.show(images)
            self.table.head.set_images(images)
            self._write_soon()
        if self._comparison.waiting:
            self._reading.start()

    @staticmethod
    def _differs(old: LabState, new: LabState) -> bool:
        alike = new.image is old.image and new.run is old.run
        return not alike or new.defences != old.defences

    def _offer(self) -> None:
        self._names = self._library.names
        self._comparison.offer(self._names)
        rows = [NetworkRow(entry.title, figures(entry.card)) for entry in self._library.entries]
        self.table.set_rows(tuple(rows))
        for name in self._names:
            self._show(name)

    def _read(self) -> None:
        """Let one network read."""
        name = self._comparison.step()
        if name is not None:
            self._show(name)
            self._write_soon()
        if not self._comparison.waiting:
            self._reading.stop()

    def _show(self, name: str) -> None:
        self.table.show_reading(
            self._names.index(name), self._comparison.row(name), self._comparison.problem(name)
        )

    def _write_soon(self) -> None:
        if not self._writing.isActive():
            self._writing.start()

    def _write(self) -> None:
        images, rows = self._comparison.images, self._comparison.rows
        self._headline.setText(headline(images, rows))
        self._details.setText(details(images, rows))
        self.table.head.set_line(drawing_line(rows))

    def _choose(self, index: int) -> None:
        try:
            network = self._library.load(self._names[index])
        except BadInput as error:
            self._controller.tell(str(error))
        else:
            self._controller.choose_network(network)
