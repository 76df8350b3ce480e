"""A training under way on disk, with its plan, so that it can go on."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from numpy.typing import NDArray

from advgui.core.language import tr
from advgui.core.nn.network import LONGEST_NAME, Network
from advgui.core.parameters import settings_of
from advgui.core.printable import printable
from advgui.core.resuming.checkpoints import Checkpoint
from advgui.core.resuming.work_file import (
    WorkKind,
    Written,
    load_work,
    network_in,
    network_part,
    save_work,
)
from advgui.core.training.data import Folders
from advgui.core.training.plan import Plan, validated_plan
from advgui.core.training.registry import make_training_defence

TRAINING: Final = WorkKind("training", tr("The training that was under way is lost: {why}."))
_TEACHER: Final = "teacher"
_CURVES: Final = "curves"
_PLAIN: Final = tuple(one.name for one in fields(Plan) if one.name != "defence")

Curves = Mapping[str, NDArray[Any]]
"""What was told of a training so far, by name."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptTraining:
    """A training at one moment: what was asked for, what it needs to go on, and its curves.

    ``done`` is the share in [0, 1] that it has learned, in so many ``seconds``.
    """

    plan: Plan
    folders: Folders
    checkpoint: Checkpoint
    curves: Curves
    done: float
    seconds: float

    @property
    def title(self) -> str:
        """What its network is called."""
        return self.plan.title


def save_training(kept: KeptTraining, path: Path) -> None:
    """Write it in one piece. Raises WorkFileError where it cannot be written, or is too large.

    Raises NetworkFileError for a teacher that fits into no file.
    """
    plan, folders = kept.plan, kept.folders
    arrays = {f"{_CURVES}/{name}": array for name, array in kept.curves.items()}
    named = None
    if (teacher := _teacher_of(plan)) is not None:
        named, arrays[_TEACHER] = network_part(teacher)
    told = {
        "plan": plan_told(plan),
        "teacher": named,
        "mnist": str(folders.mnist),
        "pen": None if folders.pen is None else str(folders.pen),
        "done": kept.done,
        "seconds": kept.seconds,
    }
    save_work(TRAINING, Written(told, arrays, kept.checkpoint), path)


def load_training(path: Path) -> KeptTraining:
    """Read a training that ``save_training`` wrote. Raises WorkFileError as ``load_work`` does."""
    return load_work(TRAINING, path, _build)


def plan_told(plan: Plan) -> dict[str, Any]:
    """A plan for JSON, but for the network that it may learn from."""
    defence = plan.defence
    way = None if defence is None else {"name": defence.name, "settings": settings_of(defence)}
    return {name: getattr(plan, name) for name in _PLAIN} | {"defence": way}


def plan_of(told: Any, teacher: Network | None = None) -> Plan:  # noqa: ANN401 - JSON
    """The plan that this tells of. Raises BadInput, KeyError, TypeError or ValueError."""
    way, defence = told["defence"], None
    if way is not None:
        defence = make_training_defence(way["name"], way["settings"], teacher)
    plain = {name: told[name] for name in _PLAIN}
    for name in ("name", "title"):
        plain[name] = printable(plain[name], LONGEST_NAME)
    return validated_plan(Plan(**plain, defence=defence))


def _teacher_of(plan: Plan) -> Network | None:
    """The network that it learns from, where it learns from one."""
    found = getattr(plan.defence, _TEACHER, None)
    return found if isinstance(found, Network) else None


def _build(written: Written) -> KeptTraining:
    told = written.told
    named = told["teacher"]
    teacher = None if named is None else network_in(named, written.arrays[_TEACHER])
    return KeptTraining(
        plan=plan_of(told["plan"], teacher),
        folders=Folders(Path(told["mnist"]), told["pen"] and Path(told["pen"])),
        checkpoint=written.checkpoint,
        curves=written.below(_CURVES),
        done=float(told["done"]),
        seconds=float(told["seconds"]),
    )
