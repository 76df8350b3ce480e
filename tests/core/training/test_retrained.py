"""What was poisoned and caught is not learned again; what was missed is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks.poisoning import make_poisoning
from advgui.core.defences.detectors import Catch, make_detector
from advgui.core.errors import ParameterError
from advgui.core.generators import Driver, drive
from advgui.core.images import to_floats
from advgui.core.nn.network import Network
from advgui.core.training.data import Folders, read_training_data
from advgui.core.training.pipeline import training_digits
from advgui.core.training.poisoned import PoisonOutcome, PoisonTrial, poison_plan, run_trial
from advgui.core.training.retrained import run_retraining
from tests.fake_datasets import write_mnist
from tests.generators import finished


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return Folders(write_mnist(tmp_path_factory.mktemp("mnist")))


@pytest.fixture(scope="module")
def outcome(folders: Folders) -> PoisonOutcome:
    """A back door in every tenth digit, which the detector of spectral signatures looked for."""
    plan = replace(poison_plan("report"), epochs=12)
    attack = make_poisoning("back-door", {"rate": 0.1})
    spectral = make_detector("spectral")
    return drive(
        run_trial(PoisonTrial(plan=plan, attack=attack, goal=7, detectors=(spectral,)), folders)
    )


def knowing(outcome: PoisonOutcome, folders: Folders, share: float = 1.0) -> PoisonOutcome:
    """The same, had the detector caught exactly what is poisoned, or the first share of it."""
    data = drive(read_training_data(folders, pen=False))
    digits, _ = training_digits(outcome.trial.plan, data)
    run = outcome.trial.attack.run(digits, outcome.trial.goal, seed=outcome.trial.plan.seed)
    flags = drive(run).changed.copy()
    there = np.flatnonzero(flags)
    flags[there[round(share * len(there)) :]] = False
    count = int(flags.sum())
    catch = Catch("spectral", "Spectral signature", count, count, outcome.changed, flags=flags)
    return replace(outcome, catches=(catch,))


def same(one: Network, other: Network) -> bool:
    images = to_floats(np.random.default_rng(0).integers(0, 256, (9, 28, 28)).astype(np.uint8))
    return one.logits(images).tobytes() == other.logits(images).tobytes()


def test_without_all_that_is_poisoned_the_back_door_is_gone(
    outcome: PoisonOutcome, folders: Folders
) -> None:
    states, ended = finished(run_retraining(knowing(outcome, folders), "spectral", folders))
    anew = ended.retrained
    assert anew is not None
    assert (anew.left_out, anew.poisoned, anew.done) == (40, 0, 1)
    assert outcome.end.success is not None
    assert anew.success is not None
    assert outcome.end.success > 0.9
    assert anew.success < 0.2
    assert anew.clean == anew.network.card.mnist
    assert anew.clean > 0.8
    assert "trained anew without the 40 training images" in anew.network.card.about
    assert anew.network.card.title.endswith(", retrained")
    stages = list(dict.fromkeys(state.stage for state in states))
    assert stages == ["reading", "poisoning", "retraining", "measuring"]


def test_what_was_not_caught_is_learned_again_and_counted(
    outcome: PoisonOutcome, folders: Folders
) -> None:
    anew = drive(run_retraining(knowing(outcome, folders, 0.25), "spectral", folders)).retrained
    assert anew is not None
    assert (anew.left_out, anew.poisoned) == (10, 30)
    assert anew.success is not None
    assert anew.success > 0.9


def test_what_the_detector_itself_has_caught_is_left_out(
    outcome: PoisonOutcome, folders: Folders
) -> None:
    (catch,) = outcome.catches
    assert catch.flags.sum() == catch.caught > 0
    anew = drive(run_retraining(outcome, "spectral", folders)).retrained
    assert anew is not None
    assert (anew.left_out, anew.poisoned) == (catch.caught, catch.poisoned - catch.right)


def test_where_nothing_was_caught_nothing_is_trained(
    outcome: PoisonOutcome, folders: Folders
) -> None:
    states, ended = finished(run_retraining(knowing(outcome, folders, 0), "spectral", folders))
    assert not states
    assert ended.retrained is None


def test_it_can_be_stopped_and_is_measured_as_it_is(
    outcome: PoisonOutcome, folders: Folders
) -> None:
    driver = Driver(run_retraining(outcome, "spectral", folders))
    for state in driver:
        if state.stage == "retraining":
            driver.stop()
    anew = driver.value.retrained
    assert anew is not None
    assert anew.done < 1
    assert anew.clean == anew.network.card.mnist
    assert not same(anew.network, outcome.poisoned)


def test_a_detector_that_did_not_look_and_other_digits_are_told(
    outcome: PoisonOutcome, folders: Folders, tmp_path: Path
) -> None:
    with pytest.raises(ParameterError, match="loss has not looked"):
        drive(run_retraining(outcome, "loss", folders))
    others = Folders(write_mnist(tmp_path, train=300))
    with pytest.raises(ParameterError, match="others than those that were looked through"):
        drive(run_retraining(outcome, "spectral", others))
