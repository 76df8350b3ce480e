"""The pen attack: as strong as was found feasible, inside its budgets, and honest."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.oracle import Of, Oracle
from advgui.core.attacks.outcome import Outcome
from advgui.core.attacks.problem import Form
from advgui.core.digits.bending import Bending
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import MOST_STROKES, Ink, stroke_length
from advgui.core.errors import ParameterError
from advgui.core.images import Array, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish

GALLERY = read_gallery()


def problem(form: Form = "targeted", some: slice = slice(4, 8)) -> Problem:
    inks = tuple(Ink(digit.strokes) for digit in GALLERY[some])
    labels = np.array([digit.label for digit in GALLERY[some]], np.int64)
    images = np.stack([ink.image() for ink in inks])
    return Problem(images, (labels + 3) % 10 if form == "targeted" else labels, form, inks=inks)


def run(network: Network, asked: Problem, seed: int = 0, **settings: float) -> tuple[Outcome, ...]:
    return finish(make_attack("pen", settings), network, asked, seed)[1]


@pytest.mark.parametrize(("name", "least"), [("report", 0.6), ("convolutional", 0.5)])
def test_it_fools_toward_a_goal_and_away_by_ink_alone(name: str, least: float) -> None:
    network = load_shipped(name)
    digits = slice(6) if name == "report" else slice(4)
    assert np.mean([one.fooled for one in run(network, problem("untargeted", digits))]) >= 0.9
    assert np.mean([one.fooled for one in run(network, problem(some=digits))]) >= least


def test_what_it_made_is_strokes_inside_both_budgets_and_their_image_is_the_judged_one() -> None:
    network, asked = load_shipped("report"), problem()
    for ink, outcome in zip(asked.inks or (), run(network, asked), strict=True):
        made = outcome.ink
        assert made is not None
        np.testing.assert_array_equal(made.image(), outcome.adversarial)
        assert outcome.fooled == (network.read(made.image()).label == outcome.goal)
        bending = Bending(ink)
        still = bending.bent(np.zeros((bending.count, 2)))
        if made is not ink:
            for before, after in zip(still, made.strokes, strict=False):
                assert np.hypot(*(after - before).T).max() <= 0.08 * ink.size
            extra = made.strokes[len(still) :]
            assert len(extra) <= 1
            assert sum(map(stroke_length, extra)) <= 0.1 * ink.length


def test_each_step_brings_the_images_that_its_strokes_make() -> None:
    asked = problem(some=slice(4, 6))
    steps = list(make_attack("pen", {"queries": 200}).run(load_shipped("report"), asked, seed=0))
    for step in (steps[0], steps[2], steps[-1]):
        assert step.encoding is not None
        np.testing.assert_array_equal(step.images, step.encoding.images(step.content))
        assert step.drawn is not None


def test_without_a_budget_for_it_nothing_is_bent_or_added() -> None:
    network, asked = load_shipped("report"), problem("untargeted")
    for outcome in run(network, asked, added=0.0, queries=60):
        assert outcome.ink is not None
        assert len(outcome.ink.strokes) == len(GALLERY[outcome.before.label].strokes)
    for outcome in run(network, asked, bend=0.0, added=0.0, queries=60):
        assert not outcome.fooled
        assert outcome.l2 < 0.2


def test_the_same_seed_makes_the_same_strokes_and_no_image_minds_which_are_beside_it() -> None:
    network = load_shipped("report")
    together, again = (run(network, problem(), queries=150) for _ in range(2))
    apart = [run(network, problem(some=slice(4 + row, 5 + row)), queries=150)[0] for row in (1, 3)]
    for one, other in [
        *zip(together, again, strict=True),
        *zip((together[row] for row in (1, 3)), apart, strict=True),
    ]:
        np.testing.assert_array_equal(one.adversarial, other.adversarial)
        assert one.queries == other.queries
    assert any(
        (one.adversarial != other.adversarial).any()
        for one, other in zip(together, run(network, problem(), 1, queries=150), strict=True)
    )


class Counting(Oracle):
    """Notes how many images were asked about."""

    asked = 0

    def logits(self, images: Array, of: Of | None = None) -> Array:
        Counting.asked += len(images)
        return super().logits(images, of)


@pytest.mark.parametrize("queries", [10, 137])
def test_every_query_is_counted_and_none_goes_beyond_the_budget(
    queries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advgui.core.attacks.base.Oracle", Counting)
    Counting.asked = 0
    outcomes = run(load_shipped("report"), problem(), queries=queries)
    assert max(one.queries for one in outcomes) <= queries
    # The original and the outcome are read by whoever judges.
    assert sum(one.queries for one in outcomes) == Counting.asked + 2 * len(outcomes)
    assert all(one.gradients == 0 for one in outcomes)


def test_an_image_is_given_up_to_as_soon_as_it_leads_by_what_was_asked() -> None:
    network, asked = load_shipped("report"), problem("untargeted")
    for outcome in run(network, asked, lead=3.0, queries=200):
        lead = asked.leads(network.logits(to_floats(outcome.adversarial[None])).repeat(4, 0))
        own = lead[outcome.before.label - 4]
        assert outcome.confidence == 3.0
        assert outcome.sure == bool(own > 3.0)
        assert outcome.queries == 200 or outcome.sure


def test_an_image_without_strokes_or_with_too_many_is_told_in_a_sentence() -> None:
    network, attack, asked = load_shipped("report"), make_attack("pen"), problem()
    plain = Problem(asked.originals, asked.goals)
    with pytest.raises(ParameterError, match="changes strokes, and this is an image without"):
        next(attack.run(network, plain, seed=0))
    ink = Ink((np.array([[0.1, 0.1], [0.5, 0.9]]),) * (MOST_STROKES + 1))
    much = Problem(ink.image()[None], np.array([2]), inks=(ink,))
    with pytest.raises(ParameterError, match="this drawing has too many"):
        next(attack.run(network, much, seed=0))


@pytest.mark.parametrize(
    ("row", "why"), [("bend", "the digit becomes the goal"), ("added", "another digit")]
)
def test_what_would_be_another_digit_is_refused_and_said_why(row: str, why: str) -> None:
    with pytest.raises(ParameterError, match=why):
        make_attack("pen", {row: 0.3})


def test_a_dot_is_moved_and_nobody_is_fooled() -> None:
    network, dot = load_shipped("report"), Ink((np.array([[0.5, 0.5]]),), least=0.075)
    image = dot.image()
    goal = (network.read(image).label + 1) % 10
    (outcome,) = run(network, Problem(image[None], np.array([goal]), inks=(dot,)), queries=60)
    assert isinstance(outcome.ink, Ink)


def test_other_attacks_do_not_see_the_strokes() -> None:
    attack: EvasionAttack = make_attack("ddn")
    assert attack.asked(problem()).inks is None
    assert finish(attack, load_shipped("report"), problem())[1][0].ink is None
