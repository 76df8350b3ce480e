"""A recording has every step as it came, in however many pieces, whenever it is asked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.attacks import Step, make_attack
from advgui.core.attacks.steps import Content, Rows
from advgui.core.digits.ink import Ink
from advgui.core.images import Array, Bytes, outside, quantise
from advgui.lab.worker.messages import AttackRequest
from advgui.lab.worker.recording import Counts, EncodedBlock, ImageBlock, Recorder, Recording
from tests.lab.requests import request
from tests.random_networks import blots


def frames(images: Bytes, lost: Counts) -> ImageBlock:
    """Step by step as given; each image is read as the label that so many pixels were lost by."""
    return ImageBlock(
        images, np.eye(10, dtype=np.float32)[lost % 10], lost, lost.astype(np.float32)
    )


def blank(steps: int) -> Recording:
    return Recording.of(
        frames(np.zeros((steps, 1, 28, 28), np.uint8), np.zeros((steps, 1), np.intp))
    )


@given(counts=some.lists(some.integers(0, 5), max_size=12))
def test_every_step_is_found_in_the_piece_that_has_it(counts: list[int]) -> None:
    images = np.random.default_rng(0).integers(0, 256, (sum(counts), 2, 28, 28), np.uint8)
    lost = np.arange(2 * len(images)).reshape(-1, 2)
    recording, start = Recording(), 0
    for count in counts:
        recording += Recording.of(
            frames(images[start : start + count], lost[start : start + count])
        )
        start += count
    assert len(recording) == len(images)
    for step, expected in enumerate(images):
        np.testing.assert_array_equal(recording[step], expected)
        np.testing.assert_array_equal(recording.outside(step), [2 * step, 2 * step + 1])
        np.testing.assert_array_equal(recording.labels(step), [2 * step % 10, (2 * step + 1) % 10])
    for lane in range(2):
        apart = np.concatenate([np.empty(0), *(piece.squares(lane) for piece in recording.pieces)])
        np.testing.assert_array_equal(apart, lost[:, lane])


@pytest.mark.parametrize("step", [-1, 3])
def test_a_step_that_is_not_there_is_no_other_one(step: int) -> None:
    recording = blank(3)
    with pytest.raises(IndexError):
        recording[step]
    with pytest.raises(IndexError):
        recording.outside(step)
    with pytest.raises(IndexError):
        recording.labels(step)


def test_a_longer_recording_leaves_the_shorter_one_as_it_was() -> None:
    short = blank(2)
    longer = short + short
    assert (len(short), len(longer)) == (2, 4)


def recorded(asked: AttackRequest, every: int) -> tuple[list[Step], Recording]:
    """All steps, and what a recorder gives that is asked after so many of them."""
    recorder, steps, recording = Recorder(asked.problem.originals), list[Step](), Recording()
    run = asked.attack.run(asked.network, asked.problem, seed=asked.seed, record=recorder.judged)
    for step in run:
        steps.append(step)
        recorder.add(step)
        if step.number % every == every - 1:
            recorder.settle()
            recording += recorder.take()
            assert recorder.step == len(recording) - 1
    return steps, recording + recorder.take()


@pytest.mark.parametrize("every", [1, 7, 60, 1000])
@pytest.mark.parametrize("attack", ["ddn", "penalty"])
def test_every_step_is_recorded_exactly_once(attack: str, every: int) -> None:
    steps, recording = recorded(request(attack=make_attack(attack, {"steps": 400}), goals=9), every)
    assert len(recording) == len(steps) == 401
    for number, step in enumerate(steps):
        assert np.array_equal(recording[number], quantise(step.images))
        assert np.array_equal(recording.labels(number), step.logits.argmax(axis=-1))
        assert np.array_equal(recording.outside(number), outside(step.images))


def test_what_is_asked_for_while_no_block_is_full_is_there() -> None:
    asked = request(attack=make_attack("penalty", {"steps": 300}))
    recorder = Recorder(asked.problem.originals)
    for step in asked.attack.run(asked.network, asked.problem, seed=1, record=recorder.judged):
        recorder.add(step)
        if step.number % 10 == 0:
            recorder.settle()
            recording = recorder.take()
            assert recorder.step == step.number
            assert np.array_equal(recording[len(recording) - 1], quantise(step.images))


def test_images_are_the_steps_rounded_to_8_bits() -> None:
    steps, recording = recorded(request(attack=make_attack("penalty", {"steps": 300}), goals=3), 17)
    for number, step in enumerate(steps):
        seen = recording[number]
        assert seen.dtype == np.uint8
        expected = np.rint(np.clip(step.images.astype(np.float64), 0, 1) * 255)
        assert np.abs(seen - expected).max() <= 1  # a half may fall either way in float32
        assert (seen != expected).mean() < 0.001


def test_steps_are_let_go_once_they_were_judged() -> None:
    asked = request(attack=make_attack("ddn", {"steps": 500}), goals=9)
    recorder, most = Recorder(asked.problem.originals), 0
    for step in asked.attack.run(asked.network, asked.problem, seed=1, record=recorder.judged):
        recorder.add(step)
        if step.number % 20 == 0:
            recorder.settle()
            most = max(most, len(recorder._waiting))
            recorder.take()
    assert most < 40


def test_a_recorder_needs_no_blocks() -> None:
    asked = request(attack=make_attack("penalty", {"steps": 700}), goals=2)
    recorder = Recorder(asked.problem.originals)
    steps = list(asked.attack.run(asked.network, asked.problem, seed=asked.seed))
    recorder.add(*steps)
    recorder.settle()
    recording = recorder.take()
    assert len(recording) == 701
    assert all(np.array_equal(recording[step.number], quantise(step.images)) for step in steps)


def test_a_run_without_steps_has_an_empty_recording() -> None:
    recorder = Recorder(request().problem.originals)
    recorder.settle()
    assert len(recorder.take()) == 0
    assert recorder.step == -1


class Counted:
    """An encoding that counts how often images are made of it."""

    def __init__(self, *, valid: bool) -> None:
        self.valid, self.times = valid, 0

    def images(self, content: Content, rows: Rows = slice(None)) -> Array:
        self.times += 1
        return np.full((len(content), 28, 28), 1.5 - self.valid, np.float32)

    def squares(self, content: Content, rows: Rows | int = slice(None)) -> Array:
        return np.zeros(content.shape[:-1], np.float32)

    def ink(self, content: Content, row: int) -> Ink | None:
        return None


@pytest.mark.parametrize(("valid", "lost"), [(True, 0), (False, 28 * 28)])
def test_images_are_made_once_for_all_who_show_a_step(*, valid: bool, lost: int) -> None:
    encoding, content = Counted(valid=valid), np.zeros((3, 2, 4), np.float32)
    recording = Recording.of(EncodedBlock(content, np.zeros((3, 2, 10), np.float32), encoding))
    for step in (1, 2):
        first = recording[step]
        np.testing.assert_array_equal(recording.outside(step), [lost, lost])
        np.testing.assert_array_equal(recording[step], first)
    assert encoding.times == 2


def test_images_that_an_attack_had_at_hand_are_never_made_anew() -> None:
    encoding, drawn = Counted(valid=True), blots(2)
    content, logits = np.zeros((2, 4), np.float32), np.zeros((2, 10), np.float32)
    recorder = Recorder(blots(2))
    recorder.add(*(Step(n, content, logits, encoding, drawn=drawn) for n in range(3)))
    recorder.settle()
    recording = recorder.take()
    np.testing.assert_array_equal(recording[1], drawn)
    np.testing.assert_array_equal(recording.pieces[0].squares(0), np.zeros(3))
    assert recording.outside(2).tolist() == [0, 0]
    assert encoding.times == 0
