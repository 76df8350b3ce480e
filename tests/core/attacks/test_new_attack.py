"""A new attack is one file: the form, the commands and the evaluation take it up."""

import json
from pathlib import Path

import pytest

from advgui.core.attacks import ATTACKS
from advgui.core.language import LANGUAGE_VARIABLE, read_translations
from tests.fake_datasets import write_mnist
from tests.package_copy import PackageCopy

ATTACK = '''
"""One step along the signs of the gradient."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.steps import Step
from advgui.core.images import quantise, to_floats
from advgui.core.nn.losses import Rivals
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class Signs(EvasionAttack):
    name: ClassVar[str] = "signs"
    title: ClassVar[str] = "One step of signs"
    summary: ClassVar[str] = "Every pixel goes as far as any other."
    source: ClassVar[str] = "Goodfellow et al. 2015, arXiv:1412.6572"
    norm: ClassVar[Norm] = "linf"

    length: float = parameter(0.25, "Length", "How far every pixel goes.")

    def total(self) -> int:
        return 1

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        images = to_floats(problem.originals)
        logits, gradient = oracle.gradient(images, Rivals.of(problem.goals).slope(1.0))
        yield Step(0, problem.originals, logits)
        away = -1.0 if problem.form == "targeted" else 1.0
        moved = quantise(images + away * self.length * np.sign(gradient))
        yield Step(1, moved, oracle.logits(to_floats(moved)))
'''
GERMAN = """
from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.parameters import parameter_table
titles = [parameter_table(ATTACKS["signs"])[0].title, ATTACKS["signs"].title]
print(*titles, make_attack("signs", {"length": 0.5}).length, ATTACKS["fgsm"].title, sep="|")
"""
FORM = """
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox
from advgui.core.zoo import load_shipped
from advgui.lab.attack.transitions import opened
from advgui.lab.preferences import preferences
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.session.controller import Controller

app = QApplication(["advgui", "-platform", "offscreen"])
stored = {"attack": "signs", "parameters/signs/length": 0.125}
controller = Controller(opened(load_shipped("report"), preferences(stored)))
form = AttackSettings(controller)
assert form.top.findChild(QComboBox, "attack").currentText() == "One step of signs"
assert form.findChild(QDoubleSpinBox, "length").value() == 0.125
controller.close()
"""
STROKES = '{"strokes": [[[0.2, 0.1], [0.8, 0.1], [0.4, 0.9]]], "label": 7}'


@pytest.fixture
def copy(tmp_path: Path) -> PackageCopy:
    """A package with it."""
    made = PackageCopy(tmp_path)
    made.add("advgui/core/attacks/signs.py", ATTACK)
    return made


def test_a_new_file_is_an_attack_that_the_commands_list_and_make(copy: PackageCopy) -> None:
    told = json.loads(copy.run("-m", "advgui", "attacks", "--json"))["attacks"]
    (found,) = [attack for attack in told if attack["name"] == "signs"]
    assert [row["name"] for row in found["parameters"]] == ["length"]
    copy.add("seven.json", STROKES)
    asked = ("attack", "seven.json", "--away", "--network", "svm", "--attack", "signs", "--json")
    outcome = json.loads(copy.run("-m", "advgui", *asked, "--set", "length=0.5"))
    assert outcome["fooled"]
    assert (outcome["attack"], outcome["steps"], outcome["parameters"]) == (
        *("signs", 1),
        {"length": 0.5},
    )
    assert 0.49 < outcome["linf"] < 0.51
    assert (outcome["forward_passes"], outcome["backward_passes"]) == (4, 1)


def test_a_new_file_is_an_attack_that_is_evaluated(copy: PackageCopy) -> None:
    some = ("--mnist", str(write_mnist(copy.folder / "mnist", 10, 60)), "--network", "report")
    named = ("--attack", "ddn", "--attack", "signs")
    told = json.loads(copy.run("-m", "advgui", "evaluate", *some, *named, "--json"))
    assert [score["attack"] for score in told["scores"]] == ["ddn", "signs"]
    assert "signs:length=0.5" in copy.run(
        "-m", "advgui", "evaluate", *some, "--attack", "signs:length=0.5"
    )


def test_a_new_file_is_an_attack_that_the_form_offers(copy: PackageCopy) -> None:
    copy.run("-c", FORM)


def test_an_attack_that_lacks_its_words_is_left_out_and_told_in_a_sentence(tmp_path: Path) -> None:
    copy = PackageCopy(tmp_path)
    wordless = "\n".join(line for line in ATTACK.splitlines() if "title" not in line)
    copy.install("other", wordless, "advgui.attacks", "signs = other:Signs")
    done = copy.process("-m", "advgui", "attacks", "--json")
    assert done.returncode == 0
    assert {attack["name"] for attack in json.loads(done.stdout)["attacks"]} == set(ATTACKS)
    assert done.stderr.startswith("advgui: The plug-in signs cannot be loaded: AttributeError")
    assert done.stderr.count("\n") == 1


def test_a_package_that_is_not_translated_works_in_german_with_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = PackageCopy(tmp_path)
    copy.install("other", ATTACK, "advgui.attacks", "signs = other:Signs")
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    monkeypatch.setenv("PYTHONUTF8", "1")
    title = read_translations("de")["Signs, one step (FGSM)", ""]
    assert copy.run("-c", GERMAN).strip() == f"Length|One step of signs|0.5|{title}"
