"""Light, dark, or as the system: the whole window follows at once."""

import numpy as np
import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QLabel, QToolButton

from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, is_dark
from tests.e2e.user import SEVEN, User
from tests.ui.screenshots import painted, share_of

MODES = {"light": LIGHT, "dark": DARK}


def choose(user: User, mode: str) -> None:
    """Choose a theme; Qt tells the widgets of it a moment later."""
    user.choose_action(f"theme-{mode}")
    user.wait_until(lambda: is_dark(user.window.palette()) == (mode == "dark"))


def looks(user: User, colours: Tokens) -> bool:
    """Whether most of the window is painted on that theme's ground."""
    return share_of(painted(user.window), colours.window) > 0.3


def test_the_window_changes_at_once_and_back(user: User) -> None:
    for mode in ("dark", "light", "dark"):
        choose(user, mode)
        assert looks(user, MODES[mode])
        assert user.find(QAction, f"theme-{mode}").isChecked()
    user.choose_action("theme-system")
    assert user.find(QAction, "theme-system").isChecked()


@pytest.mark.parametrize("mode", MODES)
def test_every_line_of_text_can_be_read_after_a_change(user: User, mode: str) -> None:
    user.draw(SEVEN)
    choose(user, "light" if mode == "dark" else "dark")
    choose(user, mode)
    ground = MODES[mode].window.lightness()
    for label in user.window.findChildren(QLabel):
        if label.isVisible() and label.text():
            text = label.palette().color(label.foregroundRole()).lightness()
            assert abs(text - ground) > 60, f"{label.objectName()}: {label.text()}"
            assert label.palette().color(QPalette.ColorRole.Window) == MODES[mode].window


def test_icons_and_the_perturbation_follow(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    choose(user, "light")
    button = user.find(QToolButton, "eraser")
    light = painted(button).mean(), user.image("perturbation").mean()
    adversarial = user.image("adversarial")
    choose(user, "dark")
    dark = painted(button).mean(), user.image("perturbation").mean()
    assert all(one > other + 50 for one, other in zip(light, dark, strict=True))
    assert np.array_equal(user.image("adversarial"), adversarial)
