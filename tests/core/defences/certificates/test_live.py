"""The bracket under a drawing: it only tightens, and what it says of valid images is so."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks import Problem
from advgui.core.defences import make_defence
from advgui.core.defences.certificates.live import LiveBracket, ValidBracket
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.certificates.valid import distance, reached
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, quick
from tests.unprovable_network import unprovable

NORMS: tuple[Norm, ...] = ("linf", "l2")


def drawing(number: int) -> Bytes:
    return render(read_gallery()[number].strokes)


def behind_threshold() -> Network:
    return defended(load_shipped("report"), [make_defence("threshold")])


def network_named(name: str) -> Network:
    return behind_threshold() if name == "threshold" else load_shipped(name)


def required(found: list[ValidBracket], network: Network, image: Bytes) -> None:
    """All of one image only tighten, and each upper end is an image that is read otherwise."""
    label = network.read(image).label
    assert [one.done for one in found] == [False] * (len(found) - 1) + [True]
    assert [one.proven for one in found] == sorted(one.proven for one in found)
    assert [one.attacked for one in found] == sorted((one.attacked for one in found), reverse=True)
    for one in found:
        assert one.label == label
        assert one.proven <= one.attacked
        if one.adversarial is not None:
            assert network.read(one.adversarial).label != label
            assert one.attacked == distance(image, one.adversarial, one.norm)


@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize("name", ["report", "svm", "bayes", "dense", "threshold"])
def test_brackets_only_tighten_and_their_upper_end_is_a_valid_image_that_fools(
    name: str, norm: Norm
) -> None:
    network, image = network_named(name), drawing(1)
    found = list(LiveBracket(network, norm).about(image))
    required(found, network, image)
    assert found[-1].proven > 0
    if name in ("report", "svm"):
        assert found[-1].share > 0.98


def test_in_whole_levels_the_bracket_closes_and_no_image_is_read_otherwise_below() -> None:
    network = load_shipped("report")
    for number in (1, 4):
        image = drawing(number)
        (*_, last) = LiveBracket(network, "linf").about(image)
        assert last.share == 1
        assert last.proven <= last.proven_valid == last.attacked
        budget = round(255 * last.attacked) - 1
        inside = Problem(image[None], np.array([last.label]), form="untargeted")
        attack = quick("pgd", 60, {"budget": budget / 255})
        assert not finish(attack, network, inside)[1][0].fooled


@given(radius=st.floats(0, 1), level=st.integers(0, 255))
def test_valid_images_below_the_distance_reached_are_within_the_radius(
    radius: float, level: int
) -> None:
    below = level / 255 < reached(radius, "linf") - 1e-9
    assert not below or level / 255 < radius
    assert reached(radius, "l2") == radius


def test_what_the_last_drawing_told_does_not_mislead_about_the_next() -> None:
    network = load_shipped("report")
    live = LiveBracket(network, "linf")
    for number in (1, 2, 3):
        image = drawing(number)
        required(list(live.about(image)), network, image)


def test_one_that_is_left_is_no_hindrance_to_the_next() -> None:
    network, image = load_shipped("report"), drawing(1)
    live = LiveBracket(network, "l2")
    next(live.about(drawing(2)))
    required(list(live.about(image)), network, image)


@pytest.mark.parametrize("norm", NORMS)
def test_something_is_proven_by_the_first_bracket_already(norm: Norm) -> None:
    live = LiveBracket(load_shipped("report"), norm)
    for image in (drawing(1), drawing(1)):
        first = next(live.about(image))
        assert 0 < first.proven <= first.attacked < np.inf
        assert not first.done


def test_of_a_network_of_which_nothing_is_proven_there_is_an_attack_alone() -> None:
    (*_, last) = LiveBracket(unprovable(), "l2").about(drawing(1))
    assert (last.proof, last.proven) == ("none", 0)
    assert np.isfinite(last.attacked)
