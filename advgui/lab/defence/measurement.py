"""Robust accuracy over the budget, while it is measured and after: one frozen object."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, assert_never

from advgui.core.evaluation.curves import RobustnessCurves
from advgui.core.nn.network import Network
from advgui.lab.attack.state import RadiusNorm
from advgui.lab.worker.messages import (
    CurvesFinished,
    CurvesProgress,
    CurvesReport,
    CurvesRequest,
    Failed,
    Silent,
)

Phase = Literal["none", "running", "finished", "stopped", "cancelled", "failed"]

#: At which budgets is measured; 0 is the clean accuracy.
BUDGETS: Final[Mapping[RadiusNorm, tuple[float, ...]]] = {
    "linf": (0.0, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3),
    "l2": (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0),
}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Measurement:
    """What was asked for last, and the curves so far."""

    ticket: int = 0
    request: CurvesRequest | None = None
    phase: Phase = "none"
    curves: RobustnessCurves | None = None
    sentence: str = ""
    silent: bool = False

    @property
    def running(self) -> bool:
        """Whether more will come."""
        return self.phase == "running"

    @property
    def done(self) -> float:
        """The share of the work that is done, in [0, 1]."""
        curves = self.curves
        return curves.done / curves.total if curves is not None and curves.total else 0.0


def started(
    old: Measurement, network: Network, norm: RadiusNorm, mnist: Path | None
) -> Measurement:
    """A network is measured; what ran is dropped."""
    request = CurvesRequest(old.ticket + 1, network, norm, BUDGETS[norm], mnist)
    return Measurement(ticket=request.ticket, request=request, phase="running")


def cancelled(old: Measurement) -> Measurement:
    """No more of it is wanted, and nothing is kept."""
    return replace(old, phase="cancelled", curves=None) if old.running else old


def reported(old: Measurement, report: CurvesReport) -> Measurement:
    """A report has come; one about an earlier request is dropped."""
    if report.ticket != old.ticket or not old.running:
        return old
    match report:
        case CurvesProgress():
            return replace(old, curves=report.curves, silent=False)
        case CurvesFinished():
            phase: Phase = "stopped" if report.stopped else "finished"
            return replace(old, curves=report.curves, phase=phase, silent=False)
        case Silent():
            return replace(old, silent=True)
        case Failed():
            return replace(old, phase="failed", sentence=report.sentence)
        case never:
            assert_never(never)
