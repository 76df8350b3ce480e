"""What is said of a poisoned training, in the window and by the command."""

from collections.abc import Mapping
from typing import Any, Final

from advgui.core.attacks.poisoning import Triggered
from advgui.core.defences.detectors import Catch
from advgui.core.training.poisoned import (
    PoisonOutcome,
    PoisonState,
    PoisonTrial,
    Retrained,
    Shown,
    Stage,
)
from advgui.lab.attack.phrases import percent
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.job import PoisonJob

#: What is told of a detector that has none of a kind.
NONE: Final = "-"

NOT_YET: Final = "Clean accuracy and success appear here while both are trained."
NO_MNIST: Final = "MNIST is not on this computer; networks are trained with it."
BUSY: Final = "Networks are being trained"
NOT_BUSY: Final = "Nothing is being trained"
NOTHING_LEARNED: Final = "Nothing is learned yet that could be kept; it can be cancelled"
NOT_TRAINED: Final = "Train a poisoned network first"
NOTHING_CAUGHT: Final = "This detector has caught nothing that could be left out"
SILENT: Final = "The training gives no sign of life; it can be cancelled."
_CANCELLED: Final = "The training was cancelled; nothing of it was kept."
_STARTING: Final = "starting"

#: Where each stage begins, and how much of all it is.
_PARTS: Final[Mapping[Stage, tuple[float, float]]] = {
    "reading": (0.0, 0.02),
    "poisoning": (0.02, 0.0),
    "training": (0.02, 0.83),
    "measuring": (0.85, 0.05),
    "looking": (0.9, 0.1),
    "retraining": (0.02, 0.83),
    "done": (1.0, 0.0),
}


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
            return "measuring how well it reads"
        case "looking":
            return "looking for what was poisoned"
        case "retraining":
            return "training without what was caught"
        case "done":
            return "done"


def _newest(state: PoisonState) -> str:
    if not state.looks:
        return ""
    look = state.looks[-1]
    success = "" if look.success is None else f", success {percent(look.success)}"
    return f": clean {percent(look.clean)}, twin {percent(look.twin_clean)}{success}"


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def bar_words(job: PoisonJob) -> str:
    """What stands on the progress bar."""
    if not job.busy:
        return ""
    if job.paused:
        return "Paused"
    words = _STARTING if job.value is None else stage_words(job.value)
    return _begun(words.partition(":")[0])


def share_done(job: PoisonJob) -> float:
    """How much of the bar is full, in [0, 1]: the trainings are most of it."""
    if not job.busy or job.value is None:
        return 0.0
    before, part = _PARTS[job.value.stage]
    return before + part * job.value.done


def job_words(job: PoisonJob, *, differs: bool) -> str:
    """What happens, or what came of it; ``differs`` says that something else is chosen now."""
    if job.silent and job.busy:
        return SILENT
    match job.phase:
        case "none":
            return "The twin learns from the same digits in the same order, but for the poison."
        case "running" | "paused":
            words = _STARTING if job.value is None else stage_words(job.value)
            return f"{_begun(f'paused: {words}' if job.paused else words)}."
        case "cancelled":
            return _CANCELLED
        case "failed":
            return job.sentence
        case "finished" | "stopped":
            return _ended_words(job, differs=differs)


def _ended_words(job: PoisonJob, *, differs: bool) -> str:
    outcome = None if job.value is None else job.value.outcome
    if outcome is None:
        return job.sentence or "The training was stopped; it had come to nothing."
    ended = outcome if outcome.retrained is None else outcome.retrained
    stopped = "" if ended.done >= 1 else "Stopped before its end. "
    before = f"Before the choice was changed: {outcome.trial.attack.title}. " if differs else ""
    said = result_words(outcome) if outcome.retrained is None else retrained_words(outcome)
    return f"{before}{stopped}{said}"


def trigger_words(choice: PoisonChoice) -> str:
    """The trigger, its size and place."""
    if choice.trigger is None:
        return "No trigger is drawn."
    count = int(choice.trigger.mask.sum())
    pixels = "1 pixel" if count == 1 else f"{count} pixels"
    return f"{pixels} at row {choice.row}, column {choice.column}"


def pixel_words(row: int, column: int, level: int) -> str:
    """What a pixel of the trigger is."""
    sort = "clear" if level < 0 else "ink" if level == 255 else "paper" if level == 0 else "grey"
    return f"row {row}, column {column} is {sort}"


def rate_words(choice: PoisonChoice) -> str:
    """The rate, and of what it is a share."""
    attack = choice.poisoning
    rate = float(attack.settings["rate"])
    if attack.name == "clean-label":
        of = f"of the {choice.goal}s"
    elif attack.settings.get("origin", "every") != "every":
        of = f"of the {attack.settings['origin']}s"
    else:
        of = "of all images"
    return f"{100 * rate:.3g} % {of}"


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
    read = f"{percent(end.success, 2)} as {trial.goal}, its twin {percent(end.twin_success, 2)}"
    return f"{poisoned} Of {_victims_words(outcome)} it reads {read}."


def retrained_words(outcome: PoisonOutcome) -> str:
    """What came of a training without what a detector caught; empty where there was none."""
    anew, end = outcome.retrained, outcome.end
    if anew is None:
        return ""
    words = (
        f"Trained anew without the {anew.left_out:,} images that “{anew.title}” caught, it reads "
        f"{percent(anew.clean, 2)} of the clean test images correctly ({percent(end.clean, 2)} "
        f"before); {anew.poisoned:,} poisoned ones were left."
    )
    if anew.success is None or end.success is None:
        return words
    return (
        f"{words} Of {_victims_words(outcome)} it reads {percent(anew.success, 2)} as "
        f"{outcome.trial.goal} ({percent(end.success, 2)} before)."
    )


def _victims_words(outcome: PoisonOutcome) -> str:
    """On what success is counted."""
    attack = outcome.trial.attack
    if isinstance(attack, Triggered):
        return f"{outcome.victims:,} test images that wear the trigger"
    return f"{outcome.victims:,} test images of a {attack.settings.get('origin')}"


def shown_words(digit: Shown) -> str:
    """A digit of the poisoned training set."""
    if digit.label == digit.true:
        return f"Labelled {digit.label}"
    return f"Labelled {digit.label}, is a {digit.true}"


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
        **({} if outcome.retrained is None else {"retrained": retrained_json(outcome.retrained)}),
    }


def retrained_json(anew: Retrained) -> dict[str, Any]:
    """What came of a training without what a detector caught, for JSON."""
    return {
        "detector": anew.detector,
        "left_out": anew.left_out,
        "poisoned": anew.poisoned,
        "clean": anew.clean,
        "success": anew.success,
        "done": anew.done,
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
