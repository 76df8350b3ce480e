"""What is said of every network's attack, and of whom it fools."""

from typing import Final

import numpy as np

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.lab.attack.phrases import COULD_NOT_MOVE, counted, digit_words, size
from advgui.lab.comparison.readings import NetworkReadings, TransferCounts
from advgui.lab.comparison.transfer import AttackSetup, TransferMatrix, TransferRow

NOTHING_DRAWN: Final = tr("Draw a digit, and have it attacked on every network.")
BEFORE: Final = tr("Every network is attacked by itself, and its image is shown to all the others.")
EARLIER: Final = tr("All of this is about an earlier drawing.")
LEGEND: Final = tr("In a network's row is what all of them read in the image made against it.")
START_TIP: Final = tr("Attack every network, and show each image to all of them")
STOP_TIP: Final = tr("Do no more, and keep what was found")
BUSY: Final = tr("Networks are being attacked")
NOT_BUSY: Final = tr("No network is being attacked")
NOT_DRAWN: Final = tr("There is nothing to attack yet")


def headline(now: TransferMatrix, drawing: Bytes | None) -> str:
    """The one sentence above the table; ``drawing`` is the present one, None without ink."""
    setup, attacked = now.setup, now.attacked
    if setup is None:
        return NOTHING_DRAWN if drawing is None else BEFORE
    if now.problem:
        return now.problem
    if attacked is not None:
        return tr("Attacking {network} {aim}: {number} of {all}.").format(
            network=attacked.title,
            aim=_aim(setup),
            number=len(now.rows) + 1,
            all=len(now.networks),
        )
    if now.running:
        return tr("Showing the image of {network} to all.").format(
            network=now.rows[-1].network.title
        )
    return _found(now)


def _found(now: TransferMatrix) -> str:
    if not now.rows:
        return tr("Stopped before anything was found.")
    assert now.setup is not None  # noqa: S101 - there are rows
    counts = [row.counts for row in now.rows]
    fooled, shown = sum(t.fooled for t in counts), sum(t.others for t in counts)
    images = counted(len(now.rows), "image")
    words = tr("{images} {aim}: shown to others, they fool {fooled} of {shown} times.")
    if len(now.rows) == 1:
        words = tr("{images} {aim}: shown to others, it fools {fooled} of {shown} times.")
    return words.format(images=images, aim=_aim(now.setup), fooled=fooled, shown=shown)


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
    return tr("Most by the one made against {network}: {count}.").format(
        network=against, count=fools_words(most)
    )


def _aim(setup: AttackSetup) -> str:
    if setup.goal is None:
        return tr("away from what is read")
    return tr("toward {goal}").format(goal=setup.goal)


def button_words(goal: int | None) -> str:
    """What the button does."""
    if goal is None:
        return tr("Attack every network")
    return tr("Attack every network toward {goal}").format(goal=goal)


def outcome_words(row: TransferRow) -> str:
    """What the attack on its own network came to, in a few words."""
    if row.outcome.already:
        return tr("already {digit}").format(digit=digit_words(row.outcome.after.label))
    if row.outcome.could_not_move:
        return COULD_NOT_MOVE
    return size(row.outcome.l2) if row.outcome.fooled else tr("not fooled")


def fools_words(found: TransferCounts) -> str:
    """How many others it fools."""
    return tr("{fooled} of {others}").format(fooled=found.fooled, others=found.others)


def row_words(row: TransferRow) -> str:
    """All that a row shows, for those who hear it."""
    others = [cell_words(shown) for shown in row.shown if not shown.attacked]
    said = row_line(row)
    return f"{said}; {', '.join(others)}" if others else said


def row_line(row: TransferRow) -> str:
    """The same in one line."""
    words = tr("Made against {network}, {outcome}")
    if row.counts.others:
        words = tr("Made against {network}, {outcome}: fools {count}")
    return words.format(
        network=row.network.title, outcome=outcome_words(row), count=fools_words(row.counts)
    )


def cell_words(shown: NetworkReadings) -> str:
    """What one network reads in the image made against another one."""
    if shown.adversarial is None:
        return tr("{network}: nothing").format(network=shown.network.title)
    words = tr("{network} reads {label}")
    if shown.verdict in ("not fooled", "already"):
        words = tr("{network} reads {label} as before")
    return words.format(network=shown.network.title, label=shown.adversarial.label)
