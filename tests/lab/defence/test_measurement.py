"""A measurement grows, ends, is stopped or dropped; what comes late changes nothing."""

from advgui.lab.defence.measurement import BUDGETS, Measurement, cancelled, reported, started
from advgui.lab.worker.messages import CurvesFinished, CurvesProgress, Failed, Silent
from tests.lab.defence.curves import curves
from tests.lab.requests import network


def running() -> Measurement:
    return started(Measurement(), network(), "linf", None)


def test_it_is_asked_for_at_every_budget_of_its_norm() -> None:
    request = running().request
    assert request is not None
    assert request.budgets == BUDGETS["linf"]
    assert request.budgets[0] == 0


def test_curves_grow_until_the_end() -> None:
    state = running()
    assert (state.running, state.done) == (True, 0.0)
    grown = reported(state, CurvesProgress(1, curves(done=1050)))
    assert grown.done == 0.5
    silent = reported(grown, Silent(1))
    assert silent.silent
    done = reported(silent, CurvesFinished(1, curves(), stopped=False))
    assert (done.phase, done.done, done.silent) == ("finished", 1.0, False)
    assert reported(done, CurvesProgress(1, curves(done=3))) is done


def test_one_that_was_stopped_keeps_its_curves_and_one_that_was_dropped_none() -> None:
    state = reported(running(), CurvesProgress(1, curves(done=1050)))
    stopped = reported(state, CurvesFinished(1, curves(done=1100), stopped=True))
    assert stopped.phase == "stopped"
    assert stopped.curves is not None
    assert cancelled(state).curves is None
    assert cancelled(stopped) is stopped


def test_what_is_about_an_earlier_one_is_dropped() -> None:
    again = started(running(), network(), "l2", None)
    assert reported(again, CurvesProgress(1, curves())) is again


def test_why_it_failed_is_kept() -> None:
    failed = reported(running(), Failed(1, "No."))
    assert (failed.phase, failed.sentence) == ("failed", "No.")
