"""Trainings to test on: short ones, one that nobody waits for, and an inbox for their reports."""

from collections.abc import Callable
from dataclasses import replace
from threading import Condition
from typing import Any

from advgui.core.training.data import Folders
from advgui.core.training.plan import Plan, planned
from advgui.lab.worker.messages import (
    Failed,
    TrainingFinished,
    TrainingProgress,
    TrainingReport,
    TrainingRequest,
)

LONG = 10_000


def plan(epochs: int = 2, **changes: Any) -> Plan:
    """A small plan: softmax regression of half of the digits, without pen strokes."""
    usual = replace(planned("softmax", "mine"), share=0.5, pen=False, epochs=epochs)
    return replace(usual, **changes)


def asked(ticket: int, folders: Folders, epochs: int = 2, **changes: Any) -> TrainingRequest:
    """A training to be made."""
    return TrainingRequest(ticket, plan(epochs, **changes), folders)


class TrainInbox:
    """Collects the reports on trainings, which come from another thread."""

    def __init__(self) -> None:
        self.reports: list[TrainingReport] = []
        self._news = Condition()

    def __call__(self, report: TrainingReport) -> None:
        with self._news:
            self.reports.append(report)
            self._news.notify_all()

    def wait(self, wanted: Callable[[TrainingReport], bool]) -> TrainingReport:
        """The first report that is wanted, once it is there."""
        found: list[TrainingReport] = []

        def is_there() -> bool:
            found.extend(filter(wanted, self.reports))
            return bool(found)

        with self._news:
            assert self._news.wait_for(is_there, 30), f"only {self.reports}"
        return found[0]

    def training(self, ticket: int, beyond: float = 0.0) -> TrainingProgress:
        """Waits until so much of that training is done."""
        report = self.wait(lambda r: r.ticket == ticket and is_training(r, beyond))
        assert isinstance(report, TrainingProgress)
        return report

    def trained(self, ticket: int) -> TrainingFinished:
        """Waits for the network."""
        report = self.wait(lambda r: r.ticket == ticket and isinstance(r, TrainingFinished))
        assert isinstance(report, TrainingFinished)
        return report

    def failed(self, ticket: int) -> Failed:
        """Waits for the failure."""
        report = self.wait(lambda r: r.ticket == ticket and isinstance(r, Failed))
        assert isinstance(report, Failed)
        return report


def is_training(report: object, beyond: float = 0.0) -> bool:
    """Whether a report tells that more than that share of the training is done."""
    return (
        isinstance(report, TrainingProgress) and report.stage == "training" and report.done > beyond
    )
