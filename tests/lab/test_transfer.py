"""An image made against one network is shown to all: each verdict by a fresh reading."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import make_attack
from advgui.core.network import Network
from advgui.lab.transfer import Question, Transferred, transferred
from tests.lab.made import image, network

ATTACK = make_attack("lab", {"steps": 15})


def attacked(question: Question, networks: list[Network]) -> list[Transferred]:
    rows = []
    for one in networks:
        run = question.attack.run(one, question.problem(one), seed=question.seed)
        while True:
            try:
                next(run)
            except StopIteration as end:
                (outcome,) = end.value
                break
        rows.append(transferred(networks, one, outcome))
    return rows


@settings(max_examples=12)
@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=4, unique=True),
    st.integers(0, 500),
    st.one_of(st.none(), st.integers(0, 9)),
)
def test_every_cell_is_what_its_network_reads_anew(
    seeds: list[int], pixels: int, goal: int | None
) -> None:
    networks = [replace(network(seed), name=f"n{seed}") for seed in seeds]
    question = Question(image=image(pixels), goal=goal, attack=ATTACK)
    for row in attacked(question, networks):
        assert [shown.network.name for shown in row.shown] == [one.name for one in networks]
        assert [shown.attacked for shown in row.shown] == [one is row.network for one in networks]
        for shown in row.shown:
            assert shown.drawing == shown.network.read(question.image)
            assert shown.adversarial == shown.network.read(row.outcome.adversarial)
        itself = next(shown for shown in row.shown if shown.attacked)
        assert (itself.verdict in ("fooled", "already")) == row.outcome.fooled


def test_the_same_weights_are_fooled_by_the_same_image() -> None:
    one = network(1)
    twin = replace(one, name="twin")
    label = one.read(image(1)).label
    question = Question(image=image(1), goal=(label + 3) % 10, attack=ATTACK)
    first, second = attacked(question, [one, twin])
    assert first.outcome.fooled
    assert (first.tally.others, first.tally.fooled, first.tally.toward) == (1, 1, 1)
    assert np.array_equal(first.outcome.adversarial, second.outcome.adversarial)


@pytest.mark.parametrize("goal", [None, 4])
def test_the_problem_is_the_same_image_with_each_networks_own_goal(goal: int | None) -> None:
    question = Question(image=image(2), goal=goal, attack=ATTACK)
    for seed in range(5):
        one = network(seed)
        problem = question.problem(one)
        assert np.array_equal(problem.originals[0], question.image)
        wanted = one.read(question.image).label if goal is None else goal
        assert problem.goals.tolist() == [wanted]
        assert problem.form == ("untargeted" if goal is None else "targeted")


def test_an_image_that_is_read_as_the_goal_already_is_left_as_it_is() -> None:
    one = network(3)
    question = Question(image=image(2), goal=one.read(image(2)).label, attack=ATTACK)
    (row,) = attacked(question, [one])
    assert row.outcome.already
    assert row.shown[0].verdict == "already"
    assert row.tally.others == 0
