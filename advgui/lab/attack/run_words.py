"""What is said of a run that is kept: on its card, and beside another one."""

from dataclasses import dataclass
from typing import Final

from advgui.core.attacks import Outcome
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.images import Bytes
from advgui.core.language import as_title, tr
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import (
    COULD_NOT_MOVE,
    behind,
    own_size,
    percent,
)
from advgui.lab.runs.kept_run import KeptRun

NO_RUNS: Final = tr(
    "No run is kept yet. Every attack that you make is kept here when it has ended, and "
    "you can go back to it with everything as it stood. “Save session” in the menu File writes "
    "them to a file, and “Open recent” there opens it again."
)


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """What a card shows: the adversarial image (28, 28), and four lines.

    ``lane`` is the index of the goal that it is about; None where it is about all of a run.
    ``mark`` says what became of it.
    """

    number: int
    lane: int | None
    image: Bytes
    title: str
    aim: str
    verdict: str
    network: str
    fooled: bool
    lanes: int = 1

    @property
    def spoken(self) -> str:
        """All of it in a sentence, for those who hear it."""
        words = tr("Run {number}: {title}, {aim}, {verdict}.")
        if self.network:
            words = tr("Run {number}: {title}, {aim}, {verdict}, against {network}.")
        return words.format(
            number=self.number,
            title=self.title,
            aim=self.aim,
            verdict=self.verdict,
            network=self.network,
        )


def run_card(kept: KeptRun) -> Card:
    """The card of a run; where it has several goals, that of all of them."""
    run = kept.run
    outcome = run.outcomes[min(run.selected, len(run.outcomes) - 1)]
    several = len(run.outcomes) > 1
    hits = sum(one.fooled for one in run.outcomes)
    fooled = tr("fooled toward {hits} of {lanes}").format(hits=hits, lanes=len(run.outcomes))
    every = tr("{label} toward every other digit").format(label=run.before.label)
    return Card(
        number=kept.number,
        lane=None,
        image=outcome.adversarial,
        title=run.request.attack.title,
        aim=every if several else aim_of(outcome),
        verdict=fooled if several else verdict_words(outcome),
        network=network_words(run.request.network, aware=run.request.aware),
        fooled=hits == len(run.outcomes),
        lanes=len(run.outcomes),
    )


def lane_card(kept: KeptRun, lane: int) -> Card:
    """The card of one goal of a run."""
    outcome = kept.run.outcomes[lane]
    return Card(
        number=kept.number,
        lane=lane,
        image=outcome.adversarial,
        title=as_title(aim_of(outcome)),
        aim=tr("read as {label} by {share}").format(
            label=outcome.after.label, share=percent(max(outcome.after.confidences))
        ),
        verdict=verdict_words(outcome),
        network="",
        fooled=outcome.fooled,
    )


def aim_of(outcome: Outcome) -> str:
    """From which label an attack went where."""
    if outcome.goal is None:
        return tr("away from {label}").format(label=outcome.before.label)
    return tr("{label} toward {goal}").format(label=outcome.before.label, goal=outcome.goal)


def verdict_words(outcome: Outcome) -> str:
    """What came of it, and how far the image is changed if it fools."""
    if outcome.fooled:
        norm = "l2" if outcome.norm == "none" else outcome.norm
        size = outcome.l2 if outcome.norm == "none" else outcome.distance
        return tr("fooled, {size}").format(size=own_size(norm, size))
    return COULD_NOT_MOVE if outcome.stuck else tr("not fooled")


def network_words(network: Network, *, aware: bool = True) -> str:
    """Against which network, with what it stands behind and whether the attacker knew of it."""
    defences = defences_of(network)
    if not defences or aware:
        return network.title
    return tr("{network}, unaware of {defences}").format(
        network=bare_of(network).title, defences=behind(defences)
    )
