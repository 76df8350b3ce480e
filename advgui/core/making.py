"""Makes a network after a plan: the one generator behind the command and the window."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from time import perf_counter

from advgui.core.card import Card
from advgui.core.datasets import Digits
from advgui.core.lessons import Folders, Lessons, joined, read_lessons
from advgui.core.measuring import Judges, measure
from advgui.core.mixing import HELD_OUT, PENS
from advgui.core.network import Network
from advgui.core.plan import Plan, checked
from advgui.core.training import Progress, share_of, train


@dataclass(frozen=True, slots=True)
class Fetching:
    """The data are being read: the share in [0, 1] that is."""

    done: float


@dataclass(frozen=True, slots=True)
class Measuring:
    """The network is trained, and now it is measured."""


Moment = Fetching | Progress | Measuring
Making = Generator[Moment, None, Network]


def made(plan: Plan, folders: Folders, *, attacked: int = 0) -> Making:
    """Read the data, train, and measure; returns the network with its card.

    So many test images are ``attacked`` to measure the L2 that fools it; none for no L2.

    Nothing is kept or written where it is closed before its end, and no step takes longer
    than some tenths of a second. Pen digits that are not there are done without.
    Raises ParameterError for a plan that cannot be, and DatasetError, naming the file, for
    data that are missing or damaged.
    """
    lessons = yield from _fetched(checked(plan), folders)
    digits = _taught(plan, lessons)
    network, seconds = yield from _timed(plan, digits)
    card = Card(
        title=plan.title or plan.design.title,
        architecture=plan.design.described(plan.activation),
        training=_recipe_words(plan),
        data=_data_words(plan, len(digits.labels), mixed=lessons.seen is not None),
        seed=plan.seed,
        epochs=plan.epochs,
        seconds=seconds,
        about=plan.design.about,
    )
    return (
        yield from _measured(replace(network, name=plan.name, card=card), lessons.judges, attacked)
    )


def _fetched(plan: Plan, folders: Folders) -> Generator[Fetching, None, Lessons]:
    reading = read_lessons(folders, pen=plan.pen)
    while True:
        try:
            yield Fetching(next(reading))
        except StopIteration as end:
            lessons: Lessons = end.value
            return lessons


def _taught(plan: Plan, lessons: Lessons) -> Digits:
    """The digits that the network is trained on."""
    chosen = share_of(lessons.mnist, plan.share, seed=plan.seed)
    return chosen if lessons.seen is None else joined([chosen, lessons.seen])


def _timed(plan: Plan, digits: Digits) -> Generator[Progress, None, tuple[Network, float]]:
    """The trained network, and the seconds that were spent on it, without any pause."""
    run = train(plan.design, digits, plan.recipe, seed=plan.seed, activation=plan.activation)
    seconds = 0.0
    while True:
        started = perf_counter()
        try:
            progress = next(run)
        except StopIteration as end:
            return end.value, seconds + perf_counter() - started
        seconds += perf_counter() - started
        yield progress


def _measured(
    network: Network, judges: Judges, attacked: int
) -> Generator[Measuring, None, Network]:
    """The network with what is measured of it in its card."""
    run = measure(network, judges, images=attacked)
    while True:
        try:
            next(run)
        except StopIteration as end:
            measured: Network = end.value
            return measured
        yield Measuring()


def _data_words(plan: Plan, count: int, *, mixed: bool) -> str:
    drawn = f", pen digits of all writers but {len(HELD_OUT)} in {len(PENS)} widths"
    share = f"{100 * plan.share:.3g}% of MNIST's training images"
    return f"{count:,} images: {share}{drawn if mixed else ''}"


def _recipe_words(plan: Plan) -> str:
    recipe = plan.recipe
    if plan.design.count is not None:
        return "counted in one pass"
    warped = f", warped by {recipe.warp:g}" if recipe.warp else ""
    decayed = f", weight decay {recipe.decay:g}" if recipe.decay else ""
    return (
        f"{recipe.epochs} epochs of {recipe.loss}, {recipe.optimiser} of rate {recipe.rate:g} "
        f"({recipe.schedule}), batches of {recipe.batch}{warped}{decayed}"
    )
