from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget

from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, palette
from advgui.ui.theme.warning_sign import WarningSign
from tests.ui.qimages import numbers, rgba


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    qapp.setPalette(palette(LIGHT))
    yield
    qapp.setPalette(palette(LIGHT))


def differs(sign: WarningSign, theme: Tokens) -> int:
    """By how many levels its colour is from the one that a theme has."""
    shown = rgba(sign.pixmap().toImage())
    solid = shown[shown[..., 3] == 255][:, :3]
    return int(np.abs(solid.astype(int) - numbers(theme.goal_text)).max())


def test_a_sign_that_is_open_follows_the_theme(
    qapp: QApplication, keep: Callable[[QWidget], QWidget]
) -> None:
    sign = WarningSign(32, lambda colours: colours.goal_text)
    keep(sign).show()
    assert differs(sign, LIGHT) <= 2 < differs(sign, DARK)
    qapp.setPalette(palette(DARK))
    qapp.processEvents()
    assert differs(sign, DARK) <= 2 < differs(sign, LIGHT)
