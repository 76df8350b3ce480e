"""An explanation tells of the network that was attacked, and grows until all is known."""

from functools import cache

import numpy as np
import pytest

import advgui
from advgui.core.attacks import Outcome
from advgui.core.explanation.explain import Explanation, explain
from advgui.core.generators import drive
from advgui.core.images import Bytes
from advgui.core.zoo import load_shipped

NETWORK = load_shipped("report")


@cache
def seven() -> Bytes:
    drawn: Bytes = advgui.load_gallery().images[7]
    return drawn


@cache
def attacked(goal: int | None) -> tuple[Outcome, Explanation, list[Explanation]]:
    outcome = advgui.attack(NETWORK, seven(), goal)
    states: list[Explanation] = []
    found = drive(explain(NETWORK, seven(), outcome.adversarial, goal), states.append)
    return outcome, found, states


@pytest.mark.parametrize("goal", [3, None])
def test_it_tells_what_the_outcome_tells(goal: int | None) -> None:
    outcome, found, _ = attacked(goal)
    assert (found.label, found.read) == (outcome.before.label, outcome.after.label)
    assert found.fooled == outcome.fooled
    assert found.length == pytest.approx(outcome.l2)
    assert found.largest == pytest.approx(outcome.linf)
    assert found.slope.toward == (outcome.after.label if goal is None else goal)
    assert found.slope.over == outcome.before.label


def test_the_change_adds_up_along_the_slope_and_noise_of_its_length_does_not() -> None:
    _, found, _ = attacked(3)
    assert found.noise is not None
    along, most = found.slope.pushes(found.change)
    assert found.slope.lead < 0 < found.lead
    assert along > 0.5 * most
    noise = found.noise.images / 255 - seven() / 255
    left, pushed = np.abs([found.slope.pushes(one) for one in noise]).mean(axis=0)
    assert left < 0.5 * pushed
    assert left < 0.5 * along
    assert found.noise.reaching(3, 7) == 0


def test_it_is_told_piece_by_piece_and_nothing_told_is_taken_back() -> None:
    _, found, states = attacked(3)
    known = [sum(x is not None for x in (s.way, s.noise, s.astray)) for s in states]
    assert known[0] == 0
    assert known == sorted(known)
    assert found.complete
    assert not states[-1].complete


def test_the_label_turns_between_the_images() -> None:
    _, found, _ = attacked(3)
    assert found.way is not None
    assert found.astray is not None
    assert found.way.turn is not None
    assert 0 < found.way.turn <= 1


def test_where_nothing_is_changed_there_is_only_the_slope() -> None:
    found = drive(explain(NETWORK, seven(), seven(), None))
    assert found.complete
    assert (found.noise, found.way, found.length, found.fooled) == (None, None, 0, False)
    second = int(np.argsort(NETWORK.read(seven()).confidences)[-2])
    assert (found.slope.toward, found.slope.over) == (second, 7)
