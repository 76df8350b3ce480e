"""The page as a whole: what is drawn is chosen, and every control has a name."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from advgui.core.training.poisoned import PoisonOutcome
from advgui.lab.poisoning.text import retrained_words
from advgui.ui.poisoning.page import PoisonPage
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.widgets.scroll_area import ScrollArea
from tests.ui.find import click, find


def test_what_is_drawn_with_the_mouse_is_the_trigger_and_where_it_is(
    page: PoisonPage, poisoner: Poisoner
) -> None:
    square = page.editor._square()
    point = QPoint(round(square.left()) + 2, round(square.top()) + 2)
    QTest.mouseClick(page.editor, Qt.MouseButton.LeftButton, pos=point)
    choice = poisoner.state.choice
    assert (choice.row, choice.column) == (0, 0)
    assert choice.pixels[0, 0] == 255
    assert find(page, QLabel, "trigger-words").text() == "10 pixels at row 0, column 0"


def test_flips_have_no_trigger_to_draw_and_say_so(page: PoisonPage, poisoner: Poisoner) -> None:
    from dataclasses import replace

    poisoner.choose(replace(poisoner.state.choice, attack="label-flips"))
    assert not page.editor.isEnabled()
    assert page.editor.toolTip() == "This attack stamps no trigger"
    assert find(page, QPushButton, "trigger-clear").toolTip() == "This attack stamps no trigger"


def test_mnist_that_was_fetched_elsewhere_is_found_when_the_page_is_shown(
    page: PoisonPage, poisoner: Poisoner
) -> None:
    poisoner.have_mnist(None)
    page.hide()
    page.show()
    assert poisoner.state.mnist is not None


def test_every_control_has_a_name(page: PoisonPage) -> None:
    kinds = (QAbstractButton, QComboBox, QSlider)
    controls = [one for kind in kinds for one in page.findChildren(kind)]
    assert len(controls) > 10
    nameless: list[QWidget] = [
        one
        for one in controls
        if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]
    assert not nameless


def test_what_a_detector_caught_can_be_left_out_of_another_training(
    page: PoisonPage,
    poisoner: Poisoner,
    finish: Callable[[], PoisonOutcome],
    retrain: Callable[[], PoisonOutcome],
) -> None:
    button = find(page, QPushButton, "spectral-retrain")
    assert not button.isEnabled()
    assert button.toolTip() == "Train a poisoned network first"
    finish()
    assert button.isEnabled()
    click(page, "spectral-retrain")
    assert poisoner.state.job.busy
    assert not button.isEnabled()
    assert button.toolTip() == "Networks are being trained"
    poisoner.cancel()
    found = retrain()
    assert poisoner.state.outcome is found
    words = find(page, QLabel, "poison-words").text()
    assert words == retrained_words(found)
    assert words.startswith("Trained anew without")


def test_a_wide_page_is_lower_and_can_be_made_narrow_again(
    page: PoisonPage, keep: Callable[[ScrollArea], ScrollArea]
) -> None:
    narrow = page.minimumSizeHint()
    area = keep(ScrollArea(page, least=240))
    area.resize(1100, 600)
    area.show()
    QApplication.processEvents()
    assert page.catches.x() > page.both.geometry().right()
    assert page.minimumSizeHint().height() < narrow.height()
    assert page.minimumSizeHint().width() <= narrow.width()
    area.resize(narrow.width(), 600)
    QApplication.processEvents()
    assert page.width() == narrow.width()
    assert page.both.y() > page.plot.geometry().bottom()


def test_in_a_low_window_what_came_of_it_is_seen_without_scrolling(
    page: PoisonPage, keep: Callable[[ScrollArea], ScrollArea]
) -> None:
    area = keep(ScrollArea(page, least=240))
    area.seen_at_once.connect(page.set_seen)
    area.resize(798, 405)
    area.show()
    QApplication.processEvents()
    seen = area.viewport().rect()
    for part in (page.plot, page.both, page.bar):
        assert seen.contains(QRect(part.mapTo(area.viewport(), QPoint()), part.size()))
    area.resize(798, 600)
    QApplication.processEvents()
    assert page.both.y() > page.plot.geometry().bottom()
