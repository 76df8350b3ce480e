"""Certified accuracy: what is proven holds, and what is refuted is read wrong."""

from itertools import count, islice

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.certificates import accuracy
from advgui.core.defences.certificates.accuracy import (
    Effort,
    certified,
    usual_effort,
    withstands,
)
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish

GALLERY = read_gallery()[:10]
IMAGES = np.stack([render(item.strokes) for item in GALLERY])
SOME = Effort(steps=60)


@pytest.mark.parametrize("norm", ["linf", "l2"])
@pytest.mark.parametrize("name", ["softmax", "report-relu"])
def test_with_more_budget_fewer_images_are_proven(name: str, norm: Norm) -> None:
    network = load_shipped(name)
    labels = np.array([network.read(image).label for image in IMAGES])
    budgets = (0.001, 0.03, 0.9) if norm == "linf" else (0.01, 0.4, 20.0)
    found = [
        sum(one is True for one in certified(network, IMAGES[:5], labels[:5], norm, budget, SOME))
        for budget in budgets
    ]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (5, 0)


def test_an_image_that_is_read_wrong_is_not_certified() -> None:
    network = load_shipped("svm")
    labels = np.array([(network.read(image).label + 1) % 10 for image in IMAGES])
    assert list(certified(network, IMAGES, labels, "linf", 0.0)) == [False] * len(IMAGES)


@pytest.mark.parametrize("level", [12, 25])
def test_behind_a_threshold_all_is_decided_and_no_attack_contradicts_it(level: int) -> None:
    network = defended(load_shipped("report"), [make_defence("threshold")])
    labels = np.array([network.read(image).label for image in IMAGES])
    budget = level / 255
    found = list(certified(network, IMAGES, labels, "linf", budget))
    assert None not in found
    attack = make_attack("pgd", {"budget": budget, "steps": 20})
    problem = Problem(IMAGES, labels, form="untargeted")
    _, outcomes = finish(attack, network, problem)
    for proven, outcome in zip(found, outcomes, strict=True):
        assert not (proven and outcome.fooled)


def test_an_effort_ends_after_its_steps_or_its_time() -> None:
    assert list(Effort(steps=3).spent_on(count())) == [0, 1, 2]
    assert list(Effort(steps=None, seconds=1e-9).spent_on(count())) == [0]
    assert list(Effort(steps=None).spent_on(iter("ab"))) == ["a", "b"]


def test_of_a_wide_layer_fewer_steps_are_taken_as_each_is_longer() -> None:
    assert usual_effort(load_shipped("report")) == Effort()
    assert usual_effort(load_shipped("dense")) == Effort()
    *start, first, unit, last = load_shipped("report").layers
    assert isinstance(first, Dense)
    wide = Dense(np.tile(first.matrix, 10), np.tile(first.bias, 10))
    steps = usual_effort(Network("wide", (*start, wide, unit, last), "softmax")).steps
    assert steps is not None
    assert 0 < steps < accuracy.STEPS


def test_what_is_proven_is_the_same_on_a_slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    network, image = load_shipped("report-robust"), IMAGES[0]
    budget = _takes_steps(network, image)
    clock = count(step=3600)
    monkeypatch.setattr(accuracy, "perf_counter", lambda: next(clock))
    assert withstands(network, image, "linf", budget) is True
    assert withstands(network, image, "linf", budget, Effort(seconds=1)) is None


def _takes_steps(network: Network, image: Bytes) -> float:
    """A budget that is proven, though not in one step."""
    *_, last = islice(brackets(network, image, "linf"), 60)
    budget = 0.95 * last.proven
    assert withstands(network, image, "linf", budget, Effort(steps=1)) is None
    return budget
