"""What the Train page is doing, in one frozen object."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS, Dataset
from advgui.core.language import tr
from advgui.core.nn.architectures import ARCHITECTURES, Architecture
from advgui.core.parameters import Parameter, Value, parameter_table, settings_of
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.plan import Plan, planned
from advgui.core.training.registry import TRAINING_DEFENCES
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
#: The way of training that is none of those that defend, and what it is called.
PLAIN: Final = ""
PLAINLY: Final = tr("Plainly")
QUICK: Final = Parameter(
    name="quick",
    title=tr("Quick"),
    default=True,
    help=tr("A recipe that takes seconds, for a network that reads a little less well."),
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
        return usual(self.plan).pen and not self.plan.pen and self.pen is None

    @property
    def differs(self) -> bool:
        """Whether something else is chosen now than what was trained last."""
        return self.training is not None and self.training.request.plan != self.named_plan

    @property
    def named_plan(self) -> Plan:
        """What is chosen, with the name that the network will have."""
        return replace(self.plan, name=self.called, title=self.called)

    @property
    def way(self) -> str:
        """The name of the way of training, ``PLAIN`` where it is none that defends."""
        return PLAIN if self.plan.defence is None else self.plan.defence.name

    @property
    def called(self) -> str:
        """What the network will be called."""
        how = "" if self.plan.defence is None else f", {self.plan.defence.title}"
        usual = tr("My {architecture} network").format(architecture=self.plan.architecture)
        return self.name or f"{usual}{how}"


def parameters(plan: Plan, *, pen: bool = True) -> tuple[Parameter, ...]:
    """What can be set of a plan, with the defaults that its architecture and recipe have.

    Where there are no ``pen`` digits the default does without.
    """
    recipe = usual(plan)
    recipe = replace(recipe, pen=recipe.pen and pen)
    rows = [replace(row, default=getattr(recipe, row.name)) for row in parameter_table(plan)]
    if plan.design.count is not None:
        rows = [row for row in rows if row.name != "epochs"]
    quick = (_quick(plan),) if plan.design.quick is not None else ()
    defence = () if plan.defence is None else parameter_table(plan.defence)
    return (*rows, *quick, *defence)


def _quick(plan: Plan) -> Parameter:
    """The switch between two recipes, with how many epochs each of them has."""
    both = (planned(plan.architecture, quick=on, defence=plan.defence) for on in (True, False))
    quick, whole = (recipe.epochs for recipe in both)
    words = tr("Ticked it is shown its digits {quick:,} times, else {whole:,} times.")
    told = words.format(quick=quick, whole=whole)
    return replace(QUICK, help=f"{QUICK.help} {told}")


def values(plan: Plan) -> dict[str, Value]:
    """What those are set to, by name."""
    own = {} if plan.defence is None else settings_of(plan.defence)
    return {
        row.name: getattr(plan, row.name) for row in parameters(plan) if row.name not in own
    } | own


def usual(plan: Plan) -> Plan:
    """What its recipe has for that architecture, trained in that way."""
    return planned(plan.architecture, quick=plan.quick, defence=plan.defence)


def usual_plan(
    name: str, seed: int, *, pen: Path | None, defence: TrainingDefence | None = None
) -> Plan:
    """What is offered of an architecture: its quick recipe, where it has one.

    A recipe with pen digits does without where there is no folder of them. What is counted is
    never trained to defend.
    """
    design = OFFERED[name]
    defence = defence if design.count is None else None
    recipe = planned(name, quick=design.quick is not None and defence is None, defence=defence)
    return replace(recipe, seed=seed, pen=recipe.pen and pen is not None)


def ways(plan: Plan) -> Mapping[str, str]:
    """How it can be trained: what each way is called, by name."""
    if ARCHITECTURES[plan.architecture].count is not None:
        return {PLAIN: PLAINLY}
    return {PLAIN: PLAINLY} | {name: kind.way for name, kind in TRAINING_DEFENCES.items()}
