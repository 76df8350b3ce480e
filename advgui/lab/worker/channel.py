"""Messages over a pipe between two threads or two processes."""

import pickle
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from advgui.lab.worker.carrier import CARRIER, Carrier, Pipe

# An array of more bytes than this travels beside its message, so that it is copied once only.
LARGE: Final = 32 * 1024

Received = TypeVar("Received")


class Parcel(NamedTuple):
    """A message as it goes through a pipe: ``head`` tells of the large buffers that follow."""

    head: bytes
    large: list[memoryview]


class ClosedError(Exception):
    """The other end of the channel does not exist any more."""


class Channel(Generic[Received]):
    """One end of a pipe that carries frozen messages; ``Received`` come from the other end."""

    def __init__(self, pipe: Pipe, carrier: Carrier = CARRIER) -> None:
        self._pipe = pipe
        self._carrier = carrier

    def send(self, message: object) -> None:
        """Send one message. Raises ClosedError where nobody can receive it."""
        self._write(_packed(message))

    def _write(self, parcel: Parcel) -> None:
        try:
            self._pipe.send_bytes(parcel.head)
            self._carrier.send(self._pipe, parcel.large)
        except OSError as error:
            raise ClosedError from error

    def receive(self) -> Received:
        """Wait for a message. Raises ClosedError where none can come any more."""
        try:
            content, sizes = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - our other end
            buffers = [self._receive_large(size) for size in sizes]
        except (EOFError, OSError) as error:
            raise ClosedError from error
        message: Received = pickle.loads(content, buffers=buffers)  # noqa: S301 - the same
        return message

    def _receive_large(self, size: int) -> NDArray[np.uint8]:
        buffer = np.empty(size, np.uint8)
        self._carrier.receive(self._pipe, buffer.data)
        return buffer

    def take(self) -> Received | None:
        """The next message, or None where none waits. Raises ClosedError as ``receive``."""
        try:
            waiting = self._pipe.poll()
        except OSError as error:
            raise ClosedError from error
        return self.receive() if waiting else None

    def close(self) -> None:
        """Close this end; the other one notices."""
        self._pipe.close()


class PromptChannel(Channel[Received]):
    """A channel whose ``send`` never waits for the other end to take what is sent.

    A thread of its own writes, and sends a message ``idle`` after every ``beat`` seconds in
    which there is nothing to write, if there is one. The other end has to go on receiving
    until ``close``, which waits until all is written.
    """

    def __init__(
        self, pipe: Pipe, carrier: Carrier = CARRIER, *, idle: object = None, beat: float = 1.0
    ) -> None:
        super().__init__(pipe, carrier)
        self._idle = None if idle is None else _packed(idle)
        self._beat = None if idle is None else beat
        self._outbox: SimpleQueue[Parcel | None] = SimpleQueue()
        self._gone = False
        self._writer = Thread(target=self._write_all, name="lab-writer", daemon=True)
        self._writer.start()

    def send(self, message: object) -> None:
        """Have one message sent. Raises ClosedError once it is known that nobody receives."""
        if self._gone:
            raise ClosedError
        self._outbox.put(_packed(message))

    def close(self) -> None:
        """Send what waits, then close this end."""
        self._outbox.put(None)
        self._writer.join()
        super().close()

    def _write_all(self) -> None:
        """The writing thread."""
        try:
            while (parcel := self._next()) is not None:
                self._write(parcel)
        except ClosedError:
            self._gone = True

    def _next(self) -> Parcel | None:
        try:
            return self._outbox.get(timeout=self._beat)
        except Empty:
            return self._idle


def _packed(message: object) -> Parcel:
    large: list[memoryview] = []
    content = pickle.dumps(message, protocol=5, buffer_callback=_collector(large))
    return Parcel(pickle.dumps((content, [buffer.nbytes for buffer in large])), large)


def _collector(large: list[memoryview]) -> Callable[[pickle.PickleBuffer], bool]:
    """Tells a pickler to leave out each large buffer, and collects those."""

    def stays(buffer: pickle.PickleBuffer) -> bool:
        raw = buffer.raw()
        if raw.nbytes > LARGE:
            large.append(raw)
        return raw.nbytes <= LARGE

    return stays
