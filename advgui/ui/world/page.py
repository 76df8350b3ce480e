"""The page “In the world”: does it still fool once it is turned, printed or photographed?"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from advgui.core.language import tr
from advgui.core.world.pdf import pdf_bytes
from advgui.core.world.sheet import PAPERS
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import outcome_shown
from advgui.lab.world.photo_reading import ReadPhoto
from advgui.lab.world.photo_words import JudgedPhoto, judged, verdict_words
from advgui.lab.world.sheet_words import outcome_page
from advgui.lab.world.surviving import (
    NOTHING,
    MeasureSurvival,
    Survived,
    range_table,
    ranges_of,
    same,
    survey_words,
    wanted,
)
from advgui.ui.plotting.export import PlotFile
from advgui.ui.session.controller import Controller
from advgui.ui.session.job import JobLane
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets import clipboard, file_dialogs
from advgui.ui.widgets.layout import choice, column, heading, row
from advgui.ui.widgets.parameter_panel import ParameterPanel
from advgui.ui.widgets.push_button import push_button
from advgui.ui.widgets.steady_note import SteadyNote
from advgui.ui.world.photo_view import PhotoView
from advgui.ui.world.wall import Wall

_REST_MS: Final = 120  # from a slider's last movement to the next look
_PRINT: Final = tr("Save a PDF with both images at true size, to print and to photograph")
_NOT_YET: Final = tr("There is nothing to print yet: attack the drawing first")
_PHOTO: Final = tr("Open the photo of a printed sheet; it can be dropped here, too")
_NO_PHOTO: Final = tr(
    "Print a sheet, photograph it with a telephone, and open the photo here or drop it on the page."
)
_READING: Final = tr("Reading the photo…")


class WorldPage(QWidget):
    """What is not shown costs nothing. ``sheet_made`` carries a PDF to be saved."""

    sheet_made = Signal(object)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("world-page")
        self.setAcceptDrops(True)
        self._controller = controller
        self.survey = JobLane[MeasureSurvival, Survived](parent=self)
        self.reader = JobLane[ReadPhoto, JudgedPhoto](parent=self)
        self._print = push_button("world-print", "save", tr("Print a sheet…"))
        self._paper = QComboBox()
        self._read = push_button("world-read", "open", tr("Read a photo…"))
        self._views = choice("world-views", tr("Views"), tr("Show the image in many random views"))
        self._photo_shown = choice(
            "world-photo-shown", tr("Photo"), tr("Show the photo that was read")
        )
        self._ranges = ParameterPanel("world-ranges", tr("How far the views go"))
        self._words = SteadyNote(3, name="world-words")
        self.wall, self.photo = Wall(), PhotoView()
        self._stack = QStackedWidget()
        self._again: JudgedPhoto | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._set_up()
        self._lay_out()
        controller.watch(self.apply)

    def _set_up(self) -> None:
        self._paper.setObjectName("world-paper")
        self._paper.setAccessibleName(tr("Paper"))
        self._paper.setToolTip(tr("The paper that the sheet is made for"))
        self._paper.addItems(list(PAPERS))
        self._read.setToolTip(_PHOTO)
        self._views.setChecked(True)
        self._ranges.set_table(range_table(), {})
        self._print.clicked.connect(self._make_sheet)
        self._read.clicked.connect(self._ask_photo)
        self._views.clicked.connect(lambda: self._look_at(photo=False))
        self._photo_shown.clicked.connect(lambda: self._look_at(photo=True))
        self._ranges.changed.connect(lambda *_: self._rest.start())
        self._rest.timeout.connect(self._measure)
        self.survey.changed.connect(self._show)
        self.reader.changed.connect(self._show)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.wall)
        self._stack.addWidget(self.photo)
        lines = column(self, TIGHT)
        lines.addLayout(row(heading(tr("In the world", "page")), self._views, self._photo_shown, 1))
        lines.addLayout(row(self._print, self._paper, self._read, 1))
        lines.addWidget(self._ranges)
        lines.addWidget(self._words)
        lines.addWidget(self._stack, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """All of it as it is now."""
        super().showEvent(event)
        self.apply(None, self._controller.state)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked at for nobody."""
        super().hideEvent(event)
        self._rest.stop()
        self.survey.cancel()

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Another drawing, network or attack."""
        if self.isVisible() and not new.running:
            self._measure()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be a photo."""
        if clipboard.can_take(event.mimeData()) and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first of the files."""
        taken = clipboard.take(event.mimeData())
        if isinstance(taken, tuple):
            event.acceptProposedAction()
            self.read_photo(taken[0])

    def read_photo(self, path: Path) -> None:
        """Read a photo of a sheet, and have the network that is chosen judge it."""
        self.reader.start(ReadPhoto(path, self._controller.state.network))
        self._look_at(photo=True)

    def close_work(self) -> None:
        """End what runs."""
        self.survey.close()
        self.reader.close()

    def _measure(self) -> None:
        """Look at the newest attack, if that is not what is looked at already."""
        job = wanted(self._controller.state, ranges_of(self._ranges.values()))
        now = self.survey.state
        if job is None:
            self.survey.cancel()
        elif not same(job, now.job) or now.phase in ("cancelled", "failed"):
            self.survey.start(job)
        self._show()

    def _look_at(self, *, photo: bool) -> None:
        self._views.setChecked(not photo)
        self._photo_shown.setChecked(photo)
        self._ranges.setVisible(not photo)
        self._stack.setCurrentWidget(self.photo if photo else self.wall)
        self._show()

    def _show(self) -> None:
        job = wanted(self._controller.state, ranges_of(self._ranges.values()))
        self._print.setEnabled(job is not None)
        self._print.setToolTip(_NOT_YET if job is None else _PRINT)
        survey, reader = self.survey.state, self.reader.state
        found = survey.value if job is not None else None
        self.wall.show_views(found, NOTHING if job is None else "")
        read = self._judged(reader.value)
        self.photo.show_photo(read, _READING if reader.phase == "running" else _NO_PHOTO)
        if self._photo_shown.isChecked():
            told = "" if read is None else verdict_words(read)
            failed = reader.phase == "failed"
            self._words.set_words(reader.sentence if failed else told)
        else:
            self._words.set_words("" if job is None else survey_words(survey))

    def _judged(self, read: JudgedPhoto | None) -> JudgedPhoto | None:
        """A photo as the network that is chosen now reads it."""
        network = self._controller.state.network
        if read is None or read.network is network:
            return read
        if self._again is None or (self._again.sheet, self._again.network) != (read.sheet, network):
            self._again = judged(read.sheet, network)
        return self._again

    def _make_sheet(self) -> None:
        state, shown = self._controller.state, self._controller.view
        if state.run is None or shown is None:
            return
        outcome = outcome_shown(state.run, shown)
        title = state.run.request.attack.title
        page = outcome_page(outcome, state.network, title, self._paper.currentText())
        self.sheet_made.emit(PlotFile("sheet.pdf", tr("Sheets to print"), pdf_bytes(page)))

    def _ask_photo(self) -> None:
        file_dialogs.ask_photo(self, Path(QDir.homePath()), self.read_photo)
