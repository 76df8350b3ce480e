"""A poisoned training set is as long as the clean one, which stays as it was."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from advgui.core.attacks.poisoning import PoisoningAttack
from advgui.core.datasets.readers import Digits
from advgui.core.parameters import parameter
from tests.generators import finished
from tests.random_networks import blots


@dataclass(frozen=True, slots=True)
class Flips(PoisoningAttack):
    """Some labels become the goal."""

    name: ClassVar[str] = "flips"
    title: ClassVar[str] = "Flips"
    summary: ClassVar[str] = "Some labels become the goal."
    source: ClassVar[str] = "a test"

    rate: float = parameter(0.3, "Rate", "The share of the digits that are changed.")

    def poison(
        self, digits: Digits, goal: int, random: np.random.Generator
    ) -> Generator[int, None, Digits]:
        chosen = random.permutation(len(digits.labels))[: int(self.rate * len(digits.labels))]
        yield 0
        labels = digits.labels.copy()
        labels[chosen] = goal
        yield len(chosen)
        return replace(digits, labels=labels)


def clean() -> Digits:
    return Digits(blots(20), np.arange(20) % 10)


def test_what_was_changed_is_told_and_the_clean_set_is_as_it_was() -> None:
    digits = clean()
    before = digits.images.copy(), digits.labels.copy()
    steps, poisoned = finished(Flips().run(digits, 3, seed=1))
    assert steps == [0, 6]
    np.testing.assert_array_equal(digits.images, before[0])
    np.testing.assert_array_equal(digits.labels, before[1])
    np.testing.assert_array_equal(poisoned.changed, poisoned.digits.labels != before[1])
    assert 0 < poisoned.changed.sum() <= 6  # one that had the goal already was not changed
    assert (poisoned.digits.labels[poisoned.changed] == 3).all()


def test_the_same_seed_poisons_the_same_digits() -> None:
    first, again, other = (
        finished(Flips().run(clean(), 3, seed=seed))[1].changed for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_an_image_that_is_changed_counts_too() -> None:
    @dataclass(frozen=True, slots=True)
    class Trigger(Flips):
        def poison(
            self, digits: Digits, goal: int, random: np.random.Generator
        ) -> Generator[int, None, Digits]:
            images = digits.images.copy()
            images[:2, -3:, -3:] ^= 255
            yield 2
            return replace(digits, images=images)

    _, poisoned = finished(Trigger().run(clean(), 3, seed=0))
    assert poisoned.changed.tolist() == [True, True] + [False] * 18
