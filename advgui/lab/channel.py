"""Messages over a pipe between two threads or two processes."""

import pickle
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Final, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

# An array of more bytes than this travels beside its message, so that it is copied once only,
LARGE: Final = 32 * 1024
# and in pieces of so many: taken in one go, it would hold the interpreter, and with it the window.
PIECE: Final = 256 * 1024

Received = TypeVar("Received")
Parts = list[bytes | memoryview]


class Pipe(Protocol):
    """The part of a ``multiprocessing`` connection that is used."""

    def send_bytes(self, buf: bytes | memoryview, /) -> None:
        """Send some bytes; blocks until they are in the pipe."""
        ...

    def recv_bytes(self) -> bytes:
        """Wait for what was sent in one go."""
        ...

    def recv_bytes_into(self, buf: memoryview, /) -> int:
        """The same, into a buffer; returns how many bytes they were."""
        ...

    def poll(self, timeout: float = 0.0, /) -> bool:
        """Whether a message, or the end, is there."""
        ...

    def close(self) -> None:
        """Close this end."""
        ...


class ClosedError(Exception):
    """The other end of the channel does not exist any more."""


class Channel(Generic[Received]):
    """One end of a pipe that carries frozen messages; ``Received`` come from the other end."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe

    def send(self, message: object) -> None:
        """Send one message. Raises ClosedError where nobody can receive it."""
        self._write(_parts(message))

    def _write(self, parts: Parts) -> None:
        try:
            for part in parts:
                self._pipe.send_bytes(part)
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
        start = 0
        while start < size:
            start += self._pipe.recv_bytes_into(buffer.data[start:])
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

    A thread of its own writes. The other end has to go on receiving until ``close``, which
    waits until all is written.
    """

    def __init__(self, pipe: Pipe) -> None:
        super().__init__(pipe)
        self._outbox: SimpleQueue[Parts | None] = SimpleQueue()
        self._gone = False
        self._writer = Thread(target=self._write_all, name="lab-writer", daemon=True)
        self._writer.start()

    def send(self, message: object) -> None:
        """Have one message sent. Raises ClosedError once it is known that nobody receives."""
        if self._gone:
            raise ClosedError
        self._outbox.put(_parts(message))

    def close(self) -> None:
        """Send what waits, then close this end."""
        self._outbox.put(None)
        self._writer.join()
        super().close()

    def _write_all(self) -> None:
        """The writing thread."""
        try:
            while (parts := self._outbox.get()) is not None:
                self._write(parts)
        except ClosedError:
            self._gone = True


def _parts(message: object) -> Parts:
    """A message in the pieces in which it goes through a pipe: the first one tells of the rest."""
    large: list[memoryview] = []
    content = pickle.dumps(message, protocol=5, buffer_callback=_collector(large))
    parts: Parts = [pickle.dumps((content, [buffer.nbytes for buffer in large]))]
    for buffer in large:
        parts += [buffer[start : start + PIECE] for start in range(0, buffer.nbytes, PIECE)]
    return parts


def _collector(large: list[memoryview]) -> Callable[[pickle.PickleBuffer], bool]:
    """Tells a pickler to leave out each large buffer, and collects those."""

    def stays(buffer: pickle.PickleBuffer) -> bool:
        raw = buffer.raw()
        if raw.nbytes > LARGE:
            large.append(raw)
        return raw.nbytes <= LARGE

    return stays
