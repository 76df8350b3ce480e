"""Messages over a pipe between two threads or two processes."""

import pickle
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

# An array of more bytes than this travels beside its message, so that it is copied once only,
LARGE: Final = 32 * 1024
# and in pieces of so many: taken in one go, it would hold the interpreter, and with it the window.
PIECE: Final = 256 * 1024

Received = TypeVar("Received")


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
        large: list[memoryview] = []
        content = pickle.dumps(message, protocol=5, buffer_callback=_collector(large))
        try:
            self._pipe.send_bytes(pickle.dumps((content, [buffer.nbytes for buffer in large])))
            for buffer in large:
                for start in range(0, buffer.nbytes, PIECE):
                    self._pipe.send_bytes(buffer[start : start + PIECE])
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


def _collector(large: list[memoryview]) -> Callable[[pickle.PickleBuffer], bool]:
    """Tells a pickler to leave out each large buffer, and collects those."""

    def stays(buffer: pickle.PickleBuffer) -> bool:
        raw = buffer.raw()
        if raw.nbytes > LARGE:
            large.append(raw)
        return raw.nbytes <= LARGE

    return stays
