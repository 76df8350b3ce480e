"""Some digits are only looked at: the network of the best epoch can be kept beside the last."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.nn.network import Network
from advgui.core.training import tested as looks
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.data import Folders
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.distillation import Distillation
from advgui.core.training.loop import Round, TrainingStep
from advgui.core.training.mixed_in import MixedIn
from advgui.core.training.pipeline import Measuring, run_plan
from advgui.core.training.plan import planned
from advgui.core.training.tested import BestEpoch
from tests.fake_datasets import write_folders
from tests.generators import finished
from tests.random_networks import blots, random_network

IMAGES = blots(20)


def test_the_best_epoch_is_the_first_that_reads_most() -> None:
    digits = Digits(IMAGES, np.zeros(20, np.int64))
    seen, network = looks.Tested(digits, images=80, epochs=4), random_network()
    bias = network.layers[-1].weights["bias"]
    before = bias.copy()
    seen.watch(network)
    shares = []
    for epoch, push in enumerate((0.0, 1e6, 1e6, -1e6), start=1):
        bias[:] = before
        bias[0] += push  # the more, the more is read as 0
        shares.append(accuracy(network, digits))
        for done in ((epoch - 0.5) / 4, epoch / 4, epoch / 4):
            seen.look(TrainingStep(epoch, done, 0.0, 0.0))
    best = seen.best(network)
    assert best is not None
    assert shares[1] > shares[0]
    assert (best.epoch, best.share, best.last) == (2, shares[1], shares[3])
    assert accuracy(best.network, digits) == shares[1]
    assert accuracy(network, digits) == shares[3]


def test_each_epoch_tells_once_what_was_read_as_what() -> None:
    digits = Digits(IMAGES, np.arange(20) % 10)
    seen, network = looks.Tested(digits, images=60, epochs=3), random_network()
    seen.watch(network)
    told = [seen.look(TrainingStep(1 + n // 2, (n + 1) / 6, 0.0, 0.0)).confusion for n in range(6)]
    assert [bool(one) for one in told] == [False, True] * 3
    assert np.trace(told[1]) == round(20 * accuracy(network, digits))
    assert [sum(of_label) for of_label in told[1]] == [2] * 10
    again = looks.Tested(digits, images=60, epochs=3)
    again.resume(seen.remembered())
    assert looks.confusions_of(again.remembered()) == tuple(told[1::2])


def test_one_that_is_stopped_tells_what_the_network_reads_that_is_kept() -> None:
    digits = Digits(IMAGES, np.zeros(20, np.int64))
    seen, network = looks.Tested(digits, images=40_000, epochs=2), random_network()
    assert seen.last(network) is None
    seen.watch(network)
    before = seen.look(TrainingStep(1, 0.1, 0.0, 0.0)).test
    network.layers[-1].weights["bias"][0] += 1e6  # all is read as 0
    assert seen.look(TrainingStep(1, 0.11, 0.0, 0.0)).test == before != 1.0
    stopped = seen.last(network)
    assert stopped is not None
    assert (stopped.done, stopped.test, stopped.confusion) == (0.11, 1.0, ())
    assert seen.look(TrainingStep(1, 0.5, 0.0, 0.0)).test == 1.0  # as the epoch is counted
    seen.look(TrainingStep(2, 1.0, 0.0, 0.0))
    assert seen.last(network) is None


def test_where_the_last_epoch_is_the_best_there_is_nothing_to_keep() -> None:
    digits = Digits(IMAGES, np.zeros(20, np.int64))
    seen, network = looks.Tested(digits, images=20, epochs=1), random_network()
    seen.watch(network)
    assert seen.best(network) is None
    seen.look(TrainingStep(1, 1.0, 0.0, 0.0))
    assert seen.best(network) is None


def told_robust(
    seen: looks.Tested, network: Network, shares: list[float], *, reports: int = 25
) -> list[Network]:
    """Tell it of an epoch for each share; the networks as they were at each end."""
    were, epochs = [], len(shares)
    seen.watch(network)
    for epoch, share in enumerate(shares):
        network.layers[-1].weights["bias"][0] += 1
        for report in range(1, reports + 1):
            done = (epoch + report / reports) / epochs
            seen.look(TrainingStep(epoch + 1, done, 0.0, 0.0, robust=share))
        weights = {name: array.copy() for name, array in network.layers[-1].weights.items()}
        layers = (*network.layers[:-1], network.layers[-1].with_weights(weights))
        were.append(replace(network, layers=layers))
    return were


def kept_back(epochs: int, defence: TrainingDefence | None = None) -> looks.Tested:
    digits = Digits(IMAGES, np.zeros(20, np.int64))
    chosen = defence or Adversarial(budget=0.1)
    return looks.Tested(digits, images=20 * epochs, epochs=epochs, defence=chosen)


def test_of_one_that_shall_withstand_the_best_epoch_is_that_which_withstood_most() -> None:
    seen, network = kept_back(4), random_network()
    were = told_robust(seen, network, [0.4, 0.9, 0.3, 0.5])
    best = seen.best(network)
    assert best is not None
    assert (best.epoch, best.share, best.last) == (2, 0.9, 0.5)
    assert np.array_equal(best.network.logits(IMAGES / 255), were[1].logits(IMAGES / 255))


def test_what_chance_may_do_makes_no_epoch_better() -> None:
    seen, network = kept_back(3), random_network()
    told_robust(seen, network, [0.4, 0.6, 0.5])  # of 20 digits: one tenth is no difference
    assert seen.best(network) is None


def test_an_epoch_that_is_shorter_than_its_looks_is_never_called_the_best() -> None:
    seen, network = kept_back(4), random_network()
    told_robust(seen, network, [0.4, 0.9, 0.3, 0.5], reports=24)
    assert seen.best(network) is None


def test_of_a_distillation_the_best_is_as_it_is_used_in_the_end() -> None:
    teacher = random_network()
    seen, network = kept_back(2, Distillation(teacher=teacher)), random_network(seed=3)
    was = told_robust(seen, network, [0.9, 0.1])[0].logits(IMAGES / np.float32(255))
    best = seen.best(network)
    assert best is not None
    assert np.allclose(best.network.logits(IMAGES / np.float32(255)), 40 * was, rtol=1e-4)


def test_each_round_has_a_matrix_for_each_epoch_and_no_best_one() -> None:
    digits, network = Digits(IMAGES, np.arange(20) % 10), random_network()
    seen = looks.Tested(digits, images=80, epochs=4, defence=MixedIn(rounds=1))
    seen.watch(network)
    after = (Round(0.9, None, 0.1),)
    told = [
        seen.look(TrainingStep(1 + n % 4 // 2, (n + 1) / 8, 0.0, 0.0, rounds=after[: n // 4]))
        for n in range(8)
    ]
    assert [bool(one.confusion) for one in told] == [False, True] * 4
    assert seen.best(network) is None


def test_a_step_that_is_told_again_is_told_as_it_was() -> None:
    seen = kept_back(1)
    seen.watch(random_network())
    step = TrainingStep(1, 1.0, 0.0, 0.0, robust=0.5)
    assert seen.look(step) is seen.look(step)
    assert len(looks.confusions_of(seen.remembered())) == 1


def test_it_goes_on_with_what_it_remembers() -> None:
    seen, network = kept_back(4), random_network()
    told_robust(seen, network, [0.4, 0.9, 0.3, 0.5])
    again = kept_back(4)
    again.resume(seen.remembered())
    one, other = seen.best(network), again.best(network)
    assert one is not None
    assert other is not None
    assert (one.epoch, one.share, one.last) == (other.epoch, other.share, other.last)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


def trained(folders: Folders, *, tested: bool) -> tuple[Network, list[BestEpoch]]:
    plan = replace(planned("softmax", "mine"), title="Mine", share=0.3, pen=False, epochs=6)
    moments, network = finished(run_plan(plan, folders, tested=tested))
    best = [one.best for one in moments if isinstance(one, Measuring) and one.best is not None]
    return network, best


def test_looking_changes_nothing_of_what_is_learned(folders: Folders) -> None:
    looked, unseen = trained(folders, tested=True)[0], trained(folders, tested=False)[0]
    for one, other in zip(looked.layers, unseen.layers, strict=True):
        assert all(np.array_equal(one.weights[name], other.weights[name]) for name in one.weights)
    assert trained(folders, tested=False)[1] == []


def test_a_training_that_defends_is_looked_at_by_what_it_keeps_back(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second(_: looks.Tested, network: Network) -> BestEpoch:
        return BestEpoch(network, 2, 0.75, 0.5)

    monkeypatch.setattr(looks.Tested, "best", second)
    plan = replace(
        planned("softmax", "mine", defence=Adversarial(budget=0.1, steps=1)),
        title="Mine",
        pen=False,
        epochs=3,
    )
    moments, network = finished(run_plan(plan, folders, tested=True))
    alone = finished(run_plan(plan, folders))[1]
    for one, other in zip(network.layers, alone.layers, strict=True):
        assert all(np.array_equal(one.weights[name], other.weights[name]) for name in one.weights)
    steps = [one for one in moments if isinstance(one, TrainingStep)]
    assert {one.test for one in steps} == {None}
    kept = [np.sum(one.confusion) for one in steps if one.confusion]
    assert len(kept) == 3
    assert f"but {kept[0]}, looked at meanwhile" in network.card.data
    (best,) = [one.best for one in moments if isinstance(one, Measuring) and one.best is not None]
    assert "attacked within L∞ 0.1, 75.0%: chosen by these" in best.network.card.about


def test_the_card_of_the_best_says_which_epoch_it_was_and_by_what_it_was_chosen(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worse_at_last(self: looks.Tested, network: Network) -> BestEpoch:
        return BestEpoch(network, 4, 0.97, 0.9)

    monkeypatch.setattr(looks.Tested, "best", worse_at_last)
    _, (best,) = trained(folders, tested=True)
    card = best.network.card
    assert (best.network.name, card.title) == ("mine-4", "Mine, epoch 4")
    assert "epoch 4 of 6" in card.about
    assert "97.0%: chosen by these" in card.about
    assert card.training.startswith("stopped after")
    assert card.mnist is not None
