"""Rows of the parameter table that several attacks have, in the same words and limits."""

from typing import Final

from advgui.core.images import SIZE
from advgui.core.parameters import parameter

#: No image is farther in L2 from another.
_FARTHEST: Final = float(SIZE)


def step_count(default: int, least: int = 1) -> int:
    """Of every attack of many steps."""
    return parameter(
        default,
        "Steps",
        "How many times the image is changed.",
        minimum=least,
        maximum=5000,
        scale="log",
        role="effort",
    )


def linf_budget(default: float) -> float:
    """Of those that keep each pixel within a budget."""
    return parameter(
        default,
        "Budget",
        "By how much any pixel may change, from 0 to 1; in whole levels of 255.",
        minimum=0.004,
        maximum=1.0,
        role="budget",
    )


def l2_budget(default: float) -> float:
    """Of those that keep the Euclidean norm within a budget."""
    return parameter(
        default,
        "Budget",
        "How large the perturbation may be in L2, pixels being from 0 to 1.",
        minimum=0.004,
        maximum=_FARTHEST,
        scale="log",
        role="budget",
    )


def frequency_count(default: int, what: str) -> int:
    """Of those that go in waves: how many of them their ``what``, in the plural, are made of."""
    return parameter(
        default,
        "Frequencies",
        f"How many of the lowest frequencies, along and down, {what} have; with 28 any pixel by "
        "itself.",
        minimum=1,
        maximum=SIZE,
    )


def softening(default: float = 0.01, *, at_first: bool = False) -> float:
    """Of those that follow a softened slope."""
    when = " at first" if at_first else ""
    return parameter(
        default,
        "Soften",
        f"Added to the slope of saturating units{when}, in the attack's gradient only.",
        maximum=0.25,
    )
