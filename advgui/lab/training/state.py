"""What the Train page is doing, in one frozen object."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS, Dataset
from advgui.core.nn.architectures import ARCHITECTURES, Architecture
from advgui.core.parameters import Parameter, Value, parameter_table
from advgui.core.training.plan import Plan, planned
from advgui.lab.training.shown_training import ShownTraining

#: What a new window offers: it is trained in seconds.
FIRST: Final = "report"
#: What can be chosen. A variant is another one with one of the activations that it offers.
OFFERED: Final[Mapping[str, Architecture]] = {
    name: architecture
    for name, architecture in ARCHITECTURES.items()
    if not architecture.variant_of
}
LONGEST_NAME: Final = 60
QUICK: Final = Parameter(
    name="quick",
    title="Quick",
    default=True,
    help="A recipe that takes seconds, for a network that reads a little less well.",
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TrainingState:
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


def usual_plan(name: str, seed: int, *, pen: Path | None) -> Plan:
    """What is offered of an architecture: its quick recipe, where it has one.

    A recipe with pen digits does without where there is no folder of them.
    """
    usual = planned(name, quick=OFFERED[name].quick is not None)
    return replace(usual, seed=seed, pen=usual.pen and pen is not None)
