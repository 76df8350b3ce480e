"""Simulated photos are counted honestly: all that were taken, and all that can be read."""

from dataclasses import replace

import numpy as np
import pytest

import advgui
from advgui.core.attacks import Outcome
from advgui.core.evaluation.photographed import PhotoTally, photographed
from advgui.core.generators import drive
from advgui.core.world.camera import NORMAL

#: So near that a photo is quickly taken.
QUICK = replace(NORMAL, size=(1200, 900))
NETWORK = advgui.load_network("report")


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    seven = advgui.load_gallery().images[7]
    return advgui.attack(NETWORK, seven, goal=3, attack="pgd-l2", budget=3.0)


def test_a_large_change_survives_and_the_figures_are_of_the_read_image(outcome: Outcome) -> None:
    (tally,) = drive(photographed(NETWORK, [outcome], [QUICK], seed=0))
    assert (tally.taken, tally.total, tally.read, tally.fooled) == (1, 1, 1.0, 1.0)
    (check,) = tally.checks
    assert 0 < check.marks_px < check.photo_px < 0.5
    assert tally.median("l2") == check.l2 < 0.6


def test_what_fools_nobody_is_not_printed(outcome: Outcome) -> None:
    unfooled = [replace(outcome, fooled=False)]
    (tally,) = drive(photographed(NETWORK, unfooled, [QUICK], seed=0))
    assert (tally.total, tally.taken) == (0, 0)
    assert np.isnan(tally.median("l2"))


def test_a_photo_that_cannot_be_read_counts_as_one_that_does_not_fool(outcome: Outcome) -> None:
    dark = replace(QUICK, exposure=(0.001, 0.001))
    tally, beside = drive(photographed(NETWORK, [outcome], [dark, QUICK], seed=0))
    assert tally == PhotoTally(1, 1, ())
    assert (tally.read, tally.fooled) == (0.0, 0.0)
    assert beside.taken == beside.fooled == 1


def test_a_photo_is_the_same_whatever_other_cameras_there_are(outcome: Outcome) -> None:
    soft = replace(QUICK, blur=(1.5, 1.5))
    (alone,) = drive(photographed(NETWORK, [outcome], [QUICK], seed=0))
    assert drive(photographed(NETWORK, [outcome], [soft, QUICK], seed=0))[1] == alone
