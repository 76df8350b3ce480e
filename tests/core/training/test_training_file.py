"""A training that is written down at any moment, and read again, ends as if nothing had been."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.core.errors import WorkFileError
from advgui.core.generators import Driver
from advgui.core.images import Array
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.core.training.data import Folders
from advgui.core.training.loop import TrainingStep
from advgui.core.training.pipeline import Measuring, run_plan
from advgui.core.training.plan import Plan, planned
from advgui.core.training.registry import make_training_defence
from advgui.core.training.training_file import KeptTraining, load_training, save_training
from advgui.core.zoo import load_shipped
from tests.fake_datasets import write_folders
from tests.generators import finished


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


def plan(name: str, **changes: Any) -> Plan:
    usual = replace(planned(name, "mine"), title="Mine", epochs=2, share=0.5, pen=False, seed=3)
    return replace(usual, **changes)


def weights(network: Network) -> list[Array]:
    return [array for layer in network.layers for array in layer.weights.values()]


def kept_after(many: int, made: Plan, folders: Folders, path: Path) -> list[TrainingStep]:
    """Go on until that report, write down what is to be known again, and drop the rest."""
    known, steps = Checkpoints(), []
    driver = Driver(run_plan(made, folders, tested=True, checkpoints=known))
    for moment in driver:
        if isinstance(moment, TrainingStep):
            steps.append(moment)
        if len(steps) == many:
            break
    step = steps[-1]
    curves = {"loss": np.array([one.loss for one in steps])}
    save_training(KeptTraining(made, folders, known.now(), curves, step.done, 1.5), path)
    driver.close()
    return steps


def gone_on(path: Path) -> tuple[list[TrainingStep], Network]:
    kept = load_training(path)
    known = Checkpoints(kept.checkpoint)
    run = run_plan(kept.plan, kept.folders, tested=True, checkpoints=known)
    moments, network = finished(run)
    return [moment for moment in moments if isinstance(moment, TrainingStep)], network


def curves(steps: list[TrainingStep]) -> list[TrainingStep]:
    """All of each step but its matrix, once: some are told again while others wait."""
    return list(dict.fromkeys(replace(step, confusion=()) for step in steps))


def matrices(steps: list[TrainingStep]) -> list[tuple[tuple[int, ...], ...]]:
    """Those of all epochs, each of which one step tells, which may be told again."""
    return list({id(step): step.confusion for step in steps if step.confusion}.values())


WAYS: dict[str, Plan] = {
    "gradient descent, warped": plan("report", quick=True, warped=True),
    "adam, another activation": plan("report", activation="relu", epochs=3),
    "a convolution": plan("convolutional", share=0.2),
    "adversarially": plan("report", defence=make_training_defence("adversarial", {"steps": 2})),
    "certified": plan("report", defence=make_training_defence("certified")),
    "distilled": plan(
        "report", defence=make_training_defence("distil", teacher=load_shipped("softmax"))
    ),
    "images mixed in": plan(
        "report",
        defence=make_training_defence("mixed-in", {"rounds": 2, "images": 30, "steps": 2}),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_going_on_gives_the_same_network_and_curves_to_the_bit(
    way: str, folders: Folders, tmp_path: Path
) -> None:
    moments, whole = finished(run_plan(WAYS[way], folders, tested=True))
    steps = [moment for moment in moments if isinstance(moment, TrainingStep)]
    many = len(steps) * 2 // 3
    before = kept_after(many, WAYS[way], folders, tmp_path / "kept")
    after, network = gone_on(tmp_path / "kept")
    assert all(map(np.array_equal, weights(network), weights(whole)))
    assert curves([*before, *after]) == curves(steps)
    assert matrices([*before, *after]) == matrices(steps)
    assert len(matrices(steps)) == WAYS[way].all_epochs
    assert replace(network.card, seconds=0) == replace(whole.card, seconds=0)
    assert network.card.seconds is not None
    assert network.card.seconds > 0


@pytest.mark.parametrize("at", ["the first report", "the end of an epoch", "its last report"])
def test_it_goes_on_from_wherever_it_was(at: str, folders: Folders, tmp_path: Path) -> None:
    made = WAYS["gradient descent, warped"]
    moments, whole = finished(run_plan(made, folders, tested=True))
    steps = [moment for moment in moments if isinstance(moment, TrainingStep)]
    ends = {"the first report": 1, "the end of an epoch": len(steps) // 2}
    many = ends.get(at, len(steps))
    kept_after(many, made, folders, tmp_path / "kept")
    after, network = gone_on(tmp_path / "kept")
    assert all(map(np.array_equal, weights(network), weights(whole)))
    assert after == steps[many:]
    assert network.card.epochs == 2


def test_between_two_rounds_it_goes_on_with_what_is_mixed_in(
    folders: Folders, tmp_path: Path
) -> None:
    made = WAYS["images mixed in"]
    moments, whole = finished(run_plan(made, folders))
    steps = [moment for moment in moments if isinstance(moment, TrainingStep)]
    between = max(n for n, one in enumerate(steps) if len(one.rounds) == 1) + 1
    kept_after(between, made, folders, tmp_path / "kept")
    after, network = gone_on(tmp_path / "kept")
    assert all(map(np.array_equal, weights(network), weights(whole)))
    assert after[-1].rounds == steps[-1].rounds
    assert all(one.done >= 2 / 3 for one in after)


def test_all_of_it_is_read_as_it_was_written(folders: Folders, tmp_path: Path) -> None:
    made = WAYS["distilled"]
    steps = kept_after(3, made, folders, tmp_path / "kept")
    kept = load_training(tmp_path / "kept")
    assert replace(kept.plan, defence=None) == replace(made, defence=None)
    assert kept.plan.defence is not None
    assert made.defence is not None
    assert kept.plan.defence.described() == made.defence.described()
    assert kept.folders == folders
    assert (kept.done, kept.seconds) == (steps[-1].done, 1.5)
    np.testing.assert_array_equal(kept.curves["loss"], [one.loss for one in steps])


def test_a_training_that_is_measured_already_is_only_measured_again(
    folders: Folders, tmp_path: Path
) -> None:
    made = WAYS["gradient descent, warped"]
    moments, _ = finished(run_plan(made, folders))
    many = sum(isinstance(one, TrainingStep) for one in moments)
    kept_after(many, made, folders, tmp_path / "kept")
    kept = load_training(tmp_path / "kept")
    again, _ = finished(run_plan(made, folders, checkpoints=Checkpoints(kept.checkpoint)))
    assert not any(isinstance(one, TrainingStep) for one in again)
    assert any(isinstance(one, Measuring) for one in again)


def test_what_is_remembered_of_another_training_is_refused(
    folders: Folders, tmp_path: Path
) -> None:
    kept_after(2, WAYS["gradient descent, warped"], folders, tmp_path / "kept")
    known = load_training(tmp_path / "kept").checkpoint
    for other in (plan("dense"), replace(WAYS["gradient descent, warped"], share=0.4)):
        with pytest.raises(WorkFileError, match="does not fit"):
            finished(run_plan(other, folders, tested=True, checkpoints=Checkpoints(known)))


def test_damage_is_told_in_one_sentence(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    kept_after(2, WAYS["gradient descent, warped"], folders, path)
    whole = path.read_bytes()
    length = int.from_bytes(whole[:8], "little")
    for wrong in (b"", whole[:100], whole[: len(whole) // 2], whole.replace(b"report", b"reqort")):
        path.write_bytes(wrong)
        with pytest.raises(WorkFileError, match=r"^The training that was under way is lost: "):
            load_training(path)
    random = np.random.default_rng(1)
    for _ in range(200):
        at = int(random.integers(0, 8 + length))
        path.write_bytes(whole[:at] + bytes([random.integers(256)]) + whole[at + 1 :])
        with suppress(WorkFileError):  # nothing else
            load_training(path)


def test_one_of_a_newer_version_is_told_as_that(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    kept_after(2, WAYS["gradient descent, warped"], folders, path)
    path.write_bytes(path.read_bytes().replace(b"advgui training 1", b"advgui training 2"))
    with pytest.raises(WorkFileError, match="newer advgui"):
        load_training(path)
