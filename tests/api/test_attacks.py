from typing import Any

import numpy as np
import pytest

import advgui
from advgui.core.attacks import ATTACKS, Problem
from advgui.core.attacks import make_attack as core_attack
from advgui.core.generators import drive
from advgui.core.images import LABELS
from advgui.core.zoo import load_shipped
from tests.fake_datasets import stripes

SEVEN = 7


@pytest.fixture(scope="module")
def network() -> advgui.Network:
    return advgui.load_network("report")


@pytest.fixture(scope="module")
def digits() -> advgui.Digits:
    return advgui.load_gallery()


def test_an_attack_toward_a_goal_is_the_commands_and_the_windows(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    image = digits.images[SEVEN]
    outcome = advgui.attack(network, image, goal=3, attack="penalty", seed=4, steps=30)
    problem = Problem(image[None], np.array([3]))
    run = core_attack("penalty", {"steps": 30}).run(load_shipped("report"), problem, seed=4)
    (wanted,) = drive(run)
    assert np.array_equal(outcome.adversarial, wanted.adversarial)
    assert (outcome.l2, outcome.after, outcome.goal) == (wanted.l2, wanted.after, 3)


def test_without_a_goal_any_other_label_will_do(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    outcome = advgui.attack(network, digits.images[SEVEN] / 255)
    assert outcome.goal is None
    assert outcome.fooled
    assert outcome.after.label != outcome.before.label == SEVEN
    assert advgui.recognise(network, outcome.adversarial) == outcome.after


def test_a_batch_has_an_outcome_for_each_image(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    goals = (digits.labels[:4] + 1) % LABELS
    outcomes = advgui.attack_batch(network, digits.images[:4], goals, steps=20)
    assert [outcome.goal for outcome in outcomes] == goals.tolist()
    away = advgui.attack_batch(network, digits.images[:4], steps=20)
    assert all(outcome.after.label != outcome.before.label for outcome in away)


def test_an_attack_can_be_made_once_and_used_again(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    made = advgui.make_attack("penalty", steps=20)
    by_name = advgui.attack(network, digits.images[SEVEN], 3, attack="penalty", steps=20)
    by_itself = advgui.attack(network, digits.images[SEVEN], 3, attack=made)
    assert np.array_equal(by_name.adversarial, by_itself.adversarial)
    with pytest.raises(advgui.BadInput, match="steps: say it to make_attack"):
        advgui.attack(network, digits.images[SEVEN], 3, attack=made, steps=20)


def test_a_confidence_is_reached(network: advgui.Network, digits: advgui.Digits) -> None:
    outcome = advgui.attack(network, digits.images[SEVEN], 3, confidence=4)
    assert outcome.sure
    ahead = np.sort(network.logits(outcome.adversarial[None] / np.float32(255))[0])
    assert ahead[-1] - ahead[-2] > 3.99
    assert not advgui.attack(network, digits.images[SEVEN], 3, confidence=50).sure


def test_every_attack_is_listed_by_its_name() -> None:
    assert advgui.list_attacks() == tuple(ATTACKS)
    assert all(advgui.make_attack(name).name == name for name in advgui.list_attacks())


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"goal": 10}, "from 0 to 9"),
        ({"goal": 2.5}, "a whole number"),
        ({"goal": 3, "attack": "nothing"}, "There is no attack 'nothing'"),
        ({"goal": 3, "steps": 0}, "steps is a whole number"),
        ({"goal": 3, "pen": 1}, "there is no parameter pen"),
        ({"attack": "penalty"}, "needs a goal"),
        ({"goal": 3, "confidence": -1}, "confidence is a number from 0 to 50"),
        ({"goal": 3, "attack": "penalty", "confidence": 1}, "has no confidence"),
    ],
)
def test_what_cannot_be_attacked_is_told_in_a_sentence(
    network: advgui.Network, digits: advgui.Digits, asked: dict[str, object], words: str
) -> None:
    with pytest.raises(advgui.BadInput, match=words):
        advgui.attack(network, digits.images[SEVEN], **asked)  # type: ignore[arg-type]


def test_attacks_are_measured_over_what_is_read_correctly(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    wrong = digits.labels.copy()
    wrong[0] = (wrong[0] + 1) % LABELS
    attacks = ("penalty", advgui.make_attack(steps=10))
    scores = advgui.evaluate(network, digits.images, wrong, attacks)
    assert len(scores) == 2
    assert {score.images for score in scores} == {
        sum(
            advgui.recognise(network, image).label == label
            for image, label in zip(digits.images, wrong, strict=True)
        )
    }
    assert all(score.form == "targeted" for score in scores)


def test_attacks_are_measured_away_from_the_label(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    (score,) = advgui.evaluate(network, digits.images, digits.labels, targeted=False)
    assert score.form == "untargeted"
    assert score.fooled > 0.9


def test_where_nothing_is_read_correctly_it_is_said(network: advgui.Network) -> None:
    found = stripes(5)
    read = [advgui.recognise(network, image).label for image in found.images]
    with pytest.raises(advgui.BadInput, match="reads none of the images correctly"):
        advgui.evaluate(network, found.images, (np.array(read) + 1) % LABELS)
    with pytest.raises(advgui.ArrayError, match="one label"):
        advgui.evaluate(network, found.images, found.labels[:3])


def test_one_attack_is_evaluated_as_a_list_of_it(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    images, labels = digits.images[:5], digits.labels[:5]
    (wanted,) = advgui.evaluate(network, images, labels, ["fgsm"])
    for given in ("fgsm", advgui.make_attack("fgsm")):
        (score,) = advgui.evaluate(network, images, labels, given)
        assert (score.attack, score.fooled, score.l2) == ("fgsm", wanted.fooled, wanted.l2)


def test_what_is_no_attack_is_told(network: advgui.Network, digits: advgui.Digits) -> None:
    given: Any
    for given in (None, advgui.Attack, type(advgui.make_attack())):
        with pytest.raises(advgui.BadInput, match="what make_attack made"):
            advgui.attack(network, digits.images[SEVEN], attack=given)


def test_a_region_is_all_that_changes_and_one_of_another_shape_is_refused() -> None:
    network, seven = advgui.load_network("report"), advgui.load_gallery().images[7]
    region = np.zeros((28, 28), bool)
    region[8:16, 4:24] = True
    outcome = advgui.attack(network, seven, 3, attack="masked", region=region)
    changed = outcome.adversarial != outcome.original
    assert changed.any()
    assert not changed[~region].any()
    with pytest.raises(advgui.ArrayError, match="28, 28"):
        advgui.attack(network, seven, 3, attack="masked", region=region[:20])


def test_the_survival_of_the_plain_digit_itself_is_its_own() -> None:
    network, seven = advgui.load_network("report"), advgui.load_gallery().images[7]
    fools, plain = advgui.survival(network, seven, seven, goal=7)
    assert fools == plain
    away, _ = advgui.survival(network, seven, seven)
    assert away == pytest.approx(1 - plain)


def test_strokes_are_attacked_as_strokes(network: advgui.Network) -> None:
    strokes = [[(4, 2), (20, 2), (9, 26)]]
    outcome = advgui.attack(network, strokes=strokes, attack="pen", seed=0)
    assert outcome.ink is not None
    np.testing.assert_array_equal(outcome.original, advgui.render(strokes))
    np.testing.assert_array_equal(outcome.adversarial, outcome.ink.image())
    assert advgui.attack(network, strokes=strokes, goal=3).ink is None
    with pytest.raises(advgui.BadInput, match="one of the two"):
        advgui.attack(network, advgui.render(strokes), strokes=strokes)
    with pytest.raises(advgui.BadInput, match="one of the two"):
        advgui.attack(network)
