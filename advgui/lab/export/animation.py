"""The steps of a run as an animation: original, perturbation and adversarial image side by side."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

import numpy as np

from advgui.core.images import SIZE, Bytes
from advgui.lab.attack.view import view
from advgui.lab.export.figure import image_pixels
from advgui.lab.runs.shown_run import ShownRun

Format = Literal["GIF", "PNG"]
"""PNG is animated, too (APNG), and has all colours."""

#: A long run shows so many of its steps, evenly chosen.
MOST_FRAMES: Final = 100
_FRAME_MS: Final = 80
_LAST_MS: Final = 2_000
_PIXEL: Final = 8
_GAP: Final = 8
_BAR: Final = 6
_GROUND: Final = 255
_DONE: Final = (0x00, 0x72, 0xB2)
_TRACK: Final = (0xD5, 0xD9, 0xDF)


def animation(run: ShownRun, threshold: float, kind: Format) -> bytes:
    """The selected lane from its first step to its best one, which stays for two seconds.

    Raises ValueError where the run has no step.
    """
    from PIL import Image

    frames = [
        Image.fromarray(_frame(replace(run, shown=step), threshold)) for step in frame_steps(run)
    ]
    buffer = io.BytesIO()
    frames[0].save(
        buffer,
        kind,
        save_all=True,
        append_images=frames[1:],
        duration=[*[_FRAME_MS] * (len(frames) - 1), _LAST_MS],
        loop=0,
    )
    return buffer.getvalue()


def frame_steps(run: ShownRun) -> Sequence[int]:
    """The steps that are shown: evenly chosen of those there are, the last of them the best."""
    end = run.outcome.best_step if run.outcome else run.step
    held = [step for step in run.recording.held.tolist() if step <= end]
    if not held:
        raise ValueError("the run has no step")
    places = np.linspace(0, len(held) - 1, min(len(held), MOST_FRAMES)).round().astype(int)
    return [held[place] for place in places]


def _frame(run: ShownRun, threshold: float) -> Bytes:
    """RGB of one step, with a bar of how far it is."""
    images = image_pixels(view(run, threshold))[:3]
    side = SIZE * _PIXEL
    width = 3 * side + 4 * _GAP
    frame = np.full((side + 3 * _GAP + _BAR, width, 3), _GROUND, np.uint8)
    for place, image in enumerate(images):
        left = _GAP + place * (side + _GAP)
        large = image.repeat(_PIXEL, axis=0).repeat(_PIXEL, axis=1)
        frame[_GAP : _GAP + side, left : left + side] = large
    end = max(run.outcome.best_step if run.outcome else run.step, 1)
    done = _GAP + round((width - 2 * _GAP) * min(run.looked_at / end, 1.0))
    frame[side + 2 * _GAP : -_GAP, _GAP:-_GAP] = _TRACK
    frame[side + 2 * _GAP : -_GAP, _GAP:done] = _DONE
    return frame
