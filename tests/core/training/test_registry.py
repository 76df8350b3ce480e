"""Every way of training that defends is found, made by its name, and trains any network."""

import pickle
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint

import numpy as np
import pytest

from advgui.core import plugins
from advgui.core.errors import ParameterError
from advgui.core.generators import drive
from advgui.core.images import Array, Labels
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter, parameter_table, settings_of
from advgui.core.training import registry
from advgui.core.training.defending import Learned, TrainingDefence
from advgui.core.training.loop import gradients_of, train
from advgui.core.training.plan import planned, validated_plan
from advgui.core.training.registry import TRAINING_DEFENCES, make_training_defence
from tests.fake_datasets import stripes
from tests.random_networks import random_network

NAMES = ("adversarial", "distil", "mixed-in", "noise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gentle(TrainingDefence):
    """A way of training as somebody else's package may bring it."""

    name = "gentle"
    way = "Gently"
    title = "gently trained"
    summary = "Train gently."
    source = "nobody"

    budget: float = parameter(0.2, "Budget", "How much.")
    norm: str = "l2"

    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        return gradients_of(network, images, labels, "cross-entropy")

    def described(self) -> str:
        return "gently"


def usual(name: str) -> TrainingDefence:
    taught = TRAINING_DEFENCES[name].taught
    return make_training_defence(name, teacher=random_network() if taught else None)


def test_those_of_the_report_and_for_smoothing_are_there() -> None:
    assert set(NAMES) <= set(TRAINING_DEFENCES)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_an_option_and_a_card_have_words_for_each(name: str) -> None:
    kind, made = TRAINING_DEFENCES[name], usual(name)
    assert kind.name == name
    assert kind.way[0].isupper()
    assert kind.summary.endswith(".")
    assert kind.source
    assert "\n" not in made.described()
    assert made.passes >= 1
    rows = {row.name for row in parameter_table(kind)}
    assert rows
    assert kind.carried in rows | {""}


@pytest.mark.parametrize("name", NAMES)
def test_each_goes_to_another_process_and_back(name: str) -> None:
    made = usual(name)
    back = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own
    assert settings_of(back) == settings_of(made)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("design", [name for name in ARCHITECTURES if name != "bayes"])
def test_each_trains_every_architecture(name: str, design: str) -> None:
    plan = validated_plan(planned(design, defence=usual(name)))
    recipe = replace(plan.recipe, epochs=1, batch=10)
    digits = stripes(20)
    network = drive(train(plan.design, digits, recipe, seed=0, defence=plan.defence))
    assert np.isfinite(network.logits(digits.images[:2] / np.float32(255))).all()


def test_parameters_are_told_by_name() -> None:
    made = make_training_defence("adversarial", {"steps": "3", "norm": "l2"})
    assert settings_of(made) == {**settings_of(usual("adversarial")), "steps": 3, "norm": "l2"}


@pytest.mark.parametrize(
    ("name", "parameters", "teacher", "words"),
    [
        ("none", {}, False, "There are adversarial"),
        ("adversarial", {"steps": 0}, False, "steps is a whole number"),
        ("adversarial", {"heat": 1}, False, "no parameter heat"),
        ("noise", {"budget": 1}, False, "no parameter budget"),
        ("distil", {}, False, "needs a network as its teacher"),
        ("noise", {}, True, "has no use for a network as its teacher"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    name: str, parameters: dict[str, object], teacher: bool, words: str
) -> None:
    with pytest.raises(ParameterError, match=words):
        make_training_defence(name, parameters, random_network() if teacher else None)


def test_somebody_elses_is_one_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("gentle", f"{__name__}:Gentle", "advgui.training")
    monkeypatch.setattr(plugins, "_offered", lambda group: [point])
    table = plugins.registry(
        "advgui.core.training",
        "advgui.training",
        plugins.subclasses(TrainingDefence),  # type: ignore[type-abstract]
        lambda defence: defence.name,
    )
    monkeypatch.setattr(registry, "TRAINING_DEFENCES", table)
    assert make_training_defence("gentle").budget == 0.2
