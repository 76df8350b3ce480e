"""An image made against one network is shown to all: each verdict by a fresh reading."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.parameters import Value, with_role
from advgui.lab.comparison.transfer import (
    AttackSetup,
    TransferMatrix,
    image_read,
    reported,
    started,
    stopped,
)
from advgui.lab.worker.messages import Failed
from tests.lab.comparison.transfers import ATTACK, answered, attacked, networks, setup
from tests.lab.requests import image, network
from tests.lab.states import reports
from tests.scribbles import scribbles


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
    setup = AttackSetup(image=image(pixels), goal=goal, attack=ATTACK)
    for row in attacked(setup, networks):
        assert [shown.network.name for shown in row.shown] == [one.name for one in networks]
        assert [shown.attacked for shown in row.shown] == [one is row.network for one in networks]
        for shown in row.shown:
            assert shown.drawing == shown.network.read(setup.image)
            assert shown.adversarial == shown.network.read(row.outcome.adversarial)
        itself = next(shown for shown in row.shown if shown.attacked)
        assert (itself.verdict == "fooled") == row.outcome.fooled
        assert (itself.verdict == "already") == row.outcome.already


def test_the_same_weights_are_fooled_by_the_same_image() -> None:
    one = network(1)
    twin = replace(one, name="twin")
    label = one.read(image(1)).label
    setup = AttackSetup(image=image(1), goal=(label + 3) % 10, attack=ATTACK)
    first, second = attacked(setup, [one, twin])
    assert first.outcome.fooled
    assert (
        first.counts.others,
        first.counts.fooled,
        first.counts.at_goal,
    ) == (1, 1, 1)
    assert np.array_equal(first.outcome.adversarial, second.outcome.adversarial)


@pytest.mark.parametrize("goal", [None, 4])
def test_the_problem_is_the_same_image_with_each_networks_own_goal(goal: int | None) -> None:
    setup = AttackSetup(image=image(2), goal=goal, attack=ATTACK)
    for seed in range(5):
        one = network(seed)
        problem = setup.problem(one)
        assert np.array_equal(problem.originals[0], setup.image)
        wanted = one.read(setup.image).label if goal is None else goal
        assert problem.goals.tolist() == [wanted]
        assert problem.form == ("untargeted" if goal is None else "targeted")


def test_an_image_that_is_read_as_the_goal_already_is_left_as_it_is() -> None:
    one = network(3)
    setup = AttackSetup(image=image(2), goal=one.read(image(2)).label, attack=ATTACK)
    (row,) = attacked(setup, [one])
    assert row.outcome.already
    assert row.shown[0].verdict == "already"
    assert row.counts.others == 0


def test_one_network_after_the_other_is_attacked_and_each_image_shown_to_all() -> None:
    asked, all_of_them = setup(), networks()
    now = started(TransferMatrix(), asked, all_of_them)
    for index, one in enumerate(all_of_them):
        assert now.attacked is one
        now = answered(now)
        assert now.attacked is None
        for turn in range(len(all_of_them)):
            assert now.reads
            assert len(now.rows[index].shown) == turn
            now = image_read(now)
    assert now.complete
    assert not now.running
    for found, wanted in zip(now.rows, attacked(asked, all_of_them), strict=True):
        assert np.array_equal(found.outcome.adversarial, wanted.outcome.adversarial)
        assert [shown.adversarial for shown in found.shown] == [
            shown.adversarial for shown in wanted.shown
        ]
        assert [shown.verdict for shown in found.shown] == [shown.verdict for shown in wanted.shown]


def test_progress_moves_the_step_and_a_stale_report_moves_nothing() -> None:
    now = started(TransferMatrix(), setup(), networks())
    request = now.request
    assert request is not None
    progress, end = reports(request, cuts=[4])
    now = reported(now, progress)
    assert now.step == 4
    later = started(now, setup(), networks())
    assert reported(later, end) is later


def test_a_stop_keeps_the_rows_that_are_whole() -> None:
    now = started(TransferMatrix(), setup(), networks())
    now = answered(now)
    assert stopped(now).rows == ()  # nobody has read that image yet
    while now.reads:
        now = image_read(now)
    assert now.attacked is not None
    ended = stopped(now)
    assert len(ended.rows) == 1
    assert not ended.running
    assert ended.attacked is None
    assert ended.request is None
    assert not ended.complete
    assert image_read(ended) is ended
    assert stopped(ended) is ended


def test_a_failure_ends_it_with_its_sentence() -> None:
    now = started(TransferMatrix(), setup(), networks())
    now = reported(now, Failed(now.ticket, "It broke."))
    assert now.problem == "It broke."
    assert not now.running


@pytest.mark.parametrize("name", ATTACKS)
def test_what_every_attack_makes_is_shown_to_all(name: str) -> None:
    row = with_role(ATTACKS[name], "effort")
    few: dict[str, Value] = {} if row is None else {row.name: int(max(row.minimum, 12))}
    ink, attack = scribbles(1)[0], make_attack(name, few)
    goal = (networks()[0].read(ink.image()).label + 3) % 10
    own = dict(attack.settings).get("lead") if with_role(attack, "confidence") else 0.5
    asked = AttackSetup(image=ink.image(), goal=goal, attack=attack, confidence=0.5, ink=ink)
    for made in attacked(asked, networks()[:2]):
        assert made.outcome.attack == name
        assert made.outcome.confidence == own
        assert [shown.network.name for shown in made.shown] == ["n11", "n12"]
