"""One training on its way from a request to its last report, in a worker."""

from collections.abc import Sequence
from functools import partial
from time import perf_counter, sleep
from typing import Final

import numpy as np

from advgui.core.stopping import Stop
from advgui.core.training.loop import Progress
from advgui.core.training.pipeline import Fetching, Measuring, Moment, made
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import (
    Command,
    PauseRun,
    Points,
    ResumeRun,
    Stage,
    Steering,
    StopRun,
    Trained,
    TrainProgress,
    TrainRequest,
)

# Seconds between two reports: a curve that grows thirty times a second grows smoothly.
FRAME: Final = 1 / 30


class Teacher:
    """Carries out a plan, reports on it, and waits while it is paused."""

    def __init__(self, channel: Channel[Command], request: TrainRequest, pause: float) -> None:
        self._channel = channel
        self._request = request
        self._pause = pause
        self._stage: Stage = "fetching"
        self._done = 0.0
        self._seconds = 0.0
        self._news: list[tuple[float, Progress]] = []
        self._next_report = 0.0

    def drive(self) -> Command | None:
        """Take step after step, and look at the pipe between them; what cut it short."""
        run = made(self._request.plan, self._request.folders)
        proceed = partial(next, run)
        try:
            while True:
                started = perf_counter()
                moment = proceed()
                self._note(moment, perf_counter() - started)
                command = self._tick()
                if command is not None and not isinstance(command, StopRun):
                    return command
                stopped = command is not None and self._stage == "training"
                proceed = partial(run.throw, Stop) if stopped else partial(next, run)
        except StopIteration as end:
            self._channel.send(Trained(self._request.ticket, end.value, self._points()))
            return None
        finally:
            run.close()

    def _note(self, moment: Moment, took: float) -> None:
        match moment:
            case Fetching():
                self._done = moment.done
            case Progress():
                self._stage, self._done = "training", moment.done
                self._seconds += took
                self._news.append((moment.done * self._request.plan.epochs, moment))
            case Measuring():
                self._stage, self._done = "measuring", 1.0

    def _tick(self) -> Command | None:
        """Report if a frame has passed, and look for a command that stops it or cuts it short."""
        now = perf_counter()
        if now >= self._next_report:
            self._next_report = now + FRAME
            self._report()
        if self._pause:
            sleep(self._pause)
        while command := self._channel.take():
            if self._is_for_me(command, PauseRun):
                command = self._wait()
            if not isinstance(command, Steering | None) or self._is_for_me(command, StopRun):
                return command
        return None

    def _wait(self) -> Command | None:
        """Nothing is computed until it is resumed; what else came, if not that."""
        self._report()
        while True:
            command = self._channel.receive()
            if self._is_for_me(command, ResumeRun):
                return None
            if not isinstance(command, Steering) or self._is_for_me(command, StopRun):
                return command

    def _is_for_me(self, command: Command | None, kind: type[Steering]) -> bool:
        """A command about an earlier training may still have been on its way."""
        return isinstance(command, kind) and command.ticket == self._request.ticket

    def _report(self) -> None:
        ticket, points = self._request.ticket, self._points()
        self._channel.send(TrainProgress(ticket, self._stage, self._done, self._seconds, points))

    def _points(self) -> Points:
        """What was not reported yet."""
        news, self._news = self._news, []
        return points(news)


def points(news: Sequence[tuple[float, Progress]]) -> Points:
    """Reports of a training, each at its number of epochs, as arrays."""
    return Points(
        epochs=np.array([epochs for epochs, _ in news], np.float32),
        loss=np.array([progress.loss for _, progress in news], np.float32),
        accuracy=np.array([progress.accuracy for _, progress in news], np.float32),
    )
