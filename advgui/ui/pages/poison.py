"""The page on which a network is poisoned beside its clean twin; few sessions do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, KeptWork, Work, WorkingPage

if TYPE_CHECKING:
    from pathlib import Path

    from advgui.core.nn.network import Network
    from advgui.lab.poisoning.state import PoisonPageState
    from advgui.lab.sessions.session import Made
    from advgui.lab.sessions.stored_poisonings import StoredPoisoning
    from advgui.ui.poisoning.page import PoisonPage
    from advgui.ui.poisoning.poisoner import Poisoner


class Poison(WorkingPage):
    """Label flips and back doors, and who finds them."""

    name, title, order = "poison", tr("Poison", "page"), 60
    folds = "always"
    keeps = "poisoning"

    def __init__(self) -> None:
        super().__init__()
        self._poisoner: Poisoner | None = None
        self._page: PoisonPage | None = None
        self._awaited: Callable[[], None] | None = None
        self._host: Host | None = None
        self._handed: Network | None = None  # the newest that the window knows of

    def make(self, host: Host) -> QWidget:
        """Build it, with who has the work done."""
        from advgui.ui.poisoning.page import PoisonPage
        from advgui.ui.poisoning.poisoner import Poisoner

        self._host = host
        self._poisoner = poisoner = Poisoner(
            host.settings.kept(self.name), host.controller.stopwatch
        )
        self._page = page = PoisonPage(poisoner, host.controller)
        poisoner.setParent(page)
        self.begin(poisoner)
        page.plot.exported.connect(host.export)
        page.both.copy_requested.connect(host.copy)
        page.offer_wanted.connect(lambda network: self._hand(host, network))
        page.save_wanted.connect(lambda network: self._save(host, network))
        poisoner.changed.connect(lambda old, new: self._changed(host, old, new))
        return page

    def seen_at_once(self, height: int) -> None:
        """What came of it should be."""
        if self._page is not None:
            self._page.set_seen(height)

    @property
    def work(self) -> Work | None:
        """The training that is under way; one that was broken off waits for the next window."""
        state = None if self._poisoner is None else self._poisoner.state
        if state is None or state.job.job is None or not state.job.working:
            return None
        from advgui.lab.poisoning.job import has_learned

        return Work(state.job.job.title, has_learned(state.job), state.job.written)

    @property
    def worker(self) -> "Poisoner | None":
        """The poisoner."""
        return self._poisoner

    def read_kept(self, path: "Path") -> KeptWork:
        """A training that was under way. Raises WorkFileError."""
        from advgui.lab.poisoning.job import load_poisoning

        return load_poisoning(path)

    def drop_work(self) -> None:
        """Keep nothing of the training."""
        if self._poisoner is not None:
            self._poisoner.cancel()

    @property
    def made(self) -> "Sequence[Made]":
        """What came of it last."""
        state = None if self._poisoner is None else self._poisoner.state
        if state is None or state.outcome is None:
            return ()
        from advgui.lab.sessions.stored_poisonings import StoredPoisoning

        return (StoredPoisoning(state.outcome, state.course, bool(self.unsaved)),)

    def take_made(self, made: "Sequence[Made]") -> None:
        """What came of the training of a session; what was there is put on offer first."""
        for one in _poisonings(made):
            if self._host is not None and self._poisoner is not None:
                if self._made is not None and self.unsaved:
                    self._host.library.add(self._made, trained=True)
                self._poisoner.give_back(one)
                self._handed = None if one.unsaved else self._made

    def made_saved(self, made: "Sequence[Made]") -> None:
        """It is in a file now."""
        if self._made in [one.outcome.networks[-1] for one in _poisonings(made)]:
            self._handed = self._made

    def keep_work(self, then: Callable[[], None]) -> None:
        """End the training, and keep the network that it was about."""
        if self._poisoner is None:
            then()
        else:
            self._awaited = then
            self._poisoner.stop()

    @property
    def unsaved(self) -> Sequence[str]:
        """The network that came of it last, until it is on offer: then the window asks about it."""
        made = self._made
        return [] if made is None or made is self._handed else [made.title]

    def save_unsaved(self, then: Callable[[], None]) -> None:
        """Put it on offer, where it counts as unsaved."""
        if self._host is not None and self._made is not None:
            self._hand(self._host, self._made)
        then()

    def close(self) -> None:
        """End the training, which can go on in the next window unless it was dropped."""
        if self._poisoner is not None:
            self._poisoner.close()
        if self._page is not None:
            self._page.plot.close()

    def _changed(self, host: Host, old: "PoisonPageState", new: "PoisonPageState") -> None:
        """Remember what is chosen; whoever has waited for the end of a training goes on."""
        if new.choice is not old.choice:
            from advgui.lab.poisoning.choice import kept

            host.settings.keep(self.name, kept(new.choice))
        if new.outcome is not old.outcome or new.job.busy != old.job.busy:
            host.made()
        awaited = self._awaited
        if awaited is not None and not new.job.busy:
            self._awaited = None
            if self._made is not None:
                self._hand(host, self._made)
            awaited()

    @property
    def _made(self) -> "Network | None":
        """The newest network that was poisoned, or trained anew after that."""
        outcome = None if self._poisoner is None else self._poisoner.state.outcome
        return None if outcome is None else outcome.networks[-1]

    def _hand(self, host: Host, network: "Network") -> None:
        """Put one on offer; it is unsaved there."""
        self._handed = network
        host.add_network(network, trained=True)

    def _save(self, host: Host, network: "Network") -> None:
        """Ask for its file; it is on offer from now on."""
        self._handed = network
        host.save_network(network)
        host.made()


def _poisonings(made: "Sequence[Made]") -> "list[StoredPoisoning]":
    from advgui.lab.sessions.stored_poisonings import StoredPoisoning

    return [one for one in made if isinstance(one, StoredPoisoning)]


PAGE: Final = Poison
