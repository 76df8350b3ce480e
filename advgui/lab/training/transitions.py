"""Every event of the Train page turns one state into the next: pure functions."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from advgui.core.errors import ParameterError
from advgui.core.nn.architectures import Activation
from advgui.core.nn.network import Network
from advgui.core.parameters import settings_of
from advgui.core.training.data import Folders
from advgui.core.training.plan import planned
from advgui.core.training.registry import make_training_defence
from advgui.core.training.training_file import KeptTraining
from advgui.lab.preferences import LARGEST_SEED
from advgui.lab.training import shown_training
from advgui.lab.training.shown_training import NO_POINTS, ShownTraining
from advgui.lab.training.state import (
    FIRST,
    LONGEST_NAME,
    OFFERED,
    PLAIN,
    TrainingState,
    parameters,
    usual_plan,
    ways,
)
from advgui.lab.worker.messages import TrainingReport, TrainingRequest


def opened(*, mnist: Path | None, pen: Path | None, seed: int = 0) -> TrainingState:
    """The page as it is first shown."""
    return TrainingState(plan=usual_plan(FIRST, seed, pen=pen), mnist=mnist, pen=pen)


# What is chosen; while a network is trained, nothing can be.


def architecture_chosen(state: TrainingState, name: str) -> TrainingState:
    """Another architecture, with all that suits it; the seed stays."""
    if state.busy or name not in OFFERED:
        return state
    plan = usual_plan(name, state.plan.seed, pen=state.pen, defence=state.plan.defence)
    return replace(state, plan=plan)


def way_chosen(state: TrainingState, name: str, teacher: Network | None = None) -> TrainingState:
    """Another way of training, with the data and epochs that suit it; the seed stays.

    ``teacher`` is for one that is taught by another network.
    """
    plan = state.plan
    if state.busy or name not in ways(plan) or name == state.way:
        return state
    defence = None if name == PLAIN else make_training_defence(name, teacher=teacher)
    other = usual_plan(plan.architecture, plan.seed, pen=state.pen, defence=defence)
    return replace(state, plan=replace(other, activation=plan.activation))


def teacher_chosen(state: TrainingState, teacher: Network) -> TrainingState:
    """Another network to learn from, where it is learned from one."""
    defence = state.plan.defence
    if state.busy or defence is None or not defence.taught:
        return state
    other = make_training_defence(defence.name, settings_of(defence), teacher)
    return replace(state, plan=replace(state.plan, defence=other))


def activation_chosen(state: TrainingState, name: str) -> TrainingState:
    """Another activation of the hidden layers, where there is a choice."""
    known: Mapping[str, Activation] = {known: known for known in state.plan.design.activations}
    if state.busy or name not in known:
        return state
    return replace(state, plan=replace(state.plan, activation=known[name]))


def parameter_set(state: TrainingState, name: str, value: object) -> TrainingState:
    """One of ``parameters``; a value that it cannot have changes nothing.

    The quick recipe comes with an amount of data and of epochs of its own.
    """
    rows = {row.name: row for row in parameters(state.plan)}
    if state.busy or name not in rows:
        return state
    try:
        chosen: dict[str, Any] = {name: rows[name].check(value)}
    except ParameterError:
        return state
    if name == "quick":
        usual = planned(state.plan.architecture, quick=chosen[name])
        pen = usual.pen and state.pen is not None
        chosen = {"share": usual.share, "pen": pen, "epochs": usual.epochs, **chosen}
    defence = state.plan.defence
    if defence is not None and name in settings_of(defence):
        chosen = {"defence": replace(defence, **chosen)}
    return replace(state, plan=replace(state.plan, **chosen))


def seed_set(state: TrainingState, seed: int) -> TrainingState:
    """Another seed."""
    if state.busy:
        return state
    return replace(state, plan=replace(state.plan, seed=seed % (LARGEST_SEED + 1)))


def named(state: TrainingState, name: str) -> TrainingState:
    """What the network shall be called; nothing for a name that is made up."""
    if state.busy:
        return state
    return replace(state, name=" ".join(name.split())[:LONGEST_NAME])


def located(state: TrainingState, *, mnist: Path | None, pen: Path | None) -> TrainingState:
    """The data sets were looked for again; what is offered takes the pen digits that came."""
    plan = state.plan
    offered = partial(usual_plan, plan.architecture, plan.seed, defence=plan.defence)
    if not state.busy and plan == offered(pen=state.pen):
        plan = offered(pen=pen)
    return replace(state, plan=plan, mnist=mnist, pen=pen)


# The training


def begun(state: TrainingState, kept: Path | None = None) -> TrainingState:
    """A network is trained as chosen, if nothing is lacking and none is trained yet.

    ``kept`` is the file in which it is written down meanwhile.
    """
    if state.busy or state.lacking is not None or state.mnist is None:
        return state
    folders = Folders(state.mnist, state.pen)
    request = TrainingRequest(state.ticket + 1, state.named_plan, folders, kept)
    return replace(state, ticket=request.ticket, training=ShownTraining(request=request))


def broken_off(
    state: TrainingState, kept: KeptTraining, path: Path, sentence: str = ""
) -> TrainingState:
    """A training is shown that was broken off, and can go on; nothing else can be chosen.

    ``path`` is where it is kept, ``sentence`` how it was broken off, where that is known.
    Raises WorkFileError where its curves are none.
    """
    ticket, plan = state.ticket + 1, kept.plan
    training = shown_training.left(
        kept, TrainingRequest(ticket, plan, kept.folders, path), sentence
    )
    return replace(state, ticket=ticket, plan=plan, name=plan.title, training=training)


def gone_on(state: TrainingState) -> TrainingState:
    """A training that was broken off goes on, with the data where they are now."""
    training = state.training
    if training is None or not training.broken_off or not training.busy:
        return state
    former = training.request
    pen = None if former.folders.pen is None else state.pen or former.folders.pen
    folders = Folders(state.mnist or former.folders.mnist, pen)
    request = replace(former, ticket=state.ticket + 1, folders=folders, goes_on=True)
    begun = replace(
        training, request=request, phase="running", broken_off=False, stage="loading", sentence=""
    )
    return replace(state, ticket=request.ticket, training=begun)


def paused(state: TrainingState) -> TrainingState:
    """The training waits, unless it is being stopped."""
    if state.training is not None and state.training.stopped:
        return state
    return _in_phase(state, "running", "paused")


def resumed(state: TrainingState) -> TrainingState:
    """It goes on."""
    if state.training is not None and state.training.broken_off:
        return gone_on(state)
    return _in_phase(state, "paused", "running")


def stop_asked(state: TrainingState) -> TrainingState:
    """It shall end now, and what it has learned is kept."""
    if state.training is None or not state.training.stoppable:
        return state
    return replace(state, training=replace(state.training, phase="running", stopped=True))


def cancelled(state: TrainingState) -> TrainingState:
    """It is dropped; nothing of it is kept, its curves neither."""
    if state.training is None or not state.busy:
        return state
    dropped = replace(state.training, phase="cancelled", points=NO_POINTS)
    return replace(state, training=dropped)


def best_kept(state: TrainingState) -> TrainingState:
    """The network of the best epoch is on offer by now."""
    if state.training is None:
        return state
    return replace(state, training=replace(state.training, best=None))


def reported(state: TrainingState, report: TrainingReport) -> TrainingState:
    """A report has come."""
    if state.training is None:
        return state
    return replace(state, training=shown_training.reported(state.training, report))


def _in_phase(
    state: TrainingState, before: shown_training.Phase, after: shown_training.Phase
) -> TrainingState:
    if state.training is None or state.training.phase != before:
        return state
    return replace(state, training=replace(state.training, phase=after))
