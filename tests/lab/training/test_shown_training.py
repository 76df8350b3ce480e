"""A training as it is shown follows its reports and no others."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.training.data import Folders
from advgui.lab.training.shown_training import (
    NO_POINTS,
    Phase,
    ShownTraining,
    reported,
)
from advgui.lab.worker.messages import (
    Failed,
    Points,
    Silent,
    Stage,
    TrainingFinished,
    TrainingProgress,
)
from tests.lab.requests import network
from tests.lab.trainings import asked


def begun(epochs: int = 4) -> ShownTraining:
    return ShownTraining(request=asked(1, Folders.__new__(Folders), epochs))


def points(*losses: float) -> Points:
    values = np.array(losses, np.float32)
    return Points(*[values] * 7)


def progress(
    done: float, *losses: float, ticket: int = 1, seconds: float = 1.0, stage: Stage = "training"
) -> TrainingProgress:
    return TrainingProgress(ticket, stage, done, seconds, points(*losses))


def test_every_point_is_kept_in_order() -> None:
    training = begun()
    for done, losses in ((0.0, ()), (0.2, (3.0, 2.0)), (0.5, (1.0,))):
        training = reported(training, progress(done, *losses))
    training = reported(training, TrainingFinished(1, network(), points(0.5)))
    assert training.points.loss.tolist() == [3.0, 2.0, 1.0, 0.5]
    assert training.phase == "finished"
    assert training.network is not None


@pytest.mark.parametrize("phase", ["finished", "failed", "cancelled"])
def test_after_its_end_nothing_changes_it(phase: Phase) -> None:
    training = ShownTraining(request=begun().request, phase=phase)
    assert reported(training, progress(0.9, 1.0)) is training
    assert reported(training, TrainingFinished(1, network(), NO_POINTS)) is training


def test_reports_on_another_training_are_dropped() -> None:
    training = begun()
    assert reported(training, progress(0.9, 1.0, ticket=2)) is training
    assert reported(training, Failed(2, "No.")) is training


def test_a_report_that_was_on_its_way_does_not_end_a_pause() -> None:
    training = ShownTraining(request=begun().request, phase="paused")
    after = reported(training, progress(0.5, 1.0))
    assert (after.phase, after.done) == ("paused", 0.5)


def test_a_failure_keeps_its_sentence() -> None:
    after = reported(begun(), Failed(1, "It broke."))
    assert (after.phase, after.sentence) == ("failed", "It broke.")


@given(done=st.floats(0.01, 1), seconds=st.floats(1, 1e5))
def test_the_time_left_is_in_proportion_to_what_is_left(done: float, seconds: float) -> None:
    left = reported(begun(), progress(done, seconds=seconds)).left
    assert left == pytest.approx(seconds / done - seconds, abs=1e-6 * seconds / done)


@pytest.mark.parametrize(
    "unknown",
    [progress(0.5, stage="loading"), progress(0.0), progress(0.5, seconds=0.01)],
)
def test_the_time_left_is_not_made_up(unknown: TrainingProgress) -> None:
    assert reported(begun(), unknown).left is None


@pytest.mark.parametrize(("done", "epoch"), [(0.0, 1), (0.2, 1), (0.25, 2), (0.9, 4), (1.0, 4)])
def test_the_epoch_is_the_one_it_is_in(done: float, epoch: int) -> None:
    assert reported(begun(), progress(done)).epoch == epoch


def test_silence_is_told_until_the_next_report() -> None:
    silent = reported(begun(), Silent(1))
    assert silent.silent
    assert not reported(silent, progress(0.5, 1.0)).silent


def test_what_can_be_done_depends_on_how_far_it_is() -> None:
    loading = begun()
    training = reported(loading, progress(0.5, 1.0))
    measuring = reported(training, progress(1.0, stage="measuring"))
    assert [one.learned for one in (loading, training, measuring)] == [False, True, True]
    assert [one.stoppable for one in (loading, training, measuring)] == [False, True, False]
    assert (loading.epochs, training.epochs) == (0.0, 1.0)


def test_one_that_was_stopped_after_its_last_epoch_is_a_whole_one() -> None:
    stopped = replace(begun(epochs=4), stopped=True)
    early = reported(stopped, TrainingFinished(1, network(), points(3.0)))
    whole = reported(stopped, TrainingFinished(1, network(), points(4.0)))
    assert (early.stopped, whole.stopped) == (True, False)
