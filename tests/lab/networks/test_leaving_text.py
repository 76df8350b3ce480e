"""Before a window is closed it is said what would be lost."""

import pytest

from advgui.lab.networks.leaving_text import leaving_words


@pytest.mark.parametrize(
    ("unsaved", "training", "words"),
    [
        ((), "", ""),
        (("Mine",), "", "“Mine” has not been saved."),
        (("A", "B"), "", "“A” and “B” have not been saved."),
        (tuple("ABCDE"), "", "“A”, “B”, “C” and 2 more have not been saved."),
        ((), "A", "“A” is still being trained; closing the window ends that."),
        (
            ("A",),
            "A",
            (
                "“A” has not been saved. "
                "Another “A” is still being trained; closing the window ends that."
            ),
        ),
    ],
)
def test_it_is_said_what_would_be_lost(unsaved: tuple[str, ...], training: str, words: str) -> None:
    assert leaving_words(unsaved, training) == words
