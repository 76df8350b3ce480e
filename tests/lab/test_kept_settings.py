"""What is remembered of settings: what was chosen, while the rest goes with its defaults."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from advgui.core.attacks.base import Method
from advgui.core.attacks.world.expectation import Expectation
from advgui.core.parameters import Value, parameter
from advgui.lab.kept_settings import changed, chosen, usable


@dataclass(frozen=True, slots=True)
class Newer(Method):
    """As a later version has it: more draws, and one parameter more."""

    former_defaults: ClassVar[dict[str, tuple[Value, ...]]] = {"draws": (4, 8)}

    steps: int = parameter(100, "Steps", "How many.", maximum=500)
    draws: int = parameter(16, "Draws", "How many.", maximum=64)


def test_only_what_was_changed_is_kept() -> None:
    assert changed(Newer(steps=7), "m/") == {"m/steps": 7, "m/draws": None}
    assert changed(Newer()) == {"steps": None, "draws": None}


def test_what_was_kept_comes_back_and_rubbish_does_not() -> None:
    assert usable(Newer, {"m/steps": "7", "m/draws": "many", "draws": 3}, "m/") == {"steps": 7}
    assert chosen(Newer, changed(Newer(steps=7), "m/"), "m/") == {"steps": 7}


def test_a_default_of_old_that_was_kept_with_all_the_others_gives_way_to_the_new_one() -> None:
    assert chosen(Newer, {"steps": "100", "draws": "4"}, "") == {"steps": 100}
    assert chosen(Newer, {"steps": "50", "draws": "5"}, "") == {"steps": 50, "draws": 5}


def test_the_same_number_that_is_chosen_now_stays() -> None:
    assert chosen(Newer, changed(Newer(draws=4)), "") == {"draws": 4}


@pytest.mark.parametrize("kind", [Expectation, Newer])
def test_no_default_of_today_is_one_of_old(kind: type[Method]) -> None:
    today = {name: getattr(kind(), name) for name in kind.former_defaults}
    assert all(today[name] not in former for name, former in kind.former_defaults.items())
