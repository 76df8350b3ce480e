"""The page "One for all" in one frozen object: what is chosen, learned, worn and measured."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.places import Place, inside
from advgui.core.nn.network import Network
from advgui.lab.fitted.fitting import FitArtefact, Fitting
from advgui.lab.fitted.measuring import MeasureArtefact, Measured, Measuring
from advgui.lab.fitted.plan import Plan
from advgui.lab.fitted.wearing import Wearing
from advgui.lab.sessions.stored_artefacts import StoredArtefact, content_hash


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OneForAll:
    """``artefacts`` are all that were learned or opened, of which ``chosen`` is worn.

    While one is learned, what it is by now is worn instead. ``unsaved`` are those that are in no
    file yet. ``place`` is where the user has put a patch, None where it was fitted. ``mnist`` is
    the folder of MNIST's files, None where there is none.
    """

    plan: Plan
    mnist: Path | None = None
    fitting: Fitting = field(default_factory=Fitting)
    measuring: Measuring = field(default_factory=Measuring)
    artefacts: tuple[Artefact, ...] = ()
    unsaved: tuple[Artefact, ...] = ()
    chosen: int = -1
    place: Place | None = None

    @property
    def artefact(self) -> Artefact | None:
        """What is worn: the one that is being learned, or else the chosen one."""
        learning = self.fitting.value
        if self.fitting.busy and learning is not None and learning.artefact is not None:
            return learning.artefact
        return self.artefacts[self.chosen] if self.artefacts else None

    @property
    def wearing(self) -> Wearing | None:
        """How it is worn; None where there is none."""
        found = self.artefact
        return None if found is None else Wearing.of(found, self.plan.toward, self.place)

    def measured_on(self, network: Network) -> Measured | None:
        """What is known of the artefact as it is worn now, on that very network."""
        job, wearing = self.measuring.job, self.wearing
        if job is None or wearing is None or job.network is not network:
            return None
        same = job.artefact is wearing.artefact and job.place == wearing.place
        return self.measuring.value if same else None

    def job(self, network: Network) -> FitArtefact | None:
        """What is to be learned against a network; None without digits."""
        if self.mnist is None:
            return None
        plan = self.plan
        return FitArtefact(plan.attack, network, plan.wanted, plan.seed, self.mnist)

    def measurement(self, network: Network) -> MeasureArtefact | None:
        """What is to be measured on a network; None without digits or an artefact."""
        wearing = self.wearing
        if self.mnist is None or wearing is None or self.fitting.busy:
            return None
        return MeasureArtefact(wearing.artefact, network, wearing.place, self.mnist)


def fit_told(old: OneForAll, fitting: Fitting) -> OneForAll:
    """A fit has begun, grown or ended: what it has learned is kept, unless it was dropped."""
    new = replace(old, fitting=fitting)
    if fitting.ticket != old.fitting.ticket:
        return replace(new, place=None, measuring=Measuring())
    learning, ended = fitting.value, old.fitting.busy and not fitting.busy
    if ended and learning is not None and learning.artefact is not None:
        made = learning.artefact
        return added(replace(new, unsaved=(*new.unsaved, made)), made)
    return new


def added(old: OneForAll, artefact: Artefact) -> OneForAll:
    """One more, which is worn from now on."""
    artefacts = (*old.artefacts, artefact)
    return chosen(replace(old, artefacts=artefacts), len(artefacts) - 1)


def chosen(old: OneForAll, number: int) -> OneForAll:
    """Another of the artefacts is worn, where it was fitted; nothing is measured of it yet."""
    if number == old.chosen:
        return old
    return replace(old, chosen=number, place=None, measuring=Measuring())


def kept(old: OneForAll) -> tuple[StoredArtefact, ...]:
    """All of them, as a session holds them; what is being learned is none yet."""
    return tuple(
        StoredArtefact(one, any(one is made for made in old.unsaved), number == old.chosen, place)
        for number, one in enumerate(old.artefacts)
        for place in [old.place if number == old.chosen else None]
    )


def given_back(old: OneForAll, artefacts: Sequence[StoredArtefact]) -> OneForAll:
    """Those of a session beside the present ones; the one that was worn is worn again."""
    here = {content_hash(artefact) for artefact in old.artefacts}
    more = [one for one in artefacts if content_hash(one.artefact) not in here]
    unsaved = (*old.unsaved, *(one.artefact for one in more if one.unsaved))
    new = replace(old, artefacts=(*old.artefacts, *(one.artefact for one in more)), unsaved=unsaved)
    for one in artefacts:
        if one.worn:
            hashes = [content_hash(artefact) for artefact in new.artefacts]
            worn = chosen(new, hashes.index(content_hash(one.artefact)))
            return placed(worn, one.place) if one.place is not None else worn
    return chosen(new, len(new.artefacts) - 1)


def saved(old: OneForAll, artefact: Artefact) -> OneForAll:
    """It is in a file now."""
    return replace(old, unsaved=tuple(one for one in old.unsaved if one is not artefact))


def placed(old: OneForAll, place: Place | None) -> OneForAll:
    """A patch is put somewhere, as near as it fits; None is where it was fitted."""
    wearing = old.wearing
    if wearing is None or wearing.place is None:
        return old
    at = None if place is None else inside(place, wearing.side)
    if at == old.place or (at == wearing.place and old.place is not None):
        return old
    return replace(old, place=at)
