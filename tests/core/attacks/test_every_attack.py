"""What every attack keeps to, whatever it is asked and whatever network it meets."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import ATTACKS, Problem, Step
from advgui.core.attacks.objective import DISTANCES
from advgui.core.attacks.oracle import SEES, Oracle
from advgui.core.attacks.problem import Form
from advgui.core.errors import AccessError, BadInput
from advgui.core.generators import Stop
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, quick, with_ink
from tests.linear_networks import constant
from tests.random_networks import blots, random_network
from tests.sharpened import louder, saturated

FORMS = [(name, form) for name, attack in ATTACKS.items() for form in attack.forms]


def asked(name: str, network: Network, images: Bytes, form: Form) -> Problem:
    """Toward the next digit, or away from the own; of strokes where these are changed."""
    drawn = with_ink(quick(name), Problem(images, np.zeros(len(images), np.int64), form))
    labels = network.logits(to_floats(drawn.originals)).argmax(axis=-1)
    return replace(drawn, goals=labels if form == "untargeted" else (labels + 1) % 10)


TARGETED = [name for name, attack in ATTACKS.items() if not attack.on_strokes]


@pytest.mark.parametrize("name", TARGETED)
def test_a_goal_alone_and_among_others_ends_alike(
    name: str, network: Network, digits: Bytes
) -> None:
    label = network.read(digits[0]).label
    goals = np.array([goal for goal in range(10) if goal != label])[-3:]
    _, among = finish(quick(name), network, Problem(digits[[0, 0, 0]], goals))
    _, (alone,) = finish(quick(name), network, Problem(digits[:1], goals[-1:]))
    assert among[-1].fooled == alone.fooled
    assert np.abs(among[-1].adversarial - alone.adversarial.astype(int)).max() <= 1


@settings(max_examples=2 * len(FORMS))
@given(seed=st.integers(0, 2**32 - 1), which=st.sampled_from(FORMS))
def test_what_is_told_of_an_outcome_holds_for_its_very_bytes(
    seed: int, which: tuple[str, Form]
) -> None:
    network, attack = random_network(seed=seed % 97), quick(which[0], 8)
    problem = asked(which[0], network, blots(3, seed), which[1])
    kept = problem.originals.copy()
    _, outcomes = finish(attack, network, problem, seed)
    np.testing.assert_array_equal(problem.originals, kept)
    limit = attack.limit()
    for index, outcome in enumerate(outcomes):
        change = to_floats(outcome.adversarial) - to_floats(outcome.original)
        assert outcome.adversarial.dtype == np.uint8
        assert outcome.fooled == (
            bool(problem.reached(np.full(3, network.read(outcome.adversarial).label))[index])
            and not outcome.already
        )
        if limit:
            assert DISTANCES[limit.norm](change) <= limit.size * (1 + 1e-6)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_of_all_steps_it_keeps_the_one_that_its_objective_has_as_the_best(
    name: str, form: Form, network: Network, digits: Bytes
) -> None:
    problem, attack = asked(name, network, digits[:4], form), quick(name, 20)
    steps, outcomes = finish(attack, network, problem)
    norm = attack.norm if attack.limit() is None else "none"
    for row, outcome in enumerate(outcomes):
        kept = to_floats(outcome.adversarial) - to_floats(outcome.original)
        for step in steps:
            if step.valid and problem.leads(step.logits)[row] > problem.wanted_lead:
                assert outcome.fooled
                change = step.images[row] - to_floats(outcome.original)
                assert DISTANCES[norm](kept) <= DISTANCES[norm](change) * (1 + 1e-5)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_what_its_steps_say_of_their_distance_is_true_of_all_or_said_of_none(
    name: str, form: Form
) -> None:
    network, images = random_network(seed=2), blots(2, 2)
    steps, _ = finish(quick(name), network, asked(name, network, images, form))
    known = [step.known for step in steps if step.known is not None]
    assert len(known) in (0, len(steps))
    for step, square in zip(steps, known, strict=False):
        exact = ((step.images - to_floats(images)) ** 2).sum(axis=(1, 2))
        np.testing.assert_allclose(square, exact, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
@pytest.mark.parametrize("name", ATTACKS)
def test_on_a_network_that_reads_the_same_in_everything_nobody_is_fooled(
    name: str, form: Form
) -> None:
    if form in ATTACKS[name].forms:
        _, outcomes = finish(quick(name), constant(), asked(name, constant(), blots(2), form))
        assert not any(outcome.fooled or outcome.already for outcome in outcomes)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_an_image_that_has_what_is_wanted_disturbs_none_that_never_will(
    name: str, form: Form
) -> None:
    label = constant().read(blots(1)[0]).label
    goals = np.array([label, label + 1] if form == "targeted" else [label + 1, label])
    _, (one, other) = finish(quick(name), constant(), Problem(blots(2), goals, form))
    assert (one.already, other.already) == (True, False)
    assert not one.fooled
    assert not other.fooled
    assert one.l2 == 0


@pytest.mark.parametrize(("name", "form"), FORMS)
@pytest.mark.parametrize("victim", ["saturated", 1e6, 1e30])
def test_a_network_without_slopes_or_of_huge_numbers_ends_without_a_warning(
    name: str, form: Form, victim: str | float
) -> None:
    network = saturated() if isinstance(victim, str) else louder("report", victim)
    _, outcomes = finish(quick(name), network, asked(name, network, blots(2), form))
    assert all(np.isfinite(outcome.after.confidences).all() for outcome in outcomes)
    for outcome in outcomes:
        assert not (outcome.fooled and outcome.could_not_move)


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("factor", [3e37, np.nan])
def test_a_network_without_finite_numbers_ends_in_a_sentence(name: str, factor: float) -> None:
    far = louder("dense", factor)
    with pytest.raises(BadInput, match="makes no finite numbers"):
        finish(quick(name), far, Problem(blots(1), np.zeros(1, np.int64)))


@pytest.mark.parametrize("name", ATTACKS)
def test_it_needs_all_that_it_says_it_may_see_and_gets_it_by_no_other_way(
    name: str, network: Network, digits: Bytes
) -> None:
    attack, problem = quick(name), asked(name, network, digits[:1], "targeted")
    for less in list(SEES)[list(SEES).index(attack.access) + 1 :]:
        oracle = Oracle(network, 1, less)
        with pytest.raises(AccessError, match="may only see"):
            list(attack.iterate(oracle, problem, np.random.default_rng(0)))


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_stopped_after_any_step_it_has_that_steps_best(
    name: str, form: Form, network: Network, digits: Bytes
) -> None:
    problem = asked(name, network, digits[:2], form)
    many, _ = finish(quick(name), network, problem)
    for count in {1, min(3, len(many)), len(many) - 1} - {0}:
        run, last = quick(name).run(network, problem, seed=0), None
        for _ in range(count):
            last = next(run)
        assert isinstance(last, Step)
        with pytest.raises(StopIteration) as end:
            run.throw(Stop())
        assert [outcome.steps for outcome in end.value.value] == [last.number] * 2


ELSEWHERE = [name for name, attack in ATTACKS.items() if attack.begins_elsewhere]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_one_that_can_begins_where_it_is_told_and_ends_no_worse(
    name: str, network: Network, digits: Bytes
) -> None:
    attack, images = quick(name, 20), digits[:3]
    problem = asked(name, network, images, "targeted")
    _, others = finish(quick("ddn", 100), network, problem)
    begun = replace(problem, starts=np.stack([outcome.adversarial for outcome in others]))
    _, outcomes = finish(attack, network, begun)
    for image, start, outcome in zip(images, others, outcomes, strict=True):
        assert start.fooled
        assert outcome.start is not None
        np.testing.assert_array_equal(outcome.start, start.adversarial)
        np.testing.assert_array_equal(outcome.original, image)
        if attack.limit() is None and not getattr(attack, "faithful", False):
            assert outcome.fooled
            if attack.norm == "l2":
                assert outcome.l2 <= start.l2 * (1 + 1e-5)


@pytest.mark.parametrize("name", [name for name in ATTACKS if name not in ELSEWHERE])
def test_one_that_cannot_begin_elsewhere_says_so(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = asked(name, network, digits[:1], "targeted")
    begun = replace(problem, starts=problem.originals)
    with pytest.raises(BadInput, match="begins at no other image"):
        finish(quick(name), network, begun)
