"""Curves of no network in particular."""

from advgui.core.evaluation.curves import RobustnessCurves
from advgui.lab.defence.measurement import BUDGETS


def curves(*, images: int = 100, done: int = 2100, defended: bool = True) -> RobustnessCurves:
    """In L-infinity, as far as they are measured."""
    unaware = (0.94, 0.94, 0.93, 0.9, 0.88, 0.83, 0.7)
    return RobustnessCurves(
        norm="linf",
        budgets=BUDGETS["linf"],
        images=images,
        clean=0.94,
        unaware=unaware if defended else (None,) * 7,
        aware=(0.94, 0.9, 0.84, 0.73, 0.6, 0.45, 0.2),
        proven=(0.94, 0.89, 0.82, 0.7, 0.5, 0.3, 0.1),
        unaware_stuck=(0.0,) * 7,
        aware_stuck=(0.0, 0.0, 0.0, 0.01, 0.02, 0.02, 0.03),
        done=done,
        total=2100,
    )
