"""The table of one attack's image: what its rows show, and how they fit."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.core.nn.network import Reading
from advgui.lab.comparison.readings import AdversarialExample, ComparedImages, NetworkReadings
from advgui.ui.comparison.one_image_model import ADVERSARIAL, DRAWING, NETWORK, NetworkRow
from advgui.ui.comparison.one_image_table import OneImageTable
from advgui.ui.comparison.reading_cell import GAP
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.lab.requests import image, network
from tests.ui.screenshots import painted, part, share_of

Keep = Callable[[OneImageTable], OneImageTable]
ATTACKED = network(1)
MADE = AdversarialExample(
    image=image(2),
    original=image(1),
    against=ATTACKED,
    label=7,
    goal=3,
    fooled=True,
    l2=1.0,
    step=1,
    running=False,
)
IMAGES = ComparedImages(image(1), MADE)


def reading(label: int) -> Reading:
    return Reading(label, tuple(0.8 if digit == label else 0.1 for digit in range(10)))


def read(before: int, after: int, *, attacked: bool = False) -> NetworkReadings:
    return NetworkReadings(
        network=ATTACKED if attacked else network(2),
        images=IMAGES,
        drawing=reading(before),
        adversarial=reading(after),
    )


def rows(count: int) -> tuple[NetworkRow, ...]:
    return tuple(NetworkRow(f"Network {i}", "99.0\u00a0% MNIST") for i in range(count))


@pytest.fixture
def table(qtbot: QtBot, keep: Keep) -> OneImageTable:
    made = keep(OneImageTable())
    made.setPalette(palette(LIGHT))
    made.resize(560, 500)
    made.set_rows(rows(12))
    made.show()
    qtbot.waitExposed(made)
    return made


def cell(table: OneImageTable, row: int, column: int) -> QRectF:
    """Where a cell is in the viewport."""
    return QRectF(table.visualRect(table.rows.index(row, column)))


def adversarial(table: OneImageTable, index: int) -> QRectF:
    return cell(table, index, ADVERSARIAL)


def drawing(table: OneImageTable, index: int) -> QRectF:
    return cell(table, index, DRAWING)


def test_a_network_that_is_fooled_stands_out_in_its_own_row_only(table: OneImageTable) -> None:
    table.show_reading(0, read(7, 3), "")
    table.show_reading(1, read(7, 7), "")
    table.show_reading(2, read(1, 3), "")
    shown = painted(table.viewport())
    fooled = [share_of(part(shown, adversarial(table, i)), LIGHT.fooled) > 0 for i in range(4)]
    assert fooled == [True, False, False, False]
    assert share_of(part(shown, drawing(table, 0)), LIGHT.fooled) == 0
    assert share_of(part(shown, drawing(table, 0)), LIGHT.prediction) > 0


def test_every_verdict_looks_different_without_colour(table: OneImageTable) -> None:
    """The bars apart: the sign and the word alone tell them."""
    looks = set()
    for before, after in ((7, 3), (7, 8), (7, 7), (1, 3)):
        table.show_reading(1, read(before, after), "")
        area = adversarial(table, 1)
        area.setTop(area.center().y())
        area.setLeft(area.right() - 90)
        looks.add((part(painted(table.viewport()), area).astype(int).sum(axis=-1) < 600).tobytes())
    assert len(looks) == 4


def test_the_bars_are_as_high_as_the_confidences(table: OneImageTable) -> None:
    def blue(confidence: float) -> float:
        one = Reading(7, tuple(confidence if digit == 7 else 0.0 for digit in range(10)))
        row = replace(read(7, 7), drawing=one)
        table.show_reading(0, row, "")
        area = drawing(table, 0)
        area.setWidth(area.width() / 2)  # the bars without the words
        return share_of(part(painted(table.viewport()), area), LIGHT.prediction)

    half, whole = blue(0.5), blue(1.0)
    assert half > 0
    assert whole == pytest.approx(2 * half, rel=0.12)


def test_the_attacked_network_is_marked(table: OneImageTable) -> None:
    table.show_reading(0, read(7, 3, attacked=True), "")
    table.show_reading(1, read(7, 3), "")
    shown = painted(table.viewport())
    marked = [share_of(part(shown, cell(table, i, NETWORK)), LIGHT.goal) for i in (0, 1)]
    assert marked[0] > 0
    assert marked[1] == 0
    assert "attacked" in table.rows.words(0)
    assert "attacked" not in table.rows.words(1)


class Paints(QObject):
    """Notes which parts are painted each time."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.areas: list[QRect] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def test_only_the_cell_that_changes_is_painted_again(table: OneImageTable, qtbot: QtBot) -> None:
    table.show_reading(2, read(7, 3), "")
    qtbot.wait(20)
    paints = Paints(table.viewport())
    table.show_reading(2, read(7, 3), "")  # looks the same
    table.show_reading(2, read(7, 8), "")
    qtbot.waitUntil(lambda: bool(paints.areas))
    assert paints.areas == [adversarial(table, 2).toRect()]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_whole_ground_is_painted(table: OneImageTable, scale: float, colours: object) -> None:
    """The widget is opaque: what it leaves out would be rubbish on the screen."""
    table.setPalette(palette(DARK if colours is DARK else LIGHT))
    table.show_reading(0, read(7, 3), "")
    table.set_selected(1)
    pixels = painted(table.viewport(), scale)
    assert not (pixels == (255, 0, 255)).all(axis=-1).any()


def test_a_network_that_cannot_be_read_says_why(table: OneImageTable) -> None:
    before = painted(table.viewport())
    table.show_reading(3, None, "broken.safetensors is damaged.")
    row = table.row_rect(3)
    changed = (painted(table.viewport()) != before).any(axis=(1, 2)).nonzero()[0]
    assert row.top() <= changed.min() <= changed.max() <= row.bottom()
    assert (
        table.rows.words(3) == "A click puts it in use: Network 3: broken.safetensors is damaged."
    )
    table.show_reading(3, read(7, 3), "")  # mended: it has two readings again
    assert drawing(table, 3).right() == adversarial(table, 3).left()


def test_head_and_rows_share_their_columns(table: OneImageTable, qtbot: QtBot) -> None:
    for width, height in ((520, 400), (700, 900), (1100, 1000)):
        table.resize(width, height)
        wide = table.viewport().width()
        assert table.head.width() == wide
        assert table.head.length() == wide
        assert cell(table, 0, ADVERSARIAL).right() == wide
        assert cell(table, 0, NETWORK).right() == cell(table, 0, DRAWING).left()


def test_a_name_is_whole_where_there_is_room_for_it(table: OneImageTable) -> None:
    title = "A network of a rather long name"
    table.set_rows((NetworkRow(title, "99.0\u00a0% MNIST"),))
    table.resize(700, 500)
    assert cell(table, 0, NETWORK).width() >= 2 * GAP + texts().width(title, "strong")


def test_few_rows_grow_with_the_room_and_many_never_shrink_below_their_words(
    table: OneImageTable,
) -> None:
    low = table.rowHeight(0)
    assert low == table.row_height()
    assert table.verticalScrollBar().maximum() > 0
    table.set_rows(rows(3))
    assert table.rowHeight(0) > low
    assert table.verticalScrollBar().maximum() == 0


def test_no_network_is_no_mistake(table: OneImageTable, qtbot: QtBot) -> None:
    table.set_rows(())
    with qtbot.assertNotEmitted(table.chosen):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(table, key)
