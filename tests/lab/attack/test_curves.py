"""Curves against the same figures computed one step at a time."""

import numpy as np
import pytest

from advgui.core.attacks import Step
from advgui.core.images import to_floats
from advgui.lab.attack.curves import Gauge, measured
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import attack_chosen, lane_selected, parameter_set
from advgui.lab.runs.shown_run import ShownRun
from tests.lab.states import ended, fresh, reports, shown


def begun(attack: str, steps: int) -> LabState:
    return aimed(parameter_set(attack_chosen(fresh(), attack), "steps", steps), "every")


def steps_of(run: ShownRun) -> list[Step]:
    asked = run.request
    return list(asked.attack.run(asked.network, asked.problem, seed=asked.seed))


@pytest.mark.parametrize("attack", ["ddn", "penalty"])
def test_curves_are_what_each_step_measures(attack: str) -> None:
    state = ended(begun(attack, 40), cuts=[3, 17])
    steps = steps_of(shown(state))
    for lane, goal in enumerate(shown(state).goals):
        run = shown(lane_selected(state, goal))
        curves = measured(run, run.recording.pieces)
        assert len(curves) == len(steps) == 41
        for k, step in enumerate(steps):
            raw = step.images[lane].astype(np.float64)
            z = step.logits[lane].astype(np.float64)
            y = 1 / (1 + np.exp(-z))
            away = raw - to_floats(run.original)
            misfit = 0.5 * ((np.eye(10)[goal] - y) ** 2).sum()
            assert curves.goal[k] == pytest.approx(y[goal], abs=1e-5)
            assert curves.misfit[k] == pytest.approx(misfit, abs=1e-5)
            assert curves.distance[k] == pytest.approx(np.sqrt((away**2).sum()), abs=1e-4)
            assert run.recording.outside(k)[lane] == sum(p < 0 or p > 1 for p in raw.ravel())
            assert run.recording.labels(k)[lane] == z.argmax()


def test_a_gauge_follows_the_run_and_the_lane_that_are_shown() -> None:
    gauge, state = Gauge(), begun("penalty", 30)
    assert len(gauge.curves(shown(state))) == 0
    goals = shown(state).goals
    for number, report in enumerate(reports(shown(state).request, cuts=[0, 4, 9, 21])):
        state = lane_selected(reported(state, report), goals[number // 2])
        run = shown(state)
        for _ in range(2):  # asking again changes nothing
            curves, expected = gauge.curves(run), measured(run, run.recording.pieces)
            assert len(curves) == len(run.recording)
            np.testing.assert_allclose(curves.goal, expected.goal, atol=1e-6)
            np.testing.assert_allclose(curves.misfit, expected.misfit, atol=1e-6)
            np.testing.assert_allclose(curves.distance, expected.distance, atol=1e-4)
    again = aimed(state, goals[0])
    assert len(gauge.curves(shown(again))) == 0
