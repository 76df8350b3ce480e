"""All that a person made and where they look, as one value: out of a state, and into one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from advgui.core.attacks.problem import Flags
from advgui.core.defences.defended import bare_of
from advgui.core.language import tr
from advgui.core.lists import all_of
from advgui.core.nn.network import Network
from advgui.lab.attack.going_back import back, why_not_back
from advgui.lab.attack.phrases import counted
from advgui.lab.attack.state import Aim, LabState, Message
from advgui.lab.attack.transitions import opened, remembered, told
from advgui.lab.drawing.model import History
from advgui.lab.networks.library import Library
from advgui.lab.preferences import Preferences
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import Runs, looked
from advgui.lab.sessions.saved_outcome import SavedOutcome, opened_words, outcome_run
from advgui.lab.sessions.stored_artefacts import StoredArtefact
from advgui.lab.sessions.stored_networks import Rehoused, StoredNetwork, is_shipped
from advgui.lab.sessions.stored_poisonings import StoredPoisoning

_NOTHING: Final = tr("nothing")

Made = StoredArtefact | StoredPoisoning
"""What is made on pages, beside runs and networks."""

House = Callable[[StoredNetwork], Network]
"""Offers a network of a session, and tells what stands for it."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Session:
    """The drawing with its undo history, the runs, the networks, the settings and the places.

    ``network`` is the one that reads, with what it stands behind. ``networks`` are those that
    are on offer beside those that ship, and whatever a run was made on. ``looked_at`` is the
    number of the run that is shown. ``places`` tell where one looks, such as which page.
    ``artefacts`` are what was learned once, ``poisonings`` what came of poisoned trainings.
    """

    history: History
    runs: Runs
    network: Network
    networks: tuple[StoredNetwork, ...] = ()
    artefacts: tuple[StoredArtefact, ...] = ()
    poisonings: tuple[StoredPoisoning, ...] = ()
    chosen: Preferences = field(default_factory=Preferences)
    aware: bool = True
    region: Flags | None = None
    aim: Aim | None = None
    looked_at: int | None = None
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def made(self) -> tuple[Made, ...]:
        """Artefacts and poisonings."""
        return (*self.artefacts, *self.poisonings)

    @property
    def empty(self) -> bool:
        """Whether nothing was made: no drawing, no run, no network, no artefact."""
        return self.history.present.empty and self.only_drawn

    @property
    def only_drawn(self) -> bool:
        """Whether a drawing is all that was made."""
        unsaved = any(one.unsaved for one in self.networks)
        return not (self.runs.kept or unsaved or self._learned or self._poisoned)

    @property
    def _poisoned(self) -> int:
        """How many poisoned networks are neither on offer nor in a file."""
        return sum(one.unsaved for one in self.poisonings)

    @property
    def _learned(self) -> int:
        """How many artefacts are in no file of their own."""
        return sum(one.unsaved for one in self.artefacts)

    @property
    def words(self) -> str:
        """What it holds, to be named in a sentence: a drawing, 3 runs and 1 network."""
        unsaved = sum(one.unsaved for one in self.networks)
        learned = self._learned
        parts = [
            *([] if self.history.present.empty else [tr("a drawing")]),
            *([counted(len(self.runs), "run")] if self.runs.kept else []),
            *([counted(unsaved, "network")] if unsaved else []),
            *([counted(learned, "artefact")] if learned else []),
            *([counted(self._poisoned, "poisoned network")] if self._poisoned else []),
        ]
        return all_of(parts) if parts else _NOTHING


def house_in(library: Library) -> House:
    """Offers a network of a session in a library, and tells what stands for it there."""

    def house(one: StoredNetwork) -> Network:
        if is_shipped(one.network):
            return library.load(one.network.name)
        return library.add(one.network, trained=one.unsaved)

    return house


def session_of(
    state: LabState,
    added: Iterable[StoredNetwork],
    places: Mapping[str, str],
    made: Iterable[Made] = (),
) -> Session:
    """What a window holds; ``added`` are the networks on offer that do not ship."""
    runs = looked(state.runs, state.run)
    shown = runs.of(state.run)
    made_on = [kept.run.request.network for kept in runs]
    if state.run is not None:
        made_on.append(state.run.request.network)
    known, others_made = tuple(added), tuple(made)
    others = {id(one): one for one in map(bare_of, (state.network, *made_on))}
    for one in known:
        others.pop(id(one.network), None)
    return Session(
        history=state.history,
        runs=replace(runs, deleted=()),
        network=state.network,
        networks=(*known, *map(StoredNetwork, others.values())),
        artefacts=tuple(one for one in others_made if isinstance(one, StoredArtefact)),
        poisonings=tuple(one for one in others_made if isinstance(one, StoredPoisoning)),
        chosen=replace(remembered(state, Preferences()), network="", region=""),
        aware=state.aware,
        region=state.region,
        aim=state.aim,
        looked_at=None if shown is None else shown.number,
        places=dict(places),
    )


def restored(session: Session, state: LabState, house: House) -> LabState:
    """The state in which all is as it was. ``house`` offers a network and tells what stands for it.

    Tickets go on from those that were given so far, so that no late report is taken for one
    about a run of the session.
    """
    housed = Rehoused(house)
    housed.add(session.networks)
    runs = replace(session.runs, kept=tuple(_housed(kept, housed) for kept in session.runs))
    shown = None if session.looked_at is None else runs.find(session.looked_at)
    fresh = opened(housed(session.network), session.chosen, session.history)
    tickets = [kept.run.ticket for kept in runs]
    words = tr("The session is open, with {words}.").format(words=session.words)
    return replace(
        fresh,
        aware=session.aware,
        region=session.region,
        aim=session.aim,
        ticket=max([state.ticket, *tickets]),
        runs=runs,
        run=None if shown is None else shown.run,
        message=Message("info", words),
    )


def with_outcome(state: LabState, saved: SavedOutcome, network: Network) -> LabState:
    """The state with a saved outcome as one more run, which is shown unless another is made."""
    run = outcome_run(saved, network, state.ticket + 1)
    kept = KeptRun(number=state.runs.latest + 1, run=run, threshold=saved.threshold)
    runs = replace(state.runs, kept=(*state.runs.kept, kept), latest=kept.number)
    added = replace(state, runs=runs, ticket=run.ticket)
    shown = added if why_not_back(state) else back(added, kept.number)
    return told(shown, opened_words(saved, run))


def _housed(kept: KeptRun, housed: Rehoused) -> KeptRun:
    request = replace(kept.run.request, network=housed(kept.run.request.network))
    return replace(kept, run=replace(kept.run, request=request))
