"""Opens one thing after the other: at once what is small, and beside the window what is not."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.lab.drawing.model import adopt
from advgui.lab.opened_files import Batch, Found, Wanted
from advgui.lab.worker.messages import Failed, OpenReport, OpenRequest, Silent
from advgui.ui.session.worker_bridge import Background

#: From one look at what is being opened to the next.
_REPORTS_MS: Final = 30
#: For so long nobody is told of it.
_PATIENCE_MS: Final = 200
#: From which on seconds are counted.
_LONG_S: Final = 2


class Opener(QObject):
    """Reads what is wanted, in a process of its own where it may take long.

    ``opened`` carries what was wanted and what it holds, ``ended`` a batch of which nothing is
    left. Nothing is told of what was cancelled or replaced by something else. ``changed`` says
    that there are other ``words``.
    """

    opened = Signal(object, object)
    ended = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("opener")
        self._batch: Batch | None = None
        self._background: Background | None = None
        self._ticket = 0
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._tell)
        self.words = ""

    @property
    def busy(self) -> bool:
        """Whether something is being opened, even if nobody is told yet."""
        return self._batch is not None

    def open(self, batch: Batch) -> None:
        """Open these; what was being opened is dropped."""
        self.cancel()
        self._batch = batch
        self._go_on()

    def cancel(self) -> None:
        """Open nothing more, and drop what is being opened."""
        self._batch = None
        self._rest()

    def _go_on(self) -> None:
        """Open the next one, here if it is quick, and so on until nothing is left."""
        batch, self._batch = self._batch, None
        if batch is None:
            return
        if not batch.left:
            self.ended.emit(batch)
        elif batch.left[0].quick:
            self._read_here(batch)
        else:
            self._batch = batch
            self._send(batch.left[0])

    def _read_here(self, batch: Batch) -> None:
        try:
            found = batch.left[0].read()
        except BadInput as error:
            self._refuse(batch, str(error))
        else:
            self._keep(batch, found)

    def _keep(self, batch: Batch, found: Found) -> None:
        self._batch = batch.opened()
        self.opened.emit(batch.left[0], found)
        self._go_on()

    def _refuse(self, batch: Batch, sentence: str) -> None:
        self._batch = batch.refused(sentence)
        self._go_on()

    def _send(self, first: Wanted) -> None:
        self._ticket += 1
        self._background = Background(interval_ms=_REPORTS_MS, parent=self)
        self._background.reported.connect(self._take)
        self._background.runner.submit(OpenRequest(self._ticket, first))
        self._clock.start()
        self._tick.start(_PATIENCE_MS)

    def _take(self, report: OpenReport) -> None:
        """What the process found; it is done."""
        batch = self._batch
        if batch is None or report.ticket != self._ticket or isinstance(report, Silent):
            return  # that it is silent is seen by the seconds, which are counted
        self._rest()
        if isinstance(report, Failed):
            self._refuse(batch, report.sentence)
        else:
            if report.ink is not None:
                adopt(report.ink)
            self._keep(batch, report.found)

    def _rest(self) -> None:
        """No process, and no words."""
        background, self._background = self._background, None
        if background is not None:
            background.close()
            background.deleteLater()
        self._tick.stop()
        self._say("")

    def _tell(self) -> None:
        if self._batch is None:
            return
        seconds = self._clock.elapsed() // 1000
        words = tr("Opening {name}…").format(name=self._batch.left[0].name)
        self._say(words if seconds < _LONG_S else f"{words} {seconds} s")
        self._tick.start(1000)

    def _say(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.changed.emit()
