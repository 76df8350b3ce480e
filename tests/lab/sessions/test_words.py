"""What is asked names what there is, and nothing else."""

import pytest

from advgui.lab.drawing.model import History
from advgui.lab.sessions.words import recovered_words, replaced_words
from tests.lab.sessions.sessions import busy, drawn, session


@pytest.mark.parametrize(
    ("saved", "runs", "words"),
    [
        (False, 3, "the drawing and 3 runs in it are not saved."),
        (False, 0, "the drawing in it is not saved."),
        (True, 1, "1 run in it is not saved."),
        (True, 0, ""),
    ],
)
def test_before_a_session_is_replaced_it_is_said_what_would_be_lost(
    saved: bool, runs: int, words: str
) -> None:
    state = drawn()
    told = replaced_words(state, state.history if saved else History(), runs)
    assert told.endswith(words)
    assert bool(told) == bool(words)


def test_after_an_abrupt_end_it_is_said_what_there_is() -> None:
    assert recovered_words(session(busy())) == (
        "advgui can give back what there was the last time: a drawing and 3 runs."
    )
    assert recovered_words(session(busy()), ["My own"]).endswith(
        "3 runs, and “My own”, which was under way."
    )
    assert recovered_words(session(busy()), ["My own", "Patch"]).endswith(
        "3 runs, and “My own” and “Patch”, which were under way."
    )
