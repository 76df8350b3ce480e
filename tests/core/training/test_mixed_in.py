"""What is mixed in is told: how often, how many images, and within which budget."""

import pytest

from advgui.core.attacks.budget.pgd import PGD, PGDL2
from advgui.core.training.mixed_in import MixedIn


def test_there_is_a_plain_training_before_the_rounds() -> None:
    assert MixedIn(rounds=3).trainings == 4


@pytest.mark.parametrize(("norm", "kind"), [("linf", PGD), ("l2", PGDL2)])
def test_images_are_made_within_its_budget(norm: str, kind: type[PGD | PGDL2]) -> None:
    attack = MixedIn(norm=norm, budget=0.2).attack(7)
    assert isinstance(attack, kind)
    assert (attack.budget, attack.steps) == (0.2, 7)


def test_the_card_tells_what_was_mixed_in() -> None:
    words = MixedIn(rounds=3, images=5000, norm="l2", budget=1.5).described()
    assert "each of 3 rounds with 5,000 more images within L2 1.5" in words
    assert "trained once with" in MixedIn(rounds=1).described()
