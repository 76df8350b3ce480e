"""A row for each detector: how good it is, and some of what it caught and missed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from advgui.core.training.poisoned import PoisonOutcome
from advgui.lab.poisoning.state import PoisonPageState
from advgui.lab.poisoning.text import share_words
from advgui.ui.poisoning.catches_view import CatchesView, DigitStrip
from tests.fake_poisoning import CHOICE, outcome
from tests.ui.find import find


@pytest.fixture
def flips() -> PoisonOutcome:
    chosen = replace(CHOICE, attack="label-flips").with_parameter("rate", 0.1)
    return outcome(chosen)


@pytest.fixture
def view(qtbot: QtBot, keep: Callable[[CatchesView], CatchesView]) -> CatchesView:
    made = keep(CatchesView())
    made.resize(520, 240)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_before_a_training_it_says_what_will_be_there(view: CatchesView) -> None:
    assert find(view, QLabel, "loss-precision").text() == "-"
    note = find(view, QLabel, "poison-catches-note").text()
    assert note == "What the detectors caught and missed appears here."
    assert find(view, DigitStrip, "loss-missed").accessibleName() == "Missed: not known yet"


def test_precision_recall_and_counts_are_told(view: CatchesView, flips: PoisonOutcome) -> None:
    view.show_outcome(flips)
    for catch in flips.catches:
        name = catch.detector
        assert find(view, QLabel, f"{name}-precision").text() == share_words(catch.precision)
        assert find(view, QLabel, f"{name}-recall").text() == share_words(catch.recall)
        missed = find(view, DigitStrip, f"{name}-missed").accessibleName()
        assert missed == f"{catch.poisoned - catch.right:,} missed"


def test_an_image_that_is_pointed_at_tells_its_labels(
    view: CatchesView, flips: PoisonOutcome
) -> None:
    view.show_outcome(flips)
    loss = next(catch for catch in flips.catches if catch.detector == "loss")
    shown = flips.shown[loss.hits[0]]
    strip = find(view, DigitStrip, "loss-caught")
    words = f"Labelled {shown.label}, is a {shown.true}"
    assert strip.accessibleDescription().startswith(words)
    point = QPoint(5, strip.height() - 5)
    QApplication.sendEvent(
        strip, QHelpEvent(QHelpEvent.Type.ToolTip, point, strip.mapToGlobal(point))
    )
    assert QToolTip.text() == words
    QToolTip.hideText()


def test_a_detector_that_caught_no_poison_says_so_before_one_trains_without_it(
    view: CatchesView, flips: PoisonOutcome
) -> None:
    wrong, right = (replace(flips.catches[0], right=right) for right in (0, 5))
    for catch, words in (
        (wrong, "Nothing that this detector caught is poisoned"),
        (right, "Train"),
    ):
        seen = replace(flips, catches=(catch, *flips.catches[1:]))
        view.show_state(PoisonPageState(choice=CHOICE, outcome=seen, mnist=Path("here")))
        button = find(view, QPushButton, f"{catch.detector}-retrain")
        assert button.isEnabled()
        assert button.toolTip().startswith(words)
