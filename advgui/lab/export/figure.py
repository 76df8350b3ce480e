"""A run as one figure: four images with what is read of each, and a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Reading
from advgui.lab.attack.captions import tile_lines
from advgui.lab.attack.ending import ended_words
from advgui.lab.attack.phrases import counted
from advgui.lab.attack.provenance import provenance
from advgui.lab.attack.signed_colours import FIXED, signed_pixels
from advgui.lab.attack.view import View, outcome_shown, view
from advgui.lab.runs.shown_run import ShownRun

TITLES: Final = (tr("Original"), tr("Perturbation"), tr("Adversarial"), tr("Thresholded"))


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One of the images, RGB (28, 28, 3), its title, a line below it, and what is read of it."""

    title: str
    pixels: Bytes
    line: str
    reading: Reading | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What is told of a run in one picture.

    ``before`` is the label of the original, and ``goal`` the one that was wanted, None where it
    was any other: their bars have a colour of their own.
    """

    sentence: str
    provenance: str
    changed: str
    panels: Sequence[Panel]
    before: int
    goal: int | None


def run_figure(run: ShownRun, threshold: float) -> Figure:
    """The selected lane of a run that has ended, at the step that is looked at.

    Raises ValueError while the run has no outcome.
    """
    shown = view(run, threshold)
    outcome = outcome_shown(run, shown)
    return Figure(
        sentence=ended_words([outcome], stopped=run.phase == "stopped"),
        provenance=provenance(run),
        changed=tr("{pixels} of {all} changed.").format(
            pixels=counted(shown.pixels, "pixel"), all=shown.original.size
        ),
        panels=_panels(shown),
        before=shown.readings.before.label,
        goal=shown.goal,
    )


def image_pixels(shown: View) -> tuple[Bytes, Bytes, Bytes, Bytes]:
    """The four images as RGB (28, 28, 3); a change has the same colours in all figures."""
    difference = signed_pixels(shown.difference, dark=False, scale=FIXED)
    grays = (shown.original, shown.adversarial, shown.thresholded)
    original, adversarial, thresholded = (np.repeat(gray[..., None], 3, axis=2) for gray in grays)
    return original, difference, adversarial, thresholded


def _panels(shown: View) -> list[Panel]:
    before, after, thresholded = shown.readings
    readings = (before, None, after, thresholded)
    parts = zip(TITLES, image_pixels(shown), tile_lines(shown), readings, strict=True)
    return [Panel(*part) for part in parts]
