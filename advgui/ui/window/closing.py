"""A window is closed, and what were lost with it: its user is asked once, and can save."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.lab.networks.leaving_text import leaving_words
from advgui.lab.networks.library import Library
from advgui.ui.pages import Page, Work
from advgui.ui.widgets.question import Answer, ask
from advgui.ui.window.file_actions import Files
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.sessions import Sessions


class Closing(QObject):
    """Knows whether runs, networks, or what a page is busy with, would be lost; has them saved."""

    def __init__(
        self,
        window: QWidget,
        library: Library,
        pages: Pages,
        files: Files,
        sessions: Sessions,
        end: Callable[[], None] | None = None,
    ) -> None:
        """``end`` closes the window so that all of it is there the next time."""
        super().__init__(window)
        self._end = end or window.close
        self.setObjectName("closing")
        self._window, self._library = window, library
        self._pages, self._files, self._sessions = pages, files, sessions

    def may_close(self) -> bool:
        """Whether the window may be closed now; where not, its user is asked or told why.

        What is being written is waited for, so that what cannot be written is told.
        """
        if not self._files.saver.finish():
            return False
        works = [work for _, work in self._busy()]
        sentence = leaving_words(self._unsaved(), works, self._sessions.unsaved_runs)
        if sentence:
            ask(self._window, "closing", sentence, *self._answers(works))
        return not sentence

    def require_nothing_lost(self) -> None:
        """Wait for what is being written; all else is kept for the next start.

        Raises BadInput, naming it, where a page is busy with what could not go on then.
        """
        self._files.saver.finish()
        for work in [work for _, work in self._busy() if not work.kept]:
            words = tr(
                "“{title}” is still being made, and could not go on after a restart: stop it, or "
                "wait for its end."
            )
            raise BadInput(words.format(title=work.title))

    def _unsaved(self) -> list[str]:
        """All that is in no file yet, by title."""
        made = [title for page in self._pages.pages for title in page.unsaved]
        return [*(network.title for network in self._library.unsaved), *made]

    def _busy(self) -> list[tuple[Page, Work]]:
        """The pages that are at work, and what they do."""
        found = ((page, page.work) for page in self._pages.pages)
        return [(page, work) for page, work in found if work is not None]

    def _answers(self, works: Sequence[Work]) -> list[Answer]:
        """Save first, where there is something; Enter ends no work by mistake."""
        learned = any(work.worth_keeping for work in works)
        words = (
            tr("Stop and save…") if learned else tr("Save…") if self._asks_where() else tr("Save")
        )
        save = Answer("save", words, self._save, usual=not works)
        end = Answer("end", tr("Close without saving"), self._close)
        stay = Answer("stay", tr("Cancel"), usual=bool(works))
        made = self._unsaved() or self._sessions.unsaved_runs
        answers = [save, end, stay] if made or learned else [end, stay]
        if any(work.kept for work in works):
            answers.insert(1, Answer("later", tr("Go on next time"), self._end))
        return answers

    def _close(self) -> None:
        """And let go what pages are busy with."""
        for page, _ in self._busy():
            page.drop_work()
        self._window.close()

    def _asks_where(self) -> bool:
        """Whether a file's name is asked for when all is saved."""
        return not self._sessions.unsaved_runs or self._sessions.asks  # it holds all of them

    def _save(self) -> None:
        """Save one after the other, then close; whoever gives up one stays."""
        busy = next((page for page, work in self._busy() if work.worth_keeping), None)
        unsaved = self._library.unsaved
        made_on = next((one for one in self._pages.pages if one.unsaved), None)
        if busy is not None:
            busy.keep_work(self._save)
        elif self._sessions.unsaved_runs:
            self._sessions.save(self._save)  # with the networks
        elif unsaved:
            self._files.ask_network_file(unsaved[0], self._save)
        elif made_on is not None:
            made_on.save_unsaved(self._save)
        else:
            self._window.close()
