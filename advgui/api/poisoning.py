"""Poisoned trainings, beside their clean twins."""

from collections.abc import Callable
from pathlib import Path

from advgui.api.checked import checked_seed, is_label
from advgui.api.images import AnyPath, mnist_folder
from advgui.api.networks import told
from advgui.core.attacks.poisoning import POISONINGS, Trigger, make_poisoning
from advgui.core.attacks.poisoning.trigger_file import read_trigger
from advgui.core.defences.detectors import make_detector
from advgui.core.errors import ParameterError
from advgui.core.generators import drive
from advgui.core.parameters import Value
from advgui.core.training.data import Folders
from advgui.core.training.poisoned import (
    PoisonOutcome,
    PoisonTrial,
    all_detectors,
    poison_plan,
    run_trial,
)
from advgui.core.training.retrained import run_retraining


def list_poisonings() -> tuple[str, ...]:
    """The attacks on the training, by the names that ``poison`` takes.

    >>> import advgui
    >>> "back-door" in advgui.list_poisonings()
    True
    """
    return tuple(POISONINGS)


def poison(
    architecture: str = "report",
    attack: str = "back-door",
    *,
    goal: int = 7,
    trigger: str | Path | None = None,
    epochs: int | None = None,
    retrain: str | None = None,
    share: float | None = None,
    seed: int = 0,
    folder: AnyPath | None = None,
    progress: Callable[[float], object] = lambda _: None,
    **parameters: Value,
) -> PoisonOutcome:
    """Train a network on poisoned digits, and its clean twin beside it, as ``advgui poison`` does.

    Args:
        architecture: One of ``list_architectures()``.
        attack: One of ``list_poisonings()``.
        goal: The label that the victims are to be read as, from 0 to 9.
        trigger: What is stamped: rows of ``#`` (ink), ``.`` (clear) and greys from 0 to 9, with
            ``/`` between them, or the ``Path`` of a small PNG; a white square of 3 x 3 pixels, if
            nothing is said.
        epochs: How often each image is shown, from 1.
        retrain: The detector without whose catch a network is trained anew, too.
        share: The part of MNIST's training images, above 0 and up to 1; all, if nothing is said.
        seed: The same one gives the same networks, bit for bit, on one machine.
        folder: MNIST's four files; if none is named, where ``advgui data`` finds them.
        progress: Is told what share of the trainings is done, in [0, 1].
        **parameters: Those of the attack, such as ``rate``, ``row`` and ``column``.

    Returns:
        ``twin`` and ``poisoned``, networks with their cards; ``end``, with the shares ``clean``,
        ``twin_clean``, ``success`` and ``twin_success`` on test images; ``catches``, one of each
        detector, with its ``precision`` and ``recall``; ``retrained``, with its ``network`` and the
        shares ``clean`` and ``success``, if ``retrain`` names a detector.

    Raises:
        ParameterError: A BadInput, for what cannot be trained or poisoned.
        DatasetError: A BadInput, where the data are missing or damaged.

    >>> import advgui
    >>> outcome = advgui.poison("softmax", goal=7, rate=0.05, epochs=1)
    >>> outcome.poisoned.card.about.startswith("Poisoned on purpose. Back door (BadNets)")
    True
    """
    if not is_label(goal):
        raise ParameterError(f"goal is a whole number from 0 to 9; it cannot be {goal!r}.")
    plan = told(poison_plan(architecture, seed=checked_seed(seed)), epochs=epochs, share=share)
    stamped = Trigger.from_text(trigger) if isinstance(trigger, str) else None
    if isinstance(trigger, Path):
        stamped = read_trigger(trigger)
    trial = PoisonTrial(
        plan=plan,
        attack=make_poisoning(attack, parameters, stamped),
        goal=goal,
        detectors=all_detectors(),
    )
    if retrain is not None:
        make_detector(retrain)  # unknown ones are told before anything is trained
    folders = Folders(mnist_folder(folder))
    outcome = drive(
        run_trial(trial, folders),
        lambda state: state.stage == "training" and progress(state.done),
    )
    return outcome if retrain is None else drive(run_retraining(outcome, retrain, folders))
