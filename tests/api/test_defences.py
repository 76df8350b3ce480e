from typing import Any

import numpy as np
import pytest

import advgui
from advgui.core.defences import DEFENCES
from advgui.core.defences.defended import defences_of

SEVEN = 7


@pytest.fixture(scope="module")
def network() -> advgui.Network:
    return advgui.load_network("report")


@pytest.fixture(scope="module")
def digits() -> advgui.Digits:
    return advgui.load_gallery()


def test_every_defence_can_be_made_and_stood_behind(network: advgui.Network) -> None:
    assert advgui.list_defences() == tuple(DEFENCES)
    made = [advgui.make_defence(name) for name in DEFENCES]
    assert defences_of(advgui.defend(network, *made)) == tuple(made)
    assert defences_of(advgui.defend(network, *DEFENCES)) == tuple(made)
    assert advgui.defend(advgui.defend(network, *made)) is network


def test_images_are_read_and_attacked_through_it(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    behind = advgui.defend(network, "threshold", threshold=0.4)
    assert defences_of(behind) == (advgui.make_defence("threshold", threshold=0.4),)
    aware = advgui.attack(behind, digits.images[SEVEN], steps=30)
    assert aware.aware
    assert aware.after == advgui.recognise(behind, aware.adversarial)
    (score,) = advgui.evaluate(behind, digits.images, digits.labels, ["fgsm"], targeted=False)
    assert score.through == score.fooled


def test_one_who_does_not_know_of_it_attacks_the_network_alone(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    behind = advgui.defend(network, "threshold")
    unaware = advgui.attack(behind, digits.images[SEVEN], steps=30, aware=False)
    alone = advgui.attack(network, digits.images[SEVEN], steps=30)
    assert np.array_equal(unaware.adversarial, alone.adversarial)
    assert unaware.through == advgui.recognise(behind, unaware.adversarial)
    made = [advgui.make_attack(steps=30)]
    (score,) = advgui.evaluate(behind, digits.images, digits.labels, made, aware=False)
    assert not score.aware
    assert score.through is not None
    assert score.through < score.fooled


def test_what_cannot_be_is_told_in_a_sentence(network: advgui.Network) -> None:
    with pytest.raises(advgui.BadInput, match="There is no defence 'wall'"):
        advgui.defend(network, "wall")
    with pytest.raises(advgui.BadInput, match="threshold: say it to make_defence"):
        advgui.defend(network, advgui.make_defence("threshold"), threshold=0.2)


def test_what_is_no_defence_or_is_said_of_none_is_told(network: advgui.Network) -> None:
    given: Any = ["threshold"]
    with pytest.raises(advgui.BadInput, match="what make_defence made"):
        advgui.defend(network, given)
    with pytest.raises(advgui.BadInput, match="threshold: say it to make_defence"):
        advgui.defend(network, threshold=0.4)
