"""What every defence promises, and how one is found."""

import json
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences import DEFENCES, make_defence
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.errors import ParameterError
from advgui.core.images import to_floats
from advgui.core.parameters import parameter_table
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.fake_datasets import write_mnist
from tests.package_copy import PackageCopy
from tests.random_networks import blots, random_network

BARE = random_network()


@pytest.mark.parametrize("name", DEFENCES)
def test_images_stay_images_and_the_gradient_keeps_its_shape(name: str) -> None:
    defence, images = make_defence(name), to_floats(blots(4))
    made = defence(images, np.random.default_rng(0))
    assert (made.shape, made.dtype) == (images.shape, images.dtype)
    assert ((made >= 0) & (made <= 1)).all()
    assert defence.backward(images, made).shape == images.shape
    applied = defence.applied(blots(4), np.random.default_rng(0))
    assert applied.shape == images.shape
    assert applied.dtype == np.uint8
    np.testing.assert_array_equal(images, to_floats(blots(4)))


@pytest.mark.parametrize("name", DEFENCES)
def test_one_that_says_that_it_draws_nothing_draws_nothing(name: str) -> None:
    random = np.random.default_rng(0)
    before = random.bit_generator.state
    defence = make_defence(name)
    defence(to_floats(blots(2)), random)
    assert (random.bit_generator.state == before) == (defence.draws == 0)


@pytest.mark.parametrize("name", DEFENCES)
def test_an_image_is_read_the_same_whatever_stands_beside_it(name: str) -> None:
    network, images = defended(BARE, [make_defence(name), make_defence(name)]), blots(9, seed=3)
    alone = [network.read(image).confidences for image in images]
    together = network.confidences(to_floats(images))
    np.testing.assert_allclose(together, alone, atol=1e-6)
    turned = network.confidences(to_floats(images[::-1]))
    np.testing.assert_allclose(turned[::-1], alone, atol=1e-6)


@pytest.mark.parametrize("name", DEFENCES)
def test_no_images_are_none(name: str) -> None:
    network, none = defended(BARE, [make_defence(name)]), np.zeros((0, 28, 28), np.float32)
    logits, caches = network.forward(none)
    assert logits.shape == (0, 10)
    assert network.backward(caches, logits).shape == none.shape


@pytest.mark.parametrize("name", DEFENCES)
def test_what_is_called_rising_never_falls(name: str) -> None:
    defence, random = make_defence(name), np.random.default_rng(4)
    if not defence.rising:
        pytest.skip("it is not")
    low = random.random((3, 28, 28), np.float32)
    high = np.minimum(low + 0.1 * random.random(low.shape, np.float32), 1)
    made = [defence(images, np.random.default_rng(0)) for images in (low, high)]
    assert (made[0] <= made[1]).all()


@pytest.mark.parametrize("name", DEFENCES)
def test_the_gradient_is_the_true_one_where_that_is_said_and_else_straight_through(
    name: str,
) -> None:
    defence, random = make_defence(name).draw(np.random.default_rng(5)), np.random.default_rng(6)
    images, gradient = random.random((2, 2, 28, 28))
    back = defence.backward(images, gradient)
    if not make_defence(name).differentiable:
        np.testing.assert_array_equal(back, gradient)
        return
    step = 1e-7 * random.normal(size=images.shape)
    ahead, behind = (defence(images + way * step, random) for way in (1, -1))
    found = (gradient * (ahead - behind)).sum() / 2
    assert found == pytest.approx((back * step).sum(), rel=1e-3)


@pytest.mark.parametrize("name", DEFENCES)
def test_nothing_that_an_attack_finds_contradicts_what_intervals_prove(name: str) -> None:
    network = defended(load_shipped("report"), [make_defence(name)])
    seven = render(read_gallery()[7].strokes)
    *_, bracket = brackets(network, seven, "linf")
    problem = Problem(seven[None], np.array([network.read(seven).label]), "untargeted")
    assert bracket.proven > 0.02
    for attack, settings in (("ddn", {"steps": 40}), ("pgd", {"budget": 0.15})):
        _, (outcome,) = finish(make_attack(attack, settings), network, problem)
        assert not outcome.fooled or outcome.linf > bracket.proven
    inside = make_attack("pgd", {"budget": bracket.proven})
    assert not finish(inside, network, problem)[1][0].fooled


@pytest.mark.parametrize("attack", ["ddn", "pgd", "simba"])
@pytest.mark.parametrize("name", DEFENCES)
def test_an_attack_through_it_fools_and_its_saved_image_does_so_again(
    name: str, attack: str
) -> None:
    network = defended(load_shipped("report"), [make_defence(name)])
    settings: dict[str, dict[str, object]] = {
        "ddn": {"steps": 60},
        "pgd": {"budget": 0.6},
        "simba": {"queries": 1500, "eps": 1.0, "basis": "pixels"},
    }
    seven = render(read_gallery()[7].strokes)
    label = network.read(seven).label
    problem = Problem(seven[None], np.array([label]), "untargeted")
    _, (outcome,) = finish(make_attack(attack, settings[attack]), network, problem)
    assert outcome.fooled
    assert network.read(outcome.adversarial).label == outcome.after.label != label


@pytest.mark.parametrize("name", DEFENCES)
def test_every_defence_is_described_and_its_defaults_are_within_their_limits(name: str) -> None:
    defence = DEFENCES[name]
    assert all((defence.title, defence.summary, defence.source))
    for row in parameter_table(defence):
        assert row.help.endswith(".")
        assert row.check(row.default) == row.default
    assert make_defence(name, make_defence(name).settings) == make_defence(name)


def test_what_there_is_not_is_told_in_a_sentence() -> None:
    with pytest.raises(ParameterError, match=r"There is no defence 'wall'; there are .*threshold"):
        make_defence("wall")
    with pytest.raises(ParameterError, match="threshold is a number from 0 to 1"):
        make_defence("threshold", {"threshold": 2})


DEFENCE = '''
"""Fewer levels of gray."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import Array
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class Levels(Defence):
    name: ClassVar[str] = "levels"
    title: ClassVar[str] = "Fewer levels"
    summary: ClassVar[str] = "Pixels are rounded to a few levels."
    source: ClassVar[str] = "Xu et al. 2018, arXiv:1704.01155"

    levels: int = parameter(4, "Levels", "How many there are.", minimum=2, maximum=256)

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        made: Array = np.rint(images * (self.levels - 1)) / np.float32(self.levels - 1)
        return made
'''
USED = """
import numpy as np
from advgui.core.attacks import Problem, make_attack
from advgui.core.defences import DEFENCES, make_defence
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
assert {"threshold", "levels"} <= set(DEFENCES), list(DEFENCES)
levels = make_defence("levels", {"levels": "3"})
made = levels.applied(np.array([[[0, 60, 100, 255]]], np.uint8), np.random.default_rng(0))
assert made.tolist() == [[[0, 0, 128, 255]]], made
"""
WINDOW = """
from PySide6.QtWidgets import QApplication, QComboBox
from advgui.core.zoo import load_shipped
from advgui.lab.attack.transitions import opened
from advgui.lab.preferences import preferences
from advgui.ui.network.defence_choice import DefenceChoice
from advgui.ui.session.controller import Controller

app = QApplication(["advgui", "-platform", "offscreen"])
controller = Controller(opened(load_shipped("report"), preferences({})))
box = DefenceChoice(controller).findChild(QComboBox, "defence")
assert box.findData("levels") > 0
controller.choose_defence("levels")
assert box.currentText() == "Fewer levels"
controller.close()
"""


@pytest.fixture
def copy(tmp_path: Path) -> PackageCopy:
    """A package with it."""
    made = PackageCopy(tmp_path)
    made.add("advgui/core/defences/levels.py", DEFENCE)
    return made


def test_a_new_file_is_a_defence(copy: PackageCopy) -> None:
    copy.run("-c", USED)


def test_a_new_file_is_a_defence_that_the_window_offers(copy: PackageCopy) -> None:
    copy.run("-c", WINDOW)


def test_a_new_file_is_a_defence_that_the_commands_list_and_attack_through(
    copy: PackageCopy,
) -> None:
    told = json.loads(copy.run("-m", "advgui", "defences", "--json"))["defences"]
    assert "levels" in [defence["name"] for defence in told]
    some = ("--mnist", str(write_mnist(copy.folder / "mnist", 10, 60)), "--network", "report")
    asked = ("--defence", "levels:levels=64", "--unaware", "--attack", "ddn:steps=20", "--json")
    scores = json.loads(copy.run("-m", "advgui", "evaluate", *some, *asked))["scores"]
    assert [score["aware"] for score in scores] == [False, True]
    for score in scores:
        assert score["defences"] == [{"name": "levels", "parameters": {"levels": 64}}]
