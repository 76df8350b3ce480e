import ast
import math
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.language import LANGUAGES, read_translations
from advgui.ui.plotting.curves import DASHED, Curve, PlotData, part, peaks, pen
from advgui.ui.theme.tokens import LIGHT

UI: Final = Path(__file__).parents[3] / "advgui" / "ui"
SURE = Curve("sure", "Sure", "goal", share=True)
FAR = Curve("far", "Far", "muted", DASHED)


def data(count: int) -> PlotData:
    """A share that rises evenly from 0 to 1, and its tenfold."""
    along = np.linspace(0.0, 1.0, count)
    return PlotData((SURE, FAR), np.arange(count), {"sure": along, "far": 10 * along})


@given(st.integers(2, 5000), st.integers(0, 4999), st.integers(2, 400))
def test_no_peak_of_a_long_curve_is_lost(length: int, where: int, groups: int) -> None:
    values = np.zeros(length)
    where %= length
    values[where] = 7.0
    places, shown = peaks(np.arange(length), values, groups)
    assert places.shape == shown.shape
    assert len(shown) <= 2 * groups
    assert shown.max() == 7.0
    assert places[shown.argmax()] == where
    assert (np.diff(places) >= 0).all()


def test_a_short_curve_stays_as_it_is() -> None:
    values = np.array([0.5, 0.25, 0.125])
    places, shown = peaks(np.arange(3), values, 400)
    assert places.tolist() == [0, 1, 2]
    assert shown is values


def test_a_part_of_a_curve_goes_on_to_both_edges() -> None:
    places, values = part(data(101), SURE, 20.5, 30.5, 400)
    assert places.tolist() == list(range(20, 32))
    np.testing.assert_allclose(values, places / 100)


def test_what_is_no_number_is_left_out_of_a_curve() -> None:
    broken = data(5)
    broken.values["sure"][[1, 3]] = math.nan, math.inf
    places, values = part(broken, SURE, 0.0, 4.0, 400)
    assert places.tolist() == [0, 2, 4]
    assert np.isfinite(values).all()


def test_values_are_told_at_a_place_and_after_it_until_the_next() -> None:
    one = data(11)
    assert one.at(4) == one.at(4.9) == {"sure": pytest.approx(0.4), "far": pytest.approx(4.0)}
    assert one.at(99) == {"sure": 1.0, "far": 10.0}
    assert one.at(-1) == {}


def test_a_curve_that_is_not_held_has_no_value_beyond_its_end() -> None:
    values = {"sure": np.array([0.1, np.nan, 0.3, np.nan]), "far": np.arange(4.0)}
    one = PlotData((SURE, FAR), np.arange(4), values, held=False)
    assert one.at(1) == {"sure": 0.1, "far": 1.0}
    assert one.at(3) == {"far": 3.0}
    assert replace(one, held=True).at(3) == {"sure": 0.3, "far": 3.0}


def test_the_nearest_place_is_one_with_values() -> None:
    one = data(11)
    assert [one.nearest(place) for place in (-5, 3.4, 3.6, 99)] == [0.0, 3.0, 4.0, 10.0]
    assert data(0).nearest(7) == data(0).last == 0.0


def test_the_top_is_that_of_all_that_is_no_share() -> None:
    one = data(11)
    assert one.top == 10.0
    one.values["far"][-1] = math.inf
    assert one.top == pytest.approx(9.0)
    assert data(0).top == 0.0


def test_a_share_is_written_in_percent_and_all_else_with_three_decimals() -> None:
    assert SURE.written(0.5) == "50.0\u00a0%"
    assert FAR.written(0.5) == "0.500"
    assert SURE.written(None) == FAR.written(None) == ""


def test_lines_are_as_wide_on_every_screen_and_tell_curves_apart() -> None:
    made = pen(FAR, LIGHT, 2)
    assert made.isCosmetic()
    assert made.widthF() == 2
    assert (made.color(), made.style()) == (LIGHT.muted, DASHED)
    assert pen(SURE, LIGHT).color() == LIGHT.goal


def titles() -> set[str]:
    """All that curves and the axes along are called, in English, without a heading of their own."""
    texts = [path.read_text("utf-8") for path in UI.rglob("*.py")]
    trees = [ast.parse(text) for text in texts if "Curve(" in text or "Titles(" in text]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", "") in ("Curve", "Titles")]
    plain = [call for call in named if "heading" not in {word.arg for word in call.keywords}]
    words = [[*call.args[1:2], *(w for w in call.keywords if w.arg == "along")] for call in plain]
    said = [part for some in words for one in some for part in ast.walk(one)]
    return {
        str(getattr(one.args[0], "value", ""))
        for one in said
        if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "tr"
    }


def test_a_heading_in_a_file_can_be_told_from_the_title_in_every_language() -> None:
    plotted = titles()
    assert {"Loss", "Training digits"} <= plotted
    for language in [name for name in LANGUAGES if name != "en"]:
        spoken = read_translations(language)
        for title in plotted:
            words = spoken[title, ""]
            assert {english for (english, _), said in spoken.items() if said == words} == {title}
