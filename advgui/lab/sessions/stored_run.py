"""A kept run in three parts: what was asked and found, its images, and its steps."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final, get_args

import numpy as np

from advgui.core.attacks import EvasionAttack, Form, Outcome, Problem, make_attack
from advgui.core.attacks.outcome import Stuck, asked_of
from advgui.core.attacks.problem import CONFIDENCE, Flags
from advgui.core.attacks.start_file import start_of, start_rows
from advgui.core.attacks.world.region_file import region_of, region_rows
from advgui.core.digits.image_file import gray_of, png_bytes
from advgui.core.digits.ink import Ink
from advgui.core.digits.rendering import Strokes
from advgui.core.digits.strokes_file import WIDEST_PEN, digit_strokes
from advgui.core.errors import BadInput
from advgui.core.images import LABELS, SIZE, Bytes
from advgui.core.json_text import shown
from advgui.core.language import tr
from advgui.lab.drawing.model import Drawing
from advgui.lab.preferences import LARGEST_SEED
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.shown_run import Phase, ShownRun
from advgui.lab.sessions.fields import Fields, reading_value
from advgui.lab.sessions.members import Members, Part
from advgui.lab.sessions.stored_networks import Behind, reference
from advgui.lab.sessions.stored_steps import StoredBlock, steps_bytes, stored_recording
from advgui.lab.worker.messages import AttackRequest
from advgui.lab.worker.recording import Recording

#: More than any count of a run can be.
MOST: Final = 2**53
_PHASES: Final[tuple[Phase, ...]] = ("finished", "stopped", "failed")
_FARTHEST: Final = 1e9
#: An ink that is that of the drawing is not told twice.
_OF_DRAWING: Final = "drawing"


def run_parts(kept: KeptRun) -> Iterator[Part]:
    """All of a run that never changes; the part that tells of the others comes last."""
    run, name = kept.run, f"runs/{kept.number}"
    adversarial = [outcome.adversarial for outcome in run.outcomes]
    yield f"{name}.png", png_bytes(np.hstack([run.original, *adversarial]))
    if len(run.recording):
        yield f"{name}.safetensors", steps_bytes(run.recording, run.request.problem)
    yield f"{name}.json", json.dumps(_told(kept), allow_nan=False).encode()


def read_run(number: int, members: Members, behind: Behind) -> KeptRun:
    """A run by its number; ValueError, which tells the run, where it is damaged."""
    place, name = tr("run {number}").format(number=number), f"runs/{number}"
    try:
        told = Fields.parsed(members.packed(f"{name}.json").unpacked(), tr("what is told of it"))
        count = len(told.items("outcomes", LABELS))
        images = _images(members.packed(f"{name}.png").unpacked(), count)
        request = _request(told, images[0], behind)
        recording = Recording()
        if f"{name}.safetensors" in members:
            packed = members.packed(f"{name}.safetensors")
            recording = stored_recording(packed, request.attack.asked(request.problem))
        run = _run(told, request, images, recording)
        return KeptRun(
            number=number,
            run=run,
            made=_moment(told),
            threshold=told.number("threshold", 0.0, 1.0),
            stride=told.whole("stride", 1, MOST),
            size=stored_size(recording),
        )
    except (BadInput, ValueError) as error:
        raise ValueError(f"{place}: {str(error).removesuffix('.')}") from error


def stored_size(recording: Recording) -> int:
    """How many bytes steps take that were read and are still packed."""
    return sum(len(one.packed.content) for one in recording.pieces if isinstance(one, StoredBlock))


def _told(kept: KeptRun) -> dict[str, Any]:
    run = kept.run
    request, problem = run.request, run.request.problem
    return {
        "made": None if kept.made is None else kept.made.isoformat(),
        "threshold": kept.threshold,
        "stride": kept.stride,
        "ticket": request.ticket,
        "network": reference(request.network),
        "attack": request.attack.name,
        "parameters": request.attack.settings,
        "form": problem.form,
        "goals": problem.goals.tolist(),
        "confidence": problem.confidence,
        "seed": request.seed,
        "aware": request.aware,
        "region": None if problem.region is None else region_rows(problem.region),
        "starts": None if problem.starts is None else [start_rows(one) for one in problem.starts],
        "drawing": None if run.drawing is None else _drawing_value(run.drawing),
        "ink": _asked_ink(run),
        "live": run.live,
        "before": reading_value(run.before),
        "phase": run.phase,
        "outcomes": [_outcome_value(outcome) for outcome in run.outcomes],
    }


def _drawing_value(drawing: Drawing) -> dict[str, Any]:
    return {
        "strokes": [stroke.tolist() for stroke in drawing.strokes],
        "image": None if drawing.base is None else drawing.base.tobytes().hex(),
        "pen": drawing.pen,
    }


def _asked_ink(run: ShownRun) -> object:
    """What the image was drawn with, the same in every lane."""
    inks = run.request.problem.inks
    if inks is None:
        return None
    own = None if run.drawing is None else run.drawing.ink
    same = own is not None and own.strokes is inks[0].strokes and own.pen == inks[0].pen
    return _OF_DRAWING if same and own and own.least == inks[0].least else _ink_value(inks[0])


def _ink_value(ink: Ink) -> dict[str, Any]:
    strokes = [stroke.tolist() for stroke in ink.strokes]
    return {"strokes": strokes, "pen": ink.pen, "least": ink.least}


def _outcome_value(outcome: Outcome) -> dict[str, Any]:
    """What of an outcome does not follow from what was asked."""
    return {
        "fooled": outcome.fooled,
        "already": outcome.already,
        "stuck": outcome.stuck,
        "before": reading_value(outcome.before),
        "after": reading_value(outcome.after),
        "through": None if outcome.through is None else reading_value(outcome.through),
        "l2": outcome.l2,
        "linf": outcome.linf,
        "steps": outcome.steps,
        "best_step": outcome.best_step,
        "queries": outcome.queries,
        "gradients": outcome.gradients,
        "seconds": outcome.seconds,
        "confidence": outcome.confidence,
        "sure": outcome.sure,
        "network": outcome.network,
        "ink": None if outcome.ink is None else _ink_value(outcome.ink),
        "survival": outcome.survival,
    }


def _images(content: bytes, outcomes: int) -> Sequence[Bytes]:
    """The original, and the adversarial image of each outcome."""
    strip = gray_of(content, SIZE, SIZE * (1 + outcomes))
    images = [np.ascontiguousarray(image) for image in np.hsplit(strip, 1 + outcomes)]
    for image in images:
        image.setflags(write=False)
    return images


def _request(told: Fields, original: Bytes, behind: Behind) -> AttackRequest:
    form: Form = "targeted" if told.one_of("form", get_args(Form)) == "targeted" else "untargeted"
    goals = told.items("goals", LABELS)
    if not goals or not all(type(goal) is int and 0 <= goal < LABELS for goal in goals):
        raise ValueError(tr("its goals are {goals}, no digits").format(goals=shown(goals)))
    ink = _ink_asked(told)
    problem = Problem(
        np.repeat(original[None], len(goals), axis=0),
        np.array(goals, np.int64),
        form,
        told.number("confidence", 0.0, CONFIDENCE.maximum),
        None if ink is None else (ink,) * len(goals),
        _region(told),
        _starts(told, len(goals)),
    )
    return AttackRequest(
        told.whole("ticket", 0, MOST),
        behind.named(told.object("network")),
        _attack(told),
        problem,
        told.whole("seed", 0, LARGEST_SEED),
        told.flag("aware"),
    )


def _attack(told: Fields) -> EvasionAttack:
    return make_attack(told.text("attack"), told.object("parameters").plain)


def _region(told: Fields) -> Flags | None:
    if "region" not in told:
        return None
    region = region_of(told.plain["region"])
    if region is None or region.shape != (SIZE, SIZE):
        raise ValueError(tr("its region is no picture of 28 x 28 signs"))
    return region


def _starts(told: Fields, count: int) -> Bytes | None:
    """What each lane began at; None where it began by itself."""
    if "starts" not in told:
        return None
    starts = [start_of(rows) for rows in told.items("starts", LABELS)]
    found = [start for start in starts if start is not None]
    if len(found) != count or len(starts) != count:
        raise ValueError(tr("it has not an image for each goal to begin at"))
    return np.stack(found)


def _ink_asked(told: Fields) -> Ink | None:
    if told.plain.get("ink") == _OF_DRAWING:
        drawing = _drawing(told)
        return None if drawing is None else drawing.ink
    return _ink(told)


def _ink(told: Fields) -> Ink | None:
    if "ink" not in told:
        return None
    found = told.object("ink")
    pen = found.number("pen", 0.0, WIDEST_PEN)
    return Ink(_strokes(found), pen, found.number("least", 0.0, _FARTHEST))


def _drawing(told: Fields) -> Drawing | None:
    if "drawing" not in told:
        return None
    found = told.object("drawing")
    strokes = _strokes(found) if found.plain.get("strokes") else ()
    return Drawing(strokes, _base(found), found.number("pen", 0.0, WIDEST_PEN))


def _strokes(found: Fields) -> Strokes:
    return digit_strokes(found.plain.get("strokes"), tr("its strokes"))


def _base(found: Fields) -> Bytes | None:
    if "image" not in found:
        return None
    try:
        content = bytes.fromhex(found.text("image", 2 * SIZE * SIZE))
        return np.frombuffer(content, np.uint8).reshape(SIZE, SIZE)
    except ValueError as error:
        raise ValueError(tr("the image that it was drawn on is damaged")) from error


def _run(
    told: Fields, request: AttackRequest, images: Sequence[Bytes], recording: Recording
) -> ShownRun:
    outcomes = told.objects("outcomes", LABELS)
    if len(outcomes) not in (0, len(request.problem.goals)):
        raise ValueError(tr("it has not as many outcomes as goals"))
    phase = told.one_of("phase", _PHASES)
    lanes = zip(outcomes, images[1:], range(len(outcomes)), strict=True)
    return ShownRun(
        request=request,
        before=told.reading("before"),
        selected=0,
        phase=next(one for one in _PHASES if one == phase),
        recording=recording,
        outcomes=tuple(_outcome(one, request, image, lane) for one, image, lane in lanes),
        drawing=_drawing(told),
        live=told.flag("live"),
    )


def _outcome(told: Fields, request: AttackRequest, adversarial: Bytes, lane: int) -> Outcome:
    stuck = told.one_of("stuck", get_args(Stuck)) if "stuck" in told else None
    return Outcome(
        **asked_of(request.attack, request.network, request.problem, request.seed, lane),
        adversarial=adversarial,
        fooled=told.flag("fooled"),
        already=told.flag("already"),
        stuck=next((one for one in get_args(Stuck) if one == stuck), None),
        before=told.reading("before"),
        after=told.reading("after"),
        l2=told.number("l2", 0.0, SIZE),
        linf=told.number("linf", 0.0, 1.0),
        steps=told.whole("steps", 0, MOST),
        best_step=told.whole("best_step", 0, MOST),
        queries=told.whole("queries", 0, MOST),
        gradients=told.whole("gradients", 0, MOST),
        seconds=told.number("seconds", 0.0, _FARTHEST),
        network=told.text("network"),
        confidence=told.number("confidence", 0.0, _FARTHEST),
        sure=told.flag("sure"),
        through=told.reading("through") if "through" in told else None,
        ink=_ink(told),
        survival=told.number("survival", 0.0, 1.0) if "survival" in told else None,
    )


def _moment(told: Fields) -> datetime | None:
    if "made" not in told:
        return None
    try:
        return datetime.fromisoformat(told.text("made"))
    except ValueError as error:
        raise ValueError(
            tr("it was made at {made}, no time").format(made=shown(told.plain["made"]))
        ) from error
