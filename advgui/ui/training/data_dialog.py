"""Asks whether a data set that is missing may be downloaded, and shows how that goes."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advgui.core.datasets.catalogue import Dataset
from advgui.core.datasets.download import DownloadProgress, fetch
from advgui.core.datasets.folders import inside, remember
from advgui.core.errors import DatasetError
from advgui.core.generators import Driver
from advgui.core.language import tr
from advgui.lab.training.data_download import (
    DataRequest,
    begun,
    consent_words,
    failed,
    offer_words,
    progressed,
    source_words,
    title_words,
    wanted,
    why_not,
)
from advgui.ui.theme.tokens import LARGE, MEDIUM, SMALL, WIDE
from advgui.ui.theme.warning_sign import WarningSign
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.dialogs import answer, show_error
from advgui.ui.widgets.file_dialogs import ask_data_folder
from advgui.ui.widgets.layout import Note, column, label, row
from advgui.ui.widgets.push_button import enable

_WIDTH: Final = 440
_SIGN: Final = 24
#: From one look at the download to the next.
_INTERVAL_MS: Final = 33
_FINE: Final = 1000  # parts of the bar

Done = Callable[[Path], None]


def ask_data(parent: QWidget, dataset: Dataset, done: Done) -> QDialog:
    """Offer to download a data set, or to take a folder that holds it.

    ``done`` is called with its folder once it is there, and never if the user changes their
    mind. Nothing is asked of the network before they agree, and nothing waits for it.
    """
    try:
        state = wanted(dataset)
    except DatasetError as error:
        return show_error(parent, str(error))
    dialog = DataDialog(parent, state, done)
    dialog.open()
    return dialog


class DataDialog(QDialog):
    """The question, then the download, then what went wrong with it, if anything did.

    The download waits for the network in a thread of its own; this looks at it by a timer.
    Whatever ends the dialog ends the download, at once.
    """

    def __init__(self, parent: QWidget, state: DataRequest, done: Done) -> None:
        super().__init__(parent)
        self._state = state
        self._done = done
        self._run: Driver[DownloadProgress, Path] | None = None
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self.finished.connect(self._drop)
        self.setObjectName("data")
        self.setWindowTitle("advgui")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        parent.window().installEventFilter(self)
        self._build()
        self._show(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The dialog ends with the window below it, which Qt would leave it without."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.reject()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        dataset = self._state.dataset
        self._pages = QStackedWidget()
        self._pages.addWidget(_wrapped(Note(source_words(self._state), name="data-source")))
        self._pages.addWidget(self._progress_page())
        self._pages.addWidget(self._error_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(LARGE)
        self._title = label(role="title", name="data-title")
        layout.addWidget(self._title)
        layout.addWidget(_wrapped(label(offer_words(dataset), name="data-offer")))
        layout.addWidget(self._pages)
        layout.addWidget(self._buttons())
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _progress_page(self) -> QWidget:
        page = QWidget()
        self._bar = QProgressBar(maximum=_FINE, textVisible=False)
        self._bar.setObjectName("data-progress")
        self._bar.setAccessibleName(tr("Download"))
        self._line = label(name="data-line")
        self._note = _wrapped(Note(name="data-note"))
        inner = column(page, SMALL)
        inner.addWidget(self._bar)
        inner.addWidget(self._line)
        inner.addWidget(self._note)
        inner.addStretch()
        return page

    def _error_page(self) -> QWidget:
        page = QWidget()
        self._error = _wrapped(label(name="data-error"), _WIDTH - _SIGN - MEDIUM)
        sign = WarningSign(_SIGN, lambda colours: colours.fooled_text)
        beside = row(self._error, spacing=MEDIUM)
        beside.insertWidget(0, sign, 0, Qt.AlignmentFlag.AlignTop)
        inner = column(page)
        inner.addLayout(beside)
        inner.addStretch()
        return page

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._download = answer(box, tr("Download"), role.AcceptRole, "data-download")
        self._choose = answer(box, tr("Choose a folder…"), role.ActionRole, "data-folder")
        cancel = answer(box, tr("Cancel"), role.RejectRole, "data-cancel")
        self._download.setDefault(True)
        self._download.clicked.connect(self._begin)
        self._choose.clicked.connect(self._ask_folder)
        cancel.clicked.connect(self.reject)
        return box

    def _show(self, state: DataRequest) -> None:
        self._state = state
        phases = {"asked": 0, "fetching": 1, "failed": 2}
        failed = state.phase == "failed"
        self._title.setText(title_words(state))
        self._pages.setCurrentIndex(phases[state.phase])
        self._bar.setValue(round(_FINE * state.share))
        self._bar.setAccessibleDescription(state.line)
        self._line.setText(state.line)
        self._note.setText("" if failed else state.note)
        self._error.setText(state.note if failed else "")
        self._download.setText(consent_words(state))
        for button in (self._download, self._choose):
            enable(button, "", why_not(state))

    def _begin(self) -> None:
        state = begun(self._state)
        self._run = Driver(fetch(state.dataset, state.folder, state.mirrors, tick_s=0.0))
        self._show(state)
        self._timer.start()

    def _look(self) -> None:
        """Take what the download tells, without waiting for anything."""
        if self._run is None:
            return
        try:
            progress = next(self._run, None)
        except DatasetError as error:
            self._drop()
            self._fail(error)
        else:
            if progress is None:
                self._finish(self._run.value)
            else:
                self._show(progressed(self._state, progress, monotonic()))

    def _finish(self, folder: Path) -> None:
        self.accept()
        self._done(folder)

    def _drop(self) -> None:
        """Let go of the download; from here on nothing of it is written or shown."""
        self._timer.stop()
        run, self._run = self._run, None
        if run is not None:
            run.close()

    def _ask_folder(self) -> None:
        title = tr("The folder that holds {data}").format(data=self._state.dataset.title)
        ask_data_folder(self, title, self._take)

    def _take(self, chosen: Path) -> None:
        dataset = self._state.dataset
        try:
            folder = inside(dataset, chosen)
            remember(dataset, folder)
        except DatasetError as error:
            self._fail(error)
        else:
            self._finish(folder)

    def _fail(self, error: DatasetError) -> None:
        self._show(failed(self._state, str(error)))
        self._download.setFocus()


def _wrapped(words: QLabel, width: int = _WIDTH) -> QLabel:
    words.setWordWrap(True)
    follow(words, lambda one: one.setFixedWidth(zoomed(width)))
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    return words
