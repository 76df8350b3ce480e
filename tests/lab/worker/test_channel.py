"""Messages arrive as they were sent, however large."""

import multiprocessing
import os
import pickle
import struct
from collections.abc import Iterator
from threading import Thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.lab.worker.channel import Channel, ClosedError, PromptChannel
from advgui.lab.worker.messages import StopRun

Arrays = tuple[np.ndarray[tuple[int, ...], np.dtype[np.uint8]], ...]

#: Bytes, as many as a pipe holds on most systems.
PIPE = 256 * 1024

sizes = some.integers(0, 9) | some.sampled_from([PIPE - 1, PIPE, PIPE + 1, 2 * PIPE, 7 * PIPE])


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


def test_very_many_arrays_arrive_in_one_message() -> None:
    sent = tuple(np.full(PIPE // 4, number % 251, np.uint8) for number in range(1500))
    received = passed_on(sent)
    assert isinstance(received, tuple)
    assert all(map(np.array_equal, sent, received))
    assert len(received) == len(sent)


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
    for action in (far.receive, far.take, lambda: far.send(np.zeros(3 * PIPE))):
        with pytest.raises(ClosedError):
            action()
    far.close()


def cut_short(message: object) -> Iterator[bytes]:
    """What is sent of a message whose sender dies in the middle of it: length, and a half."""
    packed = pickle.dumps(message)
    yield struct.pack("!i", len(packed))
    yield packed[: len(packed) // 2]


@pytest.mark.skipif(os.name == "nt", reason="pipes of Windows keep messages whole")
def test_an_end_that_closes_in_the_middle_of_a_message_is_noticed() -> None:
    near, far = multiprocessing.Pipe()
    whole = Channel[object](far)

    def send() -> None:
        for part in cut_short(np.zeros(2 * PIPE, np.uint8)):
            left = memoryview(part)
            while left:
                left = left[os.write(near.fileno(), left) :]
        near.close()

    sender = Thread(target=send)
    sender.start()
    with pytest.raises(ClosedError):
        whole.receive()
    sender.join()
    far.close()


def test_nobody_who_receives_the_rest_of_a_message_is_noticed() -> None:
    near, far = multiprocessing.Pipe()
    heard: list[type[Exception]] = []

    def send() -> None:
        try:
            Channel[object](near).send(np.zeros(40 * PIPE, np.uint8))
        except ClosedError:
            heard.append(ClosedError)

    sender = Thread(target=send)
    sender.start()
    far.poll(10)  # it has begun, and the pipe is full
    far.close()
    sender.join()
    near.close()
    assert heard == [ClosedError]


def test_a_prompt_channel_sends_without_anybody_who_takes_it_and_loses_nothing() -> None:
    near, far = multiprocessing.Pipe()
    prompt, other = PromptChannel[object](near), Channel[object](far)
    messages = [np.full(9 * PIPE, number, np.uint8) for number in range(4)]
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


def test_a_prompt_channel_that_has_nothing_to_say_says_so() -> None:
    near, far = multiprocessing.Pipe()
    prompt = PromptChannel[object](near, idle="alive", idle_interval_s=0.01)
    other = Channel[object](far)
    assert [other.receive() for _ in range(3)] == ["alive"] * 3
    prompt.send(StopRun(1))
    while (received := other.receive()) == "alive":
        pass
    assert received == StopRun(1)
    closing = Thread(target=prompt.close)
    closing.start()
    while True:
        try:
            assert other.receive() == "alive"
        except ClosedError:
            break
    closing.join()
    other.close()


def test_nothing_can_be_taken_of_an_end_that_was_closed_here() -> None:
    near, far = pair()
    near.close()
    for action in (near.take, near.receive, lambda: near.send(1)):
        with pytest.raises(ClosedError):
            action()
    far.close()
