"""The work on one request: driven step by step, reported, paused, stopped and cut short.

What it is for an attack stands here; a training, which needs more, is in ``training_session``.
"""

from abc import ABC, abstractmethod
from collections.abc import Generator
from contextlib import closing
from itertools import islice
from time import perf_counter, sleep
from typing import ClassVar, Final, Generic, TypeVar

from advgui.core import attacks
from advgui.core.generators import Driver
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    AttackRequest,
    Command,
    PauseRun,
    ResumeRun,
    Steering,
    StopRun,
)
from advgui.lab.worker.recording import Recorder

#: Seconds between two looks at the pipe, so that Stop is immediate to a person.
LOOK_INTERVAL_S: Final = 0.004

Step = TypeVar("Step")
Value = TypeVar("Value")
Outcomes = tuple[attacks.Outcome, ...]


class Session(ABC, Generic[Step, Value]):
    """Drives a generator to its value, with a look at the pipe between its steps.

    ``sleep_s`` is how many seconds to sleep at each look.
    """

    #: Seconds between two reports.
    report_interval_s: ClassVar[float]

    def __init__(self, channel: Channel[Command], ticket: int, sleep_s: float) -> None:
        self._channel = channel
        self._ticket = ticket
        self._sleep_s = sleep_s
        self._stopped = False
        self._next_report = 0.0

    def drive(self) -> Command | None:
        """Work and report to the end; the command that cut it short, if one did."""
        with closing(Driver(self._run())) as driver:
            while True:
                self._advance(driver)
                if driver.ended:
                    self._finish(driver.value)
                    return None
                command = self._look()
                if isinstance(command, StopRun):
                    self._stop(driver)
                elif command is not None:
                    return command

    @abstractmethod
    def _run(self) -> Generator[Step, None, Value]:
        """The work."""

    @abstractmethod
    def _advance(self, driver: Driver[Step, Value]) -> None:
        """Take the next step, or some of them, and note what they tell."""

    @abstractmethod
    def _report(self) -> None:
        """Tell what was noted since the last report."""

    @abstractmethod
    def _finish(self, value: Value) -> None:
        """Tell what the work has come to."""

    def _stop(self, driver: Driver[Step, Value]) -> None:
        """The user wants it to end with what it has."""
        self._stopped = True
        driver.stop()

    def _look(self) -> Command | None:
        """Report if it is time, and look for a command that stops it or cuts it short."""
        now = perf_counter()
        if now >= self._next_report:
            self._next_report = now + self.report_interval_s
            self._report()
        if self._sleep_s:
            sleep(self._sleep_s)
        while command := self._channel.take():
            if self._is_mine(command, PauseRun):
                command = self._wait()
            if not isinstance(command, Steering | None) or self._is_mine(command, StopRun):
                return command
        return None

    def _wait(self) -> Command | None:
        """Nothing is computed until it is resumed; what else came, if not that."""
        self._report()
        while True:
            command = self._channel.receive()
            if self._is_mine(command, ResumeRun):
                return None
            if not isinstance(command, Steering) or self._is_mine(command, StopRun):
                return command

    def _is_mine(self, command: Command | None, kind: type[Steering]) -> bool:
        """A command about earlier work may still have been on its way."""
        return isinstance(command, kind) and command.ticket == self._ticket


class AttackSession(Session[attacks.Step, Outcomes]):
    """Makes one run, and reports every step of it."""

    report_interval_s = 0.050  # the window shows a run's progress no more often

    def __init__(self, channel: Channel[Command], request: AttackRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._request = request
        self._recorder = Recorder(request.problem.originals)
        self._count = 1

    def _run(self) -> attacks.Run:
        request = self._request
        return request.attack.run(
            request.network,
            request.problem,
            seed=request.seed,
            record=self._recorder.judged,
            aware=request.aware,
        )

    def _advance(self, driver: Driver[attacks.Step, Outcomes]) -> None:
        """As many steps as fit between two looks, by how long the last ones took.

        With a small network the loop that asks for them would take longer than some of them.
        """
        start = perf_counter()
        self._recorder.add(*islice(driver, self._count))
        seconds = max(perf_counter() - start, LOOK_INTERVAL_S / 1000)
        self._count = max(1, int(self._count * min(2.0, LOOK_INTERVAL_S / seconds)))

    def _report(self) -> None:
        recorder = self._recorder
        recorder.settle()
        self._channel.send(AttackProgress(self._ticket, recorder.step, recorder.take()))

    def _finish(self, value: Outcomes) -> None:
        self._channel.send(
            AttackFinished(self._ticket, value, self._recorder.take(), self._stopped)
        )
