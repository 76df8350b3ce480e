"""Makes a network after a plan: the one generator behind the command and the window."""

from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.scorecard import UnseenDigits, measure
from advgui.core.evaluation.withstanding import measure_proven
from advgui.core.generators import Driver, Stop, changed
from advgui.core.nn.network import Network
from advgui.core.training.certified import Certified
from advgui.core.training.data import (
    Folders,
    read_training_data,
)
from advgui.core.training.distillation import Distillation
from advgui.core.training.loop import TrainingStep
from advgui.core.training.masking import Masked, masking
from advgui.core.training.plan import Plan, validated_plan
from advgui.core.training.planned_training import data_words, named, trained, training_digits


@dataclass(frozen=True, slots=True)
class Loading:
    """The data are being read: the share in [0, 1] that is."""

    done: float


@dataclass(frozen=True, slots=True)
class Measuring:
    """The network is trained, and now it is measured.

    The last one of a distillation has the table of what that hides from whom.
    """

    masked: tuple[Masked, ...] = ()


PipelineStep = Loading | TrainingStep | Measuring
Pipeline = Generator[PipelineStep, None, Network]


def run_plan(plan: Plan, folders: Folders, *, attacked: int = 0) -> Pipeline:
    """Read the data, train, and measure; returns the network with its card.

    So many test images are ``attacked`` to measure the L2 that fools it; none for no L2.

    Nothing is kept or written where it is closed before its end, and no step takes longer
    than some tenths of a second. ``throw(Stop)`` at a ``TrainingStep`` ends the training there: the
    network is measured as it is, but not attacked, and its card says where that was. Thrown at
    a ``Measuring``, it spares the network the attack.
    Pen digits that are not there are done without.
    Raises ParameterError for a plan that cannot be, and DatasetError, naming the file, for
    data that are missing or damaged.
    """
    validated_plan(plan)
    data = yield from changed(read_training_data(folders, pen=plan.pen), Loading)
    digits, held_out = training_digits(plan, data)
    made = yield from trained(plan, digits, held_out)
    network = named(plan, made, data_words(plan, digits, held_out, mixed=data.pen is not None))
    whole = made.done >= 1
    network = yield from _measured(plan, network, data.unseen, attacked if whole else 0)
    if whole and isinstance(plan.defence, Distillation):
        yield from _masked(plan.defence, network, data.unseen.test)
    return network


def _measured(
    plan: Plan, network: Network, unseen: UnseenDigits, attacked: int
) -> Generator[Measuring, None, Network]:
    """The network with what is measured of it in its card."""
    driver = Driver(_figures(plan, network, unseen, attacked))
    while next(driver, None) is not None:
        try:
            yield Measuring()
        except Stop:
            driver = Driver(measure(network, unseen, images=0))
    return driver.value


def _figures(
    plan: Plan, network: Network, unseen: UnseenDigits, attacked: int
) -> Generator[float, None, Network]:
    """All of them; of one that shall be certified what is proven, too."""
    defence = plan.defence
    within = None if defence is None else (defence.measured_norm, defence.budget)
    measured = yield from measure(network, unseen, images=attacked, within=within)
    if isinstance(defence, Certified) and attacked:
        return (yield from measure_proven(measured, unseen.test, attacked, defence.budget))
    return measured


def _masked(
    defence: Distillation, network: Network, test: Digits
) -> Generator[Measuring, None, None]:
    """Attack teacher and student; who stops it has no table."""
    driver = Driver(masking(defence, network, test))
    with suppress(Stop):
        for _ in driver:
            yield Measuring()
        yield Measuring(driver.value)
