from pathlib import Path

import pytest

import advgui


@pytest.mark.usefixtures("data")
def test_a_poisoned_network_and_its_twin_are_networks_like_any_other(tmp_path: Path) -> None:
    told: list[float] = []
    outcome = advgui.poison(
        "softmax",
        goal=3,
        rate=0.1,
        trigger="##/##",
        row=0,
        epochs=2,
        retrain="loss",
        progress=told.append,
    )
    assert outcome.retrained is not None
    assert outcome.retrained.clean == outcome.retrained.network.card.mnist
    assert told == sorted(told)
    assert outcome.changed == round(0.1 * outcome.digits)
    advgui.save_network(outcome.poisoned, tmp_path / "door.safetensors")
    assert "at row 0, column 24" in advgui.load_network(tmp_path / "door.safetensors").card.about
    assert [catch.detector for catch in outcome.catches] == ["clustering", "loss", "spectral"]


def test_what_can_be_asked_for_is_listed() -> None:
    assert advgui.list_poisonings() == ("back-door", "clean-label", "label-flips")


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"architecture": "nothing"}, "There is no architecture 'nothing'"),
        ({"attack": "nothing"}, "There is no poisoning 'nothing'"),
        ({"goal": 11}, "goal is a whole number from 0 to 9"),
        ({"rate": 2.0}, "rate is a number"),
        ({"row": 27}, "leaves the image"),
        ({"epochs": 0}, "epochs is a whole number"),
        ({"retrain": "dog"}, "There is no detector 'dog'"),
    ],
)
def test_what_cannot_be_poisoned_is_told_in_a_sentence(
    asked: dict[str, object], words: str
) -> None:
    with pytest.raises(advgui.BadInput, match=words):
        advgui.poison(**asked)  # type: ignore[arg-type]
