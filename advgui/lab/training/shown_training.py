"""One training as it is shown: what was asked for, how far it is, and what came of it."""

from dataclasses import dataclass, fields, replace
from typing import Final, Literal

import numpy as np

from advgui.core.errors import WorkFileError
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import MISFIT
from advgui.core.training.masking import Masked
from advgui.core.training.tested import BestEpoch, confusions_of
from advgui.core.training.training_file import KeptTraining
from advgui.lab.worker.messages import (
    Confusion,
    Failed,
    Points,
    Silent,
    Stage,
    TrainingFinished,
    TrainingProgress,
    TrainingReport,
    TrainingRequest,
)

Phase = Literal["running", "paused", "finished", "failed", "cancelled"]

# So many seconds of training have to be known before the time left is guessed from them.
_KNOWN_S: Final = 0.5


NO_POINTS: Final = Points(*(np.zeros(0, np.float32) for _ in fields(Points)))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ShownTraining:
    """A training, whatever is chosen for the next one meanwhile.

    ``done`` is the share of its ``stage``, in [0, 1]; ``seconds`` what the training itself
    has taken, without pauses; ``warning`` what is wrong with it now. ``stopped`` says that it
    shall end, or has ended, before its time, ``silent`` that its process gives no sign of life,
    ``broken_off`` that its process is gone, and that it can go on from what was kept of it.
    ``network`` is there once it has finished, with what a distillation hides in ``masked``, and
    the ``best`` one of an earlier epoch, if that read more; ``confusions`` tell of each epoch
    what test digits were read as;
    ``sentence`` where it has failed, with its process, where that is ``lost``.
    """

    request: TrainingRequest
    phase: Phase = "running"
    stopped: bool = False
    silent: bool = False
    broken_off: bool = False
    lost: bool = False
    stage: Stage = "loading"
    done: float = 0.0
    seconds: float = 0.0
    points: Points = NO_POINTS
    warning: str = ""
    network: Network | None = None
    masked: tuple[Masked, ...] = ()
    best: BestEpoch | None = None
    confusions: tuple[Confusion, ...] = ()
    sentence: str = ""

    @property
    def ticket(self) -> int:
        """The number of the training."""
        return self.request.ticket

    @property
    def busy(self) -> bool:
        """Whether more reports may come."""
        return self.phase in ("running", "paused")

    @property
    def learned(self) -> bool:
        """Whether it has a network that can be kept as it is."""
        return self.busy and self.stage != "loading"

    @property
    def stoppable(self) -> bool:
        """Whether it can be ended before its time with something to keep."""
        learns = self.busy and self.stage == "training"
        return learns and not self.stopped and not self.broken_off

    @property
    def epochs(self) -> float:
        """How many epochs are done, with fractions."""
        return float(self.points.epochs[-1]) if len(self.points) else 0.0

    @property
    def epoch(self) -> int:
        """The epoch that it is in, from 1."""
        epochs = self.request.plan.all_epochs
        return min(int(self.done * epochs) + 1, epochs)

    @property
    def left(self) -> float | None:
        """The seconds that the training itself will still take; None where nobody can know."""
        if self.stage != "training" or self.seconds < _KNOWN_S or not self.done:
            return None
        return self.seconds * (1 - self.done) / self.done


def left(kept: KeptTraining, request: TrainingRequest, sentence: str = "") -> ShownTraining:
    """One that was broken off, as far as it was kept; ``sentence`` says how, where that is known.

    Raises WorkFileError where its curves are none.
    """
    try:
        points = Points(**kept.curves)
        seen = kept.checkpoint.get("tested")
        confusions = () if seen is None else confusions_of(seen)
    except (KeyError, TypeError, ValueError) as error:
        raise WorkFileError(MISFIT) from error
    if {array.shape for array in kept.curves.values()} != {(len(points),)}:
        raise WorkFileError(MISFIT)
    return ShownTraining(
        request=request,
        phase="paused",
        broken_off=True,
        stage="training",
        done=kept.done,
        seconds=kept.seconds,
        points=points,
        confusions=confusions,
        sentence=sentence,
    )


def reported(training: ShownTraining, report: TrainingReport) -> ShownTraining:
    """The training with one more report; one about another, or after its end, is dropped."""
    if report.ticket != training.ticket or not training.busy:
        return training
    match report:
        case TrainingProgress():
            return replace(
                training,
                stage=report.stage,
                done=report.done,
                seconds=report.seconds,
                points=training.points + report.points,
                warning=report.warning,
                confusions=(*training.confusions, *report.confusions),
                silent=False,
            )
        case Silent():
            return replace(training, silent=True)
        case TrainingFinished():
            points = training.points + report.points
            done = replace(
                training,
                phase="finished",
                points=points,
                network=report.network,
                masked=report.masked,
                best=report.best,
                confusions=(*training.confusions, *report.confusions),
            )
            early = training.stopped and done.epochs < training.request.plan.all_epochs
            return replace(done, stopped=early)
        case Failed():
            lost = report.seconds is not None
            return replace(training, phase="failed", sentence=report.sentence, lost=lost)
