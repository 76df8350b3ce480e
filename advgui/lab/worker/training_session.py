"""One training on its way from a request to its last report, in a worker."""

from time import perf_counter

from advgui.core.generators import Driver
from advgui.core.nn.network import Network
from advgui.core.training.loop import TrainingStep
from advgui.core.training.masking import Masked
from advgui.core.training.pipeline import Loading, Measuring, Pipeline, PipelineStep, run_plan
from advgui.core.training.tested import BestEpoch
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.kept_training import TrainingKeeper, points
from advgui.lab.worker.messages import (
    CancelRun,
    Command,
    Confusion,
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
        self._keeper = TrainingKeeper(request)
        self._stage: Stage = "loading"
        self._done = 0.0
        self._seconds = self._keeper.seconds
        self._warning = ""
        self._masked: tuple[Masked, ...] = ()
        self._best: BestEpoch | None = None
        self._newest: TrainingStep | None = None
        self._news: list[tuple[float, TrainingStep]] = []
        self._confusions: list[Confusion] = []

    def drive(self) -> Command | None:
        """To the end. Of what is not wanted any more, nothing is left."""
        command = super().drive()
        if isinstance(command, CancelRun):
            self._keeper.remove()
        return command

    def _run(self) -> Pipeline:
        request = self._request
        known = self._keeper.checkpoints
        return run_plan(request.plan, request.folders, tested=True, checkpoints=known)

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
                    epochs = moment.done * self._request.plan.all_epochs
                    self._news.append((epochs, moment))
                    self._keeper.told(epochs, moment)
                    if moment.confusion:
                        self._confusions.append(moment.confusion)
                self._newest = moment
                self._keeper.look(self._done, self._seconds)
            case Measuring():
                self._stage, self._done = "measuring", 1.0
                self._masked = moment.masked
                self._best = moment.best or self._best

    def _stop(self, driver: Driver[PipelineStep, Network]) -> None:
        """Before the training there is nothing to keep, and after it nothing to end."""
        if self._stage == "training":
            super()._stop(driver)

    def _wait(self) -> Command | None:
        """However long it waits, it can go on."""
        if self._stage == "training":
            self._keeper.keep(self._done, self._seconds)
        return super()._wait()

    def _report(self) -> None:
        stage, done, seconds = self._stage, self._done, self._seconds
        points = self._new_points()
        told = TrainingProgress(
            self._ticket, stage, done, seconds, points, self._warning, self._new_confusions()
        )
        self._channel.send(told)

    def _finish(self, value: Network) -> None:
        points, masked = self._new_points(), self._masked
        confusions = self._new_confusions()
        self._channel.send(
            TrainingFinished(self._ticket, value, points, masked, self._best, confusions)
        )

    def _new_confusions(self) -> tuple[Confusion, ...]:
        news, self._confusions = tuple(self._confusions), []
        return news

    def _new_points(self) -> Points:
        """What was not reported yet."""
        news, self._news = self._news, []
        return points(news)
