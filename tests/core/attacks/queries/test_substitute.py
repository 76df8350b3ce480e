"""A substitute trained on labels: what it asks, who pays for it, and what it is good for."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.queries.substitute import ASKED, Pupil, Substitute
from advgui.core.datasets.readers import read_mnist
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.images import Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.central_differences import central_differences


def taught(network: Network, total: int, stride: float = 0.2) -> tuple[Pupil, list[Bytes]]:
    """A pupil that has learned all it wants, and what it asked about."""
    pupil, asked = Pupil(total, stride, np.random.default_rng(0)), []
    oracle = Oracle(network, 1, "labels")
    while len(images := pupil.asked()):
        asked.append(images)
        pupil.learn(images, oracle.labels(to_floats(images)))
    assert oracle.queries.tolist() == [total]
    return pupil, asked


def test_it_asks_about_a_quarter_drawn_and_the_rest_made_of_what_it_knows(network: Network) -> None:
    _, asked = taught(network, 100, 0.1)
    images = np.concatenate(asked)
    assert len(images) == 100
    assert max(len(some) for some in asked) == ASKED
    apart = [
        np.abs(images[25:50].astype(int) - images[:25]),
        np.abs(images[50:].astype(int) - images[:50]),
    ]
    for change in apart:
        # Signs of the slope: every pixel by as much as rounding and the box leave of it.
        assert change.max() <= 26
        assert (change > 0).any(axis=(1, 2)).all()


@pytest.mark.parametrize(("doubling", "way"), [(0, 1), (1, -1)])
def test_new_images_are_a_stride_along_the_slope_of_their_own_label(
    doubling: int, way: int, network: Network
) -> None:
    pupil, _ = taught(network, 40, 0.2)
    # Noise, as between equal pixels of one ink the largest is not one alone.
    pupil._images[3] = np.random.default_rng(1).integers(60, 190, (28, 28))
    label, precise = int(pupil._labels[3]), pupil.network.astype(np.float64)
    image = pupil._images[3:4] / 255
    slope = central_differences(lambda x: float(precise.logits(x)[0, label]), image)
    expected = quantise(image + way * 0.2 * np.sign(slope))
    clear = np.abs(slope) > 1e-3 * np.abs(slope).max()
    made = pupil._varied(slice(3, 4), doubling)
    assert clear.mean() > 0.9
    np.testing.assert_array_equal(made[clear], expected[clear])


def test_what_it_has_learned_it_reads_as_the_network_does(network: Network) -> None:
    pupil, _ = taught(network, 800)
    drawn = to_floats(np.stack([render(digit.strokes) for digit in read_gallery()]))
    read = network.logits(drawn).argmax(axis=-1)
    assert np.mean(pupil.network.logits(drawn).argmax(axis=-1) == read) >= 0.8


@pytest.mark.parametrize("count", [1, 3])
def test_every_label_is_a_query_of_one_image_and_together_they_are_all(
    count: int, network: Network, digits: Bytes
) -> None:
    attack = Substitute(queries=100, steps=5)
    steps, outcomes = finish(attack, network, wrong_goals(network, digits[:count]))
    # The original for the verdict and for its step, all that was moved, and the outcome.
    own = [1 + len({step.content[k].tobytes() for step in steps}) + 1 for k in range(count)]
    assert sum(outcome.queries for outcome in outcomes) == 100 + sum(own)
    assert max(outcome.queries for outcome in outcomes) <= attack.work("targeted", count)
    assert (
        np.ptp([outcome.queries - mine for outcome, mine in zip(outcomes, own, strict=True)]) <= 1
    )
    assert not any(outcome.gradients for outcome in outcomes)


def test_while_it_learns_nothing_is_changed_and_no_step_asks_for_more_than_a_few(
    network: Network, digits: Bytes
) -> None:
    steps, _ = finish(Substitute(queries=64, steps=3), network, wrong_goals(network, digits[:1]))
    counted = [int(step.queries[0]) for step in steps if step.queries is not None]
    assert np.diff(counted).max() <= ASKED
    for step in steps[:-3]:
        np.testing.assert_array_equal(step.content, digits[:1])
    lengths = [float(np.linalg.norm(step.images - to_floats(digits[:1]))) for step in steps[-3:]]
    assert 0 < lengths[0] < lengths[1] < lengths[2] <= 4


def test_it_fools_real_digits_by_labels_alone(mnist: Path) -> None:
    network = load_shipped("report")
    problem: Problem = away_from_labels(network, read_mnist(mnist, "test"), 40)
    _, outcomes = finish(Substitute(), network, problem)
    assert np.mean([outcome.fooled for outcome in outcomes]) >= 0.7


def test_a_share_of_the_work_is_told_of_all_images_that_share_the_labels(
    network: Network, digits: Bytes
) -> None:
    attack = Substitute(queries=80, steps=6)
    shares = list(evaluate(network, attack, wrong_goals(network, digits), seed=0))
    # All of it but the verdict, and no more for ten images than for one.
    assert shares == sorted(shares)
    assert 0.9 <= shares[-1] <= 1
