"""``advgui photo``: read the photo of a printed sheet: is it still fooled?"""

from argparse import Namespace
from collections.abc import Sequence
from math import isnan
from pathlib import Path
from typing import Any, Final

from advgui.commands.cli.arguments import (
    add_markdown,
    add_mnist,
    add_networks,
    add_seed,
    count,
    mnist_folder,
    require_some_read_right,
)
from advgui.commands.cli.attack_arguments import named_attack
from advgui.commands.cli.output import Table, say, say_json, say_table
from advgui.commands.cli.parser import Parser, UsageError, command_parser
from advgui.commands.cli.progress import with_share_bar, with_step_bar
from advgui.core.attacks import EvasionAttack, Outcome, Problem, Step
from advgui.core.datasets.readers import read_mnist
from advgui.core.digits.image_file import png_bytes
from advgui.core.disk.writing import write_together
from advgui.core.errors import ImageFileError
from advgui.core.evaluation.photographed import PhotoTally, photographed
from advgui.core.evaluation.robustness import random_goals
from advgui.core.nn.network import Network
from advgui.core.printable import printable
from advgui.core.world.camera import CAMERAS, Camera
from advgui.core.world.photo import read_photo
from advgui.core.zoo import default_network, find_network
from advgui.lab.attack.phrases import percent
from advgui.lab.world.photo_words import JudgedPhoto, judged, verdict_words

#: What is printed in the simulation if no attack is named: a change that lasts, and the smallest.
_ATTACKS: Final = ("pgd-l2:budget=3", "ddn")
#: The cell of what there is no photo to tell of.
_NOTHING: Final = "-"
_HEAD: Final = ("network", "attack", "camera", "photos", "read", "marks", "L2 error", "fooled")
_LEGEND: Final = (
    "Photos are of images that fool before they are printed. read: photos in which the sheet was "
    "found;\nmarks: by how much the worst mark is missed, in pixels of the 28 x 28 image that is "
    "read: median, 99 %;\nL2 error: of the adversarial image as read back: median, mean; fooled: "
    "photos that still fool."
)


def main(arguments: Sequence[str]) -> int:
    """Judge a photo: 0 if it fools, else 1; or measure simulated ones, 0 whatever comes of it."""
    options = _parser().parse_args(arguments)
    _require_one_use(options)
    names = options.network or [default_network()]
    networks = [find_network(name) for name in names]
    if options.simulate is not None:
        return _simulate(options, networks)
    sheet = read_photo(options.photo)
    found = [judged(sheet, network, options.goal) for network in networks]
    if options.out:
        _save(options.out, found[0])
    if options.json:
        say_json([_json(one) for one in found])
    else:
        say("\n".join(map(verdict_words, found)))
    return 0 if all(one.fooled for one in found) else 1


def _require_one_use(options: Namespace) -> None:
    """UsageError where neither a photo nor a simulation is asked for, or something of both."""
    if (options.photo is None) == (options.simulate is None):
        raise UsageError("Name either a photo, or with --simulate how many to simulate.")
    if options.photo is not None:
        idle, reason = ("camera", "attack"), "is of a simulation, and a photo is named."
    else:
        idle, reason = ("goal", "out"), "is of a photo, and a simulation is asked for."
    for name in idle:
        if getattr(options, name) is not None:
            raise UsageError(f"--{name} {reason}")


def _parser() -> Parser:
    parser = command_parser("photo")
    add_markdown(parser)
    parser.add_argument(
        "photo", nargs="?", type=Path, metavar="PHOTO", help="a PNG or JPEG of a printed sheet"
    )
    add_networks(parser)
    parser.add_argument(
        "--goal", type=int, choices=range(10), metavar="0..9", help="the label that was wanted"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="save there both images and the straightened sheet"
    )
    parser.add_argument(
        "--simulate",
        type=count,
        metavar="N",
        help="print and photograph N attacked test digits in a simulation instead",
    )
    parser.add_argument(
        "--camera", action="append", choices=tuple(CAMERAS), help="of the simulation (default: all)"
    )
    parser.add_argument(
        "--attack",
        action="append",
        metavar="NAME[:PARAMETER=VALUE,...]",
        help=f"of the simulation; may be repeated (default: {' and '.join(_ATTACKS)})",
    )
    add_mnist(parser)
    add_seed(parser)
    return parser


def _save(folder: Path, photo: JudgedPhoto) -> None:
    images = {
        "original.png": photo.sheet.original,
        "adversarial.png": photo.sheet.adversarial,
        "straightened.png": photo.sheet.straightened,
    }
    write_together(folder, {n: png_bytes(one) for n, one in images.items()}, ImageFileError)


def _json(photo: JudgedPhoto) -> dict[str, Any]:
    return {
        "network": photo.network.name,
        "fooled": photo.fooled,
        "goal": photo.goal,
        "label_original": photo.original.label,
        "label_adversarial": photo.adversarial.label,
        "confidences_original": list(photo.original.confidences),
        "confidences_adversarial": list(photo.adversarial.confidences),
        "marks": photo.sheet.frame.marks.round(2).tolist(),
        "photo_size": list(photo.sheet.photo.shape[::-1]),
    }


def _simulate(options: Namespace, networks: Sequence[Network]) -> int:
    """A row for each network, attack and camera."""
    digits = read_mnist(mnist_folder(options.mnist), "test")
    attacks = [(name, named_attack(name)) for name in options.attack or _ATTACKS]
    cameras = [CAMERAS[name] for name in options.camera or CAMERAS]
    rows, found = [], []
    for network in networks:
        problem = random_goals(network, digits, options.simulate, seed=options.seed)
        require_some_read_right(network, len(problem.goals))
        for name, attack in attacks:
            outcomes = _attacked(attack, network, problem, options.seed)
            tallies = _photographed(network, outcomes, cameras, options.seed)
            for camera, tally in zip(cameras, tallies, strict=True):
                rows.append(_row(network, name, camera, tally))
                found.append(dict(zip(_HEAD, rows[-1], strict=True)))
    say_table(options, found, Table(_HEAD, rows, behind=f"\n\n{_LEGEND}"))
    return 0


def _attacked(
    attack: EvasionAttack, network: Network, problem: Problem, seed: int
) -> tuple[Outcome, ...]:
    """What the attack makes of all digits at once."""
    total = attack.work(problem.form, len(problem.goals))

    def done(step: Step) -> float:
        return min(1.0, step.done / total) if total else 0.0

    return with_share_bar(attack.run(network, problem, seed=seed), attack.name, done)


def _photographed(
    network: Network, outcomes: Sequence[Outcome], cameras: Sequence[Camera], seed: int
) -> tuple[PhotoTally, ...]:
    total = sum(outcome.fooled for outcome in outcomes)
    steps = photographed(network, outcomes, cameras, seed=seed)
    return with_step_bar(steps, lambda tallies: tallies[0].taken, total=total, unit="sheets")


def _row(network: Network, attack: str, camera: Camera, tally: PhotoTally) -> list[str]:
    """Nothing was measured of photos that are not there, or could not be read."""
    return [
        printable(network.full_name),
        attack,
        camera.name,
        f"{tally.taken:,}",
        percent(tally.read) if tally.taken else _NOTHING,
        _two(tally.median("marks_px"), tally.most("marks_px"), 3),
        _two(tally.median("l2"), tally.mean("l2"), 2),
        percent(tally.fooled) if tally.taken else _NOTHING,
    ]


def _two(middle: float, other: float, digits: int) -> str:
    return _NOTHING if isnan(middle) else f"{middle:.{digits}f}, {other:.{digits}f}"
