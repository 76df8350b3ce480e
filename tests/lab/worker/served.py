"""A worker in a thread, at the other end of a pipe."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import AnyReport, AttackFinished, Ready
from advgui.lab.worker.serve import serve

Message = Ready | AnyReport
Client = Channel[Message]


@contextmanager
def served() -> Iterator[Client]:
    """This end of the pipe of a worker that has come up."""
    near, far = multiprocessing.Pipe()
    thread = Thread(target=serve, args=(far,))
    thread.start()
    client: Client = Channel(near)
    try:
        assert isinstance(client.receive(), Ready)
        yield client
    finally:
        client.close()
        thread.join(10)
        assert not thread.is_alive()


def until(client: Client, is_last: Callable[[Message], bool]) -> list[Message]:
    """All messages up to the last one."""
    messages = [client.receive()]
    while not is_last(messages[-1]):
        messages.append(client.receive())
    return messages


def last_of(client: Client, ticket: int) -> AttackFinished:
    """The end of a run."""
    last = until(client, lambda m: isinstance(m, AttackFinished) and m.ticket == ticket)[-1]
    assert isinstance(last, AttackFinished)
    return last
