"""What the Train page is doing, in one frozen object; every event makes the next one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS, Dataset
from advgui.core.errors import ParameterError
from advgui.core.nn.architectures import ARCHITECTURES, Activation, Architecture
from advgui.core.parameters import Parameter, Value, parameter_table
from advgui.core.training.data import Folders
from advgui.core.training.plan import Plan, planned
from advgui.lab.preferences import LARGEST_SEED
from advgui.lab.training import shown_training
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.worker.messages import TrainReport, TrainRequest

#: What a new window offers: it is trained in seconds.
FIRST: Final = "report"
#: What can be chosen. One with a single activation is another one with that activation.
OFFERED: Final[Mapping[str, Architecture]] = {
    name: architecture
    for name, architecture in ARCHITECTURES.items()
    if len(architecture.activations) != 1
}
LONGEST_NAME: Final = 60
QUICK: Final = Parameter(
    name="quick",
    title="Quick",
    default=True,
    help="A recipe that takes seconds, for a network that reads a little less well.",
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Teaching:
    """What is chosen, where the data are, and the training that is made or was made last.

    ``mnist`` and ``pen`` are the folders of the two data sets, None for what is not there.
    ``name`` is what the user calls the network, empty where one is made up.
    """

    plan: Plan
    mnist: Path | None = None
    pen: Path | None = None
    name: str = ""
    ticket: int = 0
    training: ShownTraining | None = None

    @property
    def busy(self) -> bool:
        """Whether a network is being trained, or a training is paused."""
        return self.training is not None and self.training.busy

    @property
    def lacking(self) -> Dataset | None:
        """The data set that has to be there before what is chosen can be trained."""
        if self.mnist is None:
            return MNIST
        return PEN_DIGITS if self.plan.pen and self.pen is None else None

    @property
    def spared(self) -> bool:
        """Whether it does without the pen digits of its recipe, which are not there."""
        usual = planned(self.plan.architecture, quick=self.plan.quick)
        return usual.pen and not self.plan.pen and self.pen is None

    @property
    def differs(self) -> bool:
        """Whether something else is chosen now than what was trained last."""
        return self.training is not None and self.training.request.plan != self.named_plan

    @property
    def named_plan(self) -> Plan:
        """What is chosen, with the name that the network will have."""
        return replace(self.plan, name=self.called, title=self.called)

    @property
    def called(self) -> str:
        """What the network will be called."""
        return self.name or f"My {self.plan.architecture} network"


def opened(*, mnist: Path | None, pen: Path | None, seed: int = 0) -> Teaching:
    """The page as it is first shown."""
    return Teaching(plan=_usual(FIRST, seed, pen=pen), mnist=mnist, pen=pen)


# What is chosen; while a network is trained, nothing can be.


def architecture_chosen(state: Teaching, name: str) -> Teaching:
    """Another architecture, with all that suits it; the seed stays."""
    if state.busy or name not in OFFERED:
        return state
    return replace(state, plan=_usual(name, state.plan.seed, pen=state.pen))


def activation_chosen(state: Teaching, name: str) -> Teaching:
    """Another activation of the hidden layers, where there is a choice."""
    known: Mapping[str, Activation] = {known: known for known in state.plan.design.activations}
    if state.busy or name not in known:
        return state
    return replace(state, plan=replace(state.plan, activation=known[name]))


def parameters(plan: Plan, *, pen: bool = True) -> tuple[Parameter, ...]:
    """What can be set of a plan, with the defaults that its architecture and recipe have.

    Where there are no ``pen`` digits the default does without.
    """
    usual = planned(plan.architecture, quick=plan.quick)
    usual = replace(usual, pen=usual.pen and pen)
    rows = [replace(row, default=getattr(usual, row.name)) for row in parameter_table(plan)]
    if plan.design.count is not None:
        rows = [row for row in rows if row.name != "epochs"]
    return (*rows, QUICK) if plan.design.quick is not None else tuple(rows)


def values(plan: Plan) -> dict[str, Value]:
    """What those are set to, by name."""
    return {row.name: getattr(plan, row.name) for row in parameters(plan)}


def parameter_set(state: Teaching, name: str, value: object) -> Teaching:
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
    return replace(state, plan=replace(state.plan, **chosen))


def seed_set(state: Teaching, seed: int) -> Teaching:
    """Another seed."""
    if state.busy:
        return state
    return replace(state, plan=replace(state.plan, seed=seed % (LARGEST_SEED + 1)))


def named(state: Teaching, name: str) -> Teaching:
    """What the network shall be called; nothing for a name that is made up."""
    if state.busy:
        return state
    return replace(state, name=" ".join(name.split())[:LONGEST_NAME])


def located(state: Teaching, *, mnist: Path | None, pen: Path | None) -> Teaching:
    """The data sets were looked for again; what is offered takes the pen digits that came."""
    plan = state.plan
    if not state.busy and plan == _usual(plan.architecture, plan.seed, pen=state.pen):
        plan = _usual(plan.architecture, plan.seed, pen=pen)
    return replace(state, plan=plan, mnist=mnist, pen=pen)


# The training


def begun(state: Teaching) -> Teaching:
    """A network is trained as chosen, if nothing is lacking and none is trained yet."""
    if state.busy or state.lacking is not None or state.mnist is None:
        return state
    request = TrainRequest(state.ticket + 1, state.named_plan, Folders(state.mnist, state.pen))
    return replace(state, ticket=request.ticket, training=ShownTraining(request=request))


def paused(state: Teaching) -> Teaching:
    """The training waits, unless it is being stopped."""
    if state.training is not None and state.training.stopped:
        return state
    return _in_phase(state, "running", "paused")


def resumed(state: Teaching) -> Teaching:
    """It goes on."""
    return _in_phase(state, "paused", "running")


def stop_asked(state: Teaching) -> Teaching:
    """It shall end now, and what it has learned is kept."""
    if state.training is None or not state.training.stoppable:
        return state
    return replace(state, training=replace(state.training, phase="running", stopped=True))


def cancelled(state: Teaching) -> Teaching:
    """It is dropped; nothing of it is kept."""
    if state.training is None or not state.busy:
        return state
    return replace(state, training=replace(state.training, phase="cancelled"))


def reported(state: Teaching, report: TrainReport) -> Teaching:
    """A report has come."""
    if state.training is None:
        return state
    return replace(state, training=shown_training.reported(state.training, report))


def _usual(name: str, seed: int, *, pen: Path | None) -> Plan:
    """What is offered of an architecture: its quick recipe, where it has one.

    A recipe with pen digits does without where there is no folder of them.
    """
    usual = planned(name, quick=OFFERED[name].quick is not None)
    return replace(usual, seed=seed, pen=usual.pen and pen is not None)


def _in_phase(
    state: Teaching, before: shown_training.Phase, after: shown_training.Phase
) -> Teaching:
    if state.training is None or state.training.phase != before:
        return state
    return replace(state, training=replace(state.training, phase=after))
