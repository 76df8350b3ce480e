"""On every page, at usual sizes of window and of text: all is in reach, and all words are whole.

One window is resized; a page or a tab that is added is looked at, too. Scale factors of the
screen are for a whole process: ``test_screens`` has them, and ``test_german`` another language.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.fitting import attack, misfits, pages
from tests.e2e.user import User

SIZES = (
    (952, 498, 100),  # of 1920 x 1080 at a scale of 200 %
    (1024, 640, 100),
    (1366, 768, 125),
    (1920, 1080, 150),
    (1920, 1080, 200),
)


@pytest.fixture
def after(user: User) -> Iterator[User]:
    """A user who has attacked a digit."""
    attack(user)
    yield user
    user.window.zoom.set_percent(100)


def test_everything_is_in_reach_and_all_words_are_whole(after: User) -> None:
    found = [f"{shown} {one}" for shown in pages(after) for one in misfits(after, SIZES)]
    assert found == []
