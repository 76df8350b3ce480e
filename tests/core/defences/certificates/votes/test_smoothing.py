"""The radius of a vote of noisy copies holds, and is told to be unknown where it is."""

from collections.abc import Iterator
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences.certificates.votes.binomial import least_share
from advgui.core.defences.certificates.votes.noisy_copies import NoisyCopies
from advgui.core.defences.certificates.votes.smoothing import (
    Smoothing,
    Vote,
    certified,
    most_radius,
    read_smoothed,
    watched,
)
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import l2, quantise, to_floats
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.linear_networks import constant, gray, two_labels

IMAGES = np.stack([render(digit.strokes) for digit in read_gallery()[:6]])
FEW = Smoothing(0.25, 1000)


def last(votes: Iterator[Vote]) -> Vote:
    """The one with everything."""
    *_, end = votes
    return end


def plane(lead: float) -> NoisyCopies:
    """Votes on ``gray``, from which the nearest image that is read otherwise is so far."""
    weights = np.full(784, 1 / 28, np.float32)
    return NoisyCopies(two_labels(weights, float(28 * 128 / 255 + lead)))


@pytest.mark.parametrize("lead", [0.1, 0.3, 0.6])
@pytest.mark.parametrize("sigma", [0.12, 0.5])
def test_of_a_plane_the_radius_is_its_distance_and_never_more(lead: float, sigma: float) -> None:
    smoothing = Smoothing(sigma, 20_000)
    votes = [last(certified(plane(lead), gray()[0], smoothing, seed=s)) for s in range(20)]
    assert max(vote.radius for vote in votes) <= lead
    nearly = min(lead, most_radius(smoothing))
    assert np.median([vote.radius for vote in votes]) == pytest.approx(nearly, rel=0.15)


@given(st.integers(0, 1000), st.integers(0, 1000), st.floats(0.01, 4), st.floats(1e-6, 0.4))
def test_more_votes_prove_more_but_never_more_than_all_of_them(
    fewer: int, more: int, sigma: float, alpha: float
) -> None:
    smoothing = Smoothing(sigma, 1000, alpha=alpha)
    votes = np.zeros(10, np.int64)
    near, far = (
        Vote(smoothing, 0, votes, least_share(count, 1000, alpha)).radius
        for count in sorted((fewer, more))
    )
    assert 0 <= near <= far <= most_radius(smoothing)
    assert far <= sigma * max(0.0, NormalDist().inv_cdf(alpha ** (1 / 1000)))


def test_where_two_labels_share_the_votes_it_abstains() -> None:
    vote = last(certified(plane(0.0), gray()[0], FEW, seed=0))
    assert vote.abstains
    assert vote.radius == 0.0
    assert read_smoothed(plane(0.0), gray()[0], FEW, seed=0) is None


def test_where_all_noise_is_read_alike_all_that_the_samples_can_prove_is_proven() -> None:
    vote = last(certified(NoisyCopies(constant()), gray()[0], FEW, seed=0))
    assert (vote.label, vote.votes[3], vote.samples) == (3, 1000, 1000)
    assert vote.radius == most_radius(FEW)
    assert read_smoothed(NoisyCopies(constant()), gray()[0], FEW, seed=0) == 3


@pytest.mark.parametrize("way", [certified, watched])
def test_a_seed_makes_it_repeatable_and_it_may_be_left_at_any_time(way: type) -> None:
    copies = NoisyCopies(load_shipped("report"))
    first, again = (list(way(copies, IMAGES[0], FEW, seed=(3, 1))) for _ in range(2))
    assert [vote.votes.tolist() for vote in first] == [vote.votes.tolist() for vote in again]
    other = next(iter(way(copies, IMAGES[0], FEW, seed=4)))
    assert other.samples == first[0].samples == 100
    assert (first[-1].votes >= first[0].votes).all()


def test_nothing_is_concluded_before_all_samples_that_were_said_have_voted() -> None:
    *before, end = certified(plane(0.3), gray()[0], FEW, seed=0)
    assert before
    assert {vote.radius for vote in before} == {0.0}
    assert end.radius > 0


def test_whoever_looks_on_sees_a_radius_that_only_grows() -> None:
    votes = list(watched(plane(0.3), gray()[0], Smoothing(0.25, 5000), seed=0))
    radii = [vote.radius for vote in votes]
    assert radii[0] > 0
    assert radii == sorted(radii)
    assert radii[-1] <= last(certified(plane(0.3), gray()[0], Smoothing(0.25, 5000), seed=0)).radius


def test_to_look_on_and_stop_at_the_best_moment_is_wrong_no_more_often_than_it_says() -> None:
    copies, alpha, lead = plane(0.02), 0.2, 0.02
    smoothing = Smoothing(0.25, 800, alpha=alpha)
    radii = [last(watched(copies, gray()[0], smoothing, seed=s)).radius for s in range(100)]
    assert np.mean([radius > lead for radius in radii]) <= alpha


def test_what_fools_the_network_does_not_fool_the_vote_inside_the_radius() -> None:
    network, smoothing = load_shipped("report"), Smoothing(0.25, 20_000)
    copies = NoisyCopies(network)
    votes = [last(certified(copies, image, smoothing, seed=1)) for image in IMAGES]
    problem = Problem(IMAGES, np.array([vote.label for vote in votes]), form="untargeted")
    _, found = finish(make_attack("ddn"), network, problem)
    for vote, one in zip(votes, found, strict=True):
        assert vote.radius > 0
        change = to_floats(one.adversarial) - to_floats(one.original)
        inside = quantise(to_floats(one.original) + 0.95 * vote.radius / one.l2 * change)
        assert l2(to_floats(inside) - to_floats(one.original)) < vote.radius
        assert read_smoothed(copies, inside, smoothing, seed=2) == vote.label
