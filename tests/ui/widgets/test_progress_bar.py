"""How far something is, as a share of a bar and in words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.widgets.progress_bar import ProgressBar
from tests.ui.screenshots import painted, share_of


@pytest.fixture
def bar(qtbot: QtBot, keep: Callable[[ProgressBar], ProgressBar]) -> ProgressBar:
    made = keep(ProgressBar("progress", "Steps"))
    made.setPalette(palette(LIGHT))
    made.resize(200, 24)
    made.show()
    qtbot.waitExposed(made)
    return made


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_bar_is_filled_by_the_share_that_is_done(bar: ProgressBar) -> None:
    shares = []
    for done in (0, 25, 50):
        bar.show_done(done, 100, "")
        shares.append(share_of(painted(bar), LIGHT.accent))
    assert shares[0] == 0
    assert shares[2] == pytest.approx(2 * shares[1], rel=0.05)


def test_nothing_to_do_is_no_mistake(bar: ProgressBar) -> None:
    bar.show_done(0, 0, "")
    assert share_of(painted(bar), LIGHT.accent) == 0


def test_several_changes_are_painted_at_once_and_not_before_all_else(
    bar: ProgressBar, qtbot: QtBot
) -> None:
    qtbot.wait(20)
    paints = Paints(bar)
    bar.installEventFilter(paints)
    for done in range(1, 6):
        bar.show_done(done, 10, f"{done} / 10")
    assert paints.count == 0
    qtbot.waitUntil(lambda: paints.count > 0)
    assert paints.count == 1
    assert bar.text() == "5 / 10"
