"""All sentences for people: captions, verdicts, run states and the status line."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, assert_never

from advgui.core.attacks import Budget, Outcome
from advgui.core.attacks.objective import NORMS, Norm
from advgui.core.attacks.outcome import Stuck
from advgui.core.defences import Defence
from advgui.core.language import numeral, tr
from advgui.core.lists import all_of, in_a_row
from advgui.core.nn.network import Reading

Verdict = Literal["already", "fooled", "wrong class", "not fooled"]
Noun = Literal[
    "step",
    "pixel",
    "image",
    "digit",
    "level",
    "run",
    "network",
    "poisoned network",
    "artefact",
    "noise",
    "other",
]

#: One of them, and several.
_COUNTED: Final[Mapping[Noun, tuple[str, str]]] = {
    "step": (tr("{count:,} step"), tr("{count:,} steps")),
    "pixel": (tr("{count:,} pixel"), tr("{count:,} pixels")),
    "image": (tr("{count:,} image"), tr("{count:,} images")),
    "digit": (tr("{count:,} digit"), tr("{count:,} digits")),
    "level": (tr("{count:,} level"), tr("{count:,} levels")),
    "run": (tr("{count:,} run"), tr("{count:,} runs")),
    "network": (tr("{count:,} network"), tr("{count:,} networks")),
    "poisoned network": (tr("{count:,} poisoned network"), tr("{count:,} poisoned networks")),
    "artefact": (tr("{count:,} artefact"), tr("{count:,} artefacts")),
    "noise": (tr("{count:,} noise"), tr("{count:,} noises")),
    "other": (tr("{count:,} other"), tr("{count:,} others")),
}

NOTHING_DRAWN: Final = tr("Draw a digit, open an image, or choose a digit from the gallery.")
STOP_TIP: Final = tr("Stop at once and keep the best step (Esc)")
NOT_BUSY: Final = tr("Nothing is being attacked")
NOTHING_TO_ATTACK: Final = tr("There is nothing to attack yet: draw a digit first.")
NO_STROKES: Final = tr(
    "This attack changes strokes, and there are none or too many: draw the digit, or take "
    "one of the gallery."
)
NO_REGION: Final = tr("Paint the region that may change first: it is empty.")
READY: Final = tr("Click a digit, or press 0 to 9, to attack the drawing toward it.")
STOPPING: Final = tr("Stopping; the best step so far is kept.")
SILENT: Final = tr("The attack gives no sign of life; Esc ends it and keeps its best step.")
RECOVERED: Final = tr("Here is your drawing of the last time; undo takes it away.")
SHEET_IS_FULL: Final = tr(
    "The sheet is full: no file could hold more strokes. Undo some, or press New."
)
OTHER_DRAWING: Final = tr("The attack shown was made on an earlier drawing.")
COULD_NOT_MOVE: Final = tr("could not move")
#: Why an attack could not move, at length, in short, and what that says.
_STUCK: Final[Mapping[Stuck, tuple[str, str, str]]] = {
    "no slope": (
        tr("the network's slope is zero here, or too small to change a pixel"),
        tr("the slope is zero"),
        tr("That says nothing of how robust it is."),
    ),
    "no pixel": (
        tr("no pixel is left that would help"),
        tr("no pixel would help"),
        tr("That says little of how robust it is."),
    ),
    "never nearer": (
        tr("nothing that was tried came any nearer"),
        tr("nothing came nearer"),
        tr("That says little of how robust it is."),
    ),
    "no start": (
        tr("no image was found to start from that the network reads as wanted"),
        tr("no image to start from"),
        tr("That says nothing of how robust it is."),
    ),
}
#: The same below a table of several attacks.
STUCK_LEGEND: Final = (
    tr("{stuck}: {slope},\nor {pixel};\nof an attack without a slope, {nearer},\nor {start}")
).format(
    stuck=COULD_NOT_MOVE,
    slope=_STUCK["no slope"][0],
    pixel=_STUCK["no pixel"][0],
    nearer=_STUCK["never nearer"][0],
    start=_STUCK["no start"][0],
)
OTHER_DEFENCE: Final = tr("The attack shown was made with another defence.")
OTHER_NETWORK: Final = tr("The attack shown was made against another network.")


def recovered_of_several(count: int) -> str:
    """What is said of the drawings of several windows."""
    if count == 1:
        return RECOVERED
    words = tr(
        "{count} windows have left a drawing each: this is the newest, and undo shows the others."
    )
    return words.format(count=count)


def percent(share: float, places: int = 1) -> str:
    """A share in [0, 1] as per cent, written alike everywhere: 98.2 %, > 99.9 %, < 0.1 %.

    What is not all is never 100 %, and what is not nothing never 0 %.
    """
    shown, least, form = round(100 * share, places), 10**-places, f".{places}f"
    if shown >= 100 > 100 * share:
        return f"> {numeral(100 - least, form)}\u00a0%"
    if shown <= 0 < share:
        return f"< {numeral(least, form)}\u00a0%"
    return f"{numeral(shown, 'g' if shown in (0, 100) else form)}\u00a0%"


def aim_words(goal: int | None) -> str:
    """Where an attack goes."""
    return tr("toward any other digit") if goal is None else tr("toward {goal}").format(goal=goal)


def counted(count: int, noun: Noun) -> str:
    """A number and its noun: 1 step, 1,000 steps."""
    return _COUNTED[noun][count != 1].format(count=count)


def listed(digits: Sequence[int]) -> str:
    """Digits in a sentence: 1, 2 and 5."""
    return all_of([str(digit) for digit in digits])


def reads(reading: Reading) -> str:
    """The line of a tile: what the network makes of it."""
    share = percent(reading.confidences[reading.label])
    return tr("reads {label} · {share}").format(label=reading.label, share=share)


def size(l2: float) -> str:
    """The size of a perturbation."""
    return f"L2 {numeral(l2, '.2f')}"


def change(l2: float, linf: float, pixels: int | None = None) -> str:
    """The line of the perturbation's tile; how many pixels are changed where that is small."""
    if linf == 0:
        return tr("no change")
    return f"{size(l2)} · {own_size('linf', linf) if pixels is None else counted(pixels, 'pixel')}"


def changed_pixels(outcome: Outcome) -> int | None:
    """How many pixels an attack has changed that keeps their number small, else None."""
    return round(outcome.distance) if outcome.norm == "l0" else None


def own_size(norm: Norm, distance: float) -> str:
    """A distance in a norm: 12 pixels, or L∞ 0.10."""
    if norm != "l0":
        return f"{NORMS[norm]} {numeral(distance, '.2f')}"
    words = tr("{pixels:.3g} pixel") if distance == 1 else tr("{pixels:.3g} pixels")
    return words.format(pixels=distance)


def short_size(norm: Norm, distance: float) -> str:
    """The same where there is little room: 12 px, or 0.10."""
    return (
        tr("{pixels:.0f} px").format(pixels=distance) if norm == "l0" else numeral(distance, ".2f")
    )


def budget_words(budget: Budget | None) -> str:
    """A budget in its norm; that there was none."""
    return f"{NORMS[budget.norm]} {numeral(budget.size, '.3g')}" if budget else tr("none", "budget")


def within(budget: Budget | None) -> str:
    """Inside which budget something was tried; nothing where there was none."""
    return tr(" within {budget}").format(budget=budget_words(budget)) if budget else ""


def larger_words(budget: Budget | None) -> str:
    """What might help where nothing that fools was found within a budget, if one bounded it."""
    if budget is None or (budget.norm == "linf" and budget.size >= 1):
        return ""
    return tr("A larger budget may fool it.")


def budget_tip(budget: Budget | None) -> str:
    """The same, and why the budget is not quite the one that was set."""
    words = larger_words(budget)
    if not words or budget is None or budget.norm != "linf":
        return words
    levels = counted(round(255 * budget.size), "level")
    counts = tr("A budget counts in whole levels of 255: {levels} here, {budget}.")
    return f"{words} {counts.format(levels=levels, budget=budget_words(budget))}"


def verdict_words(
    verdict: Verdict, goal: int | None, after: Reading, budget: Budget | None = None
) -> str:
    """Whether the network is fooled by the valid image that is shown."""
    match verdict:
        case "already":
            return tr("already {digit}").format(digit=digit_words(after.label))
        case "fooled":
            return tr("fooled") if goal is None else tr("fooled: read as {goal}").format(goal=goal)
        case "wrong class":
            return tr("wrong class: {label}, not {goal}").format(label=after.label, goal=goal)
        case "not fooled":
            words = tr("not fooled{within}: still {label}, not {goal}")
            if goal is None:
                words = tr("not fooled{within}: still {label}")
            return words.format(within=within(budget), label=after.label, goal=goal)
        case never:
            assert_never(never)


def damaged_words(error: str) -> str:
    """What is said where the drawing of the last time cannot be given back."""
    return tr(
        "The drawing of the last time could not be given back, and was set aside: {error}"
    ).format(error=error)


def digit_words(digit: int) -> str:
    """A digit with its article: a 3, an 8."""
    words = tr("an {digit}") if digit == 8 else tr("a {digit}")
    return words.format(digit=digit)


def could_not_move_words(stuck: Stuck) -> str:
    """Why an attack could not move, and what that says."""
    why, _, meaning = _STUCK[stuck]
    return tr("Could not move: {why}. {meaning}").format(why=why, meaning=meaning)


def stuck_in_short(stuck: Stuck) -> str:
    """Why an attack could not move, in the line below its tile."""
    return f"{COULD_NOT_MOVE}: {_STUCK[stuck][1]}"


def threshold_words(before: Reading, after: Reading, thresholded: Reading) -> str:
    """What the threshold did to the adversarial image."""
    if thresholded.label == before.label:
        return tr("restored") if after.label != before.label else tr("unchanged")
    return tr("not restored")


def already_words(label: int) -> str:
    """What is said instead of an attack toward the label that is read anyway."""
    return tr("The network already reads {digit}, so there is nothing to attack.").format(
        digit=digit_words(label)
    )


def read_words(label: int) -> str:
    """What the digit says that the drawing is read as, where the others offer an attack."""
    return tr(
        "The network already reads it as {label}; click another digit to attack it toward that."
    ).format(label=label)


def made_words(goal: int) -> str:
    """What is said where an attack is shown again and not made again."""
    return tr(
        "The attack toward {goal} is shown as it was made; the button Attack makes it anew."
    ).format(goal=goal)


def needs_goal(attack: str) -> str:
    """What is said where an attack has no untargeted form."""
    return tr("“{attack}” needs a goal: choose a digit to attack toward.").format(attack=attack)


def raw_words(*, outside: int, raw_reached: bool, fooled: bool) -> str:
    """What the valid image lost against the real numbers of an unconstrained attack."""
    if not outside:
        return ""
    left = tr("{pixels} left [0, 1]").format(pixels=counted(outside, "pixel"))
    if raw_reached and not fooled:
        return tr("{left}; fooled only as real numbers, not as an image").format(left=left)
    return left


def running_words(step: int, steps: int | None) -> str:
    """How far a run is."""
    if steps is None:
        return tr("Step {step:,}").format(step=step)
    return tr("Step {step:,} of {steps:,}").format(step=step, steps=steps)


def started_words(
    goals: Sequence[int],
    *,
    targeted: bool,
    attack: str,
    defences: Sequence[Defence] = (),
    aware: bool = True,
) -> str:
    """What a run that has just begun is about, and whether it goes through defences."""
    if not targeted:
        words = tr("Attacking away from {goal} with “{attack}”{known}.")
    elif len(goals) == 1:
        words = tr("Attacking toward {goal} with “{attack}”{known}.")
    else:
        words = tr("Attacking toward every other digit with “{attack}”{known}.")
    known = tr(" through {defences}") if aware else tr(", unaware of {defences}")
    known = known.format(defences=behind(defences)) if defences else ""
    return words.format(goal=goals[0], attack=attack, known=known)


def next_words(defences: Sequence[Defence], *, aware: bool) -> str:
    """How the attack after this one is made on a network behind defences."""
    words = tr("The next attack is made unaware of {defences}.")
    if aware:
        words = tr("The next attack goes through {defences}.")
    return words.format(defences=behind(defences))


def behind(defences: Sequence[Defence]) -> str:
    """What a network stands behind, as the image comes to it; equal ones in a row are counted."""
    return all_of(in_a_row(tr("“{title}”").format(title=defence.title) for defence in defences))


def through(outcome: Outcome) -> str:
    """That an attack went through defences; nothing where there are none, or it knew of none."""
    aware = outcome.defences and outcome.aware
    return tr(" through {defences}").format(defences=behind(outcome.defences)) if aware else ""


def why_stuck(stuck: Stuck) -> str:
    """Why an attack could not move, to be put into a sentence."""
    return _STUCK[stuck][0]
