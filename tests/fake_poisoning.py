"""A poisoned training on digits that are learned in no time, and what came of it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from advgui.core.attacks.poisoning import PoisoningAttack
from advgui.core.generators import drive
from advgui.core.training.poisoned import PoisonOutcome, PoisonTrial, all_detectors, poison_plan
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.job import PoisonTraining, Retraining
from tests.fake_datasets import write_mnist

#: Of so few digits a tenth must be poisoned.
CHOICE = PoisonChoice().with_parameter("rate", 0.1)


def outcome(choice: PoisonChoice = CHOICE) -> PoisonOutcome:
    """What comes of a choice; of the same one always the same."""
    return _outcome_of(choice.architecture, choice.poisoning, choice.goal)


@cache
def _outcome_of(architecture: str, attack: PoisoningAttack, goal: int) -> PoisonOutcome:
    plan = poison_plan(architecture)
    trial = PoisonTrial(plan=plan, attack=attack, goal=goal, detectors=all_detectors())
    with TemporaryDirectory() as folder:
        last = drive(PoisonTraining(trial, write_mnist(Path(folder))).steps())
    assert last.outcome is not None
    return last.outcome


def retrained(choice: PoisonChoice = CHOICE) -> PoisonOutcome:
    """The same with a network that was trained anew without what a detector caught."""
    return _retrained_of(outcome(choice))


@cache
def _retrained_of(found: PoisonOutcome) -> PoisonOutcome:
    with TemporaryDirectory() as folder:
        last = drive(Retraining(found, "spectral", write_mnist(Path(folder))).steps())
    assert last.outcome is not None
    return last.outcome
