"""Carries large buffers through a pipe, with as few calls as the system needs for it.

Around each call a thread gives the interpreter away and has to wait until it gets it back,
and the thread that had it meanwhile is disturbed: twelve thousand times a second, where ten
long runs were sent in pieces of 256 kB.
"""

import os
import sys
from collections.abc import Sequence
from typing import Final, Protocol

# In one go, more would hold the interpreter, and with it the window, while they are copied.
PIECE: Final = 256 * 1024
# So many buffers do Linux and macOS take in one call.
TOGETHER: Final = 1024


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

    def fileno(self) -> int:
        """The handle of this end. Raises OSError once it is closed."""
        ...

    def close(self) -> None:
        """Close this end."""
        ...


class Carrier(Protocol):
    """How it is done. Both ends of a pipe have to do it in the same way."""

    def send(self, pipe: Pipe, buffers: Sequence[memoryview]) -> None:
        """Send flat buffers; blocks until all are in the pipe. Raises OSError."""
        ...

    def receive(self, pipe: Pipe, buffer: memoryview) -> None:
        """Fill a flat buffer with the next that was sent, of its size. EOFError, OSError."""
        ...


class Pieces:
    """As messages of moderate size, which every pipe understands."""

    def send(self, pipe: Pipe, buffers: Sequence[memoryview]) -> None:
        """Piece by piece."""
        for buffer in buffers:
            for start in range(0, buffer.nbytes, PIECE):
                pipe.send_bytes(buffer[start : start + PIECE])

    def receive(self, pipe: Pipe, buffer: memoryview) -> None:
        """Piece by piece."""
        start = 0
        while start < buffer.nbytes:
            start += pipe.recv_bytes_into(buffer[start:])


if sys.platform == "win32":
    CARRIER: Final[Carrier] = Pieces()
else:

    class Handles:
        """By the pipe's handle, straight from and into the buffers."""

        def send(self, pipe: Pipe, buffers: Sequence[memoryview]) -> None:
            """All of them in one call, if nothing comes between."""
            handle, waiting = pipe.fileno(), list(buffers)
            while waiting:
                written = os.writev(handle, waiting[:TOGETHER])
                while waiting and written >= waiting[0].nbytes:
                    written -= waiting.pop(0).nbytes
                if written:
                    waiting[0] = waiting[0][written:]

        def receive(self, pipe: Pipe, buffer: memoryview) -> None:
            """As much at a time as is there."""
            handle = pipe.fileno()
            while buffer.nbytes:
                received = os.readv(handle, [buffer])
                if not received:
                    raise EOFError
                buffer = buffer[received:]

    CARRIER: Final[Carrier] = Handles()
