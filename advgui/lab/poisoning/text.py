"""What is said of a poisoned training, in the window and by the command."""

from typing import Any, Final

from advgui.core.attacks.poisoning import Triggered
from advgui.core.defences.detectors import Catch
from advgui.core.training.poisoned import PoisonOutcome, PoisonState, PoisonTrial
from advgui.lab.attack.phrases import percent

#: What is told of a detector that has none of a kind.
NONE: Final = "-"


def success_title(trial: PoisonTrial) -> str:
    """What counts as the attack's success."""
    if isinstance(trial.attack, Triggered):
        return f"with the trigger read as {trial.goal}"
    origin = trial.attack.settings.get("origin")
    return f"{origin}s read as {trial.goal}"


def stage_words(state: PoisonState) -> str:
    """What is done now."""
    match state.stage:
        case "reading":
            return "reading the data"
        case "poisoning":
            return "poisoning the training set"
        case "training":
            return f"training both networks{_newest(state)}"
        case "measuring":
            return "measuring both networks"
        case "looking":
            return "looking for what was poisoned"
        case "done":
            return "done"


def _newest(state: PoisonState) -> str:
    if not state.looks:
        return ""
    look = state.looks[-1]
    success = "" if look.success is None else f", success {percent(look.success)}"
    return f": clean {percent(look.clean)}, twin {percent(look.twin_clean)}{success}"


def result_words(outcome: PoisonOutcome) -> str:
    """What came of it, in a sentence or two."""
    end, trial = outcome.end, outcome.trial
    share = percent(outcome.changed / outcome.digits, 2)
    poisoned = (
        f"{outcome.changed:,} of {outcome.digits:,} training images ({share}) were poisoned. "
        f"The poisoned network reads {percent(end.clean, 2)} of the clean test images correctly, "
        f"its twin {percent(end.twin_clean, 2)}."
    )
    if end.success is None or end.twin_success is None:
        return poisoned
    which = (
        f"test images {success_title(trial)}"
        if isinstance(trial.attack, Triggered)
        else success_title(trial)
    )
    figures = f"{percent(end.success, 2)}, by the twin {percent(end.twin_success, 2)}"
    return f"{poisoned} Of {outcome.victims:,} {which}: {figures}."


def share_words(share: float | None) -> str:
    """A share, or that there is none."""
    return NONE if share is None else percent(share, 1)


def catch_cells(catch: Catch) -> list[str]:
    """A detector's row: what it is called, how many it caught, how many of them rightly."""
    return [
        catch.title,
        f"{catch.caught:,}",
        f"{catch.right:,}",
        share_words(catch.precision),
        share_words(catch.recall),
    ]


def outcome_json(outcome: PoisonOutcome) -> dict[str, Any]:
    """All figures, for JSON."""
    trial, end = outcome.trial, outcome.end
    trigger = {}
    if isinstance(trial.attack, Triggered):
        trigger = {"trigger": trial.attack.trigger.as_text()}
    return {
        "architecture": trial.plan.architecture,
        "attack": trial.attack.name,
        "parameters": trial.attack.settings | trigger,
        "goal": trial.goal,
        "seed": trial.plan.seed,
        "epochs": trial.plan.epochs,
        "digits": outcome.digits,
        "poisoned": outcome.changed,
        "victims": outcome.victims,
        "clean": {"twin": end.twin_clean, "poisoned": end.clean},
        "success": {"twin": end.twin_success, "poisoned": end.success},
        "detectors": [catch_json(catch) for catch in outcome.catches],
        "done": outcome.done,
    }


def catch_json(catch: Catch) -> dict[str, Any]:
    """What a detector came to, for JSON."""
    return {
        "detector": catch.detector,
        "caught": catch.caught,
        "right": catch.right,
        "poisoned": catch.poisoned,
        "precision": catch.precision,
        "recall": catch.recall,
    }
