"""A poisoned network differs from its twin only by what was poisoned."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks.poisoning import PoisoningAttack, make_poisoning
from advgui.core.defences.detectors import make_detector
from advgui.core.generators import Driver, drive
from advgui.core.images import to_floats
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.core.training.data import Folders
from advgui.core.training.pipeline import run_plan
from advgui.core.training.poisoned import (
    PoisonTrial,
    all_detectors,
    poison_plan,
    run_trial,
)
from tests.fake_datasets import write_mnist
from tests.generators import finished

BACK_DOOR = make_poisoning("back-door", {"rate": 0.1})


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return Folders(write_mnist(tmp_path_factory.mktemp("mnist")))


def trial(attack: PoisoningAttack = BACK_DOOR, *, epochs: int = 2, seed: int = 0) -> PoisonTrial:
    plan = replace(poison_plan("report", seed=seed), epochs=epochs)
    return PoisonTrial(plan=plan, attack=attack, goal=7)


def same(one: Network, other: Network) -> bool:
    images = to_floats(np.random.default_rng(0).integers(0, 256, (9, 28, 28)).astype(np.uint8))
    return one.logits(images).tobytes() == other.logits(images).tobytes()


@settings(max_examples=4)
@given(name=st.sampled_from(["back-door", "label-flips", "clean-label"]), seed=st.integers(0, 99))
def test_at_rate_0_both_are_the_same_bytes_and_as_without_poisoning(
    folders: Folders, name: str, seed: int
) -> None:
    nothing = trial(make_poisoning(name, {"rate": 0}), epochs=1, seed=seed)
    outcome = drive(run_trial(nothing, folders))
    assert outcome.changed == 0
    assert same(outcome.twin, outcome.poisoned)
    assert same(outcome.twin, drive(run_plan(nothing.plan, folders)))


def test_the_twin_is_the_same_whatever_is_poisoned(folders: Folders) -> None:
    outcome = drive(run_trial(trial(), folders))
    assert same(outcome.twin, drive(run_plan(trial().plan, folders)))
    assert not same(outcome.twin, outcome.poisoned)


def test_a_back_door_opens_to_the_trigger_alone(folders: Folders) -> None:
    states, outcome = finished(run_trial(trial(epochs=12), folders))
    assert (outcome.digits, outcome.changed) == (400, 40)
    assert outcome.end.success is not None
    assert outcome.end.twin_success is not None
    assert outcome.end.success > 0.9
    assert outcome.end.twin_success < 0.2
    assert outcome.end.clean > outcome.end.twin_clean - 0.05
    assert outcome.end.clean == outcome.poisoned.card.mnist
    looks = [state.looks for state in states if state.stage == "training"][-1]
    assert [look.epoch for look in looks] == sorted(look.epoch for look in looks)
    stages = list(dict.fromkeys(state.stage for state in states))
    assert stages == ["reading", "poisoning", "training", "measuring"]


def test_the_card_says_that_it_is_poisoned_with_what(folders: Folders) -> None:
    outcome = drive(run_trial(trial(), folders))
    card = outcome.poisoned.card
    assert card.title.endswith(", poisoned")
    assert card.about.startswith("Poisoned on purpose. Back door (BadNets): a trigger of 9 pixels")
    assert "is read as 7; 40 of 400 training images were changed." in card.about
    assert "oison" not in outcome.twin.card.about + outcome.twin.card.title


def test_flips_of_every_label_have_no_victims(folders: Folders) -> None:
    outcome = drive(run_trial(trial(make_poisoning("label-flips")), folders))
    assert (outcome.victims, outcome.end.success, outcome.end.twin_success) == (0, None, None)


def test_detectors_look_through_the_poisoned_set_and_show_what_they_caught(
    folders: Folders,
) -> None:
    flips = trial(make_poisoning("label-flips", {"rate": 0.1}), epochs=12)
    outcome = drive(run_trial(replace(flips, detectors=(make_detector("loss"),)), folders))
    (catch,) = outcome.catches
    assert catch.poisoned == outcome.changed
    assert catch.recall is not None
    assert catch.recall > 0.9
    assert set(outcome.shown) == {*catch.hits, *catch.alarms, *catch.missed}
    assert all(outcome.shown[at].label != outcome.shown[at].true for at in catch.hits)
    assert [one.name for one in all_detectors()] == ["clustering", "loss", "spectral"]


def test_a_stopped_trial_measures_both_as_they_are(folders: Folders) -> None:
    driver = Driver(run_trial(trial(epochs=50), folders))
    for state in driver:
        if state.stage == "training" and state.done > 0.1:
            driver.stop()
    assert driver.value.done < 0.2
    assert "stopped after" in driver.value.poisoned.card.training
    assert "stopped after" in driver.value.twin.card.training


@pytest.mark.parametrize(("stage", "catches"), [("measuring", 0), ("looking", 0), ("looking", 1)])
def test_one_that_is_stopped_later_is_measured_and_spared_the_detectors_that_are_left(
    folders: Folders, stage: str, catches: int
) -> None:
    asked = replace(trial(), detectors=(make_detector("loss"), make_detector("spectral")))
    driver = Driver(run_trial(asked, folders))
    for state in driver:
        if state.stage == stage and state.done > catches / 2:
            driver.stop()
    assert driver.value.end.clean == driver.value.poisoned.card.mnist
    assert len(driver.value.catches) == (catches if stage == "looking" else 2)
    assert driver.value.done == 1


def test_what_is_counted_is_poisoned_too(folders: Folders) -> None:
    counted = replace(trial(), plan=poison_plan("bayes"))
    outcome = drive(run_trial(counted, folders))
    assert not same(outcome.twin, outcome.poisoned)


def test_a_missing_data_set_is_told(tmp_path: Path) -> None:
    from advgui.core.errors import DatasetError

    with pytest.raises(DatasetError, match="train-images"):
        drive(run_trial(trial(), Folders(tmp_path)))


@pytest.mark.parametrize("stage", ["training", "measuring"])
def test_one_that_was_broken_off_goes_on_to_the_same_networks_and_looks(
    folders: Folders, stage: str
) -> None:
    made = trial(epochs=6)
    states, whole = finished(run_trial(made, folders))
    known = Checkpoints()
    before = Driver(run_trial(made, folders, known))
    for state in before:
        if state.stage == stage and len(state.looks) >= 2:
            break
    again = Checkpoints(known.now())
    before.close()
    after, outcome = finished(run_trial(made, folders, again))
    assert same(outcome.twin, whole.twin)
    assert same(outcome.poisoned, whole.poisoned)
    assert after[-1].looks == states[-1].looks
    assert (outcome.end, outcome.done) == (whole.end, 1.0)
