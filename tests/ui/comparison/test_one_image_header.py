"""Over the table of one attack's image stand the two images, pixel by pixel, and what they are."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from advgui.lab.comparison.one_image_text import ALONE
from advgui.lab.comparison.readings import AdversarialExample, ComparedImages
from advgui.ui.comparison.one_image_model import ADVERSARIAL, DRAWING, NETWORK
from advgui.ui.comparison.one_image_table import OneImageTable
from advgui.ui.theme.tokens import LIGHT, palette
from tests.lab.requests import image, network
from tests.ui.screenshots import painted

MADE = AdversarialExample(
    image=image(2),
    original=image(1),
    against=network(1),
    label=7,
    goal=3,
    fooled=True,
    l2=1.0,
    step=1,
    running=False,
)
IMAGES = ComparedImages(image(1), MADE)


@pytest.fixture
def table(qtbot: QtBot, keep: Callable[[OneImageTable], OneImageTable]) -> OneImageTable:
    made = keep(OneImageTable())
    made.setPalette(palette(LIGHT))
    made.resize(560, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(("height", "multiple"), [(500, 2), (700, 3)])
def test_the_images_are_shown_pixel_by_pixel_and_larger_where_there_is_room(
    table: OneImageTable, height: int, multiple: int
) -> None:
    table.resize(560, height)
    table.head.set_images(IMAGES)
    pixels = painted(table.head.viewport())
    for section, wanted in ((DRAWING, IMAGES.drawing), (ADVERSARIAL, MADE.image)):
        assert wanted is not None
        left = table.head.sectionPosition(section)
        strip = pixels[:, left : left + table.head.height()]
        sharp = np.kron(wanted, np.ones((multiple, multiple), dtype=np.uint8))
        windows = np.lib.stride_tricks.sliding_window_view(strip[..., 0], sharp.shape)
        assert (windows == sharp).all(axis=(2, 3)).any()


def test_the_head_says_where_the_images_come_from(table: OneImageTable) -> None:
    head = table.head
    assert head.accessibleDescription() == "nothing is drawn; no adversarial image yet"
    head.set_images(IMAGES)
    head.set_line("9 of 11 read 7")
    assert head.accessibleDescription() == (
        "a drawing, 9 of 11 read 7; an adversarial image, toward 3, L2 1.00 · step 1"
    )
    head.set_images(ComparedImages(image(9), MADE))
    assert head.accessibleDescription().endswith("an adversarial image, of an earlier drawing")


def test_the_head_says_that_the_rows_have_no_defence(table: OneImageTable) -> None:
    table.head.set_images(IMAGES)
    before = painted(table.head.viewport())
    table.head.set_images(replace(IMAGES, defended=True))
    assert table.head.accessibleDescription().endswith(ALONE)
    names = table.head.sectionSize(NETWORK)
    assert (painted(table.head.viewport()) != before)[:, :names].any()


def test_an_image_of_an_earlier_drawing_is_paler(table: OneImageTable) -> None:
    def brightest(images: ComparedImages) -> int:
        table.head.set_images(images)
        left = table.head.sectionPosition(ADVERSARIAL)
        return int(painted(table.head.viewport())[20:60, left + 10 : left + 50].min())

    assert brightest(IMAGES) < brightest(ComparedImages(image(9), MADE))
