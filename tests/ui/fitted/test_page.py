"""Choose, fit, watch, measure, keep: the page by its buttons."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks.fitted import FITTED
from advgui.core.zoo import load_shipped
from advgui.lab.fitted import text
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.page import OneForAllPage
from advgui.ui.fitted.rates_plot import RatesPlot
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.progress_bar import ProgressBar
from advgui.ui.widgets.share_rows import ShareRows
from tests.fake_fits import patch, perturbation
from tests.ui.find import click, find

PATIENCE_MS = 60_000


def choose(page: QWidget, name: str, words: str) -> None:
    box = find(page, QComboBox, name)
    box.setFocus()
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def button(page: QWidget, name: str) -> QPushButton:
    return find(page, QPushButton, name)


def words(page: QWidget, name: str) -> str:
    return find(page, QLabel, name).text()


def test_every_method_is_offered_with_its_goals(page: OneForAllPage, fitter: Fitter) -> None:
    methods = find(page, QComboBox, "fit-method")
    assert [methods.itemData(at) for at in range(methods.count())] == list(FITTED)
    assert methods.currentData() == "patch"
    goals = find(page, QComboBox, "fit-goal")
    assert [goals.itemText(at) for at in range(goals.count())] == [
        f"Toward {goal}" for goal in range(10)
    ]
    choose(page, "fit-goal", "Toward 8")
    assert fitter.state.plan.goal == 8


def test_parameters_are_those_of_the_table(page: OneForAllPage, fitter: Fitter) -> None:
    panel = find(page, QWidget, "fit-parameters")
    size = next(box for box in panel.findChildren(QSpinBox) if box.maximum() == 12)
    size.setValue(5)
    QTest.keyClick(size, Qt.Key.Key_Return)
    assert fitter.state.plan.attack.settings["size"] == 5
    click(page, "defaults")
    assert fitter.state.plan.attack.settings["size"] == 10


def test_a_fit_is_begun_watched_and_kept(page: OneForAllPage, fitter: Fitter, qtbot: QtBot) -> None:
    click(page, "fit-start")
    assert not button(page, "fit-start").isEnabled()
    assert button(page, "fit-start").toolTip() == text.BUSY
    assert not find(page, QComboBox, "fit-method").isEnabled()
    qtbot.waitUntil(lambda: not fitter.state.fitting.busy, timeout=PATIENCE_MS)
    assert words(page, "fit-words").startswith("Fools ")
    assert "Unseen" in find(page, RatesPlot, "fit-plot").accessibleDescription()
    box = find(page, QComboBox, "artefact-list")
    assert box.currentText() == "Patch 12, toward 3, from “The report's network”, not saved"
    assert button(page, "artefact-save").isEnabled()
    with qtbot.waitSignal(page.artefacts.save_wanted) as told:
        click(page, "artefact-save")
    assert told.args == [fitter.state.artefact]


def test_it_is_held_and_goes_on_and_is_dropped(
    page: OneForAllPage, fitter: Fitter, qtbot: QtBot
) -> None:
    fitter.set_parameter("steps", 1000)
    click(page, "fit-start")
    bar = find(page, ProgressBar, "fit-progress")
    qtbot.waitUntil(lambda: "steps" in bar.format(), timeout=PATIENCE_MS)
    click(page, "fit-pause")
    assert button(page, "fit-pause").text() == "Resume"
    click(page, "fit-pause")
    assert button(page, "fit-pause").text() == "Pause"
    click(page, "fit-cancel")
    assert words(page, "fit-words") == text.CANCELLED
    assert button(page, "fit-start").isEnabled()
    assert not button(page, "fit-cancel").isEnabled()
    assert button(page, "fit-cancel").toolTip()


def test_one_of_several_is_worn(page: OneForAllPage, fitter: Fitter) -> None:
    for artefact in (patch(), perturbation()):
        fitter.add(artefact)
    choose(page, "artefact-list", "Patch 10, toward 3, from “The report's network”")
    assert fitter.state.artefact is fitter.state.artefacts[0]


def test_a_patch_is_measured_at_three_places_beside_white(
    page: OneForAllPage, fitter: Fitter, controller: Controller, qtbot: QtBot
) -> None:
    assert button(page, "measure-start").toolTip() == text.NO_MEASURE
    fitter.add(patch())
    click(page, "measure-start")
    qtbot.waitUntil(lambda: fitter.state.measuring.phase == "finished", timeout=PATIENCE_MS)
    told = find(page, ShareRows, "measure-rows").accessibleDescription()
    for place in ("Where it is now", "Best place", "Random place", "White square"):
        assert place in told
    assert "The report's network" in words(page, "measure-words")
    controller.choose_network(load_shipped("softmax"))
    assert not find(page, ShareRows, "measure-rows").accessibleDescription()


def test_without_mnist_it_is_said_and_offered(page: OneForAllPage, fitter: Fitter) -> None:
    fitter.have_mnist(None)
    assert words(page, "fit-words") == text.NO_MNIST
    assert not button(page, "fit-start").isVisible()
    assert button(page, "measure-start").toolTip() == text.NO_DIGITS
    click(page, "fit-get-data")
    dialog = page.findChild(QDialog, "data")
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_everything_has_a_name(page: OneForAllPage) -> None:
    for kind in (QComboBox, QSpinBox, QPushButton):
        for control in page.findChildren(kind):
            named = control.accessibleName() or (
                control.text() if isinstance(control, QPushButton) else ""
            )
            assert named, control.objectName()
