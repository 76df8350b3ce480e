"""One attack on its way from a request to its last report, in a worker."""

from itertools import islice
from time import perf_counter
from typing import Final

from advgui.core.attacks import Outcome, Run, Step
from advgui.core.generators import Driver
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import AttackFinished, AttackProgress, AttackRequest, Command
from advgui.lab.worker.recording import Recorder
from advgui.lab.worker.session import Session

#: Seconds between two looks at the pipe, so that Stop is immediate to a person.
LOOK_INTERVAL_S: Final = 0.004


class AttackSession(Session[Step, tuple[Outcome, ...]]):
    """Makes one run, and reports every step of it."""

    report_interval_s = 0.050  # the window shows a run's progress no more often

    def __init__(self, channel: Channel[Command], request: AttackRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._request = request
        self._recorder = Recorder(request.problem.originals)
        self._count = 1

    def _run(self) -> Run:
        network, problem, seed = self._request.network, self._request.problem, self._request.seed
        return self._request.attack.run(network, problem, seed=seed, record=self._recorder.judged)

    def _advance(self, driver: Driver[Step, tuple[Outcome, ...]]) -> None:
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

    def _finish(self, value: tuple[Outcome, ...]) -> None:
        self._channel.send(
            AttackFinished(self._ticket, value, self._recorder.take(), self._stopped)
        )
