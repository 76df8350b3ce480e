"""Reports are shown, dropped where they come late, and rescued where they end too early."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.defences.defended import bare_of
from advgui.lab.attack.phrases import SILENT
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed, next_request
from advgui.lab.attack.state import Aim, Message
from advgui.lab.attack.transitions import (
    aware_set,
    defence_chosen,
    live_set,
)
from advgui.lab.worker.messages import AttackFinished, Failed, Silent
from tests.attack_runs import quick
from tests.lab.states import STEPS, ended, fresh, other_digit, reports, same, shown


def test_the_end_is_told() -> None:
    state = ended(aimed(fresh(), "every"), cuts=[2])
    assert shown(state).phase == "finished"
    assert "digits" in state.message.words
    assert not state.running


def test_a_late_report_changes_nothing() -> None:
    first = aimed(fresh(), other_digit(fresh()))
    late = reports(shown(first).request, cuts=[1])
    second = aimed(first, "every")
    for report in (*late, Failed(first.ticket, "Too late.")):
        assert reported(second, report) is second
        assert reported(fresh(), report).run is None
    done = ended(second)
    for report in reports(shown(second).request, cuts=[1]):
        assert reported(done, report) is done


def test_a_run_that_broke_is_not_begun_again_by_live() -> None:
    state = live_set(aimed(fresh(), "every"), True)
    after = reported(state, Failed(state.ticket, "It broke."))
    assert next_request(state, after) is None
    assert shown(after).phase == "failed"


@pytest.mark.parametrize(
    ("name", "aim"),
    [(name, aim) for name in ("ddn", "pgd", "onepixel") for aim in ("every", "away", 4)]
    + [("penalty", "every"), ("penalty", 4)],
)
def test_where_all_steps_have_arrived_the_best_one_is_the_same(name: str, aim: Aim) -> None:
    state = aimed(fresh(), aim)
    request = replace(shown(state).request, attack=quick(name, STEPS))
    state = replace(state, run=replace(shown(state), request=request))
    *progress, end = reports(shown(state).request, cuts=range(10_000))
    assert isinstance(end, AttackFinished)
    assert not len(end.recording)
    for report in progress:
        state = reported(state, report)
    state = reported(state, Failed(end.ticket, "It is gone.", seconds=1.5))
    run = shown(state)
    assert run.phase == "stopped"
    assert run.walkable
    for kept, wanted in zip(run.outcomes, end.outcomes, strict=True):
        assert same(kept.adversarial, wanted.adversarial)
        assert (kept.goal, kept.fooled) == (wanted.goal, wanted.fooled)
        assert kept.best_step == wanted.best_step
        assert (kept.before, kept.after) == (wanted.before, wanted.after)
        assert np.isclose(kept.l2, wanted.l2)
        assert kept.seconds >= 1.5
        assert (kept.steps, kept.attack) == (wanted.steps, wanted.attack)
    assert state.message.words.startswith("It is gone. Stopped after")


def test_where_no_step_has_arrived_there_is_no_outcome() -> None:
    state = aimed(fresh(), "every")
    state = reported(state, Failed(shown(state).ticket, "It is gone.", seconds=1.5))
    assert shown(state).outcomes == ()
    assert (shown(state).phase, state.message.words) == ("failed", "It is gone.")


def test_a_run_that_was_stopped_before_it_began_has_stopped_and_not_failed() -> None:
    state = aimed(fresh(), "every")
    state = reported(state, Failed(shown(state).ticket, "It was stopped.", stopped=True))
    assert (shown(state).phase, shown(state).outcomes) == ("stopped", ())
    assert state.message == Message("info", "It was stopped.")


def test_silence_is_told_until_the_next_step() -> None:
    begun = aimed(fresh(), "every")
    first, *_ = reports(shown(begun).request, cuts=[0])
    silent = reported(begun, Silent(shown(begun).ticket))
    assert silent.message.words == SILENT
    assert reported(silent, first).message == begun.message


def test_what_is_rescued_of_a_run_around_the_defence_is_read_behind_it_too() -> None:
    state = aimed(aware_set(defence_chosen(fresh(), "threshold"), False), "every")
    first, *_ = reports(shown(state).request, cuts=[STEPS - 1])
    state = reported(state, first)
    state = reported(state, Failed(shown(state).ticket, "It is gone.", seconds=1.0))
    for outcome in shown(state).outcomes:
        assert outcome.after == bare_of(state.network).read(outcome.adversarial)
        assert outcome.through == state.network.read(outcome.adversarial)
    assert "Unaware of “Binary threshold”" in state.message.words
