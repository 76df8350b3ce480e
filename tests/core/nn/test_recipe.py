"""A recipe's learning rate stays between nothing and its largest, and goes as it says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.recipe import Recipe, Schedule


@given(progress=st.floats(0, 1), rate=st.floats(0.001, 10))
def test_a_rate_is_never_above_its_largest_nor_negative(progress: float, rate: float) -> None:
    for name in ARCHITECTURES:
        recipe = replace(ARCHITECTURES[name].recipe, rate=rate)
        assert 0 <= recipe.rate_at(progress) <= rate * (1 + 1e-9)


@pytest.mark.parametrize(
    ("schedule", "rates"), [("decay", (2.0, 0.2)), ("cycle", (0.08, 0.0))], ids=["decay", "cycle"]
)
def test_a_rate_begins_and_ends_as_its_schedule_says(
    schedule: Schedule, rates: tuple[float, float]
) -> None:
    recipe = Recipe(loss="hinge", optimiser="sgd", rate=2.0, schedule=schedule, batch=1, epochs=1)
    assert (recipe.rate_at(0.0), recipe.rate_at(1.0)) == pytest.approx(rates)


def test_a_cycle_is_at_its_height_after_a_quarter() -> None:
    recipe = ARCHITECTURES["dense"].recipe
    assert recipe.rate_at(0.25) == pytest.approx(recipe.rate)
    assert recipe.rate_at(0.2) < recipe.rate > recipe.rate_at(0.3)
