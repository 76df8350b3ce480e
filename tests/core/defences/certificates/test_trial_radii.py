"""The largest radius that proofs for radii reach."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences.certificates.trial_radii import larger_radii

LIMIT = 0.3


def proven_for(radius: float) -> Iterator[float]:
    """Half, then all of a bound that sinks as the radius grows, and meets it at LIMIT."""
    yield (2 * LIMIT - radius) / 2
    yield 2 * LIMIT - radius


@given(st.floats(0.001, 0.6), st.floats(0.3, 1.0))
def test_radii_rise_to_the_largest_that_is_proven_and_never_beyond(
    first: float, most: float
) -> None:
    found = list(larger_radii(proven_for, first, most))
    assert all(before <= after for before, after in pairwise(found))
    assert 0.98 * LIMIT <= found[-1] <= LIMIT + 1e-12


def test_all_that_there_is_may_be_proven() -> None:
    *_, last = larger_radii(lambda radius: iter([2.0]), 0.1, 1.0)
    assert last == pytest.approx(1.0, rel=0.02)


def test_nothing_is_proven_where_no_radius_is() -> None:
    assert set(larger_radii(lambda radius: iter([0.0]), 0.1, 1.0)) == {0.0}
