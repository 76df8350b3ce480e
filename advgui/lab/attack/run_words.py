"""What is said of a run that is kept: on its card, and beside another one."""

from dataclasses import dataclass
from typing import Final

from advgui.core.attacks import Outcome
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import (
    COULD_NOT_MOVE,
    behind,
    own_size,
    percent,
)
from advgui.lab.runs.kept_run import KeptRun

NO_RUNS: Final = (
    "No run is kept yet. Every attack that you make is kept here when it has ended, and you can "
    "go back to it with everything as it stood."
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
        against = f", against {self.network}" if self.network else ""
        return f"Run {self.number}: {self.title}, {self.aim}, {self.verdict}{against}."


def run_card(kept: KeptRun) -> Card:
    """The card of a run; where it has several goals, that of all of them."""
    run = kept.run
    outcome = run.outcomes[min(run.selected, len(run.outcomes) - 1)]
    several = len(run.outcomes) > 1
    hits = sum(one.fooled for one in run.outcomes)
    verdict = f"fooled toward {hits} of {len(run.outcomes)}" if several else verdict_words(outcome)
    return Card(
        number=kept.number,
        lane=None,
        image=outcome.adversarial,
        title=run.request.attack.title,
        aim=f"{run.before.label} toward every other digit" if several else aim_of(outcome),
        verdict=verdict,
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
        title=aim_of(outcome).capitalize(),
        aim=f"read as {outcome.after.label} by {percent(max(outcome.after.confidences))}",
        verdict=verdict_words(outcome),
        network="",
        fooled=outcome.fooled,
    )


def aim_of(outcome: Outcome) -> str:
    """From which label an attack went where."""
    if outcome.goal is None:
        return f"away from {outcome.before.label}"
    return f"{outcome.before.label} toward {outcome.goal}"


def verdict_words(outcome: Outcome) -> str:
    """What came of it, and how far the image is changed if it fools."""
    if outcome.fooled:
        norm = "l2" if outcome.norm == "none" else outcome.norm
        size = outcome.l2 if outcome.norm == "none" else outcome.distance
        return f"fooled, {own_size(norm, size)}"
    return COULD_NOT_MOVE if outcome.stuck else "not fooled"


def network_words(network: Network, *, aware: bool = True) -> str:
    """Against which network, with what it stands behind and whether the attacker knew of it."""
    defences = defences_of(network)
    if not defences or aware:
        return network.title
    return f"{bare_of(network).title}, unaware of {behind(defences)}"
