"""``advgui certify``: prove how far a digit may change and still be read the same."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor, log10
from pathlib import Path
from time import perf_counter
from typing import Any, Final, get_args

import numpy as np

from advgui.commands.cli.arguments import (
    add_mnist,
    add_network,
    count,
    mnist_folder,
    require_some_read_right,
)
from advgui.commands.cli.attack_arguments import add_chain, chained_network
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, add_files, command_parser, refuse_options
from advgui.commands.cli.progress import with_item_bar
from advgui.commands.cli.smoothing import (
    add_smoothing,
    certify_digits,
    certify_files,
    smoothing_of,
)
from advgui.core.attacks.objective import NORMS
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.defences.certificates.accuracy import (
    STEPS,
    Effort,
    certified,
    usual_effort,
)
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.certificates.votes.smoothing import Smoothing
from advgui.core.images import SIZE, Bytes
from advgui.core.nn.network import Network
from advgui.core.opening import count_digits, read_digits
from advgui.core.printable import printable
from advgui.lab.attack.phrases import percent
from advgui.lab.defence.proof_text import rounded

#: No two valid images are farther apart.
_FARTHEST: Final = {"linf": 1.0, "l2": float(SIZE)}
_NORM: Final[Norm] = "linf"
_IMAGES: Final = 100


@dataclass(frozen=True, slots=True)
class Certified:
    """One digit: where it came from, the label that is read and what is known of it."""

    digit: str
    label: int
    bracket: Bracket
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Certify every digit of the files, or of MNIST's test images those that are read right."""
    options = _parser().parse_args(arguments)
    if options.files:
        refuse_options(arguments, ("--images", "--mnist"), "is of MNIST: name no files with it.")
    smoothing = smoothing_of(options, arguments)
    network = chained_network(options)
    if smoothing is not None:
        _smoothed(options, network, smoothing)
        return 0
    norm, effort = options.norm or _NORM, _effort(options, network)
    if options.budget:
        _within_budgets(options, network, norm, effort)
        return 0
    if options.files:
        total = sum(map(count_digits, options.files))
        digits = _of_files(options.files)
    else:
        total = options.images
        digits = _of_mnist(network, options.mnist, total)
    found = [
        _certified(network, name, image, norm, effort)
        for name, image in with_item_bar(digits, "digits", total)
    ]
    if not options.files:
        require_some_read_right(network, len(found))
    if options.json:
        say_json({"network": network.name, "norm": norm, "results": _json(found)})
    else:
        said = map(_told, found) if options.files else [_summed(network, norm, found)]
        say("\n".join(said))
    return 0


def _parser() -> Parser:
    parser = command_parser("certify")
    add_files(parser, "*", "images or strokes (default: MNIST's test images that are read right)")
    add_network(parser)
    parser.add_argument(
        "--norm", choices=get_args(Norm), help=f"of the radius (default: {_NORM}; of smoothing, l2)"
    )
    parser.add_argument(
        "--steps",
        type=count,
        metavar="N",
        help=f"how often the proof of each digit is carried on at most (default: {STEPS}, fewer "
        "where more than 20 units are hidden: a second or two)",
    )
    parser.add_argument(
        "--seconds",
        type=_seconds,
        metavar="S",
        help="the most time for each digit, instead of --steps or with it; what is proven then "
        "depends on the machine",
    )
    parser.add_argument(
        "--images",
        type=count,
        default=_IMAGES,
        metavar="N",
        help=f"of MNIST, if no file is named (default: {_IMAGES})",
    )
    add_chain(parser, "certify it behind it")
    add_mnist(parser)
    add_smoothing(parser)
    return parser


def _effort(options: Namespace, network: Network) -> Effort:
    """The usual steps, unless either is named."""
    if options.steps is None and options.seconds is None:
        return usual_effort(network)
    return Effort(options.steps, options.seconds)


def _within_budgets(options: Namespace, network: Network, norm: Norm, effort: Effort) -> None:
    """Certified accuracy, of all digits of the files or of MNIST's first test images."""
    if options.files:
        images = np.stack([image for _, image in _of_files(options.files)])
        labels = np.array([network.read(image).label for image in images])
    else:
        digits = read_mnist(mnist_folder(options.mnist), "test")
        images, labels = digits.images[: options.images], digits.labels[: options.images]
    rows = []
    for budget in options.budget:
        decided = certified(network, images, labels, norm, budget, effort)
        found = list(with_item_bar(decided, "digits", len(images)))
        rows.append({"budget": budget, "proven": found.count(True), "open": found.count(None)})
    if options.json:
        start = {"network": network.name, "norm": norm, "images": len(images)}
        say_json({**start, "budgets": rows})
        return
    lines = [f"{network.full_name}, {len(images):,} digits, proven to be read right:"]
    for row in rows:
        share, left = percent(row["proven"] / len(images), 1), percent(row["open"] / len(images), 1)
        lines.append(f"within {NORMS[norm]} {row['budget']:g}: {share}, undecided {left}")
    say("\n".join(lines))


def _smoothed(options: Namespace, network: Network, smoothing: Smoothing) -> None:
    """The vote of noisy copies, of every digit of the files or of MNIST's first test images."""
    if options.files:
        total = sum(map(count_digits, options.files))
        named = with_item_bar(_of_files(options.files), "digits", total)
        certify_files(options, network, smoothing, named)
        return
    digits, part = read_mnist(mnist_folder(options.mnist), "test"), slice(options.images)
    first = Digits(digits.images[part], digits.labels[part])
    certify_digits(options, network, smoothing, first)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not 0 < value <= 3600:
        raise ArgumentTypeError(f"{text!r} is no time from 0 to 3600 seconds")
    return value


def _of_files(paths: Sequence[Path]) -> Iterator[tuple[str, Bytes]]:
    for path in paths:
        for index, digit in enumerate(read_digits(path)):
            yield f"{printable(str(path))}, {index}", digit.image()


def _of_mnist(network: Network, folder: Path | None, images: int) -> Iterator[tuple[str, Bytes]]:
    digits = read_mnist(mnist_folder(folder), "test")
    right = (
        (f"MNIST, {index}", image)
        for index, (image, label) in enumerate(zip(digits.images, digits.labels, strict=True))
        if network.read(image).label == label
    )
    for _, found in zip(range(images), right, strict=False):
        yield found


def _certified(network: Network, digit: str, image: Bytes, norm: Norm, effort: Effort) -> Certified:
    """The tightest bracket that there is for that effort."""
    started = perf_counter()
    *_, bracket = effort.spent_on(brackets(network, image, norm))
    bracket = replace(bracket, proven=min(bracket.proven, _FARTHEST[norm]))
    spent = perf_counter() - started
    return Certified(digit, network.read(image).label, bracket, spent)


def _told(one: Certified) -> str:
    bracket, norm = one.bracket, NORMS[one.bracket.norm]
    start = f"{one.digit}: reads {one.label}; "
    if bracket.proven == _FARTHEST[bracket.norm]:
        return f"{start}no change at all alters it"
    known = np.isfinite(bracket.attacked)
    fooled = f"of {_radius(bracket.attacked, up=True)}" if known else ""
    if bracket.proven == 0:
        found = f", a change {fooled} alters it" if known else ""
        return f"{start}no radius in {norm} is proven{found}"
    found = f", one {fooled} does ({percent(bracket.share)})" if known else ""
    return f"{start}no change below {norm} {_radius(bracket.proven)} alters it{found}"


def _radius(size: float, *, up: bool = False) -> str:
    """With four places, down or ``up``; what is smaller than these show is not 0."""
    if size >= 0.0001 or size == 0:
        return f"{rounded(size, 4, up=up):.4f}"
    return f"{rounded(size, -floor(log10(size)), up=up):.0e}"


def _summed(network: Network, norm: Norm, found: Sequence[Certified]) -> str:
    """Of many digits the medians."""
    proven = np.median([one.bracket.proven for one in found])
    attacked = np.median([one.bracket.attacked for one in found])
    shares = np.array([one.bracket.share for one in found])
    seconds = np.median([one.seconds for one in found])
    start = f"{network.full_name}, {len(found):,} digits that it reads right: the median radius "
    start += f"in {NORMS[norm]} that is proven is {_radius(float(proven))}"
    if np.isinf(attacked):
        return f"{start}."
    middle, most = percent(float(np.median(shares)), 1), percent(float((shares >= 0.95).mean()), 1)
    return (
        f"{start}, that at which it is fooled {_radius(float(attacked), up=True)}.\n"
        f"In the median {middle} of it is proven, and at least 95 % for {most} of the digits, "
        f"in {seconds:.2f} s each (median)."
    )


def _json(found: Sequence[Certified]) -> list[dict[str, Any]]:
    return [
        {
            "digit": one.digit,
            "label": one.label,
            "proven": one.bracket.proven,
            "attacked": one.bracket.attacked if np.isfinite(one.bracket.attacked) else None,
            "seconds": one.seconds,
        }
        for one in found
    ]
