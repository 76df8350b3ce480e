"""A window is closed, and what were lost with it: its user is asked once, and can save."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advgui.core.nn.network import Network
from advgui.lab.networks.leaving_text import leaving_words
from advgui.lab.networks.library import Library
from advgui.ui.training.feature import School
from advgui.ui.widgets.question import Answer, ask
from advgui.ui.window.file_actions import Files


class Closing(QObject):
    """Knows whether networks that were trained here would be lost, and has them saved."""

    def __init__(self, window: QWidget, library: Library, school: School, files: Files) -> None:
        super().__init__(window)
        self.setObjectName("closing")
        self._window, self._library = window, library
        self._school, self._files = school, files
        self._awaited: int | None = None
        school.trained.connect(self._go_on_saving)

    def may_close(self) -> bool:
        """Whether the window may be closed now; where not, its user is asked or told why.

        What is being written is waited for, so that what cannot be written is told.
        """
        if not self._files.saver.finish():
            return False
        training, unsaved = self._school.training, self._library.unsaved
        title = "" if training is None else training.request.plan.title
        sentence = leaving_words([_title(network) for network in unsaved], title)
        if sentence:
            ask(self._window, "closing", sentence, *self._answers())
        return not sentence

    def _answers(self) -> list[Answer]:
        """Save first, where there is something; Enter ends no training by mistake."""
        training, unsaved = self._school.training, bool(self._library.unsaved)
        learned = training is not None and training.learned
        words = "Stop and save…" if learned else "Save…"
        save = Answer("save", words, self._save, usual=training is None)
        end = Answer("end", "Close without saving", self._window.close)
        stay = Answer("stay", "Cancel", usual=training is not None)
        return [save, end, stay] if unsaved or learned else [end, stay]

    def _save(self) -> None:
        """Save one after the other, then close; whoever gives up one stays."""
        training, unsaved = self._school.training, self._library.unsaved
        if training is not None and training.learned:
            self._awaited = training.ticket
            self._school.stop()
        elif unsaved:
            self._files.ask_network_file(unsaved[0], self._save)
        else:
            self._window.close()

    def _go_on_saving(self) -> None:
        """The training that was stopped has its network."""
        awaited, self._awaited = self._awaited, None
        if awaited is not None and awaited == self._school.ticket:
            self._save()


def _title(network: Network) -> str:
    return network.title
