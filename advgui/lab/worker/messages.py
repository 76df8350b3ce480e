"""What passes between the window and the workers: all of it frozen, all of it picklable."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

import numpy as np

from advgui.core.attacks import EvasionAttack, Outcome, Problem
from advgui.core.images import Array, Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.worker.job import Job
from advgui.lab.worker.recording import Recording

if TYPE_CHECKING:
    # Not at run time: the window is there long before anything is trained.
    from advgui.core.defences.certificates.live import ValidBracket
    from advgui.core.digits.ink_map import InkMap
    from advgui.core.training.data import Folders
    from advgui.core.training.masking import Masked
    from advgui.core.training.plan import Plan
    from advgui.core.training.tested import BestEpoch

#: What a kind of work is called in a sentence.
WorkKind = str


@dataclass(frozen=True, slots=True, eq=False)
class AttackRequest:
    """One run to be made; its ticket comes back on every report about it.

    ``aware`` says whether it goes through the defences that the network may stand behind.
    """

    kind: ClassVar[WorkKind] = "attack"
    ticket: int
    network: Network
    attack: EvasionAttack
    problem: Problem
    seed: int
    aware: bool = True


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """One network to be trained.

    ``kept`` is the file in which it is written down meanwhile; it ``goes_on`` from what is there.
    """

    kind: ClassVar[WorkKind] = "training"
    ticket: int
    plan: "Plan"
    folders: "Folders"
    kept: Path | None = None
    goes_on: bool = False


class Readable(Protocol):
    """What can be opened: ``lab/opened_files`` has it."""

    def read(self) -> object:
        """What it holds. Raises BadInput."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class OpenRequest:
    """One thing to be opened."""

    kind: ClassVar[WorkKind] = "opening"
    ticket: int
    wanted: Readable


@dataclass(frozen=True, slots=True, eq=False)
class ProofRequest:
    """How far a valid image (28, 28) is from being read otherwise: to be proven, ever closer.

    ``network`` is pickled, so that of many requests for a moving pen it is read and got ready
    once.
    """

    kind: ClassVar[WorkKind] = "proof"
    ticket: int
    network: bytes
    image: Bytes
    norm: Literal["linf", "l2"]


@dataclass(frozen=True, slots=True, eq=False)
class JobRequest:
    """Any other work, which brings its own words for it; ``kept`` as of a training."""

    ticket: int
    job: Job[Any]
    kept: Path | None = None
    goes_on: bool = False

    @property
    def kind(self) -> str:
        """What it is called in a sentence."""
        return self.job.kind


@dataclass(frozen=True, slots=True)
class StopRun:
    """End the work of that ticket now and report what it has: the best step, or the network."""

    ticket: int


@dataclass(frozen=True, slots=True)
class PauseRun:
    """Hold the training or job of that ticket until it is resumed, cancelled or replaced."""

    ticket: int


@dataclass(frozen=True, slots=True)
class ResumeRun:
    """Go on with the training or job of that ticket."""

    ticket: int


@dataclass(frozen=True, slots=True)
class CancelRun:
    """Drop whatever runs; nothing is reported."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the worker."""


Request = AttackRequest | TrainingRequest | OpenRequest | ProofRequest | JobRequest
Steering = StopRun | PauseRun | ResumeRun
Command = Request | Steering | CancelRun | Close


@dataclass(frozen=True, slots=True)
class Ready:
    """The first message of a worker: it has come up and listens."""


@dataclass(frozen=True, slots=True)
class Alive:
    """A worker has nothing else to say."""


@dataclass(frozen=True, slots=True, eq=False)
class AttackProgress:
    """The steps of a run since the last report, so that every step arrives once.

    ``step`` is the number of the newest one. They travel while the run is made: all of them
    at its end would hold the window.
    """

    last: ClassVar[bool] = False
    ticket: int
    step: int
    recording: Recording

    def __add__(self, more: "AttackProgress") -> "AttackProgress":
        """This report and the next one, without the loss of a step."""
        return replace(more, recording=self.recording + more.recording)


@dataclass(frozen=True, slots=True, eq=False)
class AttackFinished:
    """The end of a run: one outcome for each of its n images, and the rest of its steps.

    ``stopped`` says that it was ended before its time.
    """

    last: ClassVar[bool] = True
    ticket: int
    outcomes: tuple[Outcome, ...]
    recording: Recording
    stopped: bool


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """What k reports of a training told: arrays (k,).

    ``epochs`` is how many epochs were done, with fractions; ``loss`` and ``accuracy``, a
    share in [0, 1], are means over the images since the report before. ``clean``, ``robust``,
    ``transferred`` and ``test`` are those of ``TrainingStep``, NaN where nothing was looked at.
    """

    epochs: Array
    loss: Array
    accuracy: Array
    clean: Array
    robust: Array
    transferred: Array
    test: Array

    def __len__(self) -> int:
        """The number of reports k."""
        return len(self.epochs)

    def __add__(self, more: "Points") -> "Points":
        """These and the ones after them."""
        names = [field.name for field in fields(self)]
        parts = ((getattr(self, name), getattr(more, name)) for name in names)
        return Points(*map(np.concatenate, parts))


Stage = Literal["loading", "training", "measuring"]
Confusion = tuple[tuple[int, ...], ...]
"""After an epoch: of some test digits, how many of each label were read as each."""


@dataclass(frozen=True, slots=True, eq=False)
class TrainingProgress:
    """How far a training is: the share ``done`` of its stage.

    ``seconds`` is the time that the training itself has taken so far, without pauses;
    ``points`` and ``confusions`` hold what was not reported before, ``warning`` what is wrong now,
    in a sentence.
    """

    last: ClassVar[bool] = False
    ticket: int
    stage: Stage
    done: float
    seconds: float
    points: Points
    warning: str = ""
    confusions: tuple[Confusion, ...] = ()

    def __add__(self, more: "TrainingProgress") -> "TrainingProgress":
        """This report and the next one, without the loss of a point."""
        confusions = (*self.confusions, *more.confusions)
        return replace(more, points=self.points + more.points, confusions=confusions)


@dataclass(frozen=True, slots=True, eq=False)
class TrainingFinished:
    """The end of a training: the network with its whole card, and its last points.

    Of a distillation it tells what that hides from whom; ``best`` is the network of an earlier
    epoch, if one was better.
    """

    last: ClassVar[bool] = True
    ticket: int
    network: Network
    points: Points
    masked: "tuple[Masked, ...]" = ()
    best: "BestEpoch | None" = None
    confusions: tuple[Confusion, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """What was opened; of a drawing of very many strokes with what is known of them."""

    last: ClassVar[bool] = True
    ticket: int
    found: Any
    ink: "InkMap | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class ProofProgress:
    """The closest bracket so far; the next one takes its place."""

    last: ClassVar[bool] = False
    ticket: int
    bracket: "ValidBracket"


@dataclass(frozen=True, slots=True, eq=False)
class ProofFinished:
    """The last bracket: it is as close as it gets, or is worth looking for."""

    last: ClassVar[bool] = True
    ticket: int
    bracket: "ValidBracket"


@dataclass(frozen=True, slots=True, eq=False)
class JobProgress:
    """All that is known so far; the next one takes its place."""

    last: ClassVar[bool] = False
    ticket: int
    state: Any


@dataclass(frozen=True, slots=True, eq=False)
class JobFinished:
    """The state of a job at its end, which may have been asked for before its time."""

    last: ClassVar[bool] = True
    ticket: int
    state: Any
    stopped: bool


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing has come for a while of a run or training, whose process may be stopped."""

    last: ClassVar[bool] = False
    ticket: int


@dataclass(frozen=True, slots=True)
class Failed:
    """What was asked for with that ticket came to nothing; the sentence tells a user why.

    ``seconds`` is how long it was worked on where its process is gone, and what has arrived
    is all that there is; None where the work itself failed. ``stopped`` says that the user
    ended it before it had begun.
    """

    last: ClassVar[bool] = True
    ticket: int
    sentence: str
    seconds: float | None = None
    stopped: bool = False


class Reported(Protocol):
    """What every report has: whom it is about, and whether more will come."""

    @property
    def ticket(self) -> int:
        """The number of what was asked for."""
        ...

    @property
    def last(self) -> bool:
        """Whether this is the end of it."""
        ...


AttackReport = AttackProgress | Silent | AttackFinished | Failed
TrainingReport = TrainingProgress | Silent | TrainingFinished | Failed
OpenReport = Opened | Silent | Failed
ProofReport = ProofProgress | Silent | ProofFinished | Failed
JobReport = JobProgress | Silent | JobFinished | Failed
AnyReport = AttackReport | TrainingReport | OpenReport | ProofReport | JobReport


def worker_ended(kind: WorkKind) -> str:
    """The process that did the work is gone: killed by its user or for want of memory."""
    if kind == "opening":
        return tr("The process that read it has ended unexpectedly: nothing was opened.")
    words = tr(
        "The process that made the {kind} has ended unexpectedly; the next {kind} starts a new one."
    )
    return words.format(kind=_called(kind))


def did_not_answer(kind: WorkKind) -> str:
    """The process was stopped, or is not let run: it was ended, and there is a new one."""
    words = tr("The process that made the {kind} did not answer, and was replaced.")
    if kind == "training":
        words = tr(
            "The process that made the {kind} did not answer, and was replaced; what it had "
            "learned is lost."
        )
    return words.format(kind=_called(kind))


def not_begun(kind: WorkKind) -> str:
    """It was stopped while its process was still coming up."""
    return tr("The {kind} was stopped before its first step.").format(kind=_called(kind))


def broke(kind: WorkKind, error: Exception) -> str:
    """The work ended with an error that is nobody's bad input."""
    words = tr("The {kind} ended with an unexpected error ({error}).")
    return words.format(kind=_called(kind), error=type(error).__name__)


def _called(kind: WorkKind) -> str:
    """What a kind of work is called in a sentence."""
    return {
        "attack": tr("attack", "kind of work"),
        "training": tr("training", "kind of work"),
        "opening": tr("opening", "kind of work"),
        "proof": tr("proof", "kind of work"),
        "fit": tr("fit", "kind of work"),
        "measurement": tr("measurement", "kind of work"),
        "explanation": tr("explanation", "kind of work"),
        "survival": tr("survival", "kind of work"),
        "photo": tr("photo", "kind of work"),
        "reading of the test digits": tr("reading of the test digits", "kind of work"),
    }.get(kind, kind)
