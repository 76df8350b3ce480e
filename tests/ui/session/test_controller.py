"""Every event makes a new state, the runner is told of it, and the newest one is shown."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from advgui.core.digits.rendering import Stroke
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.ui.session.controller import Controller
from tests.lab.states import STEPS, ended, fresh, other_digit, same, shown
from tests.ui.long_run import make_it_long

DOWN: Stroke = np.array([[0.5, 0.2], [0.5, 0.5], [0.5, 0.8]])
ACROSS: Stroke = np.array([[0.2, 0.5], [0.5, 0.5], [0.8, 0.5]])

PATIENCE_MS = 30_000


@pytest.fixture
def changes(controller: Controller) -> list[tuple[LabState, LabState]]:
    """The old and the new state of every change."""
    heard: list[tuple[LabState, LabState]] = []
    controller.changed.connect(lambda old, new: heard.append((old, new)))
    return heard


def wait_for_the_end(controller: Controller, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not controller.state.running, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not controller.telling, timeout=PATIENCE_MS)


def test_a_change_is_told_with_the_state_before_it(
    controller: Controller, changes: list[tuple[LabState, LabState]]
) -> None:
    first = controller.state
    controller.set_seed(77)
    controller.go(controller.state)
    assert changes == [(first, controller.state)]
    assert controller.state.seed == 77


def test_a_stroke_is_read_while_it_is_drawn_and_undone_as_a_whole(controller: Controller) -> None:
    before = controller.state
    controller.preview_stroke(DOWN[:2])
    assert not same(controller.state.image, before.image)
    assert controller.state.drawing is before.drawing
    controller.finish_stroke(DOWN)
    assert len(controller.state.drawing.strokes) == 1
    controller.undo()
    assert same(controller.state.image, before.image)
    controller.redo()
    assert len(controller.state.drawing.strokes) == 1


def test_an_eraser_shows_what_it_leaves_and_is_undone_as_a_whole(controller: Controller) -> None:
    controller.draw_strokes((DOWN,))
    drawn = controller.state.drawing
    left = controller.preview_erasure(ACROSS)
    assert controller.state.drawing is drawn
    assert len(left.strokes) == 2
    controller.finish_erasure(ACROSS)
    assert len(controller.state.drawing.strokes) == 2
    controller.undo()
    assert controller.state.drawing is drawn


def test_an_attack_waits_for_a_drawing_that_is_still_being_written(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.drawing_wanted.connect(lambda: controller.draw_strokes((DOWN,)))
    controller.attack("away")
    assert len(controller.state.drawing.strokes) == 1
    assert same(shown(controller.state).original, controller.state.image)


def test_an_attack_comes_to_its_end_and_is_shown(controller: Controller, qtbot: QtBot) -> None:
    told: list[LabState] = []
    controller.watch(lambda _, new: told.append(new))
    controller.choose_goal(other_digit(controller.state))
    assert shown(controller.state).running
    wait_for_the_end(controller, qtbot)
    run, view = shown(controller.state), controller.view
    assert len(run.recording) == STEPS + 1
    assert view is not None
    assert same(view.adversarial, run.outcomes[0].adversarial)
    assert told[-1] is controller.state


@pytest.mark.parametrize("begin", ["attack", "again", "goal"])
def test_what_shows_a_run_gets_ready_for_its_start_turn_by_turn(
    controller: Controller, qtbot: QtBot, begin: str
) -> None:
    controller.go(ended(aimed(controller.state, other_digit(controller.state))))
    controller.draw_strokes((DOWN,))
    order: list[str] = []
    ready = (lambda _: order.append("one"), lambda _: order.append("two"))
    controller.watch(lambda *_: order.append("shown"), *ready)
    if begin == "attack":
        controller.attack("every")
    elif begin == "again":
        controller.attack_again()
    else:
        controller.choose_goal(other_digit(controller.state))
    assert shown(controller.state).running
    assert order == []
    qtbot.waitUntil(lambda: "shown" in order)
    assert order[:3] == ["one", "two", "shown"]


def test_an_attack_is_stopped_with_its_best_step(controller: Controller, qtbot: QtBot) -> None:
    make_it_long(controller)
    controller.attack("every")
    qtbot.waitUntil(lambda: shown(controller.state).step > 0, timeout=PATIENCE_MS)
    controller.stop()
    wait_for_the_end(controller, qtbot)
    run = shown(controller.state)
    assert run.phase == "stopped"
    assert len(run.outcomes) == len(run.goals)
    total = run.request.attack.total()
    assert total is not None
    assert len(run.recording) <= total


def test_a_goal_of_the_run_is_looked_at_and_another_one_is_attacked(
    controller: Controller,
) -> None:
    controller.go(ended(aimed(controller.state, "every")))
    run = shown(controller.state)
    controller.select_lane(run.goals[3])
    assert shown(controller.state).goal == run.goals[3]
    assert shown(controller.state).ticket == run.ticket
    controller.go(ended(aimed(fresh(), "away")))
    goal = other_digit(controller.state)
    controller.select_lane(goal)
    assert shown(controller.state).running
    assert shown(controller.state).goal == goal


def test_the_view_is_of_the_step_and_the_threshold_of_now(controller: Controller) -> None:
    nothing = controller.view
    assert nothing is None
    controller.go(ended(aimed(controller.state, "every")))
    for step, threshold in ((2, 0.1), (5, 0.1), (5, 0.9)):
        controller.show_step(step)
        controller.set_threshold(threshold)
        view = controller.view
        assert view is not None
        assert view.step == step
        assert np.array_equal(view.thresholded > 0, view.adversarial / 255 > threshold)


def test_verdicts_that_follow_one_another_are_marked_only_at_rest(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.go(ended(aimed(controller.state, "every")))
    controller.play_step(1)
    controller.play_step(2)
    assert not shown(controller.state).judged
    qtbot.waitUntil(lambda: shown(controller.state).judged)
    assert shown(controller.state).looked_at == 2


def test_once_closed_it_reports_nothing(qtbot: QtBot) -> None:
    controller = Controller(fresh())
    controller.attack("away")
    controller.close()
    before = controller.state
    qtbot.wait(100)
    assert controller.state is before


def test_it_is_closed_once_however_often_it_is_asked_to(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.draw_strokes((DOWN,))
    controller.attack(other_digit(controller.state))
    controller.close()
    controller.close()
    assert controller.state.running


def test_another_goal_of_a_run_is_shown_in_several_turns_and_one_moment(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.go(ended(aimed(controller.state, "every")))
    ready: list[int | None] = []
    told: list[int | None] = []
    controller.watch(
        lambda _, new: told.append(shown(new).goal), lambda new: ready.append(shown(new).goal)
    )
    for choose in (controller.select_lane, controller.choose_goal):
        goals = shown(controller.state).goals
        other = next(goal for goal in goals if goal != shown(controller.state).goal)
        choose(other)
        assert shown(controller.state).goal == other
        qtbot.waitUntil(lambda: not controller.telling)
        assert ready[-1:] == told[-1:] == [other]
    assert len(told) == 2
