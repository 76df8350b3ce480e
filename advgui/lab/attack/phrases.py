"""All sentences for people: captions, verdicts, run states and the status line."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, assert_never

from advgui.core.attacks import Budget, Outcome
from advgui.core.attacks.objective import NORMS, Norm
from advgui.core.attacks.outcome import SURVIVED, Stuck
from advgui.core.defences import Defence
from advgui.core.errors import all_of
from advgui.core.nn.network import Reading

Verdict = Literal["already", "fooled", "wrong class", "not fooled"]

NOTHING_DRAWN: Final = "Draw a digit, open an image, or choose a digit from the gallery."
NOTHING_TO_ATTACK: Final = "There is nothing to attack yet: draw a digit first."
NO_STROKES: Final = (
    "This attack changes strokes, and there are none or too many: draw the digit, or take one of "
    "the gallery."
)
NO_REGION: Final = "Paint the region that may change first: it is empty."
READY: Final = "Click a digit, or press 0 to 9, to attack the drawing toward it."
STOPPING: Final = "Stopping; the best step so far is kept."
SILENT: Final = "The attack gives no sign of life; Esc ends it and keeps its best step."
RECOVERED: Final = "advgui ended abruptly the last time. Here is your drawing; undo takes it away."
SHEET_IS_FULL: Final = (
    "The sheet is full: no file could hold more strokes. Undo some, or press New."
)
OTHER_DRAWING: Final = "The attack shown was made on an earlier drawing."
COULD_NOT_MOVE: Final = "could not move"
#: Why an attack could not move, at length, in short, and what that says.
_STUCK: Final[Mapping[Stuck, tuple[str, str, str]]] = {
    "no slope": (
        "the network's slope is zero here, or too small to change a pixel",
        "the slope is zero",
        "That says nothing of how robust it is.",
    ),
    "no pixel": (
        "no pixel is left that would help",
        "no pixel would help",
        "That says little of how robust it is.",
    ),
    "never nearer": (
        "nothing that was tried came any nearer",
        "nothing came nearer",
        "That says little of how robust it is.",
    ),
    "no start": (
        "no image was found to start from that the network reads as wanted",
        "no image to start from",
        "That says nothing of how robust it is.",
    ),
}
#: The same below a table of several attacks.
STUCK_LEGEND: Final = (
    f"{COULD_NOT_MOVE}: {_STUCK['no slope'][0]},\n"
    f"or {_STUCK['no pixel'][0]};\n"
    f"of an attack without a slope, {_STUCK['never nearer'][0]},\n"
    f"or {_STUCK['no start'][0]}"
)
OTHER_DEFENCE: Final = "The attack shown was made with another defence."
LESS_SURE: Final = "It is less sure of it than was asked"
OTHER_NETWORK: Final = "The attack shown was made against another network."


def percent(share: float, places: int = 1) -> str:
    """A share in [0, 1] as per cent, written alike everywhere: 98.2 %, > 99.9 %, < 0.1 %.

    What is not all is never 100 %, and what is not nothing never 0 %.
    """
    shown, least = round(100 * share, places), 10**-places
    if shown >= 100 > 100 * share:
        return f"> {100 - least:.{places}f}\u00a0%"
    if shown <= 0 < share:
        return f"< {least:.{places}f}\u00a0%"
    return f"{shown:g}\u00a0%" if shown in (0, 100) else f"{shown:.{places}f}\u00a0%"


def aim_words(goal: int | None) -> str:
    """Where an attack goes."""
    return "toward any other digit" if goal is None else f"toward {goal}"


def counted(count: int, noun: str) -> str:
    """A number and its noun: 1 step, 1,000 steps."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def listed(digits: Sequence[int]) -> str:
    """Digits in a sentence: 1, 2 and 5."""
    return all_of([str(digit) for digit in digits])


def reads(reading: Reading) -> str:
    """The line of a tile: what the network makes of it."""
    return f"reads {reading.label} · {percent(reading.confidences[reading.label])}"


def size(l2: float) -> str:
    """The size of a perturbation."""
    return f"L2 {l2:.2f}"


def change(l2: float, linf: float, pixels: int | None = None) -> str:
    """The line of the perturbation's tile; how many pixels are changed where that is small."""
    if linf == 0:
        return "no change"
    return f"{size(l2)} · {f'L∞ {linf:.2f}' if pixels is None else counted(pixels, 'pixel')}"


def changed_pixels(outcome: Outcome) -> int | None:
    """How many pixels an attack has changed that keeps their number small, else None."""
    return round(outcome.distance) if outcome.norm == "l0" else None


def _sizes(outcomes: Sequence[Outcome]) -> str:
    """The mean L2 of some outcomes, and the mean in the attack's own norm beside it."""
    text = size(sum(outcome.l2 for outcome in outcomes) / len(outcomes))
    norm = outcomes[0].norm
    if norm in ("l2", "none") or outcomes[0].budget:
        return text
    mean = sum(outcome.distance for outcome in outcomes) / len(outcomes)
    return f"{text}, {own_size(norm, mean)}"


def own_size(norm: Norm, distance: float) -> str:
    """A distance in a norm: 12 pixels, or L∞ 0.10."""
    if norm != "l0":
        return f"{NORMS[norm]} {distance:.2f}"
    return f"{distance:.3g} {'pixel' if distance == 1 else 'pixels'}"


def short_size(norm: Norm, distance: float) -> str:
    """The same where there is little room: 12 px, or 0.10."""
    return f"{distance:.0f} px" if norm == "l0" else f"{distance:.2f}"


def budget_words(budget: Budget | None) -> str:
    """A budget in its norm; that there was none."""
    return f"{NORMS[budget.norm]} {budget.size:.3g}" if budget else "none"


def within(budget: Budget | None) -> str:
    """Inside which budget something was tried; nothing where there was none."""
    return f" within {budget_words(budget)}" if budget else ""


def larger_words(budget: Budget | None) -> str:
    """What might help where nothing that fools was found within a budget, if one bounded it."""
    if budget is None or (budget.norm == "linf" and budget.size >= 1):
        return ""
    return "A larger budget may fool it."


def budget_tip(budget: Budget | None) -> str:
    """The same, and why the budget is not quite the one that was set."""
    words = larger_words(budget)
    if not words or budget is None or budget.norm != "linf":
        return words
    levels = counted(round(255 * budget.size), "level")
    return f"{words} A budget counts in whole levels of 255: {levels} here, {budget_words(budget)}."


def verdict_words(
    verdict: Verdict, goal: int | None, after: Reading, budget: Budget | None = None
) -> str:
    """Whether the network is fooled by the valid image that is shown."""
    match verdict:
        case "already":
            return f"already {digit_words(after.label)}"
        case "fooled":
            return "fooled" if goal is None else f"fooled: read as {goal}"
        case "wrong class":
            return f"wrong class: {after.label}, not {goal}"
        case "not fooled":
            wanted = "" if goal is None else f", not {goal}"
            return f"not fooled{within(budget)}: still {after.label}{wanted}"
        case never:
            assert_never(never)


def damaged_words(error: str) -> str:
    """What is said where the drawing of the last time cannot be given back."""
    return f"The drawing of the last time could not be given back, and was set aside: {error}"


def digit_words(digit: int) -> str:
    """A digit with its article: a 3, an 8."""
    return f"an {digit}" if digit == 8 else f"a {digit}"


def could_not_move_words(stuck: Stuck) -> str:
    """Why an attack could not move, and what that says."""
    why, _, meaning = _STUCK[stuck]
    return f"Could not move: {why}. {meaning}"


def stuck_in_short(stuck: Stuck) -> str:
    """Why an attack could not move, in the line below its tile."""
    return f"{COULD_NOT_MOVE}: {_STUCK[stuck][1]}"


def threshold_words(before: Reading, after: Reading, thresholded: Reading) -> str:
    """What the threshold did to the adversarial image."""
    if thresholded.label == before.label:
        return "restored" if after.label != before.label else "unchanged"
    return "not restored"


def already_words(label: int) -> str:
    """What is said instead of an attack toward the label that is read anyway."""
    return f"The network already reads {digit_words(label)}, so there is nothing to attack."


def read_words(label: int) -> str:
    """What the digit says that the drawing is read as, where the others offer an attack."""
    return f"The network already reads it as {label}; click another digit to attack it toward that."


def made_words(goal: int) -> str:
    """What is said where an attack is shown again and not made again."""
    return f"The attack toward {goal} is shown as it was made; the button Attack makes it anew."


def needs_goal(attack: str) -> str:
    """What is said where an attack has no untargeted form."""
    return f"“{attack}” needs a goal: choose a digit to attack toward."


def raw_words(*, outside: int, raw_reached: bool, fooled: bool) -> str:
    """What the valid image lost against the real numbers of an unconstrained attack."""
    if not outside:
        return ""
    left = f"{counted(outside, 'pixel')} left [0, 1]"
    if raw_reached and not fooled:
        return f"{left}; fooled only as real numbers, not as an image"
    return left


def running_words(step: int, steps: int | None) -> str:
    """How far a run is."""
    return f"Step {step:,}" if steps is None else f"Step {step:,} of {steps:,}"


def started_words(
    goals: Sequence[int],
    *,
    targeted: bool,
    attack: str,
    defences: Sequence[Defence] = (),
    aware: bool = True,
) -> str:
    """What a run that has just begun is about, and whether it goes through defences."""
    known = f"{' through' if aware else ', unaware of'} {behind(defences)}" if defences else ""
    if not targeted:
        return f"Attacking away from {goals[0]} with “{attack}”{known}."
    toward = goals[0] if len(goals) == 1 else "every other digit"
    return f"Attacking toward {toward} with “{attack}”{known}."


def next_words(defences: Sequence[Defence], *, aware: bool) -> str:
    """How the attack after this one is made on a network behind defences."""
    how = "goes through" if aware else "is made unaware of"
    return f"The next attack {how} {behind(defences)}."


def ended_words(outcomes: Sequence[Outcome], *, stopped: bool) -> str:
    """What a run ended with."""
    steps = max(outcome.steps for outcome in outcomes)
    text = _one_ended(outcomes[0]) if len(outcomes) == 1 else _many_ended(outcomes)
    return f"Stopped after {counted(steps, 'step')}. {text}" if stopped else text


def behind(defences: Sequence[Defence]) -> str:
    """What a network stands behind, the first that is given the image first."""
    return all_of([f"“{defence.title}”" for defence in defences])


def through(outcome: Outcome) -> str:
    """That an attack went through defences; nothing where there are none, or it knew of none."""
    aware = outcome.defences and outcome.aware
    return f" through {behind(outcome.defences)}" if aware else ""


def _one_ended(outcome: Outcome) -> str:
    text = _one_verdict(outcome)
    if outcome.through is None:
        return text
    known = f"Unaware of {behind(outcome.defences)}: behind it the network"
    return f"{text} {known} {reads(outcome.through)}."


def _one_verdict(outcome: Outcome) -> str:
    now = f"the network {reads(outcome.after)}"
    if outcome.already:
        return already_words(outcome.after.label)
    if outcome.fooled:
        best = f"best step {outcome.best_step:,} of {outcome.steps:,}"
        text = f"Fooled{through(outcome)}: {now}, {_sizes([outcome])}, {best}."
        text = text if outcome.sure else f"{text} {LESS_SURE}."
        return f"{text}{_survival_words([outcome])}"
    if outcome.stuck:
        return could_not_move_words(outcome.stuck)
    missed = f"Not fooled{through(outcome)}{within(outcome.budget)}: {now}"
    wrong = outcome.after.label != outcome.before.label
    ended = f", a wrong class but not {outcome.goal}." if wrong else ", as before."
    return f"{missed}{ended} {larger_words(outcome.budget)}".rstrip()


def _many_ended(outcomes: Sequence[Outcome]) -> str:
    hits = [outcome for outcome in outcomes if outcome.fooled]
    stuck = [outcome for outcome in outcomes if outcome.stuck]
    missed = [o for o in outcomes if not o.fooled and not o.stuck]
    text = f"Fooled{through(outcomes[0])} toward {len(hits)} of {counted(len(outcomes), 'digit')}"
    text += within(outcomes[0].budget)
    if hits:
        text += f", mean {_sizes(hits)}"
    if unsure := [outcome for outcome in hits if not outcome.sure]:
        text += f"; less sure than asked toward {_goals(unsure)}"
    if missed and (hits or stuck):
        text += f"; not toward {_goals(missed)}"
    if stuck:
        text += f"; {COULD_NOT_MOVE} toward {_goals(stuck)}: {_why(stuck)}"
    if not outcomes[0].aware:
        count = f"{sum(outcome.fooled_through for outcome in outcomes)} of {len(outcomes)}"
        text += f". Unaware of {behind(outcomes[0].defences)}: behind it, toward {count}"
    return f"{text}.{_survival_words(hits)}"


def _survival_words(fooled: Sequence[Outcome]) -> str:
    """A sentence on what is made to survive; nothing of other attacks."""
    rates = [outcome.survival for outcome in fooled if outcome.survival is not None]
    if not rates:
        return ""
    share = percent(sum(rates) / len(rates))
    if len(rates) == 1:
        return f" It still fools in {share} of {SURVIVED} random views."
    return f" On average they still fool in {share} of {SURVIVED} random views."


def _why(stuck: Sequence[Outcome]) -> str:
    """Why they could not move, which is the same for all of a run."""
    return next(_STUCK[outcome.stuck][0] for outcome in stuck if outcome.stuck)


def _goals(outcomes: Sequence[Outcome]) -> str:
    return listed([outcome.goal for outcome in outcomes if outcome.goal is not None])
