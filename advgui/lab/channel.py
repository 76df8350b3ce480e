"""Messages over a pipe between two threads or two processes."""

import pickle
from typing import Generic, Protocol, TypeVar

Received = TypeVar("Received")


class Pipe(Protocol):
    """The part of a ``multiprocessing`` connection that is used."""

    def send_bytes(self, buf: bytes, /) -> None:
        """Send one message; blocks until it is in the pipe."""
        ...

    def recv_bytes(self) -> bytes:
        """Wait for one message."""
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
        # Protocol 5 copies an array half as often as the pipe's own default.
        content = pickle.dumps(message, protocol=5)
        try:
            self._pipe.send_bytes(content)
        except OSError as error:
            raise ClosedError from error

    def receive(self) -> Received:
        """Wait for a message. Raises ClosedError where none can come any more."""
        try:
            content = self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise ClosedError from error
        message: Received = pickle.loads(content)  # noqa: S301 - from our own other end
        return message

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
