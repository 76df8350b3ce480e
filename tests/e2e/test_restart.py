"""What was chosen survives a restart; rubbish in the settings does no harm."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QSlider

from advgui.core.zoo import default_network
from advgui.ui.theme.tokens import is_dark
from tests.e2e.conftest import Start
from tests.e2e.user import SEVEN, User


def test_what_was_chosen_survives_a_restart(start: Start) -> None:
    with start() as user:
        user.select("network", "report")
        user.select("attack", "penalty")
        user.click("more")
        user.drag_slider("likeness-slider", 0.8)
        user.drag_slider("threshold", 0.3)
        user.drag_slider("pen-width", 0.9)
        user.type_number("seed-number", 77)
        user.choose_action("theme-dark")
        user.choose_action("language-de")
        user.window.resize(1024, 711)  # wider than the screen that is not there comes back less
        before = user.state
    with start() as user:
        after = user.state
        assert after.network.name == user.chosen("network") == "report"
        assert after.attack_name == user.chosen("attack") == "penalty"
        assert dict(after.attacks) == dict(before.attacks)
        assert user.find(QDoubleSpinBox, "likeness").value() == before.attack.settings["likeness"]
        assert after.threshold == before.threshold
        assert user.find(QSlider, "threshold").value() == round(255 * before.threshold)
        assert after.drawing.pen == before.drawing.pen
        assert after.seed == 77
        assert is_dark(user.window.palette())
        assert user.find(QAction, "language-de").isChecked()
        assert (user.window.width(), user.window.height()) == (1024, 711)
        user.choose_action("theme-light")
    with start() as user:
        assert not is_dark(user.window.palette())


def test_live_survives_a_restart_and_attacks_nothing_by_itself(start: Start) -> None:
    with start() as user:
        user.click("live")
    with start() as user:
        assert user.find(QCheckBox, "live").isChecked()
        user.draw(SEVEN)
        assert user.state.run is None


def settings_file(home: Path) -> Path:
    """Where the settings lie, as a window has just written them."""
    (path,) = home.rglob("advgui.conf")
    return path


def starts_fresh(user: User) -> None:
    assert user.state.network.name == default_network()
    assert user.window.width() >= 1024
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    assert user.run.outcome is not None


@pytest.mark.parametrize(
    "content",
    [b"", b"\0\xff\xfe[[[lab\n=\n=]==", b"[lab]\nnetwork", bytes(range(256)) * 40],
    ids=["empty", "torn", "cut short", "bytes"],
)
def test_a_settings_file_that_is_none_does_no_harm(
    start: Start, home: Path, content: bytes
) -> None:
    with start():
        pass
    settings_file(home).write_bytes(content)
    with start() as user:
        starts_fresh(user)
    with start() as user:  # it is whole again
        assert user.state.network.name == "report"


RUBBISH = """
[window]
geometry={0}

[lab]
network={0}
attack={0}
threshold={0}
seed={0}
live={0}
theme={0}
pen={0}
parameters\\ddn\\steps={0}
parameters\\ddn\\adapt={0}
parameters\\penalty\\start={0}
"""


@pytest.mark.parametrize(
    "value",
    [
        *("banana", "-1", "nan", "1e308", "a, b", '""', "@ByteArray(geometry)", "@Invalid()"),
        *("@Size(1 2)", "@Variant(\\0\\0\\0)", "@Rect(0 0 0 0)", "99999999999999999999"),
    ],
)
def test_rubbish_among_the_settings_does_no_harm(start: Start, home: Path, value: str) -> None:
    with start():
        pass
    path = settings_file(home)
    path.write_text(RUBBISH.format(value), encoding="utf-8")
    with start() as user:
        assert user.state.network.name == default_network()
        user.draw(SEVEN)
        assert user.words("bars-note") == f"Reads the drawing as {user.reads()}."
    assert "@" not in path.read_text(encoding="utf-8")  # it is whole again
