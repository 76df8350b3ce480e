"""Make the guide's pictures of the attacks: a digit, what an attack changes, and what comes out.

    python packaging/guide_pictures.py            all attacks, into resources/guide
    python packaging/guide_pictures.py fgsm cw    these attacks only

Needs advgui and no screen. The digit, the goal, the network and the seed are fixed; where an
attack does not reach the goal, it is the first digit of the gallery with which it fools.
"""

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from advgui.core.attacks import ATTACKS, EvasionAttack, Form, Outcome, Problem
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import Ink
from advgui.core.generators import drive
from advgui.core.images import Bytes
from advgui.core.zoo import load_shipped
from advgui.ui.theme.pixels import signed_colours

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources/guide"
NETWORK: Final = "report"
DIGIT, GOAL = 7, 3
#: Pixels of the screen for one of an image, and between two images.
ENLARGED, GAP = 4, 4
#: Of the colours, few enough for a small file.
COLOURS: Final = 128
#: Between the images: seen on light and on dark.
LINE: Final = (163, 171, 181)


def file_name(attack: str) -> str:
    """Of an attack's picture."""
    return f"attack-{attack}.png"


def example(attack: EvasionAttack) -> Outcome:
    """What it makes of the first digit that it fools, or of the last one that it does not."""
    network = load_shipped(NETWORK)
    for problem in _problems(attack):
        (outcome,) = drive(attack.run(network, problem, seed=0))
        if outcome.fooled:
            break
    return outcome


def _problems(attack: EvasionAttack) -> Iterator[Problem]:
    network = load_shipped(NETWORK)
    inks = [Ink(digit.strokes) for digit in read_gallery()]
    labels = [network.read(ink.image()).label for ink in inks]
    yield _problem(inks[labels.index(DIGIT)], GOAL, "targeted")
    for ink, label in zip(inks, labels, strict=True):
        if "untargeted" in attack.forms:
            yield _problem(ink, label, "untargeted")
        elif label != GOAL:
            yield _problem(ink, GOAL, "targeted")


def _problem(ink: Ink, goal: int, form: Form) -> Problem:
    return Problem(ink.image()[None], np.array([goal]), form, inks=(ink,))


def picture(outcome: Outcome) -> bytes:
    """Original, perturbation and adversarial image beside each other, as a PNG."""
    before, after = outcome.original, outcome.adversarial
    change = after.astype(np.float64) - before
    entries = np.rint(128 + 127 * change / max(1.0, float(np.abs(change).max())))
    parts = [_gray(before), signed_colours(dark=False)[entries.astype(np.intp)], _gray(after)]
    gap: Bytes = np.full((28 * ENLARGED, GAP, 3), LINE, np.uint8)
    large = [part.repeat(ENLARGED, axis=0).repeat(ENLARGED, axis=1) for part in parts]
    whole = np.concatenate([large[0], gap, large[1], gap, large[2]], axis=1)
    made = Image.fromarray(whole).quantize(COLOURS, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    made.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _gray(image: Bytes) -> Bytes:
    return np.repeat(image[:, :, None], 3, axis=2)


def main(arguments: Sequence[str]) -> int:
    """Read what is wanted, and make it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("attacks", nargs="*", metavar="ATTACK", help="all, if none is named")
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help="where to")
    chosen = parser.parse_args(arguments)
    for name in chosen.attacks or list(ATTACKS):
        outcome = example(ATTACKS[name]())
        content = picture(outcome)
        (chosen.out / file_name(name)).write_bytes(content)
        verdict = "" if outcome.fooled else ", not fooled"
        sys.stdout.write(f"{file_name(name)}: {len(content):,} bytes{verdict}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
