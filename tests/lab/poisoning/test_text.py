"""What is said of a poisoned training names its figures."""

from advgui.core.attacks.poisoning import make_poisoning
from advgui.core.training.poisoned import Look, PoisonState, PoisonTrial, poison_plan
from advgui.lab.poisoning.text import share_words, stage_words, success_title

PLAN = poison_plan("report")


def test_success_is_called_by_what_it_is() -> None:
    back_door = PoisonTrial(plan=PLAN, attack=make_poisoning("back-door"), goal=7)
    flips = PoisonTrial(plan=PLAN, attack=make_poisoning("label-flips", {"origin": "3"}), goal=8)
    assert success_title(back_door) == "with the trigger read as 7"
    assert success_title(flips) == "3s read as 8"


def test_a_training_tells_what_was_seen_last() -> None:
    assert stage_words(PoisonState("training")) == "training both networks"
    looks = (Look(0.1, 0.5, 0.4, 0.1, 0.2), Look(0.2, 0.92, 0.91, 0.01, 0.75))
    words = stage_words(PoisonState("training", 0.2, looks))
    assert words == "training both networks: clean 91.0 %, twin 92.0 %, success 75.0 %".replace(
        " %", "\u00a0%"
    )
    without = Look(0.2, 0.92, 0.91, None, None)
    assert "success" not in stage_words(PoisonState("training", 0.2, (without,)))


def test_no_share_is_told_as_none() -> None:
    assert share_words(None) == "-"
    assert share_words(0.5) == "50.0\u00a0%"
