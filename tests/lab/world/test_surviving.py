"""Survival over 1,000 views: the same figures as without a window, and words about each."""

from dataclasses import replace

import numpy as np
import pytest

import advgui
from advgui.core.attacks import Outcome
from advgui.core.generators import drive
from advgui.core.world.draws import Ranges
from advgui.core.world.survival import DRAWS, survival
from advgui.lab.world.surviving import (
    NOTHING,
    SHOWN,
    MeasureSurvival,
    Survey,
    Survived,
    draw_words,
    range_table,
    ranges_of,
    same,
    survey_words,
)

NETWORK = advgui.load_network("report")


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    seven = advgui.load_gallery().images[7]
    return advgui.attack(NETWORK, seven, goal=3, attack="pgd-l2", budget=3.0)


@pytest.fixture(scope="module")
def job(outcome: Outcome) -> MeasureSurvival:
    return MeasureSurvival(NETWORK, outcome.original, outcome.adversarial, 3, Ranges())


@pytest.fixture(scope="module")
def found(job: MeasureSurvival) -> Survived:
    return drive(job.steps())


def test_the_figures_are_those_of_survival_itself(outcome: Outcome, found: Survived) -> None:
    goals = np.array([3])
    told = survival(NETWORK, outcome.original[None], outcome.adversarial[None], goals)
    assert found.done == DRAWS
    assert np.array_equal(found.fooled, told.fooled[:, 0])
    assert np.array_equal(found.kept, told.kept[:, 0])
    assert len(found.images) == SHOWN


def test_the_first_view_is_the_image_itself(outcome: Outcome, found: Survived) -> None:
    assert np.array_equal(found.images[0], outcome.adversarial)
    assert draw_words(found, 0) == "As it is: read as 3, still fools"


def test_a_view_tells_how_far_it_was_turned_moved_and_scaled(found: Survived) -> None:
    assert np.abs(found.moves.degrees).max() <= 20
    assert np.abs(found.moves.shifts).max() <= 2
    assert np.ptp(found.moves.scales) < 0.4
    assert "turned by " in draw_words(found, 5)
    assert "not read yet" in draw_words(replace(found, fooled=found.fooled[:3]), 5)


def test_both_shares_are_said(job: MeasureSurvival, found: Survived) -> None:
    words = survey_words(Survey(job=job, phase="finished", value=found))
    assert words.startswith("Still fools in ")
    assert "1,000 random views: it is read as 3 there" in words
    assert survey_words(Survey()) == NOTHING


def test_the_controls_begin_at_the_usual_ranges() -> None:
    assert ranges_of({row.name: row.default for row in range_table()}) == Ranges()


def test_the_same_question_is_not_asked_twice(job: MeasureSurvival) -> None:
    assert same(job, replace(job, ranges=Ranges()))
    assert not same(job, replace(job, ranges=Ranges(noise=0.2)))
    assert not same(job, None)
