"""A network is made after a plan: read, trained, measured, and told about on its card."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.core.attacks import make_attack
from advgui.core.datasets.readers import Digits, read_mnist, read_pen
from advgui.core.errors import DatasetError, ParameterError
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.generators import Driver, Stop, drive
from advgui.core.images import Array
from advgui.core.nn.network import Network
from advgui.core.training import pipeline
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.data import Folders, held_out
from advgui.core.training.loop import TrainingStep, share_of, train
from advgui.core.training.pipeline import Loading, Measuring, Pipeline, PipelineStep, run_plan
from advgui.core.training.plan import Plan, planned
from tests.fake_datasets import with_pen, write_folders
from tests.generators import finished


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


def weights(network: Network) -> list[Array]:
    return [array for layer in network.layers for array in layer.weights.values()]


def small(**changes: Any) -> Plan:
    usual = replace(planned("softmax", "mine"), epochs=2, share=0.5, seed=3)
    return replace(usual, **changes)


def test_it_is_the_network_that_the_training_alone_gives(folders: Folders) -> None:
    plan = small(architecture="report", activation="tanh", pen=True)
    _, network = finished(run_plan(plan, folders))
    assert folders.pen is not None
    digits = share_of(read_mnist(folders.mnist, "train"), 0.5, seed=3)
    digits = with_pen(digits, folders.pen)
    run = train(plan.design, digits, plan.recipe, seed=3, activation="tanh")
    alone = drive(run)
    assert all(map(np.array_equal, weights(network), weights(alone)))


@pytest.mark.parametrize("pen", [True, False])
def test_its_card_tells_what_was_measured(folders: Folders, pen: bool) -> None:
    _, network = finished(run_plan(small(pen=pen), folders))
    card = network.card
    assert folders.pen is not None
    judged = held_out(read_pen(folders.pen))
    assert card.mnist == accuracy(network, read_mnist(folders.mnist, "test"))
    assert card.pen == accuracy(network, judged)
    assert f"{len(judged.labels)} pen digits" in card.pen_data
    assert (network.name, card.title) == ("mine", "Softmax regression")
    assert (card.seed, card.epochs, card.parameters) == (3, 2, network.parameters())
    taught = 200 + (3 * 22 * 10 if pen else 0)
    assert card.data.startswith(f"{taught} images: 50% of MNIST's training images")
    assert ("pen digits" in card.data) == pen
    assert card.seconds is not None
    assert card.seconds > 0


def test_the_card_of_what_defends_tells_how_and_what_it_withstands(folders: Folders) -> None:
    defence = Adversarial(budget=0.2, steps=2)
    plan = small(share=1.0, pen=False, defence=defence)
    moments, network = finished(run_plan(plan, folders, attacked=40))
    card = network.card
    assert defence.described() in card.training
    assert card.title == "Softmax regression, adversarially trained"
    assert card.data.startswith("380 images: 100% of MNIST's training images but 20,")
    test = read_mnist(folders.mnist, "test")
    first = Digits(test.images[:40], test.labels[:40])
    problem = away_from_labels(network, first, 40)
    run = evaluate(network, make_attack("pgd", {"budget": 0.2}), problem, seed=0)
    standing = len(problem.goals) * (1 - finished(run)[1].fooled)
    assert card.robust == pytest.approx(standing / 40)
    assert "first 40 test images" in card.robust_data
    assert all(m.robust is not None for m in moments if isinstance(m, TrainingStep))


def test_a_collapse_is_told_by_the_card(folders: Folders) -> None:
    defence = Adversarial(budget=0.5, steps=5, ramp=0.0)
    plan = small(architecture="report", epochs=12, share=1.0, pen=False, defence=defence)
    assert "collapsed" in finished(run_plan(plan, folders))[1].card.about


def test_a_plain_training_keeps_no_digits_and_measures_no_budget(folders: Folders) -> None:
    card = finished(run_plan(small(pen=False), folders, attacked=20))[1].card
    assert card.data == "200 images: 50% of MNIST's training images"
    assert (card.robust, card.robust_data) == (None, "")


def test_a_title_of_ones_own_is_on_the_card(folders: Folders) -> None:
    assert finished(run_plan(small(title="My own"), folders))[1].card.title == "My own"


def test_it_tells_how_far_each_part_of_the_work_is(folders: Folders) -> None:
    moments, _ = finished(run_plan(small(), folders))
    kinds = [type(moment) for moment in moments]
    assert kinds == sorted(kinds, key=[Loading, TrainingStep, Measuring].index)
    for kind in (Loading, TrainingStep):
        shares = [moment.done for moment in moments if isinstance(moment, kind)]
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)
    assert isinstance(moments[-1], Measuring)


def test_what_is_counted_says_so(folders: Folders) -> None:
    moments, network = finished(run_plan(small(architecture="bayes"), folders))
    assert network.card.training == "counted in one pass"
    assert sum(isinstance(moment, TrainingStep) for moment in moments) == 1


def test_a_pause_is_no_time_of_training(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 0.0
    monkeypatch.setattr(pipeline, "perf_counter", lambda: clock)

    def walked() -> Pipeline:
        """Somebody goes for a walk after every step."""
        nonlocal clock
        driver = Driver(run_plan(small(), folders))
        for moment in driver:
            yield moment
            clock += 100.0
        return driver.value

    assert finished(walked())[1].card.seconds == 0


@pytest.mark.parametrize("kind", [Loading, TrainingStep, Measuring])
def test_it_can_be_ended_at_any_moment(folders: Folders, kind: type[PipelineStep]) -> None:
    run = run_plan(small(), folders)
    while not isinstance(next(run), kind):
        pass
    run.close()
    with pytest.raises(StopIteration):
        next(run)


def test_a_training_that_is_stopped_is_kept_and_its_card_tells_to_the_batch_where(
    folders: Folders,
) -> None:
    plan = small(epochs=10)
    run = run_plan(plan, folders, attacked=10)
    reports = 0
    for moment in run:
        reports += isinstance(moment, TrainingStep)
        if isinstance(moment, TrainingStep) and moment.done > 0.33:
            break
    assert isinstance(run.throw(Stop), Measuring)
    network = finished(run)[1]
    card = network.card
    where = r"stopped after (\d+) of (\d+) batches, 3.\d\d epochs of 10 epochs of cross.+"
    told = re.fullmatch(where, card.training)
    assert told is not None
    batch, of = map(int, told.groups())
    assert (card.epochs, card.l2, card.seed) == (None, None, 3)
    assert card.mnist == accuracy(network, read_mnist(folders.mnist, "test"))
    assert folders.pen is not None
    digits = share_of(read_mnist(folders.mnist, "train"), 0.5, seed=3)
    alone = train(plan.design, with_pen(digits, folders.pen), plan.recipe, seed=3)
    for _ in range(reports):
        progress = next(alone)
    assert batch == round(progress.done * of)
    with pytest.raises(StopIteration) as end:
        alone.throw(Stop)
    assert all(map(np.array_equal, weights(network), weights(end.value.value)))


def test_a_network_that_is_trained_can_be_spared_the_attack(folders: Folders) -> None:
    run = run_plan(small(), folders, attacked=10)
    while not isinstance(next(run), Measuring):
        pass
    run.throw(Stop)
    card = finished(run)[1].card
    assert (card.l2, card.epochs) == (None, 2)
    assert card.mnist is not None
    assert card.pen is not None


def test_what_cannot_be_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="epochs"):
        next(run_plan(small(epochs=0), Folders(tmp_path)))


def test_damaged_data_are_named(tmp_path: Path) -> None:
    folders = write_folders(tmp_path, pen=False)
    (folders.mnist / "t10k-labels-idx1-ubyte").write_bytes(b"\0\0\x08\x01\0\0")
    with pytest.raises(DatasetError, match="t10k-labels"):
        finished(run_plan(small(), folders))


def test_test_digits_are_looked_at_and_change_nothing(folders: Folders) -> None:
    alone = finished(run_plan(small(), folders))[1]
    moments, network = finished(run_plan(small(), folders, tested=True))
    shares = [moment.test for moment in moments if isinstance(moment, TrainingStep)]
    assert None not in shares
    assert shares[-1] == network.card.mnist  # they are all of so few
    assert np.array_equal(network.layers[-1].weights["bias"], alone.layers[-1].weights["bias"])
