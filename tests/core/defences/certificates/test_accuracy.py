"""Certified accuracy: what is proven holds, and what is refuted is read wrong."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.certificates.accuracy import certified
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish

GALLERY = read_gallery()[:10]
IMAGES = np.stack([render(item.strokes) for item in GALLERY])


@pytest.mark.parametrize("norm", ["linf", "l2"])
@pytest.mark.parametrize("name", ["softmax", "report-relu"])
def test_with_more_budget_fewer_images_are_proven(name: str, norm: Norm) -> None:
    network = load_shipped(name)
    labels = np.array([network.read(image).label for image in IMAGES])
    budgets = (0.001, 0.03, 0.9) if norm == "linf" else (0.01, 0.4, 20.0)
    found = [
        sum(one is True for one in certified(network, IMAGES[:5], labels[:5], norm, budget, 0.2))
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
