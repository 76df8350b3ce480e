"""What is said of a poisoned training, in the window and by the command."""

from collections.abc import Mapping
from typing import Any, Final

from advgui.core.attacks.poisoning import Triggered
from advgui.core.defences.detectors import Catch
from advgui.core.language import as_title, numeral, tr
from advgui.core.training.poisoned import (
    PoisonOutcome,
    PoisonState,
    PoisonTrial,
    Retrained,
    Shown,
    Stage,
)
from advgui.lab.attack.phrases import counted, percent
from advgui.lab.pace import about
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.job import PoisonJob
from advgui.lab.training.text import CANCELLED, SILENT
from advgui.lab.worker.words import GOES_ON

#: What is told of a detector that has none of a kind.
NONE: Final = "-"

NOT_YET: Final = tr("Clean accuracy and success appear here while both are trained.")
NO_MNIST: Final = tr("MNIST is not on this computer; networks are trained with it.")
BUSY: Final = tr("Networks are being trained")
NOT_TRAINED: Final = tr("Train a poisoned network first")
ONLY_WRONG: Final = tr(
    "Nothing that this detector caught is poisoned: trained without it, the network learns all of "
    "the poison again"
)
NOTHING_CAUGHT: Final = tr("This detector has caught nothing that could be left out")
_STARTING: Final = tr("starting")

#: So long, and so far, it has to be before the time left is guessed from that.
_KNOWN_S: Final = 2.0
_KNOWN_SHARE: Final = 0.05
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
        return tr("with the trigger read as {goal}").format(goal=trial.goal)
    origin = trial.attack.settings.get("origin")
    return tr("{origin}s read as {goal}").format(origin=origin, goal=trial.goal)


def stage_words(state: PoisonState) -> str:
    """What is done now, and how far the trainings are."""
    return f"{_stage(state.stage)}{_newest(state) if state.stage == 'training' else ''}"


def _stage(stage: Stage) -> str:
    match stage:
        case "reading":
            return tr("reading the data")
        case "poisoning":
            return tr("poisoning the training set")
        case "training":
            return tr("training both networks")
        case "measuring":
            return tr("measuring how well it reads")
        case "looking":
            return tr("looking for what was poisoned")
        case "retraining":
            return tr("training without what was caught")
        case "done":
            return tr("done")


def _newest(state: PoisonState) -> str:
    if not state.looks:
        return ""
    look = state.looks[-1]
    words = tr(": clean digits {clean}, twin {twin}")
    if look.success is not None:
        words = tr(": clean digits {clean}, twin {twin}, success {success}")
    return words.format(
        clean=percent(look.clean), twin=percent(look.twin_clean), success=share_words(look.success)
    )


def bar_words(job: PoisonJob) -> str:
    """What stands on the progress bar."""
    if not job.busy:
        return ""
    if job.paused:
        return tr("Broken off") if job.broken_off else tr("Paused")
    return as_title(_STARTING if job.value is None else _stage(job.value.stage))


def share_done(job: PoisonJob) -> float:
    """How much of the bar is full, in [0, 1]: the trainings are most of it."""
    if not job.busy or job.value is None:
        return 0.0
    before, part = _PARTS[job.value.stage]
    return before + part * job.value.done


def time_left_words(job: PoisonJob, seconds: float) -> str:
    """About how long all of it will still take, after so many seconds; empty where nobody knows."""
    done = share_done(job)
    if job.phase != "running" or not job.whole or seconds < _KNOWN_S or done < _KNOWN_SHARE:
        return ""
    return tr("About {time} left.").format(time=about(seconds * (1 - done) / done))


def job_words(job: PoisonJob, *, differs: bool, seconds: float = 0.0) -> str:
    """What happens, or what came of it; ``differs`` says that something else is chosen now.

    So many ``seconds`` it has taken so far.
    """
    if job.silent and job.busy:
        return SILENT
    match job.phase:
        case "none":
            return tr("The twin learns from the same digits in the same order, but for the poison.")
        case "running" | "paused":
            words = _STARTING if job.value is None else stage_words(job.value)
            if job.broken_off:
                broken_off = tr("Broken off: {words}.").format(words=words)
                return " ".join(part for part in (job.sentence, broken_off, GOES_ON) if part)
            paused = tr("Paused: {words}.").format(words=words)
            if job.paused:
                return paused
            return f"{as_title(words)}. {time_left_words(job, seconds)}".rstrip()
        case "cancelled":
            return CANCELLED
        case "failed":
            return job.sentence
        case "finished" | "stopped":
            return _ended_words(job, differs=differs)


def _ended_words(job: PoisonJob, *, differs: bool) -> str:
    outcome = None if job.value is None else job.value.outcome
    if outcome is None:
        return job.sentence or tr("The training was stopped; it had come to nothing.")
    ended = outcome if outcome.retrained is None else outcome.retrained
    stopped = "" if ended.done >= 1 else tr("Stopped before its end. ")
    before = tr("Before the choice was changed: {attack}. ") if differs else ""
    before = before.format(attack=outcome.trial.attack.title)
    said = result_words(outcome) if outcome.retrained is None else retrained_words(outcome)
    return f"{before}{stopped}{said}"


def trigger_words(choice: PoisonChoice) -> str:
    """The trigger, its size and place."""
    if choice.trigger is None:
        return tr("No trigger is drawn.")
    count = int(choice.trigger.mask.sum())
    return tr("{pixels} at row {row}, column {column}").format(
        pixels=counted(count, "pixel"), row=choice.row, column=choice.column
    )


def pixel_words(row: int, column: int, level: int) -> str:
    """What a pixel of the trigger is."""
    if level < 0:
        words = tr("row {row}, column {column} is clear")
    elif level == 0:
        words = tr("row {row}, column {column} is paper")
    elif level == 255:
        words = tr("row {row}, column {column} is ink")
    else:
        words = tr("row {row}, column {column} is grey")
    return words.format(row=row, column=column)


def rate_words(choice: PoisonChoice) -> str:
    """The rate, and of what it is a share."""
    attack = choice.poisoning
    rate = float(attack.settings["rate"])
    if attack.name == "clean-label":
        digit: object = choice.goal
    else:
        digit = attack.settings.get("origin", "every")
    words = tr("{share:.3g} % of all images")
    if digit != "every":
        words = tr("{share:.3g} % of the {digit}s")
    return words.format(share=100 * rate, digit=digit)


def result_words(outcome: PoisonOutcome) -> str:
    """What came of it, in a sentence or two."""
    end, trial = outcome.end, outcome.trial
    share = percent(outcome.changed / outcome.digits, 2)
    poisoned = tr(
        "{changed:,} of {digits:,} training images ({share}) were poisoned. The poisoned network "
        "reads {clean} of the clean test images correctly, its twin {twin}."
    ).format(
        changed=outcome.changed,
        digits=outcome.digits,
        share=share,
        clean=percent(end.clean, 2),
        twin=percent(end.twin_clean, 2),
    )
    if end.success is None or end.twin_success is None:
        return poisoned
    read = tr("Of {victims} it reads {success} as {goal}, its twin {twin}.").format(
        victims=_victims_words(outcome),
        success=percent(end.success, 2),
        goal=trial.goal,
        twin=percent(end.twin_success, 2),
    )
    return f"{poisoned} {read}"


def retrained_words(outcome: PoisonOutcome) -> str:
    """What came of a training without what a detector caught; empty where there was none."""
    anew, end = outcome.retrained, outcome.end
    if anew is None:
        return ""
    words = tr(
        "Trained anew without the {left_out:,} images that “{detector}” caught, it reads {clean} "
        "of the clean test images correctly ({before} before); {poisoned:,} poisoned ones were "
        "left."
    ).format(
        left_out=anew.left_out,
        detector=anew.title,
        clean=percent(anew.clean, 2),
        before=percent(end.clean, 2),
        poisoned=anew.poisoned,
    )
    if anew.success is None or end.success is None:
        return words
    read = tr("Of {victims} it reads {success} as {goal} ({before} before).").format(
        victims=_victims_words(outcome),
        success=percent(anew.success, 2),
        goal=outcome.trial.goal,
        before=percent(end.success, 2),
    )
    return f"{words} {read}"


def _victims_words(outcome: PoisonOutcome) -> str:
    """On what success is counted."""
    attack = outcome.trial.attack
    if isinstance(attack, Triggered):
        return tr("{count:,} test images that wear the trigger").format(count=outcome.victims)
    words = tr("{count:,} test images of a {origin}")
    return words.format(count=outcome.victims, origin=attack.settings.get("origin"))


def shown_words(digit: Shown) -> str:
    """A digit of the poisoned training set."""
    if digit.label == digit.true:
        return tr("Labelled {label}").format(label=digit.label)
    return tr("Labelled {label}, is a {true}").format(label=digit.label, true=digit.true)


def share_words(share: float | None) -> str:
    """A share, or that there is none."""
    return NONE if share is None else percent(share, 1)


def catch_cells(catch: Catch) -> list[str]:
    """A detector's row: what it is called, how many it caught, how many of them rightly."""
    return [
        catch.title,
        numeral(catch.caught, ","),
        numeral(catch.right, ","),
        share_words(catch.precision),
        share_words(catch.recall),
    ]


def caught_words(outcome: PoisonOutcome) -> str:
    """How much there was to find, and whether any of it was found."""
    words = tr(
        "Of {digits:,} training images {changed:,} are poisoned. Point at an image for its labels."
    )
    if outcome.changed and not any(catch.right for catch in outcome.catches):
        words = tr(
            "Of {digits:,} training images {changed:,} are poisoned, and no detector caught one "
            "of them. Point at an image for its labels."
        )
    return words.format(digits=outcome.digits, changed=outcome.changed)


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
