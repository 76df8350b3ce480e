"""Rows of the parameter table that several attacks have, in the same words and limits."""

from typing import Final

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: No image is farther in L2 from another.
_FARTHEST: Final = float(SIZE)


def step_count(default: int, least: int = 1) -> int:
    """Of every attack of many steps."""
    return parameter(
        default,
        tr("Steps"),
        tr("How many times the image is changed."),
        minimum=least,
        maximum=5000,
        scale="log",
        role="effort",
    )


def linf_budget(default: float) -> float:
    """Of those that keep each pixel within a budget."""
    return parameter(
        default,
        tr("Budget"),
        tr("By how much any pixel may change, from 0 to 1; in whole levels of 255."),
        minimum=0.004,
        maximum=1.0,
        role="budget",
    )


def l2_budget(default: float) -> float:
    """Of those that keep the Euclidean norm within a budget."""
    return parameter(
        default,
        tr("Budget"),
        tr("How large the perturbation may be in L2, pixels being from 0 to 1."),
        minimum=0.004,
        maximum=_FARTHEST,
        scale="log",
        role="budget",
    )


def frequency_count(default: int, help: str) -> int:
    """Of those that go in waves: of how many of them, as ``help`` tells."""
    return parameter(default, tr("Frequencies"), help, minimum=1, maximum=SIZE)


def softening(default: float = 0.01, *, at_first: bool = False) -> float:
    """Of those that follow a softened slope."""
    always = tr("Added to the slope of saturating units, in the attack's gradient only.")
    early = tr("Added to the slope of saturating units at first, in the attack's gradient only.")
    return parameter(default, tr("Soften"), early if at_first else always, maximum=0.25)
