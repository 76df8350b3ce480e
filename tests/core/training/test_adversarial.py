"""Adversarial training withstands more, and tells how it went."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from advgui.core.attacks import make_attack
from advgui.core.evaluation.accuracy import accuracy, read_labels
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.generators import drive
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.network import Network
from advgui.core.nn.recipe import Recipe
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.loop import train
from advgui.core.training.plan import planned
from tests.fake_datasets import stripes
from tests.generators import finished

DEFENCE = Adversarial(budget=0.3, steps=3)
SEEN = ("clean", "robust")


def recipe(name: str, defence: Adversarial = DEFENCE) -> Recipe:
    return replace(planned(name, defence=defence).recipe, epochs=3, batch=32)


def fooled(network: Network) -> float:
    problem = away_from_labels(network, stripes(100, seed=9), 100)
    attack = make_attack("pgd", {"budget": 0.3, "steps": 10})
    return drive(evaluate(network, attack, problem, seed=0)).fooled


@pytest.mark.parametrize("name", ["report", "softmax"])
def test_it_is_fooled_less_within_its_budget(name: str) -> None:
    digits = stripes(1000)
    design = planned(name, defence=DEFENCE).design
    plain, defended = (
        drive(train(design, digits, recipe(name), seed=0, defence=defence))
        for defence in (None, DEFENCE)
    )
    assert accuracy(defended, stripes(200, seed=9)) > 0.95
    assert fooled(defended) < fooled(plain) - 0.2


@pytest.mark.parametrize("name", [name for name in ARCHITECTURES if name != "bayes"])
def test_every_architecture_that_follows_a_gradient_learns_so(name: str) -> None:
    design = planned(name, defence=DEFENCE).design
    digits = stripes(64)
    first, again = (
        drive(train(design, digits, replace(recipe(name), epochs=1), seed=seed, defence=DEFENCE))
        for seed in (0, 0)
    )
    assert first.output == "softmax"
    weights = [
        [a for layer in net.layers for a in layer.weights.values()] for net in (first, again)
    ]
    assert all(map(np.array_equal, *weights))
    assert all(np.isfinite(array).all() for array in weights[0])


def test_the_budget_rises_and_then_stays() -> None:
    rising = Adversarial(budget=0.2, ramp=0.25)
    assert [rising.budget_at(done) for done in (0.0, 0.125, 0.25, 1.0)] == [0.0, 0.1, 0.2, 0.2]
    assert Adversarial(budget=0.2, ramp=0.0).budget_at(0.0) == 0.2


def test_held_out_digits_are_looked_at_as_it_goes_and_change_nothing() -> None:
    design = planned("softmax", defence=DEFENCE).design
    begun = partial(train, design, stripes(640), recipe("softmax"), seed=0, defence=DEFENCE)
    steps, looked = finished(begun(held_out=stripes(60, seed=9)))
    clean, robust = (np.array([getattr(step, name) for step in steps], float) for name in SEEN)
    assert clean[-1] > 0.95
    assert (robust <= clean).all()
    assert {step.warning for step in steps} == {""}
    for one, other in zip(looked.layers, drive(begun()).layers, strict=True):
        assert all(map(np.array_equal, one.weights.values(), other.weights.values()))


def test_a_budget_that_leaves_nothing_to_see_collapses_and_says_so() -> None:
    hopeless = Adversarial(budget=0.5, steps=5, ramp=0.0)
    design = planned("report", defence=hopeless).design
    short, seen = replace(recipe("report", hopeless), batch=16), stripes(100, seed=9)
    run = train(design, stripes(600), short, seed=0, defence=hopeless, held_out=seen)
    steps, network = finished(run)
    label = int(np.bincount(read_labels(network, seen.images)).argmax())
    assert f"of 100 digits as {label}" in steps[-1].warning


def test_it_tells_its_attack_and_its_budget() -> None:
    told = Adversarial(norm="l2", budget=1.5, steps=1, ramp=0.25).described()
    assert "one step" in told
    assert "L2 1.5" in told
    assert "25%" in told
