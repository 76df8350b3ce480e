"""Messages arrive as they were sent, however large."""

import multiprocessing
from threading import Thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.lab.channel import PIECE, Channel, ClosedError, Pipe, PromptChannel
from advgui.lab.messages import StopRun

Arrays = tuple[np.ndarray[tuple[int, ...], np.dtype[np.uint8]], ...]

sizes = some.integers(0, 9) | some.sampled_from(
    [PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 1, 7 * PIECE]
)


def pair() -> tuple[Channel[object], Channel[object]]:
    near, far = multiprocessing.Pipe()
    return Channel(near), Channel(far)


def passed_on(message: object) -> object:
    near, far = pair()
    sender = Thread(target=near.send, args=(message,))
    sender.start()
    received = far.receive()
    sender.join()
    near.close()
    far.close()
    return received


@given(some.lists(sizes, max_size=4), some.booleans())
def test_arrays_of_any_size_arrive_as_they_were(lengths: list[int], reverse: bool) -> None:
    random = np.random.default_rng(1)
    sent = tuple(random.integers(0, 256, (n, 1), np.uint8) for n in lengths)
    sent = tuple(array[::-1] for array in sent) if reverse else sent
    received = passed_on(sent)
    assert isinstance(received, tuple)
    assert len(received) == len(sent)
    for there, here in zip(sent, received, strict=True):
        assert np.array_equal(there, here)


def test_messages_arrive_in_order() -> None:
    near, far = pair()
    assert far.take() is None
    for ticket in range(5):
        near.send(StopRun(ticket))
    assert [far.take() for _ in range(6)] == [*(StopRun(ticket) for ticket in range(5)), None]
    near.close()
    far.close()


def test_a_closed_end_is_noticed_by_the_other() -> None:
    near, far = pair()
    near.close()
    for action in (far.receive, far.take, lambda: far.send(np.zeros(3 * PIECE))):
        with pytest.raises(ClosedError):
            action()
    far.close()


class Torn:
    """A pipe that is closed after two pieces."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._left = 2
        self.recv_bytes, self.recv_bytes_into = pipe.recv_bytes, pipe.recv_bytes_into
        self.poll, self.close = pipe.poll, pipe.close

    def send_bytes(self, buf: bytes | memoryview) -> None:
        self._pipe.send_bytes(buf)
        self._left -= 1
        if not self._left:
            self._pipe.close()


def test_an_end_that_closes_in_the_middle_of_a_message_is_noticed() -> None:
    near, far = multiprocessing.Pipe()
    torn, whole = Channel[object](Torn(near)), Channel[object](far)
    heard: list[type[Exception]] = []

    def send() -> None:
        try:
            torn.send(np.zeros(2 * PIECE, np.uint8))
        except ClosedError:
            heard.append(ClosedError)

    sender = Thread(target=send)
    sender.start()
    with pytest.raises(ClosedError):
        whole.receive()
    sender.join()
    far.close()
    assert heard == [ClosedError]


def test_a_prompt_channel_sends_without_anybody_who_takes_it_and_loses_nothing() -> None:
    near, far = multiprocessing.Pipe()
    prompt, other = PromptChannel[object](near), Channel[object](far)
    messages = [np.full(9 * PIECE, number, np.uint8) for number in range(4)]
    for message in messages:  # each is larger than what any pipe holds
        prompt.send(message)
    for message in messages:
        assert np.array_equal(other.receive(), message)  # type: ignore[arg-type]
    prompt.send(StopRun(1))
    prompt.close()
    assert other.receive() == StopRun(1)
    with pytest.raises(ClosedError):
        other.receive()
    other.close()


def test_a_prompt_channel_tells_that_nobody_is_there_any_more() -> None:
    near, far = multiprocessing.Pipe()
    prompt = PromptChannel[object](near)
    far.close()
    prompt.send(StopRun(1))
    prompt._writer.join(10)
    with pytest.raises(ClosedError):
        prompt.send(StopRun(2))
    prompt.close()
