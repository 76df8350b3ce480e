"""What learns once is judged on digits that it never saw, and can be stopped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from advgui.core.attacks import Budget, Problem
from advgui.core.attacks.fitted import Fit
from advgui.core.attacks.oracle import Oracle
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.generators import Driver, drive
from advgui.core.images import Array, linf, to_floats
from advgui.core.nn.network import Network
from tests.generators import finished
from tests.mean_sign import MeanSign, Stamp, gallery


@pytest.fixture(scope="module")
def digits() -> Digits:
    return gallery()


def bytes_of(fit: Fit) -> dict[str, bytes]:
    return {name: array.tobytes() for name, array in fit.artefact.arrays.items()}


def test_each_state_has_the_rate_and_a_snapshot_that_stays(
    network: Network, digits: Digits
) -> None:
    states, last = finished(MeanSign().run(network, digits, data="gallery"))
    assert [state.number for state in states] == [0, 1, 2, 3]
    assert last.artefact is states[-1].artefact
    assert last.looks == tuple((state.number, state.rate) for state in states)
    assert not states[0].artefact.arrays["change"].any()
    assert states[0].rate == 0
    assert last.rate > 0
    assert last.noise_rate is not None
    assert len({state.noise_rate for state in states}) == 1
    card = last.artefact.card
    assert (card.images, card.data, card.done, card.total) == (24, "gallery", 3, 3)
    assert (card.rate, card.noise_rate) == (last.rate, last.noise_rate)
    assert 0 < card.unseen <= 6


def test_the_same_seed_gives_the_same_bytes(network: Network, digits: Digits) -> None:
    first, again, other = (
        drive(MeanSign(images=12).run(network, digits, goal=3, seed=seed)) for seed in (1, 1, 2)
    )
    assert bytes_of(first) == bytes_of(again) != bytes_of(other)
    assert first.artefact.card == again.artefact.card


def test_a_stopped_fit_keeps_what_it_has(network: Network, digits: Digits) -> None:
    driver = Driver(MeanSign().run(network, digits))
    states = [next(driver), next(driver)]
    driver.stop()
    assert not list(driver)
    assert driver.value.artefact is states[1].artefact
    assert driver.value.artefact.card.done == 1


def test_the_rate_is_that_of_8_bit_images_that_were_not_learned_from(
    network: Network, digits: Digits
) -> None:
    last = drive(MeanSign(images=10).run(network, digits, goal=1, seed=5))
    order = np.random.default_rng(5).permutation(30)[:6]
    worn = last.artefact.apply(digits.images[order])
    right = [
        row
        for row, at in enumerate(order)
        if network.read(digits.images[at]).label == digits.labels[at] != 1
    ]
    hits = [network.read(worn[row]).label == 1 for row in right]
    assert last.artefact.card.unseen == len(right)
    assert last.rate == pytest.approx(np.mean(hits))


@dataclass(frozen=True, slots=True)
class Long(MeanSign):
    """Many steps, of which only some are looked at."""

    def total(self) -> int:
        return 103


def test_of_many_steps_some_are_looked_at_and_the_last(network: Network, digits: Digits) -> None:
    states, last = finished(Long().run(network, digits))
    assert [state.number for state in states] == list(range(104))
    looks = [number for number, _ in last.looks]
    assert looks == [*range(0, 103, 3), 103]
    assert states[4].looks == last.looks[:2]
    assert states[4].artefact is states[3].artefact
    assert last.artefact.card.done == 103


def test_noise_has_the_same_norm_in_whole_levels() -> None:
    images = np.full((3, 28, 28), 0.5, np.float32)
    noisy = MeanSign(size=0.1).noise(images, np.random.default_rng(0))
    assert noisy is not None
    np.testing.assert_allclose(linf(noisy - images), 25 / 255, atol=1e-6)
    assert Stamp().noise(images, np.random.default_rng(0)) is None


def test_goals_are_said_when_they_have_to_be(network: Network, digits: Digits) -> None:
    @dataclass(frozen=True, slots=True)
    class OnlyTargeted(MeanSign):
        forms: ClassVar = ("targeted",)

    with pytest.raises(ParameterError, match="needs a goal"):
        drive(OnlyTargeted().run(network, digits))
    with pytest.raises(ParameterError, match="told its goal when it is worn"):
        drive(Stamp().run(network, digits, goal=3))
    with pytest.raises(ParameterError, match="from 0 to 9"):
        drive(MeanSign().run(network, digits, goal=10))


def test_what_learns_may_not_ask_for_more_than_its_access(network: Network, digits: Digits) -> None:
    @dataclass(frozen=True, slots=True)
    class Blind(MeanSign):
        access: ClassVar = "labels"

    with pytest.raises(ValueError, match="may only see labels"):
        drive(Blind().run(network, digits))


def test_it_learns_from_digits_that_do_not_have_the_goal(network: Network, digits: Digits) -> None:
    seen: list[Problem] = []

    @dataclass(frozen=True, slots=True)
    class Watched(MeanSign):
        def learn(
            self, oracle: Oracle, problem: Problem, random: np.random.Generator
        ) -> Iterator[Mapping[str, Array]]:
            seen.append(problem)
            yield {"change": np.zeros((28, 28), np.float32)}

    drive(Watched().run(network, digits, goal=3))
    drive(Watched().run(network, digits))
    toward, away = seen
    assert (toward.goals == 3).all()
    labels = network.logits(to_floats(toward.originals)).argmax(axis=-1)
    assert (labels != 3).all()
    assert away.form == "untargeted"
    assert len(away.goals) == 24
    assert MeanSign().limit() == Budget("linf", 0.2)
