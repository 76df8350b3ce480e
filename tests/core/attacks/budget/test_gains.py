"""What is climbed has the gradient that differences have, and never vanishes with the scale."""

from collections.abc import Callable

import numpy as np
import pytest

from advgui.core.attacks import Problem
from advgui.core.attacks.budget.gains import (
    LOSSES,
    gain,
    log_odds,
    logits_ratio,
    targeted_ratio,
)
from advgui.core.attacks.problem import Form
from advgui.core.images import Array
from advgui.core.nn.losses import cross_entropy
from tests.central_differences import Floats, central_differences
from tests.random_networks import blots

LABELS = np.array([3, 0, 9, 1])
RIVALS = np.array([1, 2, 3, 4])
Loss = Callable[[Array], tuple[Array, Array]]
CHECKED: dict[str, Loss] = {
    "log odds": lambda logits: log_odds(logits, LABELS),
    "dlr": lambda logits: logits_ratio(logits, LABELS),
    "targeted dlr": lambda logits: targeted_ratio(logits, LABELS, RIVALS),
}


def some() -> Floats:
    return np.random.default_rng(2).normal(size=(4, 10)) * 3


@pytest.mark.parametrize("name", CHECKED)
def test_a_gradient_is_that_of_differences(name: str) -> None:
    loss = CHECKED[name]
    wanted = central_differences(lambda at: float(loss(at)[0].sum()), some())
    np.testing.assert_allclose(loss(some())[1], wanted, atol=1e-6)


def test_the_log_odds_are_those_of_the_cross_entropy() -> None:
    powers = np.exp(some())
    share = powers[np.arange(4), LABELS] / powers.sum(axis=1)
    np.testing.assert_allclose(log_odds(some(), LABELS)[0], np.log((1 - share) / share))


def test_the_ratios_are_the_papers_own() -> None:
    for row, (logits, label, rival) in enumerate(zip(some(), LABELS, RIVALS, strict=True)):
        first, _, third, fourth = sorted(logits, reverse=True)[:4]
        other = max(np.delete(logits, label))
        dlr = -(logits[label] - other) / (first - third)
        toward = -(logits[label] - logits[rival]) / (first - (third + fourth) / 2)
        assert logits_ratio(some(), LABELS)[0][row] == pytest.approx(dlr)
        assert targeted_ratio(some(), LABELS, RIVALS)[0][row] == pytest.approx(toward)


@pytest.mark.parametrize("scale", [1e-6, 1e6, 1e25])
@pytest.mark.parametrize("name", CHECKED)
def test_no_scale_of_the_logits_takes_the_gradient_away(name: str, scale: float) -> None:
    gradient = CHECKED[name]((some() * scale).astype(np.float32))[1]
    assert np.isfinite(gradient).all()
    assert (np.abs(gradient).max(axis=1) > 0).all()


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
@pytest.mark.parametrize("name", LOSSES)
def test_what_is_gained_leads_to_a_goal_or_away_from_a_label(name: str, form: Form) -> None:
    problem = Problem(blots(4), LABELS, form)
    climbed, logits = gain(name, problem), some().astype(np.float32)
    ahead = logits + np.float32(1e-2) * climbed.slope(logits)
    assert (climbed.values(ahead) > climbed.values(logits)).all()
    if name != "dlr":  # which also rises where the lead is a larger part of less
        assert (problem.leads(ahead) > problem.leads(logits)).all()
    np.testing.assert_array_equal(
        climbed.of(np.array([2, 0])).values(logits[[2, 0]]), climbed.values(logits)[[2, 0]]
    )


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_what_is_counted_rises_by_the_slope_of_the_softened_share_of_what_fools(form: Form) -> None:
    climbed = gain("cross-entropy", Problem(blots(4), LABELS, form))
    widths = np.array([0.5, 1, 2, 3])
    wanted = central_differences(
        lambda at: float((1 / (1 + np.exp(-climbed.values(at) / widths)) * widths).sum()), some()
    )
    np.testing.assert_allclose(climbed.counted(widths)(some()), wanted, atol=1e-6)


def test_an_image_counts_most_at_the_border_and_never_not_at_all() -> None:
    logits = np.zeros((4, 10), np.float32)
    logits[:, 3] = [-300, 2.2, 6, 300]
    climbed = gain("cross-entropy", Problem(blots(4), np.array([3, 3, 3, 3])))
    far, near, past, sure = np.abs(climbed.counted(np.ones(4, np.float32))(logits)).max(axis=1)
    assert near > past > sure > 0
    assert near > far > 0


def test_the_bare_cross_entropy_loses_its_slope_where_a_network_is_sure() -> None:
    logits = some().astype(np.float32)
    labels = logits.argmax(axis=1)
    unsure, sure = (cross_entropy(logits * scale, labels)[1] for scale in (1, 1000))
    assert (np.abs(unsure).max(axis=1) > 0).all()
    assert not sure.any()
    climbed = gain("bare-cross-entropy", Problem(blots(4), labels, "untargeted"))
    np.testing.assert_array_equal(climbed.slope(logits), unsure)


@pytest.mark.parametrize("name", ["dlr", "targeted dlr"])
def test_where_all_logits_are_alike_a_gradient_has_a_square_in_single_precision(name: str) -> None:
    _, gradient = CHECKED[name](np.zeros((4, 10), np.float32))
    assert np.isfinite(gradient * gradient).all()
    assert gradient.any()
