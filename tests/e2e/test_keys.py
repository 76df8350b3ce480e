"""The keys that attack do so where it can be seen, and nowhere else."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tests.e2e.user import SEVEN, User

KEYS = ("3", "5", "E", "A", "Return")


@pytest.fixture
def drawn(user: User) -> User:
    """A user who has drawn a digit and attacks with few steps."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.canvas.setFocus()
    return user


def has_attacked(user: User) -> bool:
    return user.state.run is not None


@pytest.mark.parametrize("keys", KEYS)
def test_on_the_train_page_no_key_attacks(drawn: User, keys: str) -> None:
    drawn.choose_action("page-train")
    drawn.press(keys)
    assert not has_attacked(drawn)


@pytest.mark.parametrize("keys", KEYS)
def test_where_every_network_is_attacked_no_key_attacks_unseen(drawn: User, keys: str) -> None:
    drawn.choose_action("page-compare")
    drawn.click("compare-all")
    drawn.press(keys)
    assert not has_attacked(drawn)


def test_escape_stops_nothing_that_is_not_seen(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_running()
    user.choose_action("page-train")
    user.press("Esc")
    assert user.running()
    user.choose_action("page-attack")
    user.press("Esc")
    user.wait_until_finished()


@pytest.mark.parametrize("keys", ["3", "E", "A", "Return"])
def test_the_keys_attack_again_where_it_is_seen(drawn: User, keys: str) -> None:
    drawn.choose_action("page-train")
    drawn.choose_action("page-attack")
    drawn.press(keys)
    assert has_attacked(drawn)
    drawn.wait_until_finished()


def test_what_a_digit_does_is_seen_where_this_attack_is_compared(drawn: User) -> None:
    drawn.choose_action("page-compare")
    drawn.press(str(drawn.other()))
    assert has_attacked(drawn)
    drawn.wait_until_finished()
    assert drawn.find(QWidget, "comparison-view").isVisible()


@pytest.mark.parametrize("name", ["attack", "every", "live"])
def test_the_menu_attacks_from_any_page_and_shows_it(drawn: User, name: str) -> None:
    drawn.choose_action("page-train")
    assert drawn.find(QAction, name).shortcut().isEmpty()
    drawn.choose_action(name)
    assert has_attacked(drawn)
    assert drawn.find(QWidget, "attack-page").isVisible()
    assert not drawn.find(QAction, name).shortcut().isEmpty()
    drawn.wait_until_finished()
