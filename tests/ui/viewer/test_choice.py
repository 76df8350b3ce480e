"""Two different images are looked at, and what is remembered is what was chosen."""

import pytest

from advgui.ui.viewer.choice import Choice, choice


def test_another_first_image_leaves_the_second_unless_it_was_that() -> None:
    assert Choice(first=2, second=0).looking_at(1).second == 0
    changed = Choice(first=2, second=0).looking_at(0)
    assert (changed.first, changed.second) == (0, 2)


def test_another_second_image_leaves_the_first_unless_it_was_that() -> None:
    assert Choice(first=2, second=0).against(3).first == 2
    changed = Choice(first=2, second=0).against(2)
    assert (changed.first, changed.second) == (0, 2)


@pytest.mark.parametrize("first", range(4))
@pytest.mark.parametrize("second", range(4))
def test_the_two_are_never_the_same(first: int, second: int) -> None:
    for change in (Choice().looking_at(first), Choice().looking_at(first).against(second)):
        assert change.first != change.second


def test_what_was_kept_is_chosen_again_and_rubbish_is_not() -> None:
    made = Choice(mode="swipe", numbers=True, stretched=True)
    assert choice(made.kept()) == made
    assert choice({"viewer_mode": "dance", "viewer_numbers": "maybe"}) == Choice()


def test_one_image_alone_is_looked_at_only_where_that_is_wanted() -> None:
    assert Choice(mode="one").shown == (2,)
    assert Choice(mode="blink").shown == (2, 0)
