"""A saved ``outcome.json`` as a run that has ended: its verdict is read anew, not believed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.attacks import EvasionAttack, Outcome, Problem, make_attack
from advgui.core.attacks.outcome import asked_of
from advgui.core.attacks.problem import CONFIDENCE, Flags
from advgui.core.attacks.start_file import start_of
from advgui.core.attacks.world.region_file import region_of
from advgui.core.defences import Defence
from advgui.core.defences.defended import as_asked, defended
from advgui.core.digits.image_file import gray_of
from advgui.core.digits.ink import Ink
from advgui.core.disk.reading import read_bytes
from advgui.core.errors import BadInput, ImageFileError
from advgui.core.formats.stored_defences import KEY as DEFENCES
from advgui.core.formats.stored_defences import stored_defences
from advgui.core.images import LABELS, SIZE, Bytes, l2, linf, to_floats
from advgui.core.language import tr
from advgui.core.limits import RUN_BYTES
from advgui.core.nn.network import Network, Reading
from advgui.core.opening import read_digit
from advgui.lab.attack.outcome_file import IMAGES, STROKES
from advgui.lab.preferences import LARGEST_SEED
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.sessions.fields import Fields
from advgui.lab.sessions.stored_run import MOST
from advgui.lab.worker.messages import AttackRequest

_ORIGINAL, _, _ADVERSARIAL, _ = IMAGES
_LONGEST_S: Final = 1e9
STEPS_UNKNOWN: Final = tr("Its steps were not saved with it.")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SavedOutcome:
    """What an ``outcome.json`` tells, with the images beside it; nothing of it is judged yet.

    ``network`` is the name of the one that was attacked, of which the file has no weights.
    """

    name: str
    network: str
    attack: EvasionAttack
    original: Bytes
    adversarial: Bytes
    goal: int | None
    confidence: float
    seed: int
    region: Flags | None
    start: Bytes | None
    defences: tuple[Defence, ...]
    aware: bool
    ink: Ink | None
    survival: float | None
    fooled: bool
    label_after: int
    threshold: float
    steps: int
    best_step: int
    queries: int
    gradients: int
    seconds: float


def read_outcome(path: Path) -> SavedOutcome:
    """Read an outcome and its images, which stand in the same folder.

    Raises ImageFileError, naming the file, where it or one of them is missing or damaged.
    """
    content = read_bytes(path, ImageFileError, RUN_BYTES)
    try:
        told = Fields.parsed(content, tr("what it holds"))
    except (BadInput, ValueError) as error:
        raise ImageFileError(f"{path.name}: {str(error).removesuffix('.')}.") from error
    images = [_image(path.parent / name) for name in (_ORIGINAL, _ADVERSARIAL)]
    strokes = path.parent / STROKES
    ink = read_digit(strokes, 0).ink if strokes.is_file() else None
    try:
        return _saved(path.name, told, images, ink)
    except (BadInput, ValueError) as error:
        raise ImageFileError(f"{path.name}: {str(error).removesuffix('.')}.") from error


def outcome_run(saved: SavedOutcome, network: Network, ticket: int) -> ShownRun:
    """The run, ended, of the network that goes by that name; what is told is read anew."""
    whole = defended(network, saved.defences)
    before, after = _read(whole, saved)
    request = _request(saved, whole, before.label, ticket)
    already = saved.goal == before.label
    fooled = not already and bool(request.problem.reached(np.array([after.label]))[0])
    change = to_floats(saved.adversarial) - to_floats(saved.original)
    outcome = Outcome(
        **asked_of(saved.attack, whole, request.problem, saved.seed, 0),
        adversarial=saved.adversarial,
        fooled=fooled,
        already=already,
        stuck=None,
        before=before,
        after=after,
        l2=float(l2(change)),
        linf=float(linf(change)),
        steps=saved.steps,
        best_step=saved.best_step,
        queries=saved.queries,
        gradients=saved.gradients,
        seconds=saved.seconds,
        network=network.name,
        confidence=saved.confidence,
        sure=fooled,
        through=None if request.aware else whole.read(saved.adversarial),
        ink=saved.ink,
        survival=saved.survival,
    )
    return ShownRun(
        request=request, before=before, selected=0, phase="finished", outcomes=(outcome,)
    )


def _read(whole: Network, saved: SavedOutcome) -> tuple[Reading, Reading]:
    """How what was attacked reads the image before and after."""
    asked = as_asked(whole, aware=saved.aware)
    return asked.read(saved.original), asked.read(saved.adversarial)


def _request(saved: SavedOutcome, whole: Network, label: int, ticket: int) -> AttackRequest:
    """What was asked for; away from its own label where there was no goal."""
    problem = Problem(
        saved.original[None],
        np.array([label if saved.goal is None else saved.goal], np.int64),
        "untargeted" if saved.goal is None else "targeted",
        saved.confidence,
        None,
        saved.region,
        None if saved.start is None else saved.start[None],
    )
    aware = saved.aware or not saved.defences
    return AttackRequest(ticket, whole, saved.attack, problem, saved.seed, aware=aware)


def opened_words(saved: SavedOutcome, run: ShownRun) -> str:
    """What is told of it once it is open: what it does not hold, and what is read otherwise."""
    outcome = run.outcomes[0]
    opened = tr("{name} is open as a run.").format(name=saved.name)
    words = f"{opened} {STEPS_UNKNOWN}"
    if (outcome.fooled, outcome.after.label) == (saved.fooled, saved.label_after):
        return words
    differs = tr(
        "It says that {told} was read, and the network {network} reads {label}: that may be "
        "another network."
    ).format(told=saved.label_after, network=run.request.network.title, label=outcome.after.label)
    return f"{words} {differs}"


def unknown_network(saved: SavedOutcome) -> ImageFileError:
    """Why it cannot be opened where nothing goes by the name of its network."""
    return ImageFileError(
        tr("{name}: its network “{network}” is not on offer here; open that first.").format(
            name=saved.name, network=saved.network
        )
    )


def _image(path: Path) -> Bytes:
    content = read_bytes(path, ImageFileError, RUN_BYTES)
    try:
        return gray_of(content, SIZE, SIZE)
    except ValueError as error:
        raise ImageFileError(f"{path.name}: {error}.") from error


def _saved(name: str, told: Fields, images: Sequence[Bytes], ink: Ink | None) -> SavedOutcome:
    defences = stored_defences({DEFENCES: json.dumps(told.plain.get(DEFENCES, []))})
    label, confidence = told.label("label_after"), "confidence"
    return SavedOutcome(
        name=name,
        network=told.text("network"),
        attack=make_attack(told.text("attack"), told.object("parameters").plain),
        original=images[0],
        adversarial=images[1],
        goal=told.label("goal"),
        confidence=told.number(confidence, 0.0, CONFIDENCE.maximum) if confidence in told else 0.0,
        seed=told.whole("seed", 0, LARGEST_SEED),
        region=region_of(told.plain.get("region")),
        start=start_of(told.plain.get("start")),
        defences=defences,
        aware=told.flag("aware") if "aware" in told else True,
        ink=ink,
        survival=told.number("survival", 0.0, 1.0) if "survival" in told else None,
        fooled=told.flag("fooled"),
        label_after=LABELS if label is None else label,
        threshold=told.number("threshold", 0.0, 1.0) if "threshold" in told else 0.5,
        steps=told.whole("steps", 0, MOST),
        best_step=told.whole("best_step", 0, MOST),
        queries=told.whole("forward_passes", 0, MOST) if "forward_passes" in told else 0,
        gradients=told.whole("backward_passes", 0, MOST) if "backward_passes" in told else 0,
        seconds=told.number("seconds", 0.0, _LONGEST_S) if "seconds" in told else 0.0,
    )
