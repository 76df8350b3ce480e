"""A run as a command and as Python that make it again, with all that they need in them."""

import base64
import shlex
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from advgui.core.attacks import ATTACKS
from advgui.core.defences import Defence
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.digits.image_file import png_bytes
from advgui.core.digits.rendering import PEN
from advgui.core.digits.strokes_file import Drawn, strokes_bytes
from advgui.core.disk.reading import inline_name
from advgui.core.images import LABELS, Bytes
from advgui.core.language import tr
from advgui.core.parameters import Owner, Value, parameter_table
from advgui.lab.networks.library import NetworkFile
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.sessions.stored_networks import is_shipped

NO_STEP: Final = tr("This run was stopped before its first step.")
LEARNED: Final = tr(
    "What was learned once is worn from its file: save it, and name it by --artefact."
)
OWN_NETWORK: Final = tr(
    "Its network does not ship with advgui and is in no file of its own, or that has changed: save "
    "the network, or save the session, and advgui replay makes it again."
)
BARE: Final = tr(
    "The file of its network has defences, which this run did without; as Python they are left out."
)
SEVERAL: Final = tr(
    "A command attacks toward one digit or all of them; as Python those of this run are attacked."
)
STARTED: Final = tr(
    "It began at the image of another run, which is possible toward one digit alone."
)
_SEARCHED: Final = tr("It has not ended.")
#: Signs that a shell takes as they are within double quotes.
_SPECIAL: Final = frozenset('"$`\\!%')


def why_not(run: ShownRun, file: NetworkFile | None = None) -> str:
    """Why a run cannot be made again by a line of text; empty where it can.

    ``file`` is where its network is, where that does not ship.
    """
    request = run.request
    if not run.outcomes:
        return _SEARCHED
    if run.phase == "stopped" and not _steps(run):
        return NO_STEP
    if ATTACKS.get(request.attack.name) is not type(request.attack):
        return LEARNED
    if file is None and not is_shipped(bare_of(request.network)):
        return OWN_NETWORK
    return STARTED if run.lanes > 1 and request.problem.starts is not None else ""


def why_no_command(run: ShownRun, file: NetworkFile | None = None) -> str:
    """The same for a command."""
    why = why_not(run, file)
    if not why and _sheds(run, file):
        why = BARE
    return why or (SEVERAL if run.lanes > 1 and not _toward_all(run) else "")


def _sheds(run: ShownRun, file: NetworkFile | None) -> bool:
    """Whether the network stood behind nothing, but has defences in its file."""
    return file is not None and bool(file.defences) and not defences_of(run.request.network)


def _steps(run: ShownRun) -> int:
    """How many steps were made."""
    return max(outcome.steps for outcome in run.outcomes)


def _toward_all(run: ShownRun) -> bool:
    """Whether it goes toward each digit that was not read."""
    read = run.outcomes[0].before.label
    return list(run.goals) == [goal for goal in range(LABELS) if goal != read]


def as_command(run: ShownRun, file: NetworkFile | None = None) -> str:
    """A line for a shell, which needs no file but its network's, where that does not ship.

    Raises ValueError where ``why_no_command`` says why there is none.
    """
    if why := why_no_command(run, file):
        raise ValueError(why)
    request = run.request
    problem, attack = request.problem, request.attack
    words = ["advgui", "attack", _digit_name(run)]
    words += _aim(run)
    words += ["--network", _network(run, file)]
    for defence in defences_of(request.network):
        words += ["--defence", _told(defence)]
    words += [] if request.aware else ["--unaware"]
    words += ["--attack", attack.name]
    for name, value in changed(attack).items():
        words += ["--set", f"{name}={value}"]
    words += ["--confidence", repr(problem.confidence)] if problem.confidence else []
    if problem.region is not None:
        words += ["--region", _png_name(problem.region.astype(np.uint8) * np.uint8(255))]
    if problem.starts is not None:
        words += ["--start", _png_name(problem.starts[0])]
    words += ["--seed", str(request.seed)]
    words += ["--stop-after", str(_steps(run))] if run.phase == "stopped" else []
    return " ".join(map(_quoted, words))


def _aim(run: ShownRun) -> list[str]:
    if run.lanes > 1:
        return ["--every"]
    return ["--away"] if run.goal is None else ["--goal", str(run.goal)]


def as_python(run: ShownRun, file: NetworkFile | None = None) -> str:
    """The same as a script; raises ValueError where ``why_not`` says why there is none."""
    if why := why_not(run, file):
        raise ValueError(why)
    return "\n".join([*_script(run, file), ""])


def _network(run: ShownRun, file: NetworkFile | None) -> str:
    """How its network is found again: by its name, or by its file."""
    bare = bare_of(run.request.network)
    return bare.name if file is None or is_shipped(bare) else file.path.as_posix()


def changed(owner: Owner) -> dict[str, Value]:
    """The parameters of an attack or a defence that are not at their defaults."""
    values = {row.name: (getattr(owner, row.name), row.default) for row in parameter_table(owner)}
    return {name: value for name, (value, default) in values.items() if value != default}


def _script(run: ShownRun, file: NetworkFile | None) -> Iterator[str]:
    request = run.request
    yield from ("import base64", "import zlib", "", "import numpy as np", "", "import advgui", "")
    yield f"network = advgui.load_network({_network(run, file)!r})"
    if _sheds(run, file):
        yield "network = advgui.defend(network)"
    yield from _defended(defences_of(request.network))
    arguments = dict(_arguments(run))
    several = run.lanes > 1
    yield f"image = {_array(run.original)}"
    call = "attack_batch" if several else "attack"
    given = [f"{name}={value}" for name, value in arguments.items()]
    wanted = f"[image] * {run.lanes}, {list(run.goals)}" if several else _image_and_goal(run)
    result = "outcomes" if several else "outcome"
    yield f"{result} = advgui.{call}(network, {wanted}, {', '.join(given)})"
    if several:
        yield "print([outcome.fooled for outcome in outcomes])"
    else:
        yield "print(outcome.fooled, outcome.after.label, outcome.distance)"


def _image_and_goal(run: ShownRun) -> str:
    drawn = run.request.attack.on_strokes and run.request.problem.inks is not None
    goal = "" if run.goal is None else f"goal={run.goal}"
    return ", ".join(part for part in ("" if drawn else "image", goal) if part)


def _arguments(run: ShownRun) -> Iterator[tuple[str, str]]:
    """What the call is given besides, by name, as Python."""
    request, problem = run.request, run.request.problem
    if request.attack.on_strokes and problem.inks is not None:
        ink = problem.inks[0]
        strokes = ", ".join(f"np.array({stroke.tolist()})" for stroke in ink.strokes)
        yield "strokes", f"[{strokes}]"
        yield "pen_width", repr(ink.pen)
    yield "attack", repr(request.attack.name)
    yield "seed", str(request.seed)
    if run.phase == "stopped":
        yield "stop_after", str(_steps(run))
    if not request.aware:
        yield "aware", "False"
    if problem.confidence:
        yield "confidence", repr(problem.confidence)
    if problem.region is not None:
        yield "region", f"{_array(problem.region.astype(np.uint8))} == 1"
    if problem.starts is not None:
        yield "start", _array(problem.starts[0])
    for name, value in changed(request.attack).items():
        yield name, repr(value)


def _defended(defences: Sequence[Defence]) -> Iterator[str]:
    if not defences:
        return
    made = [
        f"advgui.make_defence({', '.join([repr(d.name), *_named(changed(d))])})" for d in defences
    ]
    yield f"network = advgui.defend(network, {', '.join(made)})"


def _named(values: dict[str, Value]) -> list[str]:
    return [f"{name}={value!r}" for name, value in values.items()]


def _array(image: Bytes) -> str:
    """An image (28, 28) of bytes as Python."""
    text = base64.b64encode(zlib.compress(image.tobytes(), 9)).decode()
    packed = f'zlib.decompress(base64.b64decode("{text}"))'
    return f"np.frombuffer({packed}, np.uint8).reshape({image.shape[0]}, {image.shape[1]})"


def _told(defence: Defence) -> str:
    """A defence as a command takes it: threshold:threshold=0.4."""
    values = ",".join(f"{name}={value}" for name, value in changed(defence).items())
    return f"{defence.name}:{values}" if values else defence.name


def _digit_name(run: ShownRun) -> str:
    """The digit that is attacked, as a name that holds it: its strokes where these are changed."""
    problem = run.request.problem
    if not run.request.attack.on_strokes or problem.inks is None:
        return _png_name(run.original)
    ink = problem.inks[0]
    pen = ink.pen if (ink.pen, ink.least) != (PEN, 0.0) else None
    return inline_name(strokes_bytes([Drawn(ink.strokes, pen=pen)]), "application/json")


def _png_name(image: Bytes) -> str:
    return inline_name(png_bytes(image), "image/png")


def _quoted(word: str) -> str:
    """A word for any shell: in double quotes, which all know, as far as that is enough."""
    plain = shlex.quote(word)
    if plain == word:
        return word
    return plain if _SPECIAL & set(word) else f'"{word}"'
