"""A drawing comes back with all that undo and redo bring back."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.digits.rendering import Stroke
from advgui.lab.drawing.model import Drawing, History, from_image, with_stroke
from advgui.lab.sessions import stored_drawing
from advgui.lab.sessions.stored_drawing import drawing_bytes, stored_history
from tests.lab.requests import image

POINTS = st.lists(st.tuples(*[st.floats(0, 1)] * 2), min_size=1, max_size=5)
STROKES = POINTS.map(lambda points: np.array(points, np.float64))
CHANGES = st.lists(
    st.one_of(STROKES, st.sampled_from(["undo", "redo", "clear", "image", "pen"])), max_size=12
)


def changed(history: History, change: Stroke | str) -> History:
    present = history.present
    if not isinstance(change, str):
        return history.record(with_stroke(present, change))
    match change:
        case "undo":
            return history.undo()
        case "redo":
            return history.redo()
        case "clear":
            return history.record(Drawing())
        case "image":
            return history.record(from_image(image(1)))
    return history.amend(Drawing(present.strokes, present.base, 0.2))


def told(history: History) -> object:
    """All of a history as plain values."""

    def plain(drawing: Drawing) -> object:
        base = None if drawing.base is None else drawing.base.tobytes()
        return [stroke.tolist() for stroke in drawing.strokes], base, drawing.pen

    groups = (history.past, (history.present,), history.future)
    return [[plain(one) for one in group] for group in groups]


@settings(max_examples=30, deadline=None)
@given(CHANGES)
def test_every_history_comes_back(changes: list[Stroke | str]) -> None:
    history = History()
    for change in changes:
        history = changed(history, change)
    found = stored_history(drawing_bytes(history))
    assert told(found) == told(history)
    assert (found.present.image() == history.present.image()).all()


def test_a_stroke_stands_in_the_file_once_however_many_drawings_have_it() -> None:
    history = History()
    for at in range(200):
        history = changed(history, np.full((10, 2), at / 200))
    assert len(drawing_bytes(history)) < 100_000
    assert len(json.loads(drawing_bytes(history))["strokes"]) == 200


def test_strokes_that_drawings_share_are_shared_again() -> None:
    one = changed(History(), np.zeros((2, 2)))
    found = stored_history(drawing_bytes(changed(one, np.ones((2, 2)))))
    assert found.past[-1].strokes[0] is found.present.strokes[0]


def test_of_too_long_a_history_the_nearest_drawings_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stored_drawing, "MOST_POINTS", 55)
    history = History()
    for _ in range(5):
        history = changed(changed(history, "clear"), np.zeros((10, 2)))
        history = changed(history, np.ones((10, 2)))
    found = stored_history(drawing_bytes(history))
    kept = len(found.past)
    assert 0 < kept < len(history.past)
    assert told(found) == told(History(history.past[-kept:], history.present))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"strokes": [[[0, "x"]]]}, "a coordinate that is not a number"),
        ({"strokes": 3}, "strokes is 3, no list"),
        ({"images": ["00"]}, "a damaged image"),
        ({"present": 7}, "present is 7, no whole number"),
        ({"drawings": []}, "present is 0, no whole number"),
        ({"drawings": [{"strokes": [[0, 9]], "pen": 0.1}]}, "strokes that are not there"),
        ({"drawings": [{"strokes": [[0, 1]], "pen": 9}]}, "pen is 9, no number"),
        ({"drawings": [{"strokes": [[0, 1]], "image": 0, "pen": 0.1}]}, "image is 0"),
        ({"drawings": [{"strokes": [[0, 1]] * 2001, "pen": 0.1}]}, "no list of up to 2,000"),
    ],
)
def test_a_damaged_drawing_is_told(changes: dict[str, object], words: str) -> None:
    whole = json.loads(drawing_bytes(changed(History(), np.zeros((2, 2)))))
    whole = {**whole, "present": 0, "drawings": whole["drawings"][1:], **changes}
    with pytest.raises(ValueError, match=words):
        stored_history(json.dumps(whole).encode())
