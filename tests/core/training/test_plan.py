"""A plan says all that can be chosen, and is refused where it cannot be."""

from dataclasses import replace
from typing import Any

import pytest

from advgui.core.errors import ParameterError
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.plan import Plan, planned, validated_plan


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_every_architecture_makes_a_plan_of_its_own_recipe(name: str) -> None:
    plan = validated_plan(planned(name))
    assert plan.recipe == ARCHITECTURES[name].recipe
    assert plan.name == name


def test_a_quick_plan_is_that_of_the_quick_recipe_where_there_is_one() -> None:
    plan = replace(planned("report", quick=True), activation="tanh")
    assert plan.recipe == ARCHITECTURES["report-tanh"].quick
    assert planned("dense", quick=True).recipe == ARCHITECTURES["dense"].recipe


def test_what_is_chosen_takes_the_place_of_the_recipes() -> None:
    plan = replace(planned("convolutional"), epochs=3, share=0.25, pen=False)
    usual = ARCHITECTURES["convolutional"].recipe
    assert plan.recipe == replace(usual, epochs=3, share=0.25, pen=False)


@pytest.mark.parametrize("name", [name for name in ARCHITECTURES if name != "bayes"])
def test_whatever_defends_is_trained_by_the_cross_entropy_and_has_a_softmax(name: str) -> None:
    plan = validated_plan(planned(name, defence=Adversarial()))
    recipe = plan.recipe
    assert (recipe.loss, plan.design.output) == ("cross-entropy", "softmax")
    assert (recipe.epochs, recipe.share, recipe.pen) == (plan.epochs, plan.share, plan.pen)
    assert "adversarially trained" in plan.design.title
    assert ARCHITECTURES[name] == planned(name).design


@pytest.mark.parametrize(
    "wrong",
    [
        {"epochs": 0},
        {"epochs": 1.5},
        {"share": 0.0},
        {"share": 1.1},
        {"share": float("nan")},
        {"pen": "perhaps"},
        {"architecture": "none"},
        {"architecture": "softmax", "activation": "relu"},
        {"activation": "step"},
        {"architecture": "bayes", "defence": Adversarial()},
        {"defence": Adversarial(budget=0.0)},
        {"defence": Adversarial(norm="l7")},
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(wrong: dict[str, Any]) -> None:
    usual = planned("report")
    plan: Plan = replace(usual, **wrong)
    with pytest.raises(ParameterError, match=r"^[^\n]*\.$"):
        validated_plan(plan)
