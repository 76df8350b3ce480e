from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.attack.history import run_curves
from advgui.ui.plotting.curves import Curve
from advgui.ui.plotting.key import CurveKey
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.screenshots import painted, share_of

VALUES = {"goal": 0.5, "misfit": 0.25, "distance": 1.5}


@pytest.fixture
def key(qtbot: QtBot, keep: Callable[[CurveKey], CurveKey]) -> CurveKey:
    made = keep(CurveKey())
    made.setPalette(palette(LIGHT))
    made.resize(700, 20)
    made.show()
    qtbot.waitExposed(made)
    made.set_values(run_curves(), VALUES)
    return made


def test_every_curve_is_named_with_its_value(key: CurveKey) -> None:
    assert key.accessibleDescription() == (
        "Confidence of the goal before rounding 50.0\u00a0%; "
        "Misfit before rounding 0.250; L2 before rounding 1.500"
    )
    key.set_values(run_curves(), {})
    assert (
        key.accessibleDescription()
        == "Confidence of the goal before rounding; Misfit before rounding; L2 before rounding"
    )


def test_every_curve_has_a_sample_of_its_line(key: CurveKey) -> None:
    for colour in (LIGHT.goal, LIGHT.text, LIGHT.muted):
        assert share_of(painted(key)[8:12], colour, 30) > 0


def test_a_value_does_not_push_the_names_about(key: CurveKey) -> None:
    before = painted(key)
    key.set_values(run_curves(), VALUES | {"goal": 0.1234})
    columns = (painted(key) != before).any(axis=(0, 2)).nonzero()[0]
    assert np.ptp(columns) < 60


@pytest.mark.parametrize("width", [320, 400])
def test_names_are_shortened_where_there_is_no_room_and_values_are_not(
    key: CurveKey, width: int
) -> None:
    key.resize(width, 20)
    wide = painted(key)
    key.set_values(run_curves(), VALUES | {"goal": 0.1234})
    assert (painted(key) != wide).any()


def test_a_narrow_key_has_short_names_and_says_the_whole_ones(key: CurveKey) -> None:
    curve = Curve("goal", "A name that is far too long for the room", "goal", short="Brief")
    key.resize(180, 20)
    key.set_values((curve,), {"goal": 0.5})
    narrow = painted(key)
    key.set_values((Curve("goal", "Brief", "goal"),), {"goal": 0.5})
    assert (painted(key) == narrow).all()
    key.set_values((curve,), {"goal": 0.5})
    assert "far too long" in key.accessibleDescription()


def test_three_short_names_are_whole_in_a_narrow_key(key: CurveKey) -> None:
    names = ("Success", "Clean", "Twin")
    key.resize(192, 20)
    key.set_values(tuple(Curve(name, name, "goal", short=name[0]) for name in names), {})
    whole = painted(key)
    key.set_values(tuple(Curve(name, name, "goal") for name in names), {})
    assert (painted(key) == whole).all()
    key.set_values(tuple(Curve(name, name[0], "goal") for name in names), {})
    assert (painted(key) != whole).any()


def test_where_there_is_room_but_for_names_there_are_no_values(key: CurveKey) -> None:
    key.resize(200, 20)
    key.set_values(run_curves(), VALUES)
    names = painted(key)
    key.set_values(run_curves(), {})
    assert (painted(key) == names).all()
    assert "Confidence" in key.accessibleDescription()
