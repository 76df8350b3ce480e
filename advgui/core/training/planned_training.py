"""What a plan trains, and on what: the parts that all trainings are put together from."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Final

from advgui.core.datasets.readers import Digits
from advgui.core.generators import Driver, Stop
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.training.data import HELD_OUT, PENS, TrainingData, joined
from advgui.core.training.loop import Training, TrainingStep, share_of, train
from advgui.core.training.mixed_in import MixedIn
from advgui.core.training.plan import Plan
from advgui.core.training.rounds import train_rounds

#: So many of the digits, or one of twenty, are looked at while a network is trained to defend.
LOOKED_AT: Final = 500
LEAST_PART: Final = 20


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
) -> Generator[TrainingStep, None, TrainedNetwork]:
    """Train on the digits, with the time that it takes.

    ``throw(Stop)`` ends it where it is, and ``watched`` is told of the network, as in ``train``.
    That is the network itself where there is one training, and not one after the other.
    """
    driver, seconds, done, warning = (
        Driver(_training(plan, digits, held_out, watched)),
        0.0,
        0.0,
        "",
    )
    while True:
        started = perf_counter()
        progress = next(driver, None)
        seconds += perf_counter() - started
        if progress is None:
            return TrainedNetwork(driver.value, len(digits.labels), seconds, done, warning)
        done, warning = progress.done, progress.warning
        try:
            yield progress
        except Stop:
            driver.stop()


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
    plan: Plan, digits: Digits, held_out: Digits | None, watched: Callable[[Network], object]
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
    )
    if isinstance(plan.defence, MixedIn):
        return train_rounds(run, digits, held_out, plan.defence, plan.seed)
    return run(digits, held_out=held_out)


def data_words(plan: Plan, digits: Digits, held_out: Digits | None, *, mixed: bool) -> str:
    """What it is trained on, for its card."""
    drawn = f", pen digits of all writers but {len(HELD_OUT)} in {len(PENS)} widths"
    share = f"{100 * plan.share:.3g}% of MNIST's training images"
    kept = "" if held_out is None else f" but {len(held_out.labels)}, looked at meanwhile"
    return f"{len(digits.labels):,} images: {share}{kept}{drawn if mixed else ''}"


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _stopped_words(plan: Plan, done: float, count: int) -> str:
    """Where a training was stopped, to the batch: so it can be repeated. Empty for a whole one."""
    if done >= 1:
        return ""
    epochs = f"{done * plan.all_epochs:.2f} epochs of "
    if plan.all_epochs > plan.epochs:  # each of which has other batches
        return f"stopped after {epochs}"
    batches = plan.epochs * -(-count // plan.recipe.batch)
    return f"stopped after {round(done * batches):,} of {batches:,} batches, {epochs}"


def _recipe_words(plan: Plan) -> str:
    recipe = plan.recipe
    if plan.design.count is not None:
        return "counted in one pass"
    warped = f", warped by {recipe.warp:g}" if recipe.warp else ""
    decayed = f", weight decay {recipe.decay:g}" if recipe.decay else ""
    defence = "" if plan.defence is None else f", {plan.defence.described()}"
    return (
        f"{recipe.epochs} epochs of {recipe.loss}, {recipe.optimiser} of rate {recipe.rate:g} "
        f"({recipe.schedule}), batches of {recipe.batch}{warped}{decayed}{defence}"
    )
