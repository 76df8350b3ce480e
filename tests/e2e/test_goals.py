"""Choosing a goal: what was attacked already is shown, and nothing is computed twice."""

from collections.abc import Callable

import pytest

from tests.e2e.test_attacking import verdict_is_true
from tests.e2e.user import SEVEN, User


@pytest.fixture
def drawn(user: User) -> User:
    """A user who has drawn a digit and attacks with few steps."""
    user.make_it_quick()
    user.draw(SEVEN)
    return user


@pytest.mark.parametrize("by", ["bar", "key"])
def test_a_goal_of_every_digit_is_shown_and_never_computed_again(drawn: User, by: str) -> None:
    drawn.click("attack-every")
    drawn.wait_until_finished()
    ticket, goals = drawn.run.ticket, drawn.run.goals
    for goal in goals[::-1]:
        drawn.click_bar(goal) if by == "bar" else drawn.press(str(goal))
        drawn.wait_until_finished()
        assert (drawn.run.ticket, drawn.run.goals, drawn.run.goal) == (ticket, goals, goal)
        assert f"toward {goal} is shown as it was made" in drawn.message()
        assert f"Shown is Toward {goal}" in drawn.said("goal-strip")
        verdict_is_true(drawn)


def test_a_goal_is_shown_while_every_digit_is_still_attacked(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.click("attack-every")
    user.wait_until_running(steps=3)
    ticket, goal = user.run.ticket, user.run.goals[-1]
    user.click_bar(goal)
    assert (user.run.ticket, user.run.goal) == (ticket, goal)
    user.press("Esc")
    user.wait_until_finished()
    user.click_bar(user.run.goals[0])
    assert user.run.ticket == ticket


def test_the_button_attacks_anew(drawn: User) -> None:
    goal = drawn.other()
    drawn.click("attack-every")
    drawn.wait_until_finished()
    ticket = drawn.run.ticket
    drawn.click_bar(goal)
    assert drawn.run.ticket == ticket
    drawn.wait_until_shown()
    assert "the button Attack makes it anew" in drawn.message()
    drawn.click("attack-start")
    assert (drawn.run.ticket, drawn.run.goals) == (ticket + 1, (goal,))
    drawn.wait_until_finished()


CHANGES: dict[str, Callable[[User], None]] = {
    "drawing": lambda user: user.draw(((0.3, 0.5), (0.45, 0.5))),
    "network": lambda user: user.select("network", "report-tanh"),
    "attack": lambda user: user.select("attack", "penalty"),
    "parameter": lambda user: user.type_number("steps", 31),
    "seed": lambda user: user.type_number("seed-number", 7),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_goal_is_attacked_anew_where_anything_differs(drawn: User, what: str) -> None:
    drawn.click("attack-every")
    drawn.wait_until_finished()
    ticket = drawn.run.ticket
    CHANGES[what](drawn)
    drawn.click_bar(drawn.other())
    assert drawn.run.ticket == ticket + 1
    drawn.wait_until_finished()


def test_one_attack_that_was_stopped_is_made_again(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    goal = str(user.other())
    user.press(goal)
    user.wait_until_running()
    user.press("Esc")
    user.wait_until_finished()
    ticket = user.run.ticket
    user.press(goal)
    assert user.run.ticket == ticket + 1
