"""One perturbation for all images fools more than noise does, and stays inside its budget."""

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact, make_fitted_attack
from advgui.core.attacks.fitted.universal import BATCH, Universal, UniversalL2
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.generators import drive
from advgui.core.images import Bytes, l2, linf, to_floats
from advgui.core.nn.network import Network
from tests.mean_sign import gallery
from tests.sharpened import louder

QUICK = {"steps": 60}


def learned(network: Network, attack: Universal | UniversalL2, goal: int | None) -> Artefact:
    return drive(attack.run(network, gallery(), goal=goal)).artefact


@pytest.mark.parametrize(("name", "budget"), [("universal", 0.1), ("universal-l2", 3.03)])
@pytest.mark.parametrize("goal", [None, 3])
def test_every_image_stays_inside_the_budget_on_its_bytes(
    network: Network, digits: Bytes, name: str, budget: float, goal: int | None
) -> None:
    attack = make_fitted_attack(name, {"budget": budget, **QUICK})
    artefact = drive(attack.run(network, gallery(), goal=goal)).artefact
    perturbation = artefact.arrays["perturbation"]
    levels = perturbation.astype(np.float64) * 255
    np.testing.assert_allclose(levels, np.rint(levels), atol=1e-4)
    full = np.full((1, 28, 28), 128, np.uint8)
    for images in (digits, full, 0 * full, 0 * full + 255):
        changes = artefact.apply(images).astype(np.float64) - images
        sizes = linf(changes) if name == "universal" else l2(changes)
        assert (sizes <= (25 if name == "universal" else budget * 255)).all()
    assert np.abs(levels).max() > 5


@pytest.mark.parametrize("goal", [None, 3])
def test_it_fools_more_than_noise_of_the_same_norm(network: Network, goal: int | None) -> None:
    for attack in (Universal(budget=0.3, steps=100), UniversalL2(budget=5.0, steps=100)):
        fit = drive(attack.run(network, gallery(), goal=goal))
        assert fit.noise_rate is not None
        assert fit.rate > max(0.3, fit.noise_rate)


def test_the_same_seed_gives_the_same_bytes(network: Network) -> None:
    first, again = (learned(network, Universal(steps=40), None) for _ in range(2))
    np.testing.assert_array_equal(first.arrays["perturbation"], again.arrays["perturbation"])


def test_without_a_goal_the_best_beginning_so_far_is_worn(network: Network) -> None:
    run = Universal(budget=0.3, steps=200).run(network, gallery())
    states = [fit.artefact.arrays["perturbation"] for fit in run]
    assert len(states) == 201
    assert not states[4].any()  # no beginning has ended yet
    assert states[8].any()


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_a_step_looks_at_as_many_images_in_however_many_moves(network: Network, form: Form) -> None:
    attack, digits = Universal(steps=60), gallery()
    oracle = Oracle(network, len(digits.labels), attack.access, attack.name)
    problem = Problem(digits.images, digits.labels, form)
    states = list(attack.learn(oracle, problem, np.random.default_rng(0)))
    assert len(states) == attack.total() + 1
    assert oracle.gradients.sum() == attack.total() * BATCH


def test_a_network_that_decides_the_same_with_larger_logits_gives_the_same(
    network: Network,
) -> None:
    plain, sharp = (
        learned(one, Universal(steps=40), 3).arrays["perturbation"]
        for one in (network, louder("report", 8.0))
    )
    assert (np.sign(plain) == np.sign(sharp)).mean() > 0.95


def test_an_image_that_wears_it_is_the_sum(digits: Bytes, network: Network) -> None:
    artefact = learned(network, Universal(steps=40), 3)
    total = to_floats(digits) + artefact.arrays["perturbation"]
    np.testing.assert_array_equal(
        artefact.apply(digits), np.rint(total.clip(0, 1) * 255).astype(np.uint8)
    )
