"""A poisoned training once more, without what a detector has caught: is the back door gone?"""

from collections.abc import Generator
from dataclasses import replace
from typing import NamedTuple

from advgui.core.attacks.poisoning import Poisoned
from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors import Catch
from advgui.core.errors import ParameterError
from advgui.core.generators import Driver, Stop, changed
from advgui.core.language import tr
from advgui.core.lists import offered
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.core.training.data import Folders, TrainingData, read_training_data
from advgui.core.training.pipeline import (
    TrainedNetwork,
    data_words,
    named,
    trained,
    training_digits,
)
from advgui.core.training.poisoned import (
    PoisonOutcome,
    PoisonRun,
    PoisonState,
    PoisonTrial,
    Retrained,
    measured,
    read_as,
)


class _Left(NamedTuple):
    """The poisoned digits that were not caught, and how many of them are poisoned."""

    digits: Digits
    poisoned: int


def run_retraining(
    outcome: PoisonOutcome,
    detector: str,
    folders: Folders,
    checkpoints: Checkpoints | None = None,
) -> PoisonRun:
    """Train as the poisoned network was, without what a detector of that name caught.

    Same digits, order of shuffling and seed, but for those that are left out, the clean ones
    among them, too. Returns the outcome with what came of it, or as it was where the detector
    caught nothing. ``throw(Stop)`` ends the training where it is. ``checkpoints`` as of
    ``run_trial``. Raises ParameterError where the detector did not look, DatasetError, naming the
    file, for data that are missing or damaged, and WorkFileError as ``run_trial`` does.
    """
    catch, trial = _catch(outcome, detector), outcome.trial
    if not catch.caught:
        return outcome
    plan = trial.plan
    data = yield from changed(
        read_training_data(folders, pen=plan.pen), lambda done: PoisonState("reading", done)
    )
    digits, _ = training_digits(plan, data)
    run = trial.attack.run(digits, trial.goal, seed=plan.seed)
    poisoned = yield from changed(run, lambda _: PoisonState("poisoning"))
    left = _without(poisoned, catch)
    made = yield from _trained(trial, left.digits, checkpoints)
    words = data_words(plan, left.digits, None, mixed=data.pen is not None)
    network = _carded(trial, made, words, catch)
    network = yield from measured(network, data, lambda share: PoisonState("measuring", share))
    return replace(outcome, retrained=_retrained(trial, network, data, catch, left, made.done))


def _catch(outcome: PoisonOutcome, detector: str) -> Catch:
    """What the detector of that name caught; raises ParameterError where it did not look."""
    known = {catch.detector: catch for catch in outcome.catches}
    if detector not in known:
        raise ParameterError(
            tr("The detector {detector} has not looked; {there}.").format(
                detector=detector, there=offered(known)
            )
        )
    return known[detector]


def _without(poisoned: Poisoned, catch: Catch) -> _Left:
    """Raises ParameterError where it was caught in other digits than these."""
    digits, stays = poisoned.digits, ~catch.flags
    if len(stays) != len(digits.labels):
        raise ParameterError(
            tr("The training images are others than those that were looked through.")
        )
    left = Digits(digits.images[stays], digits.labels[stays])
    return _Left(left, int((poisoned.changed & stays).sum()))


def _trained(
    trial: PoisonTrial, digits: Digits, checkpoints: Checkpoints | None
) -> Generator[PoisonState, None, TrainedNetwork]:
    driver = Driver(trained(trial.plan, digits, checkpoints=checkpoints))
    for step in driver:
        try:
            yield PoisonState("retraining", step.done)
        except Stop:
            driver.stop()
    return driver.value


def _carded(trial: PoisonTrial, made: TrainedNetwork, words: str, catch: Catch) -> Network:
    """With a card that says without what it was trained."""
    plan = trial.plan
    title = tr("{title}, retrained").format(title=plan.title or plan.design.title)
    network = named(replace(plan, name=f"{plan.name}-retrained", title=title), made, words)
    about = tr(
        "Poisoned on purpose, and trained anew without the {caught:,} training images that were "
        "caught by: {detector}. {what}."
    ).format(caught=catch.caught, detector=catch.title, what=trial.attack.described(trial.goal))
    about = f"{about} {network.card.about}".strip()
    return replace(network, card=replace(network.card, about=about))


def _retrained(
    trial: PoisonTrial,
    network: Network,
    data: TrainingData,
    catch: Catch,
    left: _Left,
    done: float,
) -> Retrained:
    victims = trial.attack.victims(data.unseen.test, trial.goal)
    return Retrained(
        detector=catch.detector,
        title=catch.title,
        network=network,
        left_out=catch.caught,
        poisoned=left.poisoned,
        clean=network.card.mnist or 0.0,
        success=read_as(network, victims, trial.goal),
        done=done,
    )
