"""What an explanation comes to, in a few sentences made from its figures."""

from typing import Final

import numpy as np

from advgui.core.defences.defended import defences_of
from advgui.core.explanation.explain import Explanation
from advgui.core.images import to_floats
from advgui.core.language import tr
from advgui.lab.attack.phrases import behind, could_not_move_words, counted, digit_words
from advgui.lab.attack.state import LabState
from advgui.lab.explanation.job import Explain, Explaining

NOTHING: Final = tr(
    "Attack the drawing first: then this tells why so small a change fools the network, "
    "and why noise of the same length does not."
)
RUNNING: Final = tr("The attack is on its way; this tells why it fools once it has ended.")
BUSY: Final = tr(
    "Looking at the slope, at a hundred noises and at the way to the adversarial image…"
)

#: The slope says enough of a change that it promises at least half of what the change brings.
_HALF: Final = 0.5
#: So many pixels are many, so large a change of one is small, and pushes agree, or cancel, that
#: add up to more, or to less, than these shares of what they would if none pulled back.
_MANY: Final = 50
_SMALL: Final = 0.35
_AGREE: Final = 0.9
_CANCEL: Final = 0.5


def why_words(state: LabState, explaining: Explaining) -> str:
    """All that is said, or why nothing is."""
    found, job = explaining.value, explaining.job
    if state.running:
        return RUNNING
    if state.run is None or state.run.outcome is None:
        return NOTHING
    if explaining.phase == "failed":
        return explaining.sentence
    if found is None or job is None or not found.complete:
        return BUSY
    return explanation_words(job, found)


def explanation_words(job: Explain, found: Explanation) -> str:
    """The two sentences that say it, and a third one where the network is not plain."""
    change = plain_words(found) or change_words(job, found)
    return _said(change, fooling_words(found), network_words(job))


def figure_words(found: Explanation) -> str:
    """The figures that bear it out: of the change, of the noise, and where the label turns."""
    change = change_figures(found) if plain_words(found) else ""  # else it is said already
    return _said(amount_words(found), change, noise_words(found), turn_words(found))


def why_figures(state: LabState, explaining: Explaining) -> str:
    """The figures of the explanation that is shown; nothing while none is."""
    found = explaining.value
    shown = found is not None and explaining.job is not None and found.complete
    if not shown or found is None or state.running or explaining.phase == "failed":
        return ""
    return figure_words(found)


def _said(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def plain_words(found: Explanation) -> str:
    """All of it in a sentence, where its figures are as plain as that; else nothing."""
    slope, noise = found.slope, found.noise
    if not (found.fooled and found.length and noise) or slope.flat:
        return ""
    changed = np.abs(found.change[found.change != 0])
    along, amount = slope.pushes(found.change)
    left, pushed = _noise_pushes(found)
    adds_up = along >= _AGREE * amount and along >= _HALF * (found.lead - slope.lead)
    if len(changed) < _MANY or changed.mean() > _SMALL or not adds_up or left > _CANCEL * pushed:
        return ""
    if 2 * noise.reaching(found.goal, found.label) > len(noise.images):
        return ""
    return tr(
        "Many small changes all push the same way; noise pushes both ways and mostly cancels."
    )


def change_words(job: Explain, found: Explanation) -> str:
    """What the change does by the slope, pixel by pixel, and beside it what it does."""
    slope = found.slope
    if not found.length:
        why = could_not_move_words(job.stuck) if job.stuck else tr("The attack changed nothing.")
        return tr("{why} So there is only the slope to be seen.").format(why=why)
    if slope.flat:
        return tr(
            "The network's slope is zero here: no small change of a pixel changes its "
            "logits, so nothing adds up along it."
        )
    along, gained, missing = slope.pushes(found.change)[0], found.lead - slope.lead, -slope.lead
    if not found.fooled:
        words = tr(
            "The network is not fooled: the {digit} was {missing:.1f} logits behind, and the "
            "change moves it by {gained:.1f}; by the slope at the drawing it would be {along:.1f}."
        )
        return words.format(along=along, digit=slope.toward, gained=gained, missing=missing)
    return change_figures(found)


def amount_words(found: Explanation) -> str:
    """How many pixels are changed, and by how much."""
    changed = np.abs(found.change[found.change != 0])
    if not len(changed):
        return ""
    return tr("The attack changes {pixels} by {mean:.2f} on average, {most:.2f} at most.").format(
        pixels=counted(len(changed), "pixel"), mean=float(changed.mean()), most=found.largest
    )


def change_figures(found: Explanation) -> str:
    """What a change that fools adds up to, in logits."""
    slope = found.slope
    along, gained, missing = slope.pushes(found.change)[0], found.lead - slope.lead, -slope.lead
    words = _adding_up(along, gained, missing)
    return words.format(along=along, gained=gained, missing=missing, digit=slope.toward)


def _adding_up(along: float, gained: float, missing: float) -> str:
    """How much of what fools adds up along the slope, in logits, with places for the figures."""
    if along < _HALF * gained:
        return tr(
            "The slope at the drawing promises the {digit} only {along:.1f} of the {gained:.1f} "
            "logits that it gains: the network is steeper on the way than at the drawing."
        )
    if along < missing:
        return tr(
            "Along the slope the change adds up to {along:.1f} of the {gained:.1f} logits that "
            "the {digit} gains; the rest comes as the network gets steeper on the way."
        )
    return tr(
        "Along the slope the change adds up to {along:.1f} logits for the {digit}, which was "
        "{missing:.1f} behind."
    )


def noise_words(found: Explanation) -> str:
    """What noise of the same length does by the slope."""
    if found.noise is None or found.slope.flat:
        return ""
    left, pushed = _noise_pushes(found)
    return tr(
        "Noise of the same length (seed {seed}) pushes for it here and against it there: "
        "{pushed:.1f} logits cancel to {left:.1f}."
    ).format(pushed=pushed, left=left, seed=found.noise.seed)


def _noise_pushes(found: Explanation) -> tuple[float, float]:
    """What is left of the noises' pushes, and what they would come to if none pulled back."""
    if found.noise is None:
        return 0.0, 0.0
    changes = to_floats(found.noise.images) - to_floats(found.original)
    pushes = np.array([found.slope.pushes(change) for change in changes])
    return float(np.abs(pushes[:, 0]).mean()), float(pushes[:, 1].mean())


def fooling_words(found: Explanation) -> str:
    """How many of the noises fool the network."""
    noise = found.noise
    if noise is None:
        return ""
    count, total = noise.reaching(found.goal, found.label), len(noise.images)
    if found.goal is None:
        words = tr("{count} of {total} noises of the same length fool the network.")
        if not count:
            words = tr("None of {total} noises of the same length fools the network.")
        return words.format(count=count, total=total)
    words = tr("{count} of {total} noises of the same length are read as {goal}.")
    if not count:
        words = tr("None of {total} noises of the same length is read as {goal}.")
    goal = digit_words(found.goal)
    return words.format(count=count, total=total, goal=goal)


def network_words(job: Explain) -> str:
    """Of which network all this is, where that is not plain."""
    defences = defences_of(job.network)
    if not job.aware:
        return tr("All this is of the network alone, which the attack was made on.")
    if defences and not all(defence.differentiable for defence in defences):
        words = tr(
            "There is no true slope through {defences}: shown is what an attacker takes in its "
            "place."
        )
        return words.format(defences=behind(defences))
    return ""


def turn_words(found: Explanation) -> str:
    """Where on the way the label changes; the smallest change is the whole of the way."""
    if found.way is None or found.way.turn == 1:
        return ""
    turn = found.way.turn
    if turn is None:
        return tr("Even at twice the change it stays {digit}.").format(
            digit=digit_words(found.label)
        )
    words = tr("The label changes at {share:.0f}\u00a0% of the change.")
    if turn > 1:
        words = tr(
            "The label changes only at {share:.0f}\u00a0% of the change, beyond the image that the "
            "attack kept."
        )
    return words.format(share=100 * turn)


def tile_words(found: Explanation) -> tuple[str, str, str]:
    """The lines below the slope, the perturbation and the first of the noises."""
    noise = found.noise
    first = "" if noise is None else tr("reads {label}").format(label=noise.labels[0])
    return (
        tr("toward {goal}").format(goal=found.slope.toward),
        tr("reads {label}").format(label=found.read),
        first,
    )


def tip_words(found: Explanation) -> tuple[str, str, str]:
    """The same at length."""
    slope = found.slope
    steepest = float(np.abs(slope.weights).max())
    count = 0 if found.noise is None else len(found.noise.images)
    slope_tip = tr(
        "What more ink in a pixel does to the lead of {toward} over {over}: red raises it "
        "and blue lowers it, by {steepest:.2g} logits at most for a pixel from white to "
        "black. Pixels are real numbers here."
    ).format(toward=slope.toward, over=slope.over, steepest=steepest)
    change_tip = tr(
        "What the attack changed, on the bytes: L2 {length:.2f}. Colours mean the same as "
        "in the noise beside it."
    ).format(length=found.length)
    noise_tip = tr(
        "The first of {noises} of the same length, on the bytes, too: Gaussian, clipped to "
        "[0, 1] and rounded. The digit shows in it, as a pixel full of ink cannot take more, nor "
        "paper less."
    ).format(noises=counted(count, "noise"))
    return slope_tip, change_tip, noise_tip
