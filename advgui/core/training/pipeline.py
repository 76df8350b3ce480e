"""Makes a network after a plan: the one generator behind the command and the window.

The parts that it is put together from serve a poisoned training, too.
"""

from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from time import perf_counter
from typing import Final

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.scorecard import UnseenDigits, measure
from advgui.core.evaluation.withstanding import measure_proven
from advgui.core.generators import Driver, Stop, changed
from advgui.core.language import tr
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints, Remembered
from advgui.core.training.certified import Certified
from advgui.core.training.data import (
    HELD_OUT,
    PENS,
    Folders,
    TrainingData,
    joined,
    read_training_data,
)
from advgui.core.training.distillation import Distillation
from advgui.core.training.loop import Training, TrainingStep, share_of, train
from advgui.core.training.masking import Masked, masking
from advgui.core.training.mixed_in import MixedIn
from advgui.core.training.plan import Plan, validated_plan
from advgui.core.training.rounds import train_rounds
from advgui.core.training.tested import TESTED, BestEpoch, Tested

#: So many of the digits, or one of twenty, are looked at while a network is trained to defend.
LOOKED_AT: Final = 500
LEAST_PART: Final = 20


@dataclass(frozen=True, slots=True)
class Loading:
    """The data are being read: the share in [0, 1] that is."""

    done: float


@dataclass(frozen=True, slots=True)
class Measuring:
    """The network is trained, and now it is measured.

    The last one of a distillation has the table of what that hides from whom; where test digits
    were looked at, one has the ``best`` network that there was at the end of an earlier epoch.
    """

    masked: tuple[Masked, ...] = ()
    best: BestEpoch | None = None


PipelineStep = Loading | TrainingStep | Measuring
Pipeline = Generator[PipelineStep, None, Network]


@dataclass(frozen=True, slots=True, eq=False)
class TrainedNetwork:
    """What a training gave on so many ``images``: ``done`` is below 1 where it was stopped.

    ``seconds`` are those that were spent on it, without any pause; ``warning`` is what was
    seen to be wrong with it in the end.
    """

    network: Network
    images: int
    seconds: float
    done: float
    warning: str


def run_plan(
    plan: Plan,
    folders: Folders,
    *,
    attacked: int = 0,
    tested: bool = False,
    checkpoints: Checkpoints | None = None,
) -> Pipeline:
    """Read the data, train, and measure; returns the network with its card.

    So many test images are ``attacked`` to measure the L2 that fools it; none for no L2.
    If it is ``tested``, digits are looked at while it learns, from which nothing is learned: test
    digits, or those that are kept back for that. By these an epoch may be called the best.

    Nothing is kept or written where it is closed before its end, and no step takes longer
    than some tenths of a second. ``throw(Stop)`` at a ``TrainingStep`` ends the training there: the
    network is measured as it is, but not attacked, and its card says where that was. Thrown at
    a ``Measuring``, it spares the network the attack.
    Pen digits that are not there are done without. ``checkpoints`` can be asked at every
    ``TrainingStep``, and go on with what they remember.
    Raises ParameterError for a plan that cannot be, DatasetError, naming the file, for
    data that are missing or damaged, and WorkFileError where another training is remembered.
    """
    known = checkpoints or Checkpoints()
    validated_plan(plan)
    data = yield from changed(read_training_data(folders, pen=plan.pen), Loading)
    digits, held_out = training_digits(plan, data)
    test, best = _tested(plan, digits, held_out, data) if tested else None, None
    if test is None:
        made = yield from trained(plan, digits, held_out, checkpoints=known)
    else:
        known.follow("tested", test)
        made = yield from trained(plan, digits, held_out, test.watch, test.look, known)
        stopped, best = test.last(made.network), test.best(made.network)
        if stopped is not None:
            with suppress(Stop):
                yield stopped
    words = data_words(plan, digits, held_out, mixed=data.pen is not None)
    if best is not None:
        yield from _best_measured(plan, made, words, best, data.unseen)
    network = named(plan, made, words)
    whole = made.done >= 1
    network = yield from _measured(plan, network, data.unseen, attacked if whole else 0)
    if whole and isinstance(plan.defence, Distillation):
        yield from _masked(plan.defence, network, data.unseen.test)
    return network


def _tested(plan: Plan, digits: Digits, held_out: Digits | None, data: TrainingData) -> Tested:
    images, epochs = plan.all_epochs * len(digits.labels), plan.all_epochs
    looked_at = data.unseen.test if held_out is None else held_out
    return Tested(looked_at, images=images, epochs=epochs, defence=plan.defence)


def _best_measured(
    plan: Plan, made: TrainedNetwork, data: str, best: BestEpoch, unseen: UnseenDigits
) -> Generator[Measuring, None, None]:
    """Tell of the best epoch's network, which is measured as the last one is."""
    network = named(plan, replace(made, network=best.network, done=best.epoch / plan.epochs), data)
    title = tr("{title}, epoch {epoch}").format(title=network.card.title, epoch=best.epoch)
    about = _best_words(plan, best)
    card = replace(network.card, title=title, about=_joined(network.card.about, about))
    network = replace(network, name=f"{network.name}-{best.epoch}", card=card)
    driver = Driver(measure(network, unseen, images=0))
    with suppress(Stop):
        for _ in driver:
            yield Measuring()
        yield Measuring(best=replace(best, network=driver.value))


def _best_words(plan: Plan, best: BestEpoch) -> str:
    """Which epoch it is, and by which digits that was chosen."""
    told = {"epoch": best.epoch, "epochs": plan.epochs, "share": best.share}
    if plan.defence is None:
        return tr(
            "Kept from epoch {epoch} of {epochs}, as it read the most of {count} test digits "
            "then, {share:.1%}: chosen by these, it reads others a little less well."
        ).format(count=TESTED, **told)
    defence = plan.defence
    return tr(
        "Kept from epoch {epoch} of {epochs}, as it read the most of the digits kept back then "
        "when they are {looked_at} within {budget}, {share:.1%}: chosen by these, it withstands "
        "a little less on others."
    ).format(looked_at=defence.looked_at, budget=defence.budget_words, **told)


def _measured(
    plan: Plan, network: Network, unseen: UnseenDigits, attacked: int
) -> Generator[Measuring, None, Network]:
    """The network with what is measured of it in its card."""
    driver = Driver(_figures(plan, network, unseen, attacked))
    while next(driver, None) is not None:
        try:
            yield Measuring()
        except Stop:
            driver = Driver(measure(network, unseen, images=0))
    return driver.value


def _figures(
    plan: Plan, network: Network, unseen: UnseenDigits, attacked: int
) -> Generator[float, None, Network]:
    """All of them; of one that shall be certified what is proven, too."""
    defence = plan.defence
    within = None if defence is None else (defence.measured_norm, defence.budget)
    measured = yield from measure(network, unseen, images=attacked, within=within)
    if isinstance(defence, Certified) and attacked:
        return (yield from measure_proven(measured, unseen.test, attacked, defence.budget))
    return measured


def _masked(
    defence: Distillation, network: Network, test: Digits
) -> Generator[Measuring, None, None]:
    """Attack teacher and student; who stops it has no table."""
    driver = Driver(masking(defence, network, test))
    with suppress(Stop):
        for _ in driver:
            yield Measuring()
        yield Measuring(driver.value)


def training_digits(plan: Plan, data: TrainingData) -> tuple[Digits, Digits | None]:
    """The digits that the network is trained on, and those that are looked at meanwhile.

    MNIST's test images are left for the card.
    """
    chosen, held_out = share_of(data.mnist, plan.share, seed=plan.seed), None
    count = min(LOOKED_AT, len(chosen.labels) // LEAST_PART)
    if plan.defence is not None and count:
        held_out = Digits(chosen.images[:count], chosen.labels[:count])
        chosen = Digits(chosen.images[count:], chosen.labels[count:])
    return chosen if data.pen is None else joined([chosen, data.pen]), held_out


def trained(
    plan: Plan,
    digits: Digits,
    held_out: Digits | None = None,
    watched: Callable[[Network], object] = lambda _: None,
    look: Callable[[TrainingStep], TrainingStep] = lambda step: step,
    checkpoints: Checkpoints | None = None,
) -> Generator[TrainingStep, None, TrainedNetwork]:
    """Train on the digits, with the time that it takes; ``look`` may add to each step.

    ``throw(Stop)`` ends it where it is, and ``watched`` is told of the network, as in ``train``.
    That is the network itself where there is one training, and not one after the other.
    """
    known, spent = checkpoints or Checkpoints(), _Spent()
    known.follow("spent", spent)
    driver = Driver(_training(plan, digits, held_out, watched, known))
    while True:
        started = perf_counter()
        progress = next(driver, None)
        spent.seconds += perf_counter() - started
        if progress is None:
            images = len(digits.labels)
            return TrainedNetwork(driver.value, images, spent.seconds, spent.done, spent.warning)
        spent.done, spent.warning = progress.done, progress.warning
        try:
            yield look(progress)
        except Stop:
            driver.stop()


@dataclass(slots=True)
class _Spent:
    """How long a training has learned, how far it is, and what is wrong with it."""

    seconds: float = 0.0
    done: float = 0.0
    warning: str = ""

    def remembered(self) -> Remembered:
        """All of it."""
        return Remembered(asdict(self))

    def resume(self, known: Remembered) -> None:
        """It goes on from there."""
        values = known.values
        self.seconds, self.done = float(values["seconds"]), float(values["done"])
        self.warning = str(values["warning"])


def named(plan: Plan, made: TrainedNetwork, data: str) -> Network:
    """A network as the plan calls it, with a card that tells all but what is measured of it."""
    whole = made.done >= 1
    card = Card(
        title=plan.title or plan.design.title,
        architecture=plan.design.described(plan.activation),
        training=_stopped_words(plan, made.done, made.images) + _recipe_words(plan),
        data=data,
        seed=plan.seed,
        epochs=plan.epochs if whole else None,
        seconds=made.seconds,
        about=_joined(plan.design.about, made.network.card.about, made.warning),
    )
    return replace(made.network, name=plan.name, card=card)


def _training(
    plan: Plan,
    digits: Digits,
    held_out: Digits | None,
    watched: Callable[[Network], object],
    checkpoints: Checkpoints,
) -> Training:
    """One training, or one after the other."""
    run = partial(
        train,
        plan.design,
        recipe=plan.recipe,
        seed=plan.seed,
        activation=plan.activation,
        defence=plan.defence,
        watched=watched,
        checkpoints=checkpoints,
    )
    if isinstance(plan.defence, MixedIn):
        return train_rounds(run, digits, held_out, plan.defence, plan.seed, checkpoints)
    return run(digits, held_out=held_out)


def data_words(plan: Plan, digits: Digits, held_out: Digits | None, *, mixed: bool) -> str:
    """What it is trained on, for its card."""
    share = (
        tr("{percent:.3g}% of MNIST's training images")
        if held_out is None
        else tr("{percent:.3g}% of MNIST's training images but {kept}, looked at meanwhile")
    ).format(percent=100 * plan.share, kept=0 if held_out is None else len(held_out.labels))
    drawn = tr("pen digits of all writers but {writers} in {widths} widths").format(
        writers=len(HELD_OUT), widths=len(PENS)
    )
    return tr("{count:,} images: {parts}").format(
        count=len(digits.labels), parts=f"{share}, {drawn}" if mixed else share
    )


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _stopped_words(plan: Plan, done: float, count: int) -> str:
    """Where a training was stopped, to the batch: so it can be repeated. Empty for a whole one."""
    if done >= 1:
        return ""
    epochs = done * plan.all_epochs
    if plan.all_epochs > plan.epochs:  # each of which has other batches
        return tr("stopped after {epochs:.2f} epochs of ").format(epochs=epochs)
    batches = plan.epochs * -(-count // plan.recipe.batch)
    return tr("stopped after {done:,} of {batches:,} batches, {epochs:.2f} epochs of ").format(
        done=round(done * batches), batches=batches, epochs=epochs
    )


def _recipe_words(plan: Plan) -> str:
    recipe = plan.recipe
    if plan.design.count is not None:
        return tr("counted in one pass")
    parts = [
        tr("{epochs} epochs of {loss}").format(epochs=recipe.epochs, loss=recipe.loss),
        tr("{optimiser} of rate {rate:g} ({schedule})").format(
            optimiser=recipe.optimiser, rate=recipe.rate, schedule=recipe.schedule
        ),
        tr("batches of {count}").format(count=recipe.batch),
    ]
    if recipe.warp:
        parts.append(tr("warped by {warp:g}").format(warp=recipe.warp))
    if recipe.decay:
        parts.append(tr("weight decay {decay:g}").format(decay=recipe.decay))
    if plan.defence is not None:
        parts.append(plan.defence.described())
    return ", ".join(parts)
