"""Another package of ten lines brings an attack and a defence: they are taken up everywhere."""

import json
from pathlib import Path

import pytest

from tests.fake_datasets import write_mnist
from tests.package_copy import PackageCopy

PACKAGE = """
from advgui.core.attacks import EvasionAttack, Step
from advgui.core.defences import Defence

class Negative(EvasionAttack):
    name, title, summary, source = "negative", "Negative", "Ink for paper.", "Nobody 2026"
    def iterate(self, oracle, problem, random):
        yield Step(0, problem.originals)
        yield Step(1, 255 - problem.originals)

class Fade(Defence):
    name, title, summary, source = "fade", "Fade", "All ink is paler.", "Nobody 2026"
    def __call__(self, images, random):
        return images * 0.9
"""
WINDOW = """
from PySide6.QtWidgets import QComboBox, QDialog, QTextBrowser
from advgui.core.defences import make_defence
from advgui.core.zoo import load_shipped
from advgui.lab.attack.transitions import opened
from advgui.lab.preferences import preferences
from advgui.ui.application import Application
from advgui.ui.attack.settings import AttackSettings
from advgui.ui.guide.guide_window import GuideWindow
from advgui.ui.session.controller import Controller

assert make_defence("fade").title == "Fade"
app = Application(["advgui", "-platform", "offscreen"])
controller = Controller(opened(load_shipped("report"), preferences({"attack": "negative"})))
form = AttackSettings(controller)
assert form.top.findChild(QComboBox, "attack").currentText() == "Negative", controller.state.attack
parent = QDialog()
guide = GuideWindow(parent)
guide.show_page("plugins")
told = guide.findChild(QTextBrowser, "guide-page").toPlainText()
for words in ("Negative", "Ink for paper.", "Fade", "All ink is paler.", "Nobody 2026"):
    assert words in told, told
controller.close()
"""


@pytest.fixture
def copy(tmp_path: Path) -> PackageCopy:
    made = PackageCopy(tmp_path)
    offered = "negative = other\n\n[advgui.defences]\nfade = other"
    made.install("other", PACKAGE, "advgui.attacks", offered)
    return made


def test_the_commands_list_make_and_evaluate_what_another_package_brings(
    copy: PackageCopy,
) -> None:
    told = json.loads(copy.run("-m", "advgui", "attacks", "--json"))["attacks"]
    assert "negative" in [attack["name"] for attack in told]
    some = ("--mnist", str(write_mnist(copy.folder / "mnist", 10, 60)), "--network", "report")
    named = ("--attack", "negative", "--defence", "fade", "--images", "5", "--json")
    (score,) = json.loads(copy.run("-m", "advgui", "evaluate", *some, *named))["scores"]
    assert score["attack"] == "negative"


def test_the_form_and_the_guide_tell_of_what_another_package_brings(copy: PackageCopy) -> None:
    copy.run("-c", WINDOW)
