"""The wall: every view framed by whether it fools, and told under the mouse."""

from collections.abc import Callable

import numpy as np
import pytest

from advgui.lab.world.surviving import Moves, Survived
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.world.wall import Wall


@pytest.fixture
def wall(keep: Callable[[Wall], Wall]) -> Wall:
    made = keep(Wall())
    made.setPalette(palette(LIGHT))
    made.resize(36 * 5, 36 * 5)
    moves = Moves(np.zeros(8), np.zeros((8, 2)), np.ones(8))
    fooled = np.array([True, False, True, False])
    images = np.full((8, 28, 28), 100, np.uint8)
    labels = np.array([3, 7, 3, 7])
    made.show_views(Survived(images, fooled, ~fooled, labels, moves))
    return made


def test_a_view_is_framed_by_its_verdict(wall: Wall) -> None:
    side = wall._grid()[2]
    picture = wall.grab().toImage()
    ratio = picture.devicePixelRatio()
    frames = [
        picture.pixelColor(int((n * side + 0.5) * ratio), int(10 * ratio)).name() for n in range(2)
    ]
    assert frames == [LIGHT.fooled.name(), LIGHT.line.name()]


def test_what_is_under_the_mouse_is_a_view_or_nothing(wall: Wall) -> None:
    side = wall._grid()[2]
    assert wall.view_at(side * 1.5, side * 0.5) == 1
    assert wall.view_at(side * 4.5, side * 4.5) is None
    assert "2 of 4" in wall.accessibleDescription()


def test_without_views_it_says_why(wall: Wall) -> None:
    wall.show_views(None, "Attack first.")
    assert wall.accessibleDescription() == "Attack first."
    assert wall.view_at(2, 2) is None
