"""Many images at once: none costs more, or ends otherwise, for what is attacked beside it."""

import warnings
from dataclasses import replace

import numpy as np
import pytest

from advgui.core.attacks import ATTACKS, Outcome, Problem, make_attack
from advgui.core.errors import BadInput
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.network import Network
from advgui.core.nn.sequential import PIECE
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, quick, with_ink
from tests.random_networks import blots
from tests.sharpened import louder

# From the drawing, or noise would be drawn in another order.
AT_ONCE: dict[str, object] = {
    "start": "drawing",
    "restarts": 1,
    "faithful": False,
    "searches": 2,
    "pixels": 8,
    "draws": 2,
}


def problem(count: int) -> Problem:
    return Problem(blots(count), np.arange(count) % 10)


def outcomes(name: str, network: Network, asked: Problem, steps: int = 12) -> list[Outcome]:
    return list(finish(quick(name, steps, AT_ONCE), network, asked)[1])


def numbers_in_a_step(name: str, network: Network, count: int) -> int:
    asked = with_ink(quick(name), problem(20)).of(np.arange(count) % 20)
    run = make_attack(name).run(network, asked, seed=0)
    step = next(run)
    run.close()
    assert len(step.content) == count
    return step.content.size


@pytest.mark.parametrize("network", ["report", "softmax", "dense"])
@pytest.mark.parametrize("name", ATTACKS)
def test_a_step_of_ten_times_the_images_holds_ten_times_the_numbers(
    name: str, network: str
) -> None:
    few, many = (numbers_in_a_step(name, load_shipped(network), count) for count in (20, 200))
    assert many == 10 * few


@pytest.mark.parametrize(("network", "steps"), [("report", 6), ("dense", 6), ("graph", 4)])
# One on strokes draws each of its images by itself, so that none is ever in a piece with others.
@pytest.mark.parametrize("name", [name for name, one in ATTACKS.items() if not one.on_strokes])
def test_more_images_than_a_piece_end_as_in_batches(name: str, network: str, steps: int) -> None:
    victim, whole = load_shipped(network), with_ink(quick(name), problem(PIECE + 6))
    together = outcomes(name, victim, whole, steps)
    apart: list[Outcome] = []
    for part in (slice(PIECE), slice(PIECE, None)):
        apart.extend(outcomes(name, victim, whole.of(part), steps))
    pairs = list(zip(together, apart, strict=True))
    assert [one.fooled for one in together] == [other.fooled for other in apart]
    apart_by = [np.abs(1.0 * one.adversarial - other.adversarial).max() for one, other in pairs]
    # The last bit of a sum of many may be another one, and so may a level, or the step kept.
    assert np.mean(np.array(apart_by) <= 1) >= 0.98


def strange(scale: float) -> Network:
    """Two layers, of huge and of tiny weights, whose logits are as those of other networks."""
    random = np.random.default_rng(3)
    first = Dense(random.normal(size=(784, 16)).astype(np.float32) * np.float32(scale), _none(16))
    last = random.normal(size=(16, 10)).astype(np.float32) / np.float32(scale)
    return Network("strange", (Reshape((784,)), first, Dense(last, _none(10))), "softmax")


def _none(count: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.zeros(count, np.float32)


@pytest.mark.parametrize("scale", [1e-20, 1.0, 1e20, 1e30])
def test_weights_of_any_size_are_attacked_without_a_warning(scale: float) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for outcome in outcomes("ddn", strange(scale), problem(12), steps=100):
            assert outcome.fooled or outcome.already


@pytest.mark.parametrize("factor", [1e25, 1e30])
def test_huge_logits_are_attacked_without_a_warning(factor: float) -> None:
    for name in ATTACKS:
        found = outcomes(name, louder("report", factor), problem(12), steps=20)
        assert all(np.isfinite(outcome.after.confidences).all() for outcome in found)


def test_a_network_without_finite_numbers_is_refused_in_a_sentence() -> None:
    network = replace(louder("dense", 3e37), name="far")
    with pytest.raises(BadInput, match="The network far makes no finite numbers"):
        outcomes("ddn", network, problem(3), steps=100)
