"""A new architecture is one file: the command trains it, and the Train page offers it."""

from pathlib import Path

from advgui.core.formats.safetensors_file import load_network
from tests.fake_datasets import write_folders
from tests.package_copy import PackageCopy

ARCHITECTURE = '''
"""Two hidden layers of the same width."""

from typing import Final

import numpy as np

from advgui.core.images import LABELS, PIXELS
from advgui.core.nn.architectures.base import ACTIVATIONS, Activation, Architecture, Layers, gain
from advgui.core.nn.initialisers import dense
from advgui.core.nn.layers import Reshape
from advgui.core.nn.recipe import Recipe


def _layers(random: np.random.Generator, activation: Activation) -> Layers:
    return (
        Reshape((PIXELS,)),
        dense(random, PIXELS, 12, gain(activation)),
        ACTIVATIONS[activation],
        dense(random, 12, 12, gain(activation)),
        ACTIVATIONS[activation],
        dense(random, 12, LABELS),
    )


TWICE: Final = Architecture(
    name="twice",
    title="Two of a width",
    layout=f"{PIXELS}-12-12-{LABELS}",
    output="softmax",
    make=_layers,
    activations=("relu",),
    recipe=Recipe(
        loss="cross-entropy", optimiser="adam", rate=0.004, schedule="cycle", batch=32, epochs=2
    ),
)
'''
FORM = """
from PySide6.QtWidgets import QApplication, QComboBox
from advgui.ui.training.controller import Trainer
from advgui.ui.training.page import TrainPage

app = QApplication(["advgui", "-platform", "offscreen"])
page = TrainPage(Trainer())
box = page.findChild(QComboBox, "architecture")
assert box.itemText(box.count() - 1) == "Two of a width", box.itemText(box.count() - 1)
box.setCurrentIndex(box.count() - 1)
box.activated.emit(box.count() - 1)
assert page.findChild(QComboBox, "activation").currentText() == "ReLU"
"""
WINDOW = """
from PySide6.QtCore import QTimer
from advgui.ui.app import run_window

def wait_for_words(window):
    def look():
        if window.workspace is None:
            return
        window.workspace.show_page("train")
        words = window.controller.state.message.words
        if "plug-in" in words:
            print(words)
            timer.stop()
            window.close()
    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()

raise SystemExit(run_window(begin=wait_for_words))
"""


def test_a_new_file_is_an_architecture_that_the_train_page_offers(tmp_path: Path) -> None:
    copy = PackageCopy(tmp_path)
    copy.add("advgui/core/nn/architectures/twice.py", ARCHITECTURE)
    copy.run("-c", FORM)


def test_another_packages_architecture_is_one_that_the_command_trains(tmp_path: Path) -> None:
    copy = PackageCopy(tmp_path)
    copy.install("other", ARCHITECTURE, "advgui.architectures", "twice = other:TWICE")
    folders, out = write_folders(copy.folder / "data"), copy.folder / "mine.safetensors"
    arguments = ("--architecture", "twice", "--mnist", str(folders.mnist), "--epochs", "1")
    copy.run("-m", "advgui", "train", *arguments, "--out", str(out), "--json")
    card = load_network(out).card
    assert card.architecture == "784-12-12-10, ReLU, cross-entropy"


def test_a_command_tells_of_a_broken_package_in_a_sentence(tmp_path: Path) -> None:
    copy = PackageCopy(tmp_path)
    copy.install("other", "1 / 0", "advgui.architectures", "twice = other")
    done = copy.process("-m", "advgui", "train", "--help")
    assert done.returncode == 0
    assert done.stderr == (
        "advgui: The plug-in twice cannot be loaded: ZeroDivisionError, division by zero.\n"
    )


def test_the_window_tells_of_a_broken_package_in_a_sentence(tmp_path: Path) -> None:
    copy = PackageCopy(tmp_path)
    copy.install("other", "1 / 0", "advgui.architectures", "twice = other")
    assert "The plug-in twice cannot be loaded" in copy.run("-c", WINDOW)
