"""All sentences of the Train page."""

from typing import Final, assert_never

from advgui.core.datasets.catalogue import PEN_DIGITS, Dataset
from advgui.core.language import tr
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.training.data import HELD_OUT, PENS
from advgui.core.training.plan import Plan, planned
from advgui.core.training.tested import TESTED, BestEpoch
from advgui.lab.attack.captions import accuracy_words
from advgui.lab.attack.phrases import percent
from advgui.lab.pace import UNKNOWN, Expected, Work, about, about_words, duration
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.worker.words import GOES_ON

# What is in the data sets as they are published; a guess where they are looked at later.
MNIST_IMAGES: Final = 60_000
PEN_WRITERS: Final = 30
PEN_IMAGES: Final = len(PENS) * 5_496

NOT_YET: Final = tr("The curves of loss and accuracy appear here.")
UNREADABLE: Final = tr("The data cannot be read, so nothing was trained.")
SILENT: Final = tr("The training gives no sign of life; it can be cancelled.")
SPARED: Final = tr("Without pen digits, which are not on this computer.")
CANCELLED: Final = tr("The training was cancelled; nothing of it was kept.")
#: From so many seconds of learning on it is asked before they are dropped.
LONG_S: Final = 20.0
NOT_BUSY: Final = tr("Nothing is being trained")
BUSY: Final = tr("A network is being trained")
NOTHING_LEARNED: Final = tr("Nothing is learned yet that could be kept; it can be cancelled")
STOPPING: Final = tr("Stopping; what it has learned is kept.")


def takes_words(
    plan: Plan,
    usual: Card | None,
    *,
    spared: bool = False,
    here_s: float | None = None,
    busy: bool = False,
) -> str:
    """What a training will take; ``usual`` is the card of the network that ships, if one does.

    ``spared`` says that it does without pen digits as there are none, ``here_s`` how many seconds
    it takes on this machine, where that is known. While it is ``busy`` the line of the training
    tells what is left, and no other time is told here.
    """
    how = "" if plan.defence is None else plan.defence.summary
    takes = _shows(plan) if busy else _takes(plan, usual, here_s)
    return " ".join(part for part in (how, takes, SPARED if spared else "") if part)


def training_work(plan: Plan, done: float = 1.0) -> Work:
    """How many images it is shown in that share of a training, each in one pass."""
    defence = plan.defence
    passes = 1.0 if defence is None else defence.passes
    teacher = getattr(defence, "teacher", None)
    warped = "warped" if plan.recipe.warp else ""
    kinds = (plan.architecture, plan.activation, warped, defence and defence.name)
    kind = " ".join(str(part) for part in (*kinds, teacher and teacher.full_name) if part)
    return Work(f"train {kind}", done * passes * _shown(plan))


def _shows(plan: Plan) -> str:
    """Which images it is shown, and how often."""
    images = max(1, round(MNIST_IMAGES * plan.share))
    words = tr("{images:,} MNIST images")
    if plan.pen:
        words = tr("{images:,} MNIST images and {writers} writers' pen digits")
    what = words.format(images=images, writers=PEN_WRITERS - len(HELD_OUT))
    if plan.design.count is not None:
        return tr("Counts the ink in {images}, which takes seconds.").format(images=what)
    words = tr("Shows it {images}, {times:,} times each.")
    if plan.epochs == 1:
        words = tr("Shows it {images}, once each.")
    return words.format(images=what, times=plan.epochs)


def _takes(plan: Plan, usual: Card | None, here_s: float | None) -> str:
    shows, seconds = _shows(plan), expected_seconds(plan, usual)
    if plan.design.count is not None:
        return shows
    if here_s is not None:
        return f"{shows} {about_words(Expected(here_s, here_s))}."
    if plan.quick:
        return f"{shows} {tr('A matter of seconds.')}"
    if seconds is None:
        return f"{shows} {UNKNOWN}."
    return f"{shows} {tr('About {time}.').format(time=duration(seconds))}"


def expected_seconds(plan: Plan, usual: Card | None) -> float | None:
    """What the network that ships has taken, for the images and epochs of this plan."""
    if usual is None or usual.seconds is None:
        return None
    design = ARCHITECTURES[plan.architecture]
    # Another recipe, which was made to be quick, or to defend, takes other times.
    defence = plan.defence
    if plan.quick or (defence is not None and (design.defending or defence.recipe)):
        return None
    passes = 1.0 if defence is None else defence.passes
    return passes * usual.seconds * _shown(plan) / _shown(planned(plan.architecture))


def lacking_words(dataset: Dataset) -> str:
    """Why nothing can be trained as it is chosen."""
    if dataset is PEN_DIGITS:
        return tr("The pen digits are not on this computer. Get them, or train without them.")
    return tr("{data} is not on this computer; networks are trained with it.").format(
        data=dataset.first_words
    )


def get_words(dataset: Dataset) -> str:
    """What the button says that gets it."""
    return tr("Get {data}…").format(data=dataset.title)


def result_words(training: ShownTraining, *, differs: bool) -> str:
    """How far a training is, or what it came to, where something else may be chosen now.

    What came of another choice names its network, or has nothing more to say.
    """
    words = state_words(training)
    if not differs or training.busy:
        return words
    if training.network is None:
        return ""
    return tr("About {network}: {words}").format(network=quoted(training.network), words=words)


def quoted(network: Network) -> str:
    """A network in a sentence."""
    return tr("“{title}”").format(title=network.card.said.title or network.name)


def state_words(training: ShownTraining) -> str:
    """How far a training is, or what it came to."""
    if training.phase == "running" and training.silent:
        return SILENT
    match training.phase:
        case "running":
            return _running_words(training)
        case "paused":
            return _paused_words(training)
        case "finished":
            return _finished_words(training)
        case "failed":
            return UNREADABLE if needs_data(training) else training.sentence
        case "cancelled":
            return CANCELLED
        case never:
            assert_never(never)


def best_words(best: BestEpoch, plan: Plan) -> tuple[str, str]:
    """What the button says that keeps the network of the best epoch, and why one would."""
    words = tr("Keep epoch {epoch:,}, too").format(epoch=best.epoch)
    told = {"epoch": best.epoch, "share": percent(best.share), "last": percent(best.last)}
    if plan.defence is None:
        why = tr(
            "After epoch {epoch:,} it read {share} of the {count} test digits that are looked at, "
            "and {last} in the end: offer the network as it was then. As it is chosen by these "
            "digits, it reads others a little less well."
        )
        return words, why.format(count=TESTED, **told)
    defence = plan.defence
    why = tr(
        "After epoch {epoch:,} it read {share} of the digits that are kept back when they are "
        "{looked_at} within {budget}, and {last} in the end: offer the network as it was then. As "
        "it is chosen by these digits, it withstands a little less on others."
    )
    return words, why.format(looked_at=defence.looked_at, budget=defence.budget_words, **told)


def loss_words(training: ShownTraining) -> str:
    """What is asked before a training is dropped, empty for one that has hardly begun."""
    if not training.learned or training.seconds < LONG_S:
        return ""
    title = training.request.plan.title
    if training.broken_off:
        words = tr(
            "\u201c{title}\u201d has learned for {time}. Shall what it has learned be dropped?"
        )
        return words.format(title=title, time=duration(training.seconds))
    words = tr(
        "“{title}” has learned for {time}. Shall what it has learned be dropped, or kept as a "
        "network?"
    )
    return words.format(title=title, time=duration(training.seconds))


def needs_data(training: ShownTraining) -> bool:
    """Whether it has failed for its data: the page then says which, and offers others."""
    failed = training.phase == "failed" and not training.lost
    return failed and training.stage == "loading"


def bar_words(training: ShownTraining) -> str:
    """What stands on the bar."""
    if not training.busy:
        return ""
    match training.stage:
        case "loading":
            return tr("reading the data")
        case "training":
            return percent(training.done, 0)
        case "measuring":
            return tr("measuring")
        case never:
            assert_never(never)


def _running_words(training: ShownTraining) -> str:
    if training.stopped and training.stage == "training":
        return STOPPING
    match training.stage:
        case "loading":
            return tr("Reading the data…")
        case "training":
            epoch = tr("Epoch {epoch:,} of {epochs:,}")
            line = _dotted(_of_epochs(epoch, training), *_newest(training), _left(training))
            return f"{line}\n{training.warning}" if training.warning else line
        case "measuring":
            if training.stopped:
                return tr("Stopped. Measuring how well it reads…")
            return tr("Trained. Measuring how well it reads…")
        case never:
            assert_never(never)


def _broken_off_words(training: ShownTraining) -> str:
    """Where it was, and how it goes on; first what has ended it, where that is known."""
    total = training.request.plan.all_epochs
    where = tr("Broken off in epoch {epoch:,} of {total:,}").format(
        epoch=training.epoch, total=total
    )
    line = _dotted(where, *_newest(training))
    return "\n".join(part for part in (training.sentence, line, GOES_ON) if part)


def _paused_words(training: ShownTraining) -> str:
    if training.broken_off:
        return _broken_off_words(training)
    if training.stage != "training":
        return tr("Paused.")
    paused = tr("Paused in epoch {epoch:,} of {epochs:,}")
    return _dotted(_of_epochs(paused, training), *_newest(training))


def _of_epochs(words: str, training: ShownTraining) -> str:
    return words.format(epoch=training.epoch, epochs=training.request.plan.all_epochs)


def _left(training: ShownTraining) -> str:
    if training.left is None:
        return ""
    return tr("{time} left").format(time=about(training.left))


def _finished_words(training: ShownTraining) -> str:
    if training.network is None:
        return ""
    card = training.network.card
    how = _stopped_words(training, card) if training.stopped else _trained_words(card)
    told = (how, accuracy_words(card), _robust_words(training), _worse_words(training))
    return " ".join(part for part in (*told, training.warning) if part)


def _worse_words(training: ShownTraining) -> str:
    """That it had read more before its end, where it had, and of which digits."""
    best, defence = training.best, training.request.plan.defence
    if best is None:
        return ""
    told = {"epoch": best.epoch, "share": percent(best.share), "last": percent(best.last)}
    if defence is None:
        words = tr(
            "Of the {count} test digits that are looked at meanwhile it read {share} after epoch "
            "{epoch:,}, and {last} in the end: this is the network of the end."
        )
        return words.format(count=TESTED, **told)
    words = tr(
        "Of digits kept back and {looked_at} it read {share} after epoch {epoch:,}, and {last} in "
        "the end: this is the network of the end."
    )
    return words.format(looked_at=defence.looked_at, **told)


def _trained_words(card: Card) -> str:
    if card.seconds is None:
        return tr("Trained.")
    return tr("Trained in {time}.").format(time=duration(card.seconds))


def _stopped_words(training: ShownTraining, card: Card) -> str:
    epochs, all_of_them = training.epochs, training.request.plan.all_epochs
    if card.seconds is None:
        words = tr("Stopped after {done:,.2f} of {epochs:,} epochs, and kept in this window.")
        return words.format(done=epochs, epochs=all_of_them)
    words = tr("Stopped after {done:,.2f} of {epochs:,} epochs ({time}), and kept in this window.")
    return words.format(done=epochs, epochs=all_of_them, time=duration(card.seconds))


def _robust_words(training: ShownTraining) -> str:
    """How many of the digits that were kept back it reads when they are attacked."""
    robust, defence = training.points.robust, training.request.plan.defence
    if defence is None or not len(robust) or not robust[-1] >= 0:
        return ""
    words = tr("Of digits kept back and {looked_at} within {budget} it reads {share}.")
    return words.format(
        looked_at=defence.looked_at, budget=defence.budget_words, share=percent(float(robust[-1]))
    )


def _newest(training: ShownTraining) -> tuple[str, ...]:
    points = training.points
    if not len(points):
        return ()
    defence = training.request.plan.defence
    figures = (
        (points.accuracy, tr("training digits {share}")),
        (points.test, tr("test digits {share}")),
        (points.clean, tr("digits kept back: clean {share}")),
        (points.robust, f"{defence.looked_at} {{share}}" if defence else ""),
    )
    told = [
        words.format(share=percent(float(share[-1]))) for share, words in figures if share[-1] >= 0
    ]
    return tr("loss {loss:.4f}").format(loss=points.loss[-1]), *told


def figures_tip(training: ShownTraining) -> str:
    """Which of the shares that are told meanwhile counts, and what of; empty where none is told."""
    if not training.busy or not len(training.points):
        return ""
    defence = training.request.plan.defence
    if defence is None:
        return tr(
            "It learns from the training digits, so it reads them better than others. What counts "
            "are test digits, which it never learns from: {count} are looked at meanwhile, all of "
            "them at the end."
        ).format(count=TESTED)
    return tr(
        "It learns from the training digits as they are changed for it. What counts are digits "
        "that are kept back: how many it reads as they are, and how many {looked_at} within "
        "{budget}."
    ).format(looked_at=defence.looked_at, budget=defence.budget_words)


def _shown(plan: Plan) -> float:
    """How many images are shown in all."""
    return plan.epochs * (MNIST_IMAGES * plan.share + (PEN_IMAGES if plan.pen else 0))


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
