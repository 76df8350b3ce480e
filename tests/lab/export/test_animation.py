"""An animation shows steps that there are, up to the best one."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from advgui.lab.export.animation import MOST_FRAMES, Format, animation, frame_steps
from advgui.lab.runs.kept_run import kept_run, thinned
from tests.lab.export.shipped_runs import beginning, run_of


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_every_frame_is_a_step_and_the_last_one_stays(kind: Format) -> None:
    run = run_of(beginning(), steps=12)
    assert run.outcome
    made = Image.open(io.BytesIO(animation(run, 0.5, kind)))
    assert getattr(made, "n_frames", 1) == len(frame_steps(run)) == run.outcome.best_step + 1
    made.seek(getattr(made, "n_frames", 1) - 1)
    assert made.info["duration"] >= 1_000
    if kind == "PNG":
        side = made.width // 3
        pixels = np.asarray(made.convert("RGB"))
        last = pixels[8 : 8 + 28 * 8 : 8, 2 * side + 8 :: 8, 0][:, :28]
        assert np.isin(np.unique(run.outcome.adversarial), np.unique(last)).all()


def test_a_long_run_has_a_bounded_number_of_frames_and_ends_at_its_best_step() -> None:
    run = run_of(beginning(), steps=400)
    assert run.outcome
    steps = frame_steps(run)
    assert len(steps) <= MOST_FRAMES
    assert (steps[0], steps[-1]) == (0, run.outcome.best_step)


def test_of_a_run_that_was_thinned_the_steps_are_shown_that_are_left() -> None:
    run = thinned(kept_run(1, run_of(beginning(), steps=60))).run
    assert set(frame_steps(run)) <= set(run.recording.held.tolist())


def test_a_run_without_a_step_has_no_animation() -> None:
    run = run_of(beginning(), steps=3)
    with pytest.raises(ValueError, match="no step"):
        frame_steps(replace(run, recording=type(run.recording)()))
