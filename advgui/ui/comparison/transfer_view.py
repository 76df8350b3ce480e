"""Every network attacked on the drawing, and each image shown to all of them."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.attack.requests import default_goal
from advgui.lab.comparison.transfer import AttackSetup
from advgui.lab.comparison.transfer_text import (
    BUSY,
    NOT_BUSY,
    NOT_DRAWN,
    START_TIP,
    STOP_TIP,
    button_words,
    details,
    headline,
)
from advgui.lab.networks.library import Library
from advgui.ui.comparison.transfer_job import TransferJob
from advgui.ui.comparison.transfer_table import TransferTable
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.theme.zoom import follow
from advgui.ui.widgets.layout import Note, column, label, row
from advgui.ui.widgets.progress_bar import ProgressBar
from advgui.ui.widgets.push_button import enable, push_button

#: From one look at what was found to the next.
_SHOWN_MS: Final = 100


class TransferView(QWidget):
    """A button that starts it, how far it is, and the table that grows row by row."""

    def __init__(
        self, controller: Controller, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("transfer-view")
        self._controller, self._library = controller, library
        self.job = TransferJob(self)
        self._start = push_button("transfer-start", "every", button_words(0))
        self._stop = push_button("transfer-stop", "stop", tr("Stop"))
        self._progress = ProgressBar("transfer-progress", tr("Networks attacked so far"))
        self._headline: QLabel = label("", "strong", name="transfer-headline")
        self._details = Note(name="transfer-details")
        self.table = TransferTable()
        self._lay_out()
        self._clock = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._clock.timeout.connect(self._show)
        self._start.clicked.connect(self.start)
        self._stop.clicked.connect(self.stop)
        self.table.chosen.connect(self._choose)
        self.job.changed.connect(self._follow)
        controller.changed.connect(self._follow)

    def _lay_out(self) -> None:
        # As wide as its longest words, or the bar would move with the first stroke.
        follow(self._start, lambda button: button.setMinimumWidth(button.sizeHint().width()))
        self._headline.setWordWrap(True)
        bar = row(self._start, self._stop, self._progress)
        bar.setStretch(2, 1)
        lines = column(self, TIGHT)
        lines.addLayout(bar)
        lines.addSpacing(TIGHT)
        lines.addWidget(self._headline)
        lines.addWidget(self._details)
        lines.addWidget(self.table, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """The drawing, the networks and what was found, as they are now."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is shown to nobody."""
        super().hideEvent(event)
        self._clock.stop()

    def close_work(self) -> None:
        """End what runs."""
        self.job.close()

    def start(self) -> None:
        """Ask every network that can be loaded about the present drawing."""
        self._controller.drawing_wanted.emit()
        state = self._controller.state
        if state.reading is None:
            return
        setup = AttackSetup(
            image=state.image,
            ink=state.ink,
            goal=default_goal(state),
            attack=state.attack,
            seed=state.seed,
            confidence=state.wanted_confidence,
            region=state.wanted_region,
        )
        self.job.start(setup, self._networks())
        self._show()

    def stop(self) -> None:
        """Do no more, and keep what was found."""
        self.job.stop()
        self._show()

    def _networks(self) -> tuple[Network, ...]:
        found = []
        for name in self._library.names:
            try:
                found.append(self._library.load(name))
            except BadInput as error:
                self._controller.tell(str(error))
        return tuple(found)

    def _follow(self) -> None:
        """Show what is new soon: words and a bar that moved with every step took too long."""
        if self.isVisible() and not self._clock.isActive():
            self._clock.start()

    def _show(self) -> None:
        """Show everything, from the state of the lab and of the job."""
        now, state = self.job.state, self._controller.state
        drawn = state.reading is not None
        self._start.setText(button_words(default_goal(state) if drawn else None))
        enable(self._start, START_TIP, BUSY if now.running else "" if drawn else NOT_DRAWN)
        enable(self._stop, STOP_TIP, "" if now.running else NOT_BUSY)
        drawing = state.image if drawn else None
        self._headline.setText(headline(now, drawing))
        self._details.setText(details(now, drawing))
        self._show_progress()
        self._show_rows()

    def _show_progress(self) -> None:
        now = self.job.state
        each = now.each
        said = f"{len(now.rows)} / {len(now.networks)}" if now.networks else ""
        done, total = each * len(now.rows) + min(now.done, each), each * len(now.networks)
        self._progress.show_done(done, total, said)

    def _show_rows(self) -> None:
        now, name = self.job.state, self._controller.state.network.name
        names = [network.name for network in now.networks] or list(self._library.names)
        titles = {entry.name: entry.title for entry in self._library.entries}
        self.table.set_titles(tuple(titles[one] for one in names))
        busy = tr("step {step:,}").format(step=now.step) if now.attacked is not None else ""
        self.table.rows.set_rows(now.rows, busy)
        self.table.set_selected(names.index(name) if name in names else None)

    def _choose(self, index: int) -> None:
        networks = self.job.state.networks
        name = networks[index].name if networks else self._library.names[index]
        try:
            self._controller.choose_network(self._library.load(name))
        except BadInput as error:
            self._controller.tell(str(error))
