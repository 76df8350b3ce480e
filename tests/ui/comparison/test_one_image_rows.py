"""The table of networks: what its rows show, and how one of them is chosen."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.core.nn.network import Reading
from advgui.lab.comparison.readings import AdversarialExample, ComparedImages, NetworkReadings
from advgui.ui.comparison.one_image_rows import ComparisonRows, NetworkRow
from advgui.ui.comparison.one_image_view import ComparisonTable
from advgui.ui.comparison.small_bars import Columns
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.lab.requests import image, network
from tests.ui.screenshots import painted, part, share_of

Keep = Callable[[ComparisonTable], ComparisonTable]
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


def read_images(before: int, after: int, *, attacked: bool = False) -> NetworkReadings:
    return NetworkReadings(
        network=ATTACKED if attacked else network(2),
        images=IMAGES,
        drawing=reading(before),
        adversarial=reading(after),
    )


def rows(count: int) -> tuple[NetworkRow, ...]:
    return tuple(NetworkRow(f"Network {i}", "99.0\u00a0% MNIST") for i in range(count))


@pytest.fixture
def table(qtbot: QtBot, keep: Keep) -> ComparisonTable:
    made = keep(ComparisonTable())
    made.setPalette(palette(LIGHT))
    made.resize(560, 500)
    made.rows.set_rows(rows(12))
    made.show()
    qtbot.waitExposed(made)
    made.fit()
    return made


def columns(table: ComparisonTable) -> Columns:
    return table.rows.columns()


def adversarial(table: ComparisonTable, index: int) -> QRectF:
    return columns(table).adversarial.of(table.rows.cell(index))


def drawing(table: ComparisonTable, index: int) -> QRectF:
    return columns(table).drawing.of(table.rows.cell(index))


def middle(rows: ComparisonRows, index: int) -> QPoint:
    return rows.cell(index).center().toPoint()


def test_a_network_that_is_fooled_stands_out_in_its_own_row_only(table: ComparisonTable) -> None:
    table.rows.show_reading(0, read_images(7, 3), "")
    table.rows.show_reading(1, read_images(7, 7), "")
    table.rows.show_reading(2, read_images(1, 3), "")
    shown = painted(table.rows)
    fooled = [share_of(part(shown, adversarial(table, i)), LIGHT.fooled) > 0 for i in range(4)]
    assert fooled == [True, False, False, False]
    assert share_of(part(shown, drawing(table, 0)), LIGHT.fooled) == 0
    assert share_of(part(shown, drawing(table, 0)), LIGHT.prediction) > 0


def test_every_verdict_looks_different_without_colour(table: ComparisonTable) -> None:
    """The bars apart: the sign and the word alone tell them."""
    looks = set()
    for before, after in ((7, 3), (7, 8), (7, 7), (1, 3)):
        table.rows.show_reading(1, read_images(before, after), "")
        area = adversarial(table, 1)
        area.setTop(area.center().y())
        area.setLeft(area.right() - 90)
        looks.add((part(painted(table.rows), area).astype(int).sum(axis=-1) < 600).tobytes())
    assert len(looks) == 4


def test_the_bars_are_as_high_as_the_confidences(table: ComparisonTable) -> None:
    def blue(confidence: float) -> float:
        one = Reading(7, tuple(confidence if digit == 7 else 0.0 for digit in range(10)))
        row = replace(read_images(7, 7), drawing=one)
        table.rows.show_reading(0, row, "")
        area = drawing(table, 0)
        area.setWidth(area.width() / 2)  # the bars without the words
        return share_of(part(painted(table.rows), area), LIGHT.prediction)

    half, whole = blue(0.5), blue(1.0)
    assert half > 0
    assert whole == pytest.approx(2 * half, rel=0.12)


def test_the_attacked_network_is_marked(table: ComparisonTable) -> None:
    table.rows.show_reading(0, read_images(7, 3, attacked=True), "")
    table.rows.show_reading(1, read_images(7, 3), "")
    names = columns(table).network
    shown = painted(table.rows)
    marked = [share_of(part(shown, names.of(table.rows.cell(i))), LIGHT.goal) for i in (0, 1)]
    assert marked[0] > 0
    assert marked[1] == 0
    assert "attacked" in table.rows.words(0)
    assert "attacked" not in table.rows.words(1)


class Paints(QObject):
    """Notes how high the part is that is painted each time."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.heights: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_only_the_row_that_changes_is_painted_again(table: ComparisonTable, qtbot: QtBot) -> None:
    qtbot.wait(20)
    paints = Paints(table.rows)
    table.rows.show_reading(2, read_images(7, 3), "")
    qtbot.waitUntil(lambda: bool(paints.heights))
    assert paints.heights == [table.rows.cell(2).toRect().height()]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_whole_ground_is_painted(table: ComparisonTable, scale: float, colours: object) -> None:
    """The widget is opaque: what it leaves out would be rubbish on the screen."""
    table.setPalette(palette(DARK if colours is DARK else LIGHT))
    table.rows.show_reading(0, read_images(7, 3), "")
    table.rows.set_selected(1)
    pixels = painted(table.rows, scale)
    assert not (pixels == (255, 0, 255)).all(axis=-1).any()


def test_a_network_that_cannot_be_read_says_why(table: ComparisonTable) -> None:
    before = painted(table.rows)
    table.rows.show_reading(3, None, "broken.safetensors is damaged.")
    cell = table.rows.cell(3)
    changed = (painted(table.rows) != before).any(axis=(1, 2)).nonzero()[0]
    assert cell.top() <= changed.min() <= changed.max() <= cell.bottom()
    assert table.rows.words(3) == "Choose Network 3: broken.safetensors is damaged."


def test_a_click_chooses_a_network(table: ComparisonTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.rows.chosen) as chosen:
        QTest.mouseClick(table.rows, Qt.MouseButton.LeftButton, pos=middle(table.rows, 2))
    assert chosen.args == [2]


def test_the_keyboard_goes_to_every_row_and_scrolls_there(
    table: ComparisonTable, qtbot: QtBot
) -> None:
    view = table.viewport()
    assert table.rows.height() > view.height()
    table.rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table.rows, Qt.Key.Key_End)
    assert table.rows.current() == 11
    place = table.rows.mapTo(view, middle(table.rows, 11))
    assert view.rect().contains(place)
    assert "Network 11" in table.rows.accessibleDescription()
    with qtbot.waitSignal(table.rows.chosen) as chosen:
        QTest.keyClick(table.rows, Qt.Key.Key_Return)
    assert chosen.args == [11]
    QTest.keyClick(table.rows, Qt.Key.Key_Down)
    assert table.rows.current() == 0
    assert view.rect().contains(table.rows.mapTo(view, middle(table.rows, 0)))


def test_head_and_rows_share_their_columns(table: ComparisonTable, qtbot: QtBot) -> None:
    for width, height in ((520, 400), (700, 900), (1100, 1000)):
        table.resize(width, height)
        qtbot.waitUntil(lambda: table.rows.width() == table.viewport().width())
        assert table.head.width() == table.rows.width()
        ends = columns(table).adversarial
        assert ends.left + ends.width <= table.rows.width()
        names = columns(table).network
        assert names.left + names.width < columns(table).drawing.left


def test_few_rows_grow_with_the_room_and_many_never_shrink_below_their_words(
    table: ComparisonTable,
) -> None:
    low = table.rows.cell(0).height()
    assert low == table.rows.row_height()
    table.rows.set_rows(rows(3))
    table.fit()
    assert table.rows.cell(0).height() > low
    assert table.rows.height() <= table.viewport().height()


def test_no_network_is_no_mistake(table: ComparisonTable, qtbot: QtBot) -> None:
    table.rows.set_rows(())
    table.fit()
    with qtbot.assertNotEmitted(table.rows.chosen):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(table.rows, key)


def test_the_images_of_the_head_are_shown_pixel_by_pixel(table: ComparisonTable) -> None:
    table.head.set_images(IMAGES)
    pixels = painted(table.head)
    side = table.head.height()
    for place, wanted in (
        (columns(table).drawing, IMAGES.drawing),
        (columns(table).adversarial, MADE.image),
    ):
        assert wanted is not None
        left = round(place.left)
        strip = pixels[:, left : left + side]
        multiple = 2
        sharp = np.kron(wanted, np.ones((multiple, multiple), dtype=np.uint8))
        windows = np.lib.stride_tricks.sliding_window_view(strip[..., 0], sharp.shape)
        assert (windows == sharp).all(axis=(2, 3)).any()


def test_the_head_says_where_the_images_come_from(table: ComparisonTable) -> None:
    head = table.head
    assert head.accessibleDescription() == "nothing is drawn; no adversarial image yet"
    head.set_images(IMAGES)
    head.set_line("9 of 11 read 7")
    assert head.accessibleDescription() == (
        "a drawing, 9 of 11 read 7; an adversarial image, toward 3, L2 1.00 · step 1"
    )
    head.set_images(ComparedImages(image(9), MADE))
    assert head.accessibleDescription().endswith("an adversarial image, of an earlier drawing")
