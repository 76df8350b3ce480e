"""One bracket on its way from a drawing to what is proven of it, in a worker."""

import pickle
from collections.abc import Generator
from functools import lru_cache
from time import perf_counter
from typing import Final

from advgui.core.defences.certificates.live import LiveBracket, ValidBracket
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.certificates.votes.live_vote import LiveVote, live
from advgui.core.generators import Driver
from advgui.core.nn.network import Network
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import Command, ProofFinished, ProofProgress, ProofRequest
from advgui.lab.worker.session import LOOK_INTERVAL_S, Session

#: Seconds that are spent on one drawing; what is gained later is next to nothing.
PATIENCE_S: Final = 3.0
#: Seconds after which the first bracket is told: where something is proven by it, and elsewhere.
FRAME_S: Final = 0.016
FIRST_S: Final = 0.06


class ProofSession(Session[ValidBracket, None]):
    """Tightens a bracket, and tells the first one within a frame, if it proves something."""

    report_interval_s = 1 / 15

    def __init__(self, channel: Channel[Command], request: ProofRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._request = request
        self._newest: ValidBracket | None = None
        self._reported: ValidBracket | None = None

    def _run(self) -> Generator[ValidBracket, None, None]:
        request = self._request
        end = perf_counter() + PATIENCE_S
        for bracket in _live(request.network, request.norm).about(request.image):
            yield bracket
            if perf_counter() > end:
                return

    def _advance(self, driver: Driver[ValidBracket, None]) -> None:
        """As many steps as fit between two looks; at first as many as there is nothing to tell."""
        start = perf_counter()
        for self._newest in driver:
            if perf_counter() > start + self._pause(self._newest):
                return

    def _pause(self, newest: ValidBracket) -> float:
        """Seconds from one look to the next, when that is the newest bracket."""
        if self._reported is not None:
            return LOOK_INTERVAL_S
        return FRAME_S if newest.proven > 0 else FIRST_S

    def _report(self) -> None:
        if self._newest is not None and self._newest is not self._reported:
            self._reported = self._newest
            self._channel.send(ProofProgress(self._ticket, self._newest))

    def _finish(self, value: None) -> None:
        if self._newest is not None:
            self._channel.send(ProofFinished(self._ticket, self._newest))


def packed(network: Network) -> bytes:
    """A network as a request holds it."""
    return pickle.dumps(network, pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=1)
def _live(content: bytes, norm: Norm) -> LiveBracket | LiveVote:
    """The network that was asked about last, got ready; it comes from our own window."""
    network: Network = pickle.loads(content)  # noqa: S301 - our own window's
    return live(network, norm)
