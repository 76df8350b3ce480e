"""What a run has come to, in a sentence or two."""

from collections.abc import Sequence
from typing import Final

from advgui.core.attacks import Outcome
from advgui.core.attacks.closest.penalty import Penalty
from advgui.core.attacks.outcome import SURVIVED
from advgui.core.language import tr
from advgui.lab.attack.phrases import (
    already_words,
    behind,
    could_not_move_words,
    counted,
    larger_words,
    listed,
    own_size,
    percent,
    reads,
    size,
    through,
    why_stuck,
    within,
)

#: What helps where the report's attack, as it was published, did not fool.
AS_PUBLISHED: Final = tr(
    "As published it keeps its cheapest step; without “Keep the cheapest step” (under More) it "
    "fools far more often."
)
LESS_SURE: Final = tr("It is less sure of it than was asked")


def ended_words(outcomes: Sequence[Outcome], *, stopped: bool) -> str:
    """What a run ended with."""
    steps = max(outcome.steps for outcome in outcomes)
    text = _one_ended(outcomes[0]) if len(outcomes) == 1 else _many_ended(outcomes)
    after = tr("Stopped after {steps}.").format(steps=counted(steps, "step"))
    return f"{after} {text}" if stopped else text


def _sizes(outcomes: Sequence[Outcome]) -> str:
    """The mean L2 of some outcomes, and the mean in the attack's own norm beside it."""
    text = size(sum(outcome.l2 for outcome in outcomes) / len(outcomes))
    norm = outcomes[0].norm
    if norm in ("l2", "none") or outcomes[0].budget:
        return text
    mean = sum(outcome.distance for outcome in outcomes) / len(outcomes)
    return f"{text}, {own_size(norm, mean)}"


def _one_ended(outcome: Outcome) -> str:
    text = _one_verdict(outcome)
    if outcome.through is None:
        return text
    known = tr("Unaware of {defences}: behind it the network {reads}.").format(
        defences=behind(outcome.defences), reads=reads(outcome.through)
    )
    return f"{text} {known}"


def _one_verdict(outcome: Outcome) -> str:
    now = tr("the network {reads}").format(reads=reads(outcome.after))
    if outcome.already:
        return already_words(outcome.after.label)
    if outcome.fooled:
        text = tr("Fooled{through}: {now}, {sizes}, best step {step:,} of {steps:,}.").format(
            through=through(outcome),
            now=now,
            sizes=_sizes([outcome]),
            step=outcome.best_step,
            steps=outcome.steps,
        )
        text = text if outcome.sure else f"{text} {LESS_SURE}."
        return f"{text}{_survival_words([outcome])}"
    if outcome.stuck:
        return could_not_move_words(outcome.stuck)
    missed = tr("Not fooled{through}{within}: {now}, as before.")
    if outcome.after.label != outcome.before.label:
        missed = tr("Not fooled{through}{within}: {now}, a wrong class but not {goal}.")
    missed = missed.format(
        through=through(outcome), within=within(outcome.budget), now=now, goal=outcome.goal
    )
    advice = AS_PUBLISHED if _as_published(outcome) else larger_words(outcome.budget)
    return f"{missed} {advice}".rstrip()


def _as_published(outcome: Outcome) -> bool:
    """Whether it is of the report's attack, keeping whatever step is the cheapest."""
    return outcome.attack == Penalty.name and outcome.parameters.get("faithful") is True


def _many_ended(outcomes: Sequence[Outcome]) -> str:
    hits = [outcome for outcome in outcomes if outcome.fooled]
    stuck = [outcome for outcome in outcomes if outcome.stuck]
    missed = [o for o in outcomes if not o.fooled and not o.stuck]
    text = tr("Fooled{through} toward {hits} of {digits}{within}").format(
        through=through(outcomes[0]),
        hits=len(hits),
        digits=counted(len(outcomes), "digit"),
        within=within(outcomes[0].budget),
    )
    if hits:
        text += tr(", mean {sizes}").format(sizes=_sizes(hits))
    if unsure := [outcome for outcome in hits if not outcome.sure]:
        text += tr("; less sure than asked toward {goals}").format(goals=_goals(unsure))
    if missed and (hits or stuck):
        text += tr("; not toward {goals}").format(goals=_goals(missed))
    if stuck:
        words = tr("; could not move toward {goals}: {why}")
        text += words.format(goals=_goals(stuck), why=_why(stuck))
    advice = f" {AS_PUBLISHED}" if missed and _as_published(missed[0]) else ""
    return f"{text}.{advice}{_behind_words(outcomes)}{_survival_words(hits)}"


def _behind_words(outcomes: Sequence[Outcome]) -> str:
    """A sentence on what stands behind defences that the attacker does not know of."""
    if outcomes[0].aware:
        return ""
    words = tr(" Unaware of {defences}: behind it, toward {hits} of {digits}.")
    return words.format(
        defences=behind(outcomes[0].defences),
        hits=sum(outcome.fooled_through for outcome in outcomes),
        digits=len(outcomes),
    )


def _survival_words(fooled: Sequence[Outcome]) -> str:
    """A sentence on what is made to survive; nothing of other attacks."""
    rates = [outcome.survival for outcome in fooled if outcome.survival is not None]
    if not rates:
        return ""
    share = percent(sum(rates) / len(rates))
    if len(rates) == 1:
        words = tr(" It still fools in {share} of {views} random views.")
    else:
        words = tr(" On average they still fool in {share} of {views} random views.")
    return words.format(share=share, views=SURVIVED)


def _why(stuck: Sequence[Outcome]) -> str:
    """Why they could not move, which is the same for all of a run."""
    return next(why_stuck(outcome.stuck) for outcome in stuck if outcome.stuck)


def _goals(outcomes: Sequence[Outcome]) -> str:
    return listed([outcome.goal for outcome in outcomes if outcome.goal is not None])
