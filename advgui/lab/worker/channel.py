"""Messages over a pipe between two threads or two processes."""

import pickle
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Received = TypeVar("Received")


class ClosedError(Exception):
    """The other end of the channel does not exist any more."""


class Channel(Generic[Received]):
    """One end of a pipe that carries frozen messages; ``Received`` come from the other end.

    They are pickled: the other end has to be one of our own.
    """

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def send(self, message: object) -> None:
        """Send one message. Raises ClosedError where nobody can receive it."""
        self._write(_packed(message))

    def _write(self, packed: bytes) -> None:
        try:
            self._pipe.send_bytes(packed)
        except OSError as error:
            raise ClosedError from error

    def receive(self) -> Received:
        """Wait for a message. Raises ClosedError where none can come any more."""
        try:
            message: Received = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise ClosedError from error
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


class PromptChannel(Channel[Received]):
    """A channel whose ``send`` never waits for the other end to take what is sent.

    A thread of its own writes, and sends the message ``idle``, if there is one, after every
    ``idle_interval_s`` in which there is nothing to write. The other end has to go on
    receiving until ``close``, which waits until all is written.
    """

    def __init__(
        self, pipe: Connection, *, idle: object = None, idle_interval_s: float = 1.0
    ) -> None:
        super().__init__(pipe)
        self._idle = None if idle is None else _packed(idle)
        self._idle_interval_s = None if idle is None else idle_interval_s
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
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
            while (packed := self._next()) is not None:
                self._write(packed)
        except ClosedError:
            self._gone = True

    def _next(self) -> bytes | None:
        try:
            return self._outbox.get(timeout=self._idle_interval_s)
        except Empty:
            return self._idle


def _packed(message: object) -> bytes:
    """In the form that ``Connection.recv`` takes; arrays are copied once only."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
