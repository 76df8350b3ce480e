"""What is said of every network's attack, and of whom it fools."""

from typing import Final

import numpy as np

from advgui.core.images import Bytes
from advgui.lab.attack.phrases import COULD_NOT_MOVE, counted, digit_words, size
from advgui.lab.comparison.readings import NetworkReadings, TransferCounts
from advgui.lab.comparison.transfer import AttackSetup, TransferMatrix, TransferRow

NOTHING_DRAWN: Final = "Draw a digit, and have it attacked on every network."
BEFORE: Final = "Every network is attacked by itself, and its image is shown to all the others."
EARLIER: Final = "All of this is about an earlier drawing."
LEGEND: Final = "In a network's row is what all of them read in the image made against it."


def headline(now: TransferMatrix, drawing: Bytes | None) -> str:
    """The one sentence above the table; ``drawing`` is the present one, None without ink."""
    setup, attacked = now.setup, now.attacked
    if setup is None:
        return NOTHING_DRAWN if drawing is None else BEFORE
    if now.problem:
        return now.problem
    if attacked is not None:
        done = f"{len(now.rows) + 1} of {len(now.networks)}"
        return f"Attacking {attacked.title} {_aim(setup)}: {done}."
    if now.running:
        return f"Showing the image of {now.rows[-1].network.title} to all."
    return _found(now)


def _found(now: TransferMatrix) -> str:
    if not now.rows:
        return "Stopped before anything was found."
    assert now.setup is not None  # noqa: S101 - there are rows
    counts = [row.counts for row in now.rows]
    fooled, shown = sum(t.fooled for t in counts), sum(t.others for t in counts)
    images = counted(len(now.rows), "image")
    verb = "fools" if len(now.rows) == 1 else "fool"
    return f"{images} {_aim(now.setup)}: shown to others, they {verb} {fooled} of {shown} times."


def details(now: TransferMatrix, drawing: Bytes | None) -> str:
    """Whose image fools most of the others, as long as it is of the present drawing."""
    setup = now.setup
    if setup is not None and (drawing is None or not np.array_equal(drawing, setup.image)):
        return EARLIER
    found = [(row.counts, row) for row in now.rows if len(row.shown) == len(now.networks)]
    most, best = max(found, key=lambda pair: pair[0].fooled, default=(None, None))
    if most is None or best is None or not most.fooled:
        return LEGEND
    against = f"{best.network.title}, {size(best.outcome.l2)}"
    return f"Most by the one made against {against}: {fools_words(most)}."


def _aim(setup: AttackSetup) -> str:
    return "away from what is read" if setup.goal is None else f"toward {setup.goal}"


def button_words(goal: int | None) -> str:
    """What the button does."""
    return "Attack every network" if goal is None else f"Attack every network toward {goal}"


def outcome_words(row: TransferRow) -> str:
    """What the attack on its own network came to, in a few words."""
    if row.outcome.already:
        return f"already {digit_words(row.outcome.after.label)}"
    if row.outcome.could_not_move:
        return COULD_NOT_MOVE
    return size(row.outcome.l2) if row.outcome.fooled else "not fooled"


def fools_words(found: TransferCounts) -> str:
    """How many others it fools."""
    return f"{found.fooled} of {found.others}"


def row_words(row: TransferRow) -> str:
    """All that a row shows, for those who hear it."""
    others = [cell_words(shown) for shown in row.shown if not shown.attacked]
    said = row_line(row)
    return f"{said}; {', '.join(others)}" if others else said


def row_line(row: TransferRow) -> str:
    """The same in one line."""
    head = f"Made against {row.network.title}, {outcome_words(row)}"
    return f"{head}: fools {fools_words(row.counts)}" if row.counts.others else head


def cell_words(shown: NetworkReadings) -> str:
    """What one network reads in the image made against another one."""
    if shown.adversarial is None:
        return f"{shown.network.title}: nothing"
    said = f"{shown.network.title} reads {shown.adversarial.label}"
    return f"{said} as before" if shown.verdict in ("not fooled", "already") else said
