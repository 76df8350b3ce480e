"""Before a window is closed it is said what would be lost."""

import pytest

from advgui.lab.networks.leaving_text import leaving_words
from advgui.ui.pages import Work

TRAINING = Work("A", worth_keeping=True)
FIT = Work("Patch", worth_keeping=True, fitted=True)


@pytest.mark.parametrize(
    ("unsaved", "works", "words"),
    [
        ((), (), ""),
        (("Mine",), (), "“Mine” is kept in this window alone, and in no file yet."),
        (("A", "B"), (), "“A” and “B” are kept in this window alone, and in no file yet."),
        (
            tuple("ABCDE"),
            (),
            "“A”, “B”, “C” and 2 more are kept in this window alone, and in no file yet.",
        ),
        ((), (TRAINING,), "“A” is still being trained; closing the window ends that."),
        ((), (FIT,), "“Patch” is still being fitted; closing the window ends that."),
        (
            ("A",),
            (TRAINING._replace(kept=True), FIT._replace(kept=True)),
            (
                "“A” is kept in this window alone, and in no file yet. "
                "Another “A” is still being trained; it can go on the next time. "
                "“Patch” is still being fitted; it can go on the next time."
            ),
        ),
    ],
)
def test_it_is_said_what_would_be_lost_and_what_can_go_on(
    unsaved: tuple[str, ...], works: tuple[Work, ...], words: str
) -> None:
    assert leaving_words(unsaved, works) == words
