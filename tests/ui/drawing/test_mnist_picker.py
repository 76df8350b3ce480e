"""MNIST's test digits come onto the sheet, each of which can be undone, and the misread alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.datasets.readers import read_mnist
from advgui.core.images import to_floats
from advgui.ui.drawing.mnist_picker import MnistPicker
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.number_boxes import WholeBox
from tests.fake_datasets import write_mnist
from tests.ui.find import click, find

PATIENCE_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    return tmp_path / "mnist"


@pytest.fixture
def picker(
    qtbot: QtBot,
    keep: Callable[[MnistPicker], MnistPicker],
    controller: Controller,
    folder: Path,
) -> Iterator[MnistPicker]:
    write_mnist(folder)
    made = keep(MnistPicker(controller))
    made.show()
    qtbot.waitUntil(find(made, WholeBox, "mnist-index").isVisible, timeout=PATIENCE_MS)
    yield made
    made.close_work()


def on_sheet(controller: Controller) -> int | None:
    """The number of the test digit on the sheet."""
    known = controller.state.drawing.known
    return None if known is None else known.index


def test_a_digit_is_chosen_by_its_number_or_as_the_next_one(
    picker: MnistPicker, controller: Controller, folder: Path
) -> None:
    box = find(picker, WholeBox, "mnist-index")
    assert box.maximum() == 99
    box.selectAll()
    QTest.keyClicks(box, "47")
    assert on_sheet(controller) is None
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert on_sheet(controller) == 47
    assert np.array_equal(controller.state.image, read_mnist(folder, "test").images[47])
    click(picker, "mnist-after")
    click(picker, "mnist-after")
    click(picker, "mnist-before")
    assert (on_sheet(controller), box.value()) == (48, 48)
    controller.undo()
    controller.undo()
    controller.undo()
    assert (on_sheet(controller), box.value()) == (47, 47)
    assert "Test digit 47, a " in find(picker, QLabel, "mnist-words").text()


def test_those_of_a_label_alone_are_stepped_through(
    picker: MnistPicker, controller: Controller, folder: Path
) -> None:
    labels = read_mnist(folder, "test").labels
    box = find(picker, QComboBox, "mnist-label")
    QTest.keyClicks(box, "4")
    for name in ("mnist-after", "mnist-random", "mnist-before"):
        click(picker, name)
        index = on_sheet(controller)
        assert index is not None
        assert labels[index] == 4


def test_those_that_this_network_misreads_are_found_beside_the_window(
    picker: MnistPicker, controller: Controller, folder: Path, qtbot: QtBot
) -> None:
    digits = read_mnist(folder, "test")
    read = controller.state.network.logits(to_floats(digits.images)).argmax(axis=1)
    misread = np.flatnonzero(read != digits.labels)
    find(picker, QCheckBox, "mnist-misread").click()
    following = find(picker, QWidget, "mnist-after")
    assert not following.isEnabled()
    assert following.toolTip()
    qtbot.waitUntil(following.isEnabled, timeout=PATIENCE_MS)
    told = find(picker, QLabel, "mnist-words")
    qtbot.waitUntil(lambda: f"{len(misread)} of 100" in told.text(), timeout=PATIENCE_MS)
    click(picker, "mnist-after")
    assert on_sheet(controller) == misread[misread > 0][0]
    assert "misread as" in told.text()


def test_digits_that_are_not_there_are_offered_and_damaged_ones_told(
    qtbot: QtBot,
    keep: Callable[[MnistPicker], MnistPicker],
    controller: Controller,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "advgui.core.datasets.folders.platformdirs.user_cache_path", lambda *_, **__: folder
    )
    made = keep(MnistPicker(controller))
    made.show()
    with qtbot.waitSignal(made.wanted):
        click(made, "mnist-get")
    damaged = write_mnist(folder) / "t10k-labels-idx1-ubyte"
    damaged.write_bytes(damaged.read_bytes()[:40])
    made.look_for_data()
    note = find(made, QLabel, "mnist-note")
    qtbot.waitUntil(lambda: damaged.name in note.text(), timeout=PATIENCE_MS)
    assert find(made, QPushButton, "mnist-get").isVisible()
