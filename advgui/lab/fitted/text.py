"""All sentences of the page "One for all"."""

from typing import Final

from advgui.core.attacks.fitted import Artefact, Fit, FittedAttack
from advgui.core.defences.defended import bare_of
from advgui.core.language import known, numeral, tr
from advgui.core.nn.network import Network
from advgui.core.zoo import said_name
from advgui.lab.attack.phrases import counted, percent
from advgui.lab.fitted.fitting import Fitting, Learning
from advgui.lab.fitted.measuring import Measured
from advgui.lab.fitted.plan import ANY
from advgui.lab.fitted.state import OneForAll
from advgui.lab.worker.words import GOES_ON

NOTHING_YET: Final = tr("How many unseen digits fool, as it learns: press Fit.")
NO_MNIST: Final = tr("MNIST is not on this computer; what is made once for all is learned from it.")
NO_ARTEFACT: Final = tr("Fit one, or open one from a file.")
NOT_WORN: Final = tr("The drawing does not wear it.")
NOTHING_DRAWN: Final = tr("What you draw appears here")
CANCELLED: Final = tr("The fit was cancelled; nothing of it was kept.")
NOTHING_LEARNED: Final = tr("The fit was stopped before anything was learned.")
SILENT: Final = tr("The fit gives no sign of life; it can be cancelled.")
READING: Final = tr("Reads MNIST's training images.")
LATE_GOAL: Final = tr(
    "It learns all ten goals at once; one of them is chosen below, as it is worn."
)
MEASURE_TIP: Final = tr("Have MNIST's test digits wear it, read by the network that is chosen now")
NO_MEASURE: Final = tr("There is nothing to measure yet")
NO_DIGITS: Final = tr("MNIST, which it is measured with, is not on this computer")
BUSY: Final = tr("A fit is under way")
#: Settings by which artefacts of a method are told apart.
_SIZES: Final = ("size", "budget")

DRAG: Final = tr("Drag the patch, or use the arrow keys.")


def goal_words(goal: int) -> str:
    """A goal as it is offered."""
    return tr("Any other label") if goal == ANY else tr("Toward {goal}").format(goal=goal)


def artefact_words(artefact: Artefact, *, unsaved: bool = False) -> str:
    """What an artefact is called in a list."""
    name = known(artefact.method.capitalize().replace("-l2", " L2"))
    goal = tr("every goal") if artefact.attack.goal_when_worn else tr("any other label")
    if artefact.goal is not None:
        goal = tr("toward {goal}").format(goal=artefact.goal)
    sizes = (float(artefact.settings[key]) for key in _SIZES if key in artefact.settings)
    size = "".join(" " + numeral(size, "g") for size in sizes)
    words = tr("{artefact}, {goal}, from “{network}”")
    if unsaved:
        words = tr("{artefact}, {goal}, from “{network}”, not saved")
    return words.format(artefact=f"{name}{size}", goal=goal, network=said_name(artefact.network))


def file_name(artefact: Artefact) -> str:
    """How its file is called, without an ending."""
    goal = "" if artefact.goal is None else f"-{artefact.goal}"
    return f"{artefact.method}{goal}-{artefact.network}"


def method_words(attack: FittedAttack) -> str:
    """What the chosen method does, and where it is from."""
    late = f" {LATE_GOAL}" if attack.goal_when_worn else ""
    return f"{attack.summary}{late}"


def bar_words(fitting: Fitting) -> str:
    """What the progress bar says."""
    learning = fitting.value
    if not fitting.busy or learning is None or learning.fit is None:
        return ""
    words = tr("{number:,} of {steps}")
    return words.format(number=learning.fit.number, steps=counted(learning.total, "step"))


def fit_words(state: OneForAll) -> str:
    """How far a fit is, or what it came to; or why there can be none."""
    fitting = state.fitting
    learning = fitting.value
    fit = None if learning is None else learning.fit
    if fitting.broken_off and learning is not None and fit is not None:
        return _broken_off_words(fitting, learning, fit)
    if fitting.phase == "failed":
        return fitting.sentence
    if fitting.phase == "cancelled":
        return CANCELLED
    if fitting.silent:
        return SILENT
    if fit is None:
        missing = NO_MNIST if state.mnist is None else ""
        return {"none": missing, "stopped": NOTHING_LEARNED}.get(fitting.phase, READING)
    words = tr("Fools {share} of {unseen:,} digits that it does not learn from{noise}.")
    if fitting.phase == "paused":
        words = tr(
            "Paused. It fools {share} of {unseen:,} digits that it does not learn from{noise}."
        )
    elif fitting.phase == "stopped":
        words = tr(
            "Stopped. It fools {share} of {unseen:,} digits that it does not learn from{noise}."
        )
    return _fooled(words, fit)


def _fooled(words: str, fit: Fit) -> str:
    """Those words, with how many are fooled by it and by noise."""
    noise = ""
    if fit.noise_rate is not None:
        noise = tr(", random noise of that size {share}").format(share=percent(fit.noise_rate))
    share, unseen = percent(fit.rate), fit.artefact.card.unseen
    return words.format(share=share, unseen=unseen, noise=noise)


def _broken_off_words(fitting: Fitting, learning: Learning, fit: Fit) -> str:
    """Where it was, and how it goes on; first what has ended it, where that is known."""
    where = tr("Broken off after {number:,} of {steps}.").format(
        number=fit.number, steps=counted(learning.total, "step")
    )
    fools = _fooled(
        tr("It fools {share} of {unseen:,} digits that it does not learn from{noise}."), fit
    )
    return " ".join(part for part in (fitting.sentence, where, fools, GOES_ON) if part)


def worn_words(state: OneForAll, network: Network) -> str:
    """Of which network the artefact knows, where another one reads it now."""
    artefact = state.artefact
    if artefact is None:
        return NO_ARTEFACT
    if artefact.network == bare_of(network).name:
        return ""
    words = tr("Fitted on “{network}”; what it comes to here is unknown until measured.")
    if state.measured_on(network) is not None:
        words = tr("Fitted on “{network}”.")
    return words.format(network=said_name(artefact.network))


def measured_words(state: OneForAll, network: Network) -> str:
    """What was measured, on what; or why nothing is known."""
    measuring = state.measuring
    measured = state.measured_on(network)
    if measuring.phase == "failed":
        return measuring.sentence
    if state.artefact is None:
        return f"{NO_MEASURE}."
    if measured is None:
        return tr("Reads MNIST's test digits.") if measuring.busy else f"{MEASURE_TIP}."
    words = tr("Of {images:,} of MNIST's test digits that “{network}” reads correctly without it.")
    if measuring.busy:
        words = tr(
            "Of {images:,} of MNIST's test digits that “{network}” reads correctly without it; "
            "{left:,} to go."
        )
    left = measured.total - measured.images
    return words.format(images=measured.images, network=network.title, left=left)


def measured_rows(measured: Measured | None) -> tuple[tuple[str, float], ...]:
    """Each share with its words, the one that counts first."""
    if measured is None or not measured.images:
        return ()
    if measured.places is None:
        noise = () if measured.noise is None else ((tr("Random noise"), measured.noise),)
        return ((tr("Fooled by it"), measured.rate), *noise)
    places = measured.places
    return (
        (tr("Where it is now"), places.fixed),
        (tr("Best place on each digit"), places.chosen),
        (tr("Random place"), places.anywhere),
        (tr("White square where it is now"), places.white),
    )
