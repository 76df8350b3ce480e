from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from advgui.ui.window.screen_fit import fit

Keep = Callable[[QWidget], QWidget]


def screen() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def test_a_window_that_is_larger_than_its_screen_is_made_smaller(keep: Keep) -> None:
    window = keep(QWidget())
    window.resize(9000, 9000)
    fit(window)
    assert window.width() < screen().width()
    assert window.height() < screen().height()


def test_a_window_that_fits_stays_as_it_is(keep: Keep) -> None:
    window = keep(QWidget())
    window.resize(400, 300)
    fit(window)
    assert (window.width(), window.height()) == (400, 300)


@pytest.mark.parametrize("place", [(-500, -500), (9000, 100), (100, 9000)])
def test_a_window_that_was_left_elsewhere_is_brought_back(
    keep: Keep, place: tuple[int, int]
) -> None:
    window = keep(QWidget())
    window.setGeometry(*place, 400, 300)
    fit(window)
    assert screen().contains(window.geometry())


def test_a_window_that_fills_its_screen_is_left_alone(keep: Keep) -> None:
    window = keep(QWidget())
    window.showMaximized()
    before = window.geometry()
    fit(window)
    assert window.geometry() == before
