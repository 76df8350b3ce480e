"""One training on its way from a request to its last report, in a worker."""

from collections.abc import Sequence
from time import perf_counter

import numpy as np

from advgui.core.generators import Driver
from advgui.core.nn.network import Network
from advgui.core.training.loop import TrainingStep
from advgui.core.training.masking import Masked
from advgui.core.training.pipeline import Loading, Measuring, Pipeline, PipelineStep, run_plan
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import (
    Command,
    Points,
    Stage,
    TrainingFinished,
    TrainingProgress,
    TrainingRequest,
)
from advgui.lab.worker.session import Session


class TrainingSession(Session[PipelineStep, Network]):
    """Carries out a plan, and reports on it."""

    report_interval_s = 1 / 30  # a curve that grows thirty times a second grows smoothly

    def __init__(self, channel: Channel[Command], request: TrainingRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._request = request
        self._stage: Stage = "loading"
        self._done = 0.0
        self._seconds = 0.0
        self._warning = ""
        self._masked: tuple[Masked, ...] = ()
        self._newest: TrainingStep | None = None
        self._news: list[tuple[float, TrainingStep]] = []

    def _run(self) -> Pipeline:
        return run_plan(self._request.plan, self._request.folders, tested=True)

    def _advance(self, driver: Driver[PipelineStep, Network]) -> None:
        started = perf_counter()
        moment = next(driver, None)
        match moment:
            case Loading():
                self._done = moment.done
            case TrainingStep():
                self._stage, self._done, self._warning = "training", moment.done, moment.warning
                self._seconds += perf_counter() - started
                if moment is not self._newest:  # it may be told again while others wait for more
                    self._news.append((moment.done * self._request.plan.all_epochs, moment))
                self._newest = moment
            case Measuring():
                self._stage, self._done = "measuring", 1.0
                self._masked = moment.masked

    def _stop(self, driver: Driver[PipelineStep, Network]) -> None:
        """Before the training there is nothing to keep, and after it nothing to end."""
        if self._stage == "training":
            super()._stop(driver)

    def _report(self) -> None:
        stage, done, seconds = self._stage, self._done, self._seconds
        points = self._new_points()
        warning = self._warning
        self._channel.send(TrainingProgress(self._ticket, stage, done, seconds, points, warning))

    def _finish(self, value: Network) -> None:
        points, masked = self._new_points(), self._masked
        self._channel.send(TrainingFinished(self._ticket, value, points, masked))

    def _new_points(self) -> Points:
        """What was not reported yet."""
        news, self._news = self._news, []
        return points(news)


def points(news: Sequence[tuple[float, TrainingStep]]) -> Points:
    """Reports of a training, each at its number of epochs, as arrays."""
    steps = [step for _, step in news]
    return Points(
        epochs=np.array([epochs for epochs, _ in news], np.float32),
        loss=np.array([step.loss for step in steps], np.float32),
        accuracy=np.array([step.accuracy for step in steps], np.float32),
        clean=np.array([step.clean for step in steps], np.float32),
        robust=np.array([step.robust for step in steps], np.float32),
        transferred=np.array([step.transferred for step in steps], np.float32),
        test=np.array([step.test for step in steps], np.float32),
    )
