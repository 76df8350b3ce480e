"""What counts prove of the share behind them is exact, and never more than that."""

import math
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences.certificates.votes.binomial import leads, least_share, tail


def exact_tail(successes: int, trials: int, share: Fraction) -> Fraction:
    """The same by whole numbers alone, summed from the other side."""
    top, bottom = share.numerator, share.denominator
    fewer = sum(
        math.comb(trials, k) * top**k * (bottom - top) ** (trials - k) for k in range(successes)
    )
    return 1 - Fraction(fewer, bottom**trials)


def decimal_tail(successes: int, trials: int, share: float) -> float:
    """The same with fifty digits, every term being summed."""
    with localcontext() as context:
        context.prec = 50
        p = Decimal(share)
        term, total = p**trials, Decimal(0)
        for k in range(trials, successes - 1, -1):
            total += term
            term = term * k / (trials - k + 1) * (1 - p) / p
        return float(total)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 63))
def test_a_tail_is_that_of_whole_numbers(trials: int, successes: int, share: int) -> None:
    part = Fraction(share, 64)
    successes = max(min(successes, trials), math.ceil(trials * part))
    expected = float(exact_tail(successes, trials, part))
    assert tail(successes, trials, float(part)) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(
    ("successes", "trials"), [(9950, 10_000), (6000, 10_000), (20_000, 20_000)]
)
def test_the_bound_of_many_trials_is_that_of_fifty_digits(successes: int, trials: int) -> None:
    share = least_share(successes, trials, 0.001)
    assert decimal_tail(successes, trials, share) == pytest.approx(0.001, rel=1e-6)
    assert decimal_tail(successes, trials, share) <= 0.001


@pytest.mark.parametrize(
    ("successes", "trials", "alpha", "known"),
    [(5, 10, 0.025, 0.187086), (10, 10, 0.025, 0.691503), (1, 20, 0.025, 0.001265)],
)
def test_bounds_are_those_of_the_tables(
    successes: int, trials: int, alpha: float, known: float
) -> None:
    assert least_share(successes, trials, alpha) == pytest.approx(known, abs=1e-6)


@given(st.integers(1, 100_000), st.floats(1e-6, 0.5))
def test_if_all_succeed_the_bound_is_a_root_of_alpha(trials: int, alpha: float) -> None:
    assert least_share(trials, trials, alpha) == pytest.approx(alpha ** (1 / trials), rel=1e-7)
    assert least_share(trials, trials, alpha) < alpha ** (1 / trials)


@given(st.integers(1, 2000), st.data())
def test_more_successes_prove_more_and_never_more_than_was_seen(
    trials: int, data: st.DataObject
) -> None:
    more = data.draw(st.integers(1, trials))
    fewer = data.draw(st.integers(0, more - 1))
    low, high = least_share(fewer, trials, 0.01), least_share(more, trials, 0.01)
    assert low < high < more / trials or high == 0.0


def test_a_bound_is_wrong_no_more_often_than_it_says() -> None:
    random, alpha, share = np.random.default_rng(4), 0.05, 0.8
    bounds = {k: least_share(k, 50, alpha) for k in range(51)}
    wrong = sum(bounds[int(k)] > share for k in random.binomial(50, share, 20_000))
    assert wrong / 20_000 < alpha


def test_two_counts_are_told_apart_where_a_fair_coin_would_hardly_make_them() -> None:
    assert leads(100, 0, 0.001)
    assert not leads(50, 50, 0.001)
    assert not leads(0, 0, 0.001)
    assert not leads(10, 90, 0.001)
    # 2 P(at least 67 of 100) is .00087, 2 P(at least 66 of 100) .0018.
    assert leads(67, 33, 0.001)
    assert not leads(66, 34, 0.001)
