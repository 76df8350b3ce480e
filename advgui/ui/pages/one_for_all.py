"""The page on which something is learned once for all digits, and worn by the drawing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, KeptWork, Work, WorkingPage

if TYPE_CHECKING:
    from pathlib import Path

    from advgui.core.attacks.fitted import Artefact
    from advgui.lab.fitted.state import OneForAll as State
    from advgui.lab.sessions.session import Made
    from advgui.ui.fitted.fitter import Fitter
    from advgui.ui.fitted.page import OneForAllPage


class OneForAll(WorkingPage):
    """Universal perturbations, generators and patches, under the pen."""

    name, title, order = "one_for_all", tr("One for all", "page"), 40
    keeps = "fit"

    def __init__(self) -> None:
        super().__init__()
        self._host: Host | None = None
        self._fitter: Fitter | None = None
        self._page: OneForAllPage | None = None
        self._awaited: Callable[[], None] | None = None

    def make(self, host: Host) -> QWidget:
        """Build it, with who has the work done."""
        from advgui.ui.fitted.fitter import Fitter
        from advgui.ui.fitted.page import OneForAllPage

        self._host = host
        self._fitter = fitter = Fitter(host.controller, host.settings.kept(self.name))
        self._page = page = OneForAllPage(fitter, host.controller)
        fitter.setParent(page)
        self.begin(fitter)
        page.plot.exported.connect(host.export)
        page.wear.strip.copy_requested.connect(host.copy)
        page.artefacts.open_wanted.connect(lambda: host.open_artefact(fitter.add))
        page.artefacts.save_wanted.connect(partial(_save, host, fitter))
        fitter.changed.connect(partial(self._changed, host, fitter))
        return page

    @property
    def work(self) -> Work | None:
        """The fit that is under way; one that was broken off waits for the next window."""
        fitting = None if self._fitter is None else self._fitter.state.fitting
        if fitting is None or not fitting.working or fitting.job is None:
            return None
        learned = fitting.value is not None and fitting.value.artefact is not None
        return Work(fitting.job.title, learned, fitting.written, fitted=True)

    @property
    def worker(self) -> "Fitter | None":
        """The fitter."""
        return self._fitter

    def read_kept(self, path: "Path") -> KeptWork:
        """A fit that was under way. Raises WorkFileError."""
        from advgui.lab.fitted.fitting import load_fit

        return load_fit(path)

    def drop_work(self) -> None:
        """Keep nothing of the fit."""
        if self._fitter is not None:
            self._fitter.cancel()

    def keep_work(self, then: Callable[[], None]) -> None:
        """End the fit, and keep what it has learned."""
        if self._fitter is None:
            then()
        else:
            self._awaited = then
            self._fitter.stop()

    @property
    def made(self) -> "Sequence[Made]":
        """All that were learned or opened."""
        if self._fitter is None:
            return ()
        from advgui.lab.fitted.state import kept

        return kept(self._fitter.state)

    def take_made(self, made: "Sequence[Made]") -> None:
        """The artefacts of a session."""
        from advgui.lab.sessions.stored_artefacts import StoredArtefact

        artefacts = [one for one in made if isinstance(one, StoredArtefact)]
        if self._fitter is not None and artefacts:
            self._fitter.give_back(artefacts)

    def made_saved(self, made: "Sequence[Made]") -> None:
        """They are in no danger any more."""
        from advgui.lab.sessions.stored_artefacts import StoredArtefact

        if self._fitter is not None:
            for one in made:
                if isinstance(one, StoredArtefact):
                    self._fitter.saved(one.artefact)

    @property
    def unsaved(self) -> Sequence[str]:
        """What was learned and is in no file yet."""
        from advgui.lab.fitted.text import artefact_words

        made = () if self._fitter is None else self._fitter.state.unsaved
        return [artefact_words(artefact) for artefact in made]

    def save_unsaved(self, then: Callable[[], None]) -> None:
        """Ask where to save the first of them."""
        if self._host is None or self._fitter is None:
            then()
        else:
            _save(self._host, self._fitter, self._fitter.state.unsaved[0], then)

    def close(self) -> None:
        """End what runs; a fit can go on in the next window unless it was dropped."""
        if self._fitter is not None:
            self._fitter.close()
        if self._page is not None:
            self._page.plot.close()

    def _changed(self, host: Host, fitter: "Fitter", old: "State", new: "State") -> None:
        """Remember what is chosen; whoever has waited for the end of a fit goes on."""
        if new.plan is not old.plan:
            host.settings.keep(self.name, fitter.chosen)
        held = (new.artefacts, new.unsaved, new.chosen, new.place)
        begun = new.fitting.busy != old.fitting.busy
        if begun or held != (old.artefacts, old.unsaved, old.chosen, old.place):
            host.made()
        awaited = self._awaited
        if awaited is not None and not new.fitting.busy:
            self._awaited = None
            awaited()


def _save(
    host: Host,
    fitter: "Fitter",
    artefact: "Artefact",
    then: Callable[[], None] = lambda: None,
) -> None:
    def saved() -> None:
        fitter.saved(artefact)
        then()

    host.save_artefact(artefact, saved)


PAGE: Final = OneForAll
