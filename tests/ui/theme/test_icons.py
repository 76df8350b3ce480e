from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from advgui.core.resources import ResourceError
from advgui.ui.theme.icons import (
    NAMES,
    application_icon,
    icon,
    picture,
    refresh_icons,
    set_first_icon,
    set_icon,
)
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.ui.qimages import numbers, rgba


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    qapp.setPalette(palette(LIGHT))
    yield
    qapp.setPalette(palette(LIGHT))


def pixels(pixmap: QPixmap) -> NDArray[np.uint8]:
    return rgba(pixmap.toImage())


def solid(pixmap: QPixmap) -> NDArray[np.uint8]:
    """RGB (n, 3) of the pixels that are wholly covered."""
    shown = pixels(pixmap)
    covered: NDArray[np.uint8] = shown[shown[..., 3] == 255][:, :3]
    return covered


def test_every_icon_draws_something_inside_its_grid_in_the_texts_colour() -> None:
    for name in NAMES:
        shown = pixels(icon(name, palette(DARK)).pixmap(QSize(20, 20), 1.0))
        covered = shown[..., 3] > 0
        assert 0.04 < covered.mean() < 0.6, name
        assert not covered[[0, -1]].any(), name
        assert not covered[:, [0, -1]].any(), name
        inside = shown[shown[..., 3] > 200][:, :3]
        assert np.abs(inside - numbers(DARK.text)).max() <= 2, name


def test_no_two_icons_look_alike() -> None:
    drawn = [pixels(icon(n, palette(LIGHT)).pixmap(QSize(20, 20), 1.0))[..., 3] for n in NAMES]
    assert len({one.tobytes() for one in drawn}) == len(NAMES)


def test_a_disabled_icon_is_faint() -> None:
    made = icon("seed", palette(LIGHT))
    shown = solid(made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled))
    assert len(shown)
    assert np.abs(shown - numbers(LIGHT.faint)).max() <= 2


def test_an_icon_on_a_finer_screen_has_more_pixels_not_larger_ones() -> None:
    fine = pixels(picture("attack", LIGHT.text, 20, 2.0))[..., 3]
    assert fine.shape == (40, 40)
    blocks = fine.reshape(20, 2, 20, 2)
    assert (np.ptp(blocks, axis=(1, 3)) > 0).any()


def test_icons_follow_the_theme(qapp: QApplication, keep: Callable[[QWidget], QWidget]) -> None:
    window = keep(QWidget())
    action, button = QAction("Undo", window), QToolButton(window)
    plain = QAction("No icon of the set", window)
    set_icon(action, "undo")
    set_icon(button, "redo")
    qapp.setPalette(palette(DARK))
    refresh_icons(window)
    for owner in (action, button):
        shown = solid(owner.icon().pixmap(QSize(20, 20), 1.0))
        assert np.abs(shown - numbers(DARK.text)).max() <= 2
    assert plain.icon().isNull()


def test_an_icon_that_does_not_ship_is_told() -> None:
    with pytest.raises(ResourceError, match="no-such-icon"):
        icon("no-such-icon", palette(LIGHT))


def test_the_applications_icon_is_there_in_every_size() -> None:
    for side in (16, 32, 256):
        shown = application_icon().pixmap(QSize(side, side), 1.0).toImage()
        assert shown.size() == QSize(side, side)
        assert shown.pixelColor(side // 2, side // 2).alpha() == 255
        assert shown.pixelColor(0, 0).alpha() == 0


def test_lines_lie_on_the_pixels_of_the_screen_where_they_nearly_would() -> None:
    nearly = pixels(picture("new", LIGHT.text, 20, 1.25))
    assert nearly.shape == (25, 25, 4)
    np.testing.assert_array_equal(nearly[:24, :24], pixels(picture("new", LIGHT.text, 24, 1.0)))


def test_the_first_icon_of_an_action_looks_as_it_does_later(qapp: QApplication) -> None:
    for enabled in (True, False):
        action = QAction(enabled=enabled)
        set_first_icon(action, "save")
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        first = pixels(action.icon().pixmap(QSize(24, 24), 1.0, mode))
        set_icon(action, "save")
        np.testing.assert_array_equal(first, pixels(action.icon().pixmap(QSize(24, 24), 1.0, mode)))
