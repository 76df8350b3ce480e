"""An outcome on disk: four images and what was found, all five or none."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final

import numpy as np

from advgui import __version__
from advgui.core.attacks import Outcome
from advgui.core.defences.threshold import binarise
from advgui.core.errors import ImageFileError
from advgui.core.imagefile import read_image, write_png
from advgui.core.images import Bytes
from advgui.core.network import Network

IMAGES: Final = ("original.png", "perturbation.png", "adversarial.png", "thresholded.png")
JSON: Final = "outcome.json"


def outcome_json(outcome: Outcome, network: Network, threshold: float) -> dict[str, Any]:
    """An outcome as plain values for JSON, with a fresh reading of the thresholded image."""
    thresholded = network.read(binarise(outcome.adversarial, threshold))
    return {
        "fooled": outcome.fooled,
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
        "steps": outcome.steps,
        "best_step": outcome.best_step,
        "forward_passes": outcome.forward_passes,
        "backward_passes": outcome.backward_passes,
        "seconds": outcome.seconds,
        "seed": outcome.seed,
        "network": outcome.network,
        "attack": outcome.attack,
        "parameters": outcome.parameters,
        "version": __version__,
    }


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

    The folder is made where there is none. Files of these names are replaced, all or none;
    nothing else is touched. The adversarial image is read back from the disk and compared
    with the one that was judged. Raises ImageFileError, which names the folder.
    """
    images = (
        outcome.original,
        perturbation_image(outcome.original, outcome.adversarial),
        outcome.adversarial,
        binarise(outcome.adversarial, threshold),
    )
    text = json.dumps(outcome_json(outcome, network, threshold), indent=2, allow_nan=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".outcome-", dir=folder))
        try:
            _write(staging, images, text)
            _check(staging, outcome)
            return _swap_in(staging, folder)
        finally:
            shutil.rmtree(staging)
    except OSError as error:
        raise ImageFileError(f"{folder}: cannot be written ({error.strerror}).") from error


def _write(staging: Path, images: tuple[Bytes, ...], text: str) -> None:
    for name, image in zip(IMAGES, images, strict=True):
        write_png(staging / name, image)
    (staging / JSON).write_text(text + "\n", encoding="utf-8")


def _check(staging: Path, outcome: Outcome) -> None:
    written = read_image(staging / "adversarial.png")
    if not np.array_equal(written, outcome.adversarial):
        raise ImageFileError("The saved image is not the one that was judged; nothing was saved.")


def _swap_in(staging: Path, folder: Path) -> tuple[Path, ...]:
    """Move all the new files in, or put back what was there."""
    names = (*IMAGES, JSON)
    for name in names:
        if (folder / name).is_dir():
            raise ImageFileError(f"{folder / name}: a folder stands where a file has to go.")
    former = staging / "former"
    former.mkdir()
    done: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(former / name)
            done.append(name)
            (staging / name).replace(folder / name)
    except OSError:
        _put_back(former, folder, done)
        raise
    return tuple(folder / name for name in names)


def _put_back(former: Path, folder: Path, names: list[str]) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)
        if (former / name).exists():
            (former / name).replace(folder / name)
