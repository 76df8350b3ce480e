"""The page on which something is learned once for all digits, and worn by the drawing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, Page, Work

if TYPE_CHECKING:
    from advgui.core.attacks.fitted import Artefact
    from advgui.lab.fitted.state import OneForAll as State
    from advgui.lab.sessions.stored_artefacts import StoredArtefact
    from advgui.ui.fitted.fitter import Fitter
    from advgui.ui.fitted.page import OneForAllPage


class OneForAll(Page):
    """Universal perturbations, generators and patches, under the pen."""

    name, title, order = "one_for_all", tr("One for all", "page"), 40
    learns = True

    def __init__(self) -> None:
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
        page.plot.exported.connect(host.export)
        page.wear.strip.copy_requested.connect(host.copy)
        page.artefacts.open_wanted.connect(lambda: host.open_artefact(fitter.add))
        page.artefacts.save_wanted.connect(partial(_save, host, fitter))
        fitter.changed.connect(partial(self._changed, host, fitter))
        return page

    @property
    def work(self) -> Work | None:
        """The fit that is under way."""
        fitting = None if self._fitter is None else self._fitter.state.fitting
        if fitting is None or not fitting.busy or fitting.job is None:
            return None
        learned = fitting.value is not None and fitting.value.artefact is not None
        return Work(fitting.job.attack.title, learned)

    def keep_work(self, then: Callable[[], None]) -> None:
        """End the fit, and keep what it has learned."""
        if self._fitter is None:
            then()
        else:
            self._awaited = then
            self._fitter.stop()

    @property
    def artefacts(self) -> "Sequence[StoredArtefact]":
        """All that were learned or opened."""
        if self._fitter is None:
            return ()
        from advgui.lab.fitted.state import kept

        return kept(self._fitter.state)

    def take_artefacts(self, artefacts: "Sequence[StoredArtefact]") -> None:
        """Those of a session."""
        if self._fitter is not None:
            self._fitter.give_back(artefacts)

    def artefacts_saved(self, artefacts: "Sequence[StoredArtefact]") -> None:
        """They are in no danger any more."""
        if self._fitter is not None:
            for one in artefacts:
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
        """End what runs; nothing of it is kept."""
        if self._fitter is not None:
            self._fitter.close()
        if self._page is not None:
            self._page.plot.close()

    def _changed(self, host: Host, fitter: "Fitter", old: "State", new: "State") -> None:
        """Remember what is chosen; whoever has waited for the end of a fit goes on."""
        if new.plan is not old.plan:
            host.settings.keep(self.name, fitter.chosen)
        held = (new.artefacts, new.unsaved, new.chosen, new.place)
        if held != (old.artefacts, old.unsaved, old.chosen, old.place):
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
