"""What counts of votes prove of the share behind them: exact, for any number of votes."""

import math
from typing import Final

import numpy as np

# By so many square roots of the trials more than half of them, or than expected, are never
# counted: less than exp(-72) of all cases (Hoeffding 1963).
_NEVER: Final = 6
_HALVINGS: Final = 60
# The logarithms of a million factorials are right to a part in 10^9.
_ROUNDING: Final = 1e-8


def tail(successes: int, trials: int, share: float) -> float:
    """How likely at least so many of the trials succeed, if each does with that ``share``.

    ``successes`` are at least ``share`` of the trials, which are at most ten million. The first
    term is one of the binomial distribution, and every other one is told by that before it.
    """
    if share <= 0.0 or successes <= 0:
        return float(successes <= 0)
    if share >= 1.0:
        return 1.0
    failures = trials - successes
    first = math.lgamma(trials + 1) - math.lgamma(successes + 1) - math.lgamma(failures + 1)
    first += successes * math.log(share) + failures * math.log1p(-share)
    more = np.arange(min(failures, math.ceil(_NEVER * math.sqrt(trials))))
    ratios = (failures - more) / (successes + 1 + more) * (share / (1 - share))
    return math.exp(first) * float(1 + np.cumprod(ratios).sum())


def least_share(successes: int, trials: int, alpha: float) -> float:
    """The one-sided bound of Clopper and Pearson (1934), wrong with a chance of ``alpha`` at most.

    The largest share, in [0, 1], with which so many successes or more are no likelier than
    ``alpha``; found by halving, and rounded down.
    """
    low, high = 0.0, successes / trials
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if tail(successes, trials, middle) * (1 + _ROUNDING) <= alpha:
            low = middle
        else:
            high = middle
    return low


def leads(first: int, second: int, alpha: float) -> bool:
    """Whether the first of two counts is the larger one, too, of the shares behind them.

    Wrong with a chance of ``alpha`` at most: the two-sided test of a fair coin, as in Hung and
    Fithian 2019, which Cohen et al. 2019 read by.
    """
    trials = first + second
    return 2 * first > trials and 2 * tail(first, trials, 0.5) <= alpha
