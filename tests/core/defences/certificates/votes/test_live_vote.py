"""The bracket of a smoothed network comes with the votes, and closes from both sides."""

import pickle

import numpy as np
import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.certificates.live import LiveBracket
from advgui.core.defences.certificates.valid import distance
from advgui.core.defences.certificates.votes.live_vote import (
    LiveVote,
    SmoothedBracket,
    live,
    voted_behind_noise,
)
from advgui.core.defences.certificates.votes.noisy_copies import NoisyCopies
from advgui.core.defences.certificates.votes.smoothing import Smoothing, read_smoothed
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.linear_networks import constant, gray, two_labels

IMAGE = render(read_gallery()[2].strokes)
FEW = Smoothing(0.25, 3000)


def plane(lead: float) -> Network:
    """Reads ``gray`` as 0, and as 1 so far away, whatever the noise."""
    return two_labels(np.full(784, 1 / 28, np.float32), float(28 * 128 / 255 + lead))


def test_both_ends_only_come_nearer_and_the_upper_one_is_read_otherwise() -> None:
    network = load_shipped("report")
    found = list(LiveVote(network, FEW).about(IMAGE))
    proven, attacked = ([getattr(one, end) for one in found] for end in ("proven", "attacked"))
    assert proven == sorted(proven)
    assert attacked == sorted(attacked, reverse=True)
    assert [one.done for one in found] == [False] * (len(found) - 1) + [True]
    first, last = found[0], found[-1]
    assert (first.vote.samples, last.vote.samples) == (100, 3000)
    assert 0 < last.proven < last.attacked < np.inf
    assert last.adversarial is not None
    assert distance(IMAGE, last.adversarial, "l2") == last.attacked
    read = read_smoothed(NoisyCopies(network), last.adversarial, Smoothing(0.25, 3000), seed=9)
    assert read != last.label == network.read(IMAGE).label


def test_of_a_plane_the_ends_stand_on_both_sides_of_its_distance() -> None:
    *_, last = LiveVote(plane(0.5), FEW).about(gray()[0])
    assert 0.4 < last.proven <= 0.5 < last.attacked < 0.7


@pytest.mark.parametrize("network", [constant(), plane(0.0)])
def test_where_nothing_turns_the_vote_or_it_abstains_there_is_no_upper_end(
    network: Network,
) -> None:
    *_, last = LiveVote(network, FEW).about(gray()[0])
    assert (last.done, last.attacked, last.adversarial) == (True, np.inf, None)
    assert last.vote.abstains == (last.proven == 0)


def behind(*names: str) -> Network:
    return defended(load_shipped("report"), [make_defence(name) for name in names])


def test_behind_random_noise_the_bracket_in_l2_is_that_of_a_vote_of_the_same_noise() -> None:
    made = live(behind("noise", "threshold"), "l2")
    assert isinstance(made, LiveVote)
    assert made.smoothing.sigma == make_defence("noise").settings["sigma"]
    first = next(made.about(IMAGE))
    again = next(LiveVote(behind("threshold"), made.smoothing).about(IMAGE))
    assert first.vote.votes.tolist() == again.vote.votes.tolist()


@pytest.mark.parametrize("names", [(), ("threshold", "noise"), ("shift",)])
def test_where_an_image_meets_something_else_first_nothing_votes(names: tuple[str, ...]) -> None:
    assert isinstance(live(behind(*names), "l2"), LiveBracket)
    assert voted_behind_noise(behind(*names)) is None


def test_in_linf_and_with_next_to_no_noise_nothing_votes() -> None:
    assert isinstance(live(behind("noise"), "linf"), LiveBracket)
    quiet = defended(load_shipped("report"), [make_defence("noise", {"sigma": 0.001})])
    assert voted_behind_noise(quiet) is None


def test_a_bracket_travels_to_another_process() -> None:
    first = next(LiveVote(load_shipped("report"), FEW).about(IMAGE))
    there: SmoothedBracket = pickle.loads(pickle.dumps(first))  # noqa: S301 - our own
    assert (there.proven, there.vote.votes.tolist()) == (first.proven, first.vote.votes.tolist())
