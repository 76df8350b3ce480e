"""A figure tells what the window shows of a run."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.images import binarise
from advgui.lab.attack.ending import ended_words
from advgui.lab.export.figure import TITLES, run_figure
from tests.lab.export.shipped_runs import beginning, run_of


def test_a_figure_has_the_four_images_with_what_is_read_of_each() -> None:
    run = run_of(beginning(), steps=30)
    figure = run_figure(run, 0.5)
    assert run.outcome
    assert tuple(panel.title for panel in figure.panels) == TITLES
    original, change, adversarial, thresholded = figure.panels
    np.testing.assert_array_equal(original.pixels[..., 0], run.original)
    np.testing.assert_array_equal(adversarial.pixels[..., 1], run.outcome.adversarial)
    np.testing.assert_array_equal(
        thresholded.pixels[..., 2], binarise(run.outcome.adversarial, 0.5)
    )
    assert change.reading is None
    assert adversarial.reading == run.network.read(run.outcome.adversarial)
    assert figure.sentence == ended_words([run.outcome], stopped=False)
    assert figure.goal == run.goal


def test_colours_of_a_change_are_no_grays_where_there_is_one_and_white_elsewhere() -> None:
    run = run_of(beginning(), steps=30)
    assert run.outcome
    changed = run.outcome.adversarial != run.original
    pixels = run_figure(run, 0.5).panels[1].pixels.astype(int)
    coloured = (pixels.max(axis=2) != pixels.min(axis=2)) | (pixels.min(axis=2) < 255)
    assert not coloured[~changed].any()
    assert coloured[changed].all()


def test_a_step_that_is_looked_at_is_told_by_itself() -> None:
    run = run_of(beginning(), steps=30)
    first = run_figure(replace(run, shown=0), 0.5)
    np.testing.assert_array_equal(first.panels[2].pixels[..., 0], run.recording[0][0])
    assert first.sentence != run_figure(run, 0.5).sentence


def test_a_run_that_has_no_outcome_has_no_figure() -> None:
    run = run_of(beginning(), steps=3)
    with pytest.raises(ValueError, match="not ended"):
        run_figure(replace(run, outcomes=()), 0.5)
