"""The pen attack is measured with every aim, and what fools is redrawn."""

import numpy as np
import pytest

from advgui.core.attacks.strokes.pen import Pen
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import Ink
from advgui.core.evaluation.redrawing import AIMS, measure_pen
from advgui.core.zoo import load_shipped
from tests.generators import finished

DIGITS = read_gallery()[4:6]
INKS = [Ink(digit.strokes) for digit in DIGITS]
LABELS = np.array([digit.label for digit in DIGITS], np.int64)


def test_each_aim_has_a_score_and_easier_ones_fool_no_less() -> None:
    network, attack = load_shipped("report"), Pen(queries=120)
    shares, scores = finished(measure_pen(network, INKS, LABELS, attack))
    assert shares == [0.0, 0.5]
    assert tuple(score.aim for score in scores) == AIMS
    away, easiest, random = scores
    assert away.fooled == easiest.fooled >= random.fooled
    for score in scores:
        assert (score.network, score.digits, score.jitter) == ("report", 2, 0.01)
        assert score.sure <= score.fooled
        assert score.queries <= 120
        assert (score.redrawn is None) == (score.fooled == 0)
        assert score.plain >= 0.8
        assert score.parameters["queries"] == 120


def test_a_digit_that_is_misread_is_left_out_and_none_is_no_share() -> None:
    wrong = (LABELS + 1) % 10
    _, scores = finished(measure_pen(load_shipped("report"), INKS, wrong, Pen()))
    assert [(score.digits, score.fooled, score.redrawn) for score in scores] == [(0, 0.0, None)] * 3


@pytest.mark.parametrize("jitter", [0.01, 0.3])
def test_a_hand_that_goes_far_astray_is_told(jitter: float) -> None:
    attack = Pen(queries=30)
    _, scores = finished(measure_pen(load_shipped("report"), INKS, LABELS, attack, jitter=jitter))
    assert (scores[0].plain >= 0.8) == (jitter == 0.01)
