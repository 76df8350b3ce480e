"""Everything that can be done on the Train page is a step from one frozen state to the next."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.errors import WorkFileError
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.data import Folders
from advgui.core.training.distillation import Distillation
from advgui.core.training.plan import planned
from advgui.core.training.training_file import KeptTraining
from advgui.lab.training import transitions
from advgui.lab.training.shown_training import NO_POINTS
from advgui.lab.training.state import TrainingState
from advgui.lab.worker.messages import Failed, Points, TrainingFinished
from tests.lab.requests import network
from tests.random_networks import random_network

HERE = Path("here")


def fresh() -> TrainingState:
    return transitions.opened(mnist=HERE, pen=HERE, seed=5)


def running() -> TrainingState:
    return transitions.begun(fresh())


def test_what_is_set_is_what_is_trained() -> None:
    state = transitions.architecture_chosen(fresh(), "dense")
    for name, value in (("share", 0.3), ("pen", False), ("epochs", 7)):
        state = transitions.parameter_set(state, name, value)
    state = transitions.seed_set(transitions.named(state, "  My \n own "), 9)
    begun = transitions.begun(state)
    assert begun.training is not None
    plan = begun.training.request.plan
    assert (plan.share, plan.pen, plan.epochs, plan.seed) == (0.3, False, 7, 9)
    assert plan.name == plan.title == "My own"


@pytest.mark.parametrize(
    ("name", "value"), [("epochs", 0), ("share", 2.0), ("pen", "perhaps"), ("nothing", 1)]
)
def test_a_value_that_cannot_be_changes_nothing(name: str, value: object) -> None:
    state = fresh()
    assert transitions.parameter_set(state, name, value) is state


CHANGES: dict[str, Callable[[TrainingState], TrainingState]] = {
    "architecture": lambda s: transitions.architecture_chosen(s, "dense"),
    "activation": lambda s: transitions.activation_chosen(s, "tanh"),
    "parameter": lambda s: transitions.parameter_set(s, "epochs", 3),
    "seed": lambda s: transitions.seed_set(s, 8),
    "name": lambda s: transitions.named(s, "Another"),
    "training": transitions.begun,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_while_a_network_is_trained_nothing_else_can_be_chosen(
    change: Callable[[TrainingState], TrainingState],
) -> None:
    for busy in (running(), transitions.paused(running())):
        assert change(busy) is busy
    free = transitions.cancelled(running())
    assert change(free) is not free


def test_pause_resume_and_cancel_do_something_only_where_they_can() -> None:
    state = fresh()
    for act in (transitions.paused, transitions.resumed, transitions.cancelled):
        assert act(state) is state
    state = running()
    assert transitions.resumed(state) is state
    held = transitions.paused(state)
    assert held.busy
    assert transitions.paused(held) is held
    again = transitions.resumed(held)
    assert again.training is not None
    assert again.training.phase == "running"
    dropped = transitions.cancelled(held)
    assert not dropped.busy
    assert dropped.training is not None
    assert not len(dropped.training.points)
    assert transitions.cancelled(dropped) is dropped


def test_every_training_has_a_ticket_of_its_own() -> None:
    state, tickets = fresh(), []
    for _ in range(3):
        state = transitions.begun(state)
        tickets.append(state.ticket)
        state = transitions.cancelled(state)
    assert len(set(tickets)) == 3


def test_late_reports_on_a_dropped_training_are_dropped() -> None:
    dropped = transitions.cancelled(running())
    late = transitions.reported(dropped, TrainingFinished(dropped.ticket, network(), NO_POINTS))
    assert late.training is dropped.training
    again = transitions.begun(dropped)
    after = transitions.reported(again, Failed(dropped.ticket, "Late."))
    assert after.training is again.training


def test_without_a_training_no_report_means_anything() -> None:
    state = fresh()
    assert transitions.reported(state, Failed(1, "What?")) is state


def test_a_training_is_stopped_only_where_it_has_learned_something() -> None:
    nothing = fresh()
    assert transitions.stop_asked(nothing) is nothing
    loading = running()
    assert transitions.stop_asked(loading) is loading
    assert loading.training is not None
    learning = replace(loading, training=replace(loading.training, stage="training"))
    stopped = transitions.stop_asked(learning)
    assert stopped.training is not None
    assert (stopped.training.stopped, stopped.training.phase) == (True, "running")
    assert transitions.stop_asked(stopped) is stopped
    assert transitions.paused(stopped) is stopped


def test_pen_digits_that_come_are_taken_where_nothing_else_was_chosen() -> None:
    without = transitions.architecture_chosen(transitions.opened(mnist=HERE, pen=None), "dense")
    assert without.spared
    found = transitions.located(without, mnist=HERE, pen=HERE)
    assert found.plan.pen
    assert not found.spared
    chosen = transitions.parameter_set(without, "epochs", 3)
    assert not transitions.located(chosen, mnist=HERE, pen=HERE).plan.pen


def test_another_way_of_training_brings_its_recipe_and_keeps_seed_and_activation() -> None:
    state = transitions.activation_chosen(transitions.seed_set(fresh(), 7), "relu")
    robust = transitions.way_chosen(state, "adversarial")
    plan = robust.plan
    usual = planned("report", defence=plan.defence)
    assert (plan.seed, plan.activation, plan.epochs) == (7, "relu", usual.epochs)
    assert isinstance(plan.defence, Adversarial)
    assert not plan.quick
    closer = transitions.parameter_set(robust, "budget", 0.05)
    assert closer.plan.defence == replace(plan.defence, budget=0.05)
    assert transitions.parameter_set(closer, "budget", 100.0) is closer
    assert transitions.parameter_set(closer, "epochs", 3).plan.defence == closer.plan.defence
    dense = transitions.architecture_chosen(closer, "dense")
    assert dense.plan.defence == closer.plan.defence
    assert (
        transitions.way_chosen(dense, "").plan
        == transitions.architecture_chosen(state, "dense").plan
    )


def test_no_way_of_training_is_chosen_while_a_network_is_trained() -> None:
    running = transitions.begun(fresh())
    assert transitions.way_chosen(running, "adversarial") is running
    assert transitions.way_chosen(fresh(), "no such").plan == fresh().plan
    assert transitions.teacher_chosen(running, random_network()) is running


def test_a_student_has_the_teacher_that_is_chosen() -> None:
    state = transitions.way_chosen(fresh(), "distil", random_network())
    state = transitions.parameter_set(state, "temperature", 20)
    other = replace(random_network(), name="other")
    defence = transitions.teacher_chosen(state, other).plan.defence
    assert isinstance(defence, Distillation)
    assert (defence.teacher, defence.temperature) == (other, 20)


def kept() -> KeptTraining:
    """One that was written down in the middle of its second epoch."""
    plan = replace(planned("dense", "Mine"), title="Mine", epochs=4)
    curve = np.linspace(0, 1, 6, dtype=np.float32)
    curves = {one.name: curve for one in fields(Points)}
    return KeptTraining(plan, Folders(HERE / "then"), {}, curves, 0.4, 30.0)


def test_one_that_was_broken_off_is_shown_and_goes_on_with_the_data_as_they_are_now() -> None:
    state = transitions.broken_off(fresh(), kept(), HERE / "kept")
    training = state.training
    assert training is not None
    assert (training.phase, training.done, training.epoch) == ("paused", 0.4, 2)
    assert len(training.points) == 6
    assert state.busy
    assert not training.stoppable
    assert not state.differs
    assert transitions.architecture_chosen(state, "report") is state
    on = transitions.resumed(state)
    assert on.training is not None
    request = on.training.request
    assert (request.goes_on, request.kept, request.folders) == (True, HERE / "kept", Folders(HERE))
    assert request.ticket == on.ticket != state.ticket
    assert on.training.phase == "running"
    assert len(on.training.points) == 6
    assert transitions.resumed(on) is on


def test_one_that_was_broken_off_can_be_dropped() -> None:
    state = transitions.cancelled(transitions.broken_off(fresh(), kept(), HERE / "kept"))
    assert state.training is not None
    assert state.training.phase == "cancelled"
    assert transitions.resumed(state) is state


def test_curves_that_are_none_are_refused() -> None:
    for curves in ({}, {"loss": np.zeros(3, np.float32)}, {**kept().curves, "loss": np.zeros(2)}):
        with pytest.raises(WorkFileError, match="does not fit"):
            transitions.broken_off(fresh(), replace(kept(), curves=curves), HERE)
