"""An oracle answers what may be asked, counts every image, and refuses the rest."""

from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from advgui.core.attacks.oracle import SEES, Access, Judge, Oracle, covers
from advgui.core.errors import AccessError
from advgui.core.images import Array, to_floats
from advgui.core.nn.losses import Rivals, Slope
from tests.random_networks import blots, random_network

GOALS = np.arange(4)
ASKING: dict[str, Callable[[Oracle, Array], object]] = {
    "labels": lambda oracle, images: oracle.labels(images),
    "logits": lambda oracle, images: oracle.logits(images),
    "gradients": lambda oracle, images: oracle.gradient(images, Rivals.of(GOALS).slope(1.0)),
    "gradients ": lambda oracle, images: oracle.jacobian(images, np.zeros((1, 4, 10), np.float32)),
    "the network itself": lambda oracle, images: oracle.network,
}
MAY: dict[Access, set[str]] = {
    "substitute": set(),
    "labels": {"labels"},
    "scores": {"labels", "logits"},
    "gradients": set(ASKING),
}


@pytest.fixture
def images() -> Array:
    return to_floats(blots(4))


@pytest.mark.parametrize("access", MAY)
@pytest.mark.parametrize("what", ASKING)
def test_what_an_attack_may_not_see_it_is_refused_in_a_sentence(
    access: Access, what: str, images: Array
) -> None:
    oracle = Oracle(random_network(), 4, access, "peep")
    if what in MAY[access]:
        assert ASKING[what](oracle, images) is not None
        return
    with pytest.raises(AccessError) as error:
        ASKING[what](oracle, images)
    seen = "a substitute" if access == "substitute" else access
    assert str(error.value) == f"The attack peep may only see {seen}, and asks for {what.strip()}."
    assert not oracle.queries.any()


@pytest.mark.parametrize("soften", [0.0, 0.1])
def test_all_rows_of_a_jacobian_are_the_gradients_one_by_one(images: Array, soften: float) -> None:
    oracle, random = Oracle(random_network(), 4), np.random.default_rng(0)
    rows = random.normal(size=(3, 4, 10)).astype(np.float32)
    logits, products = oracle.jacobian(images, rows, soften)
    assert (oracle.queries.tolist(), oracle.gradients.tolist()) == ([1] * 4, [3] * 4)
    for row, product in zip(rows, products, strict=True):
        alone = oracle.gradient(images, Slope(lambda _, row: row, (row,)), soften)
        np.testing.assert_array_equal(logits, alone[0])
        np.testing.assert_allclose(product, alone[1], atol=1e-6)


def test_answers_are_the_networks_own(images: Array) -> None:
    network = random_network()
    oracle, slope = Oracle(network, 4), Rivals.of(GOALS).slope(1.0)
    logits = network.logits(images)
    np.testing.assert_array_equal(oracle.logits(images), logits)
    np.testing.assert_array_equal(oracle.labels(images), logits.argmax(axis=-1))
    found, gradient = oracle.gradient(images, slope)
    np.testing.assert_allclose(found, logits, rtol=1e-5)
    logits, caches = network.forward(images)
    np.testing.assert_allclose(gradient, network.backward(caches, slope(logits)), atol=1e-6)
    assert oracle.network is network


def test_an_image_is_a_query_however_many_are_asked_about_at_once(images: Array) -> None:
    oracle = Oracle(random_network(), 4)
    oracle.logits(images)
    oracle.labels(images)
    oracle.gradient(images, Rivals.of(GOALS).slope(1.0))
    assert oracle.queries.tolist() == [3] * 4
    assert oracle.gradients.tolist() == [1] * 4
    oracle.labels(np.repeat(images, 50, axis=0))
    assert oracle.queries.tolist() == [53] * 4
    oracle.count(4, back=True)
    assert (oracle.queries.tolist(), oracle.gradients.tolist()) == ([54] * 4, [2] * 4)


def test_some_of_the_images_are_counted_as_theirs_alone(images: Array) -> None:
    oracle = Oracle(random_network(), 4)
    oracle.logits(images[[1, 1, 3]], of=[1, 1, 3])
    oracle.gradient(images[:2], Rivals.of(GOALS[:2]).slope(1.0), of=np.array([0, 1]))
    assert oracle.queries.tolist() == [1, 3, 0, 1]
    assert oracle.gradients.tolist() == [1, 1, 0, 0]
    with pytest.raises(ValueError, match="say of which of the 4"):
        oracle.logits(images[:3])


def test_the_judge_sees_all_and_its_looks_are_counted(images: Array) -> None:
    network = random_network()
    oracle = Oracle(network, 4, "labels")
    judge = Judge(network, oracle)
    readings = judge.readings(blots(4))
    assert readings == tuple(network.read(image) for image in blots(4))
    twice = np.concatenate([images, images])
    np.testing.assert_array_equal(judge.logits(twice), network.logits(twice))
    assert oracle.queries.tolist() == [3] * 4


def test_who_sees_more_may_do_what_needs_less() -> None:
    assert set(SEES) == set(get_args(Access))
    order = list(SEES)
    for allowed in order:
        for asked in order:
            assert covers(allowed, asked) == (order.index(asked) >= order.index(allowed))
