"""An outcome on disk: four images, strokes if it is of any, and what was found: all or none."""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np

from advgui import __version__
from advgui.core.attacks import Outcome
from advgui.core.attacks.world.region_file import region_rows
from advgui.core.defences.defended import as_asked, bare_of
from advgui.core.digits.image_file import png_bytes, read_image
from advgui.core.digits.rendering import PEN
from advgui.core.digits.strokes_file import Drawn, strokes_bytes
from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import remove_file, require_room, write_together
from advgui.core.errors import ImageFileError
from advgui.core.images import LABELS, Bytes, binarise
from advgui.core.json_text import JsonError, parse_json
from advgui.core.language import tr
from advgui.core.nn.network import Network, Reading
from advgui.core.opening import read_digit
from advgui.core.printable import printable
from advgui.lab.attack.phrases import aim_words

IMAGES: Final = ("original.png", "perturbation.png", "adversarial.png", "thresholded.png")
FILES: Final = (*IMAGES, "outcome.json")
#: What the adversarial image is drawn with, of an attack on strokes.
STROKES: Final = "adversarial.strokes"
#: All that may be there of an outcome.
NAMES: Final = (STROKES, *FILES)
#: Bytes on the disk that an outcome takes at most, in blocks of 4 kB; and strokes beside it.
ROOM: Final = 32 * 1024
STROKES_ROOM: Final = 224 * 1024
_OUTCOME_BYTES: Final = 2**20


def outcome_json(outcome: Outcome, network: Network, threshold: float) -> dict[str, Any]:
    """An outcome as plain values for JSON, with a fresh reading of the thresholded image.

    ``network`` is the one that was attacked, with the defences that it stands behind.
    """
    asked = as_asked(network, aware=outcome.aware)
    thresholded = asked.read(binarise(outcome.adversarial, threshold))
    return {
        "fooled": outcome.fooled,
        "already": outcome.already,
        "could_not_move": outcome.could_not_move,
        "form": "untargeted" if outcome.goal is None else "targeted",
        "label_before": outcome.before.label,
        "label_after": outcome.after.label,
        "label_thresholded": thresholded.label,
        "goal": outcome.goal,
        "confidences_before": list(outcome.before.confidences),
        "confidences_after": list(outcome.after.confidences),
        "confidences_thresholded": list(thresholded.confidences),
        "threshold": threshold,
        "l2": outcome.l2,
        "linf": outcome.linf,
        "norm": outcome.norm,
        "distance": outcome.distance,
        "confidence": outcome.confidence,
        "sure": outcome.sure,
        "budget": outcome.budget._asdict() if outcome.budget else None,
        "steps": outcome.steps,
        "best_step": outcome.best_step,
        "forward_passes": outcome.queries,
        "backward_passes": outcome.gradients,
        "seconds": outcome.seconds,
        "seed": outcome.seed,
        "network": outcome.network,
        "attack": outcome.attack,
        "parameters": outcome.parameters,
        **({} if outcome.survival is None else {"survival": outcome.survival}),
        **({} if outcome.region is None else {"region": region_rows(outcome.region)}),
        **(
            {}
            if outcome.start is None
            else {"start": [row.tobytes().hex() for row in outcome.start]}
        ),
        **_defence_json(outcome, network),
        "version": __version__,
    }


def _defence_json(outcome: Outcome, network: Network) -> dict[str, Any]:
    """What the network stands behind, whether the attacker knew, and what both ways read."""
    if not outcome.defences:
        return {"defences": []}
    through, alone = outcome.through or outcome.after, read_alone(outcome, network)
    return {
        "defences": [defence.as_dict() for defence in outcome.defences],
        "aware": outcome.aware,
        "label_alone": alone.label,
        "confidences_alone": list(alone.confidences),
        "fooled_through": outcome.fooled_through,
        "label_through": through.label,
        "confidences_through": list(through.confidences),
    }


def read_alone(outcome: Outcome, network: Network) -> Reading:
    """What the network makes of the adversarial image without what it stands behind."""
    return bare_of(network).read(outcome.adversarial) if outcome.aware else outcome.after


def perturbation_image(original: Bytes, adversarial: Bytes) -> Bytes:
    """The difference of two images as gray: 128 is no change, lighter is more ink.

    A difference d in [-255, 255] becomes 128 + d / 2, rounded toward no change, so that
    the two signs are treated alike: from 1 to 255.
    """
    difference = adversarial.astype(np.int16) - original.astype(np.int16)
    gray: Bytes = (128 + np.trunc(difference / 2)).astype(np.uint8)
    return gray


def save_outcome(
    folder: Path, outcome: Outcome, network: Network, threshold: float
) -> tuple[Path, ...]:
    """Write the four images (28 x 28, 8-bit gray) and ``outcome.json`` into a folder.

    Of an attack on strokes these come beside them, as a file that can be opened. The folder is
    made where there is none. Files of these names are replaced, all or none, even where the
    process is killed; nothing else is touched, but strokes of an earlier outcome go. The
    adversarial image is read back from the disk and compared with the one that was judged.
    Raises ImageFileError, which names the folder.
    """
    contents = _contents(outcome, network, threshold)
    write_together(
        folder,
        contents,
        ImageFileError,
        check=lambda written: _check(written, outcome),
    )
    if STROKES not in contents:
        remove_file(folder / STROKES, ImageFileError)
    return tuple(folder / name for name in contents)


def require_outcome_folder(folder: Path, *, strokes: bool) -> None:
    """Find out whether an outcome can be saved there; raises as ``save_outcome`` does.

    ``strokes`` says whether it is of an attack on strokes.
    """
    require_room(folder, NAMES, ROOM + STROKES_ROOM * strokes, ImageFileError)


def _contents(outcome: Outcome, network: Network, threshold: float) -> dict[str, bytes]:
    """What each of the files holds, by its name."""
    images = (
        outcome.original,
        perturbation_image(outcome.original, outcome.adversarial),
        outcome.adversarial,
        binarise(outcome.adversarial, threshold),
    )
    text = json.dumps(outcome_json(outcome, network, threshold), indent=2, allow_nan=False)
    made = dict(zip(FILES, [*map(png_bytes, images), f"{text}\n".encode()], strict=True))
    ink = outcome.ink
    if ink is None:
        return made
    pen = ink.pen if (ink.pen, ink.least) != (PEN, 0.0) else None
    return made | {STROKES: strokes_bytes([Drawn(ink.strokes, pen=pen)])}


def _check(folder: Path, outcome: Outcome) -> None:
    written = [read_image(folder / "adversarial.png")]
    if outcome.ink is not None:
        written.append(read_digit(folder / STROKES, 0).image())
    if not all(np.array_equal(image, outcome.adversarial) for image in written):
        raise ImageFileError(
            tr("The saved image is not the one that was judged; nothing was saved.")
        )


def read_outcome_words(folder: Path) -> str:
    """Which attack a saved outcome is of, in a sentence; raises ImageFileError, naming the file."""
    path = folder / "outcome.json"
    content = read_bytes(path, ImageFileError, _OUTCOME_BYTES)
    try:
        found = parse_json(content)
    except JsonError as error:
        raise ImageFileError(f"{path}: {error}.") from error
    attack = found.get("attack") if isinstance(found, dict) else None
    goal = found.get("goal") if isinstance(found, dict) else None
    if not isinstance(attack, str) or not (goal is None or goal in range(LABELS)):
        raise ImageFileError(tr("{path}: not the outcome of an attack.").format(path=path))
    return tr("Attack: {attack}, {aim}.").format(attack=printable(attack, 40), aim=aim_words(goal))
