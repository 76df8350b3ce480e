"""Steps stay packed until one looks at them, and are the same bits then."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import save

from advgui.core.attacks import Problem
from advgui.core.images import to_floats
from advgui.lab.attack.state import LabState
from advgui.lab.sessions.members import Packed
from advgui.lab.sessions.stored_steps import StoredBlock, steps_bytes, stored_recording
from advgui.lab.worker.recording import Recording
from tests.lab.sessions.sessions import after_run, drawn, plain

RUNS = {
    "images": lambda: after_run(drawn(), steps=9),
    "patterns": lambda: after_run(drawn(), "penalty", steps=30),
    "strokes": lambda: after_run(drawn(), "pen", 3, queries=40),
    "queries": lambda: after_run(drawn(), "square", "away", queries=40),
}


def of(state: LabState) -> tuple[Recording, Problem]:
    run = state.runs.kept[-1].run
    return run.recording, run.request.attack.asked(run.request.problem)


@pytest.mark.parametrize("kind", RUNS)
def test_every_step_is_the_same(kind: str) -> None:
    recording, problem = of(RUNS[kind]())
    packed = Packed.of(steps_bytes(recording, problem))
    found = stored_recording(packed, problem)
    assert plain(found) == plain(recording)
    assert found.queries == recording.queries
    lanes = range(len(problem.goals))
    ours = [np.concatenate([one.squares(lane) for one in recording.pieces]) for lane in lanes]
    assert [found.pieces[0].squares(lane).tolist() for lane in lanes] == [o.tolist() for o in ours]
    originals = to_floats(problem.originals)
    blocks = [np.concatenate([b.images for b in r.blocks(originals)]) for r in (found, recording)]
    assert (blocks[0] == blocks[1]).all()


def test_they_take_the_room_of_what_is_packed_until_they_are_looked_at() -> None:
    recording, problem = of(RUNS["images"]())
    found = stored_recording(Packed.of(steps_bytes(recording, problem)), problem)
    (piece,) = found.pieces
    assert isinstance(piece, StoredBlock)
    held = [getattr(piece, field.name) for field in fields(piece)]
    assert not any(isinstance(one, np.ndarray) for one in held)


def test_saved_again_they_are_the_same_bytes() -> None:
    recording, problem = of(RUNS["patterns"]())
    content = steps_bytes(recording, problem)
    assert steps_bytes(stored_recording(Packed.of(content), problem), problem) == content


def test_a_run_that_came_in_many_reports_is_one_block() -> None:
    recording, problem = of(RUNS["images"]())
    parts = [Recording.of(piece) for piece in recording.pieces]
    again = Recording()
    for part in parts:
        again += part
    assert steps_bytes(again, problem) == steps_bytes(recording, problem)


LOGITS = np.zeros((2, 9, 10), np.float32)
COUNTS = np.zeros((2, 9), np.int64)
WHOLE: dict[str, NDArray[Any]] = {
    "numbers": np.arange(2),
    "logits": LOGITS,
    "pixels": np.zeros((2, 9, 28, 28), np.uint8),
    "lost": COUNTS,
    "apart": np.zeros((2, 9), np.float32),
}


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"pixels": np.zeros((2, 9, 28, 27), np.uint8)}, "images", "pixels of another shape"),
        ({"pixels": np.zeros((2, 9, 28, 28), np.float32)}, "images", "have no pixels"),
        ({"logits": LOGITS[:, :3]}, "images", "logits of another shape"),
        ({"numbers": np.array([0, 0])}, "images", "not in their order"),
        ({"numbers": np.array([1, 2])}, "images", "not in their order"),
        ({}, "else", "of an unknown kind"),
        ({}, "patterns", "have no content"),
        ({"content": np.zeros((2, 9, 3), np.float32)}, "patterns", "have no reference"),
        ({"content": np.full((2, 9, 3), np.nan)}, "strokes", "that are no numbers"),
        ({"content": np.zeros((2, 9, 3))}, "strokes", "how far strokes could be bent"),
    ],
)
def test_steps_that_are_damaged_are_told(
    changes: dict[str, NDArray[Any]], kind: str, words: str
) -> None:
    _, problem = of(RUNS["images"]())
    content = save({**WHOLE, **changes}, metadata={"kind": kind})
    with pytest.raises(ValueError, match=words):
        stored_recording(Packed.of(content), problem)


def test_steps_of_other_strokes_are_told() -> None:
    recording, problem = of(RUNS["strokes"]())
    content = steps_bytes(recording, problem)
    alone = Problem(problem.originals, problem.goals)
    with pytest.raises(ValueError, match="not of these strokes"):
        stored_recording(Packed.of(content), alone)
