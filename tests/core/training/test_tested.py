"""Test digits are only looked at: the network of the best epoch can be kept beside the last."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.nn.network import Network
from advgui.core.training import tested as looks
from advgui.core.training.data import Folders
from advgui.core.training.loop import TrainingStep
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


def test_where_the_last_epoch_is_the_best_there_is_nothing_to_keep() -> None:
    digits = Digits(IMAGES, np.zeros(20, np.int64))
    seen, network = looks.Tested(digits, images=20, epochs=1), random_network()
    seen.watch(network)
    assert seen.best(network) is None
    seen.look(TrainingStep(1, 1.0, 0.0, 0.0))
    assert seen.best(network) is None


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
