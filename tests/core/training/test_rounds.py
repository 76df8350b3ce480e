"""Round after round a network learns the images that fooled the one before, and is fooled anew."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits
from advgui.core.generators import Driver, Stop, drive
from advgui.core.images import linf, to_floats
from advgui.core.nn.network import Network
from advgui.core.training.loop import Round, Training, TrainingStep, train
from advgui.core.training.mixed_in import MixedIn
from advgui.core.training.plan import planned
from advgui.core.training.rounds import rounds_words, train_rounds
from tests.fake_datasets import stripes

DEFENCE = MixedIn(rounds=2, images=60, budget=0.3, steps=3)
HELD_OUT = stripes(40, seed=9)


def made(
    seen: list[Digits], defence: MixedIn = DEFENCE, held_out: Digits | None = HELD_OUT
) -> Training:
    plan = planned("softmax", defence=defence)
    recipe = replace(plan.recipe, epochs=2, batch=20)
    once = partial(train, plan.design, recipe=recipe, seed=0, defence=defence)

    def watched(digits: Digits) -> Training:
        seen.append(digits)
        return once(digits)

    return train_rounds(watched, stripes(200), held_out, defence, seed=0)


@pytest.fixture(scope="module")
def whole() -> tuple[list[Digits], list[TrainingStep], Network]:
    seen: list[Digits] = []
    steps: list[TrainingStep] = []
    return seen, steps, drive(made(seen), steps.append)


def test_each_round_learns_all_images_of_the_rounds_before(
    whole: tuple[list[Digits], list[TrainingStep], Network],
) -> None:
    seen, _, _ = whole
    assert [len(digits.labels) for digits in seen] == [200, 260, 320]
    plain = stripes(200)
    for digits in seen[1:]:
        np.testing.assert_array_equal(digits.images[:200], plain.images)
    mixed = to_floats(seen[2].images[200:])
    originals = to_floats(plain.images)
    nearest = [min(linf(originals - image)) for image in mixed]
    assert max(nearest) <= 0.3 + 1e-6
    assert np.median(nearest) > 0.2


def test_steps_are_told_of_all_rounds_with_what_they_came_to(
    whole: tuple[list[Digits], list[TrainingStep], Network],
) -> None:
    _, steps, network = whole
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert done[-1] == 1
    first = next(step for step in steps if step.clean is not None)
    assert first.done == pytest.approx(1 / 3)
    assert first.transferred is None
    assert steps[-1].transferred is not None
    assert steps[-1].robust is not None
    assert network.card.about.startswith("Round by round it reads ")


def test_the_same_seed_makes_the_same_network(
    whole: tuple[list[Digits], list[TrainingStep], Network],
) -> None:
    again = drive(made([]))
    images = to_floats(HELD_OUT.images)
    np.testing.assert_array_equal(again.logits(images), whole[2].logits(images))


@pytest.mark.parametrize("at", [0, 25, 60])
def test_what_is_stopped_is_the_network_of_its_round(
    at: int, whole: tuple[list[Digits], list[TrainingStep], Network]
) -> None:
    seen: list[Digits] = []
    driver, told = Driver(made(seen)), 0
    for told, _ in enumerate(driver):
        if told == at:
            driver.stop()
    done = whole[1][at].done
    assert told == at
    assert len(seen) == int(done * 3 - 1e-9) + 1
    assert done < 1
    assert np.isfinite(driver.value.logits(to_floats(HELD_OUT.images))).all()


def test_where_no_digits_are_kept_back_nothing_is_told_of_rounds() -> None:
    network = drive(made([], replace(DEFENCE, rounds=1), None))
    assert network.card.about == ""
    with pytest.raises(Stop):
        made([]).throw(Stop)


def test_rounds_are_told_in_a_sentence() -> None:
    words = rounds_words([Round(0.95, None, 0.01), Round(0.94, 0.9, 0.02)])
    assert "95.0, 94.0 % of digits that were kept back" in words
    assert "90.0 % of them as images made against the network before" in words
    assert "1.0, 2.0 % as images made against itself." in words
    assert rounds_words([]) == ""
