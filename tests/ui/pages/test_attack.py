from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.ui.attack.page import AttackPage
from advgui.ui.pages.attack import Attack
from tests.ui.pages.fake_window import FakeWindow


def test_it_shows_attacks_and_what_it_copies_goes_to_the_clipboard(
    window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    page = Attack()
    assert page.shows_attack
    made = page.make(window)
    assert isinstance(made, AttackPage)
    keep(made)
    image = np.zeros((28, 28), np.uint8)
    made.tiles.copy_requested.emit(image)
    ((what, copied),) = window.used
    assert what == "copy"
    assert copied is image
