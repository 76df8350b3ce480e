"""A row for each network: what its cells say, and which of them a reading changes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from advgui.core.nn.network import Reading
from advgui.lab.comparison.readings import AdversarialExample, ComparedImages, NetworkReadings
from advgui.ui.comparison.one_image_model import (
    ADVERSARIAL,
    DRAWING,
    NETWORK,
    NetworkRow,
    OneImageModel,
)
from tests.lab.requests import image, network

EXAMPLE = AdversarialExample(
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
IMAGES = ComparedImages(image(1), EXAMPLE)


def reading(label: int) -> Reading:
    return Reading(label, tuple(0.8 if digit == label else 0.1 for digit in range(10)))


def read(before: int, after: int) -> NetworkReadings:
    return NetworkReadings(
        network=network(2), images=IMAGES, drawing=reading(before), adversarial=reading(after)
    )


@pytest.fixture
def model(qapp: object) -> OneImageModel:
    made = OneImageModel()
    made.set_rows(tuple(NetworkRow(f"Network {i}", "") for i in range(3)))
    return made


@pytest.fixture
def changes(model: OneImageModel) -> Iterator[list[tuple[int, int]]]:
    """The cells that were said to have changed."""
    told: list[tuple[int, int]] = []

    def tell(first: QModelIndex, last: QModelIndex) -> None:
        assert first == last
        told.append((first.row(), first.column()))

    model.dataChanged.connect(tell)
    yield told
    model.dataChanged.disconnect(tell)


def test_the_pen_changes_the_drawing_s_cell_alone(
    model: OneImageModel, changes: list[tuple[int, int]]
) -> None:
    model.set_reading(1, read(7, 3), "")
    changes.clear()
    model.set_reading(1, read(7, 3), "")
    assert changes == []
    surer = Reading(7, tuple(0.9 if digit == 7 else 0.05 for digit in range(10)))
    model.set_reading(1, replace(read(7, 3), drawing=surer), "")
    assert changes == [(1, DRAWING)]


def test_a_step_changes_the_adversarial_cell_alone(
    model: OneImageModel, changes: list[tuple[int, int]]
) -> None:
    model.set_reading(2, read(7, 7), "")
    changes.clear()
    model.set_reading(2, read(7, 3), "")
    assert changes == [(2, ADVERSARIAL)]


def test_the_end_of_an_attack_changes_the_cell_even_where_the_reading_stays(
    model: OneImageModel, changes: list[tuple[int, int]]
) -> None:
    going = ComparedImages(image(1), replace(EXAMPLE, running=True))
    model.set_reading(0, replace(read(7, 3), images=going), "")
    changes.clear()
    model.set_reading(0, read(7, 3), "")
    assert changes == [(0, ADVERSARIAL)]


def test_the_cells_say_what_is_read_and_what_that_means(model: OneImageModel) -> None:
    model.set_reading(0, read(7, 3), "")
    said = [model.index(0, column).data() for column in (NETWORK, DRAWING, ADVERSARIAL)]
    assert said == ["Network 0", "7, 80.0\u00a0%", "3, 80.0\u00a0%, fooled"]
    tip = model.index(0, DRAWING).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == model.words(0)
    assert tip.startswith("A click puts it in use: Network 0, the drawing: 7")


def test_a_network_that_cannot_read_says_why(model: OneImageModel) -> None:
    model.set_reading(0, None, "It is damaged.")
    said = [model.index(0, column).data() for column in (NETWORK, DRAWING, ADVERSARIAL)]
    assert said == ["Network 0", "It is damaged.", ""]
