"""What ``advgui certify --smoothing`` does: radii that are proven of a vote of noisy copies."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from time import perf_counter
from typing import Any, Final

from advgui.commands.cli.arguments import add_seed
from advgui.commands.cli.output import say, say_json, text_table
from advgui.commands.cli.parser import Parser, UsageError, refuse_options
from advgui.commands.cli.progress import with_share_bar
from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.votes.noisy_copies import NoisyCopies
from advgui.core.defences.certificates.votes.smoothing import (
    Smoothing,
    Vote,
    certified,
    most_radius,
)
from advgui.core.evaluation.smoothed_accuracy import SmoothedAccuracy, smoothed_accuracy
from advgui.core.evaluation.smoothed_robustness import SmoothedRobustness, smoothed_robustness
from advgui.core.images import SIZE, Bytes
from advgui.core.nn.network import Network
from advgui.core.parameters import validated
from advgui.lab.attack.phrases import COULD_NOT_MOVE, percent

_LEAST_BUDGET: Final = 0.004


def add_smoothing(parser: Parser) -> None:
    """``--smoothing`` and what it takes."""
    parser.add_argument(
        "--smoothing",
        metavar="SIGMA",
        help="prove in L2, of any network, what most copies of a digit under Gaussian noise of "
        "this standard deviation are read as; of MNIST, the certified accuracy at some radii",
    )
    parser.add_argument(
        "--samples",
        metavar="N",
        help=f"copies that vote, with --smoothing (default: {Smoothing().samples})",
    )
    parser.add_argument(
        "--budget",
        type=_budget,
        action="append",
        default=[],
        metavar="SIZE",
        help="tell for how many digits it is proven that no change of this size alters them; with "
        "--smoothing, attack MNIST's images within it, too, not knowing of the noise and knowing "
        "of it; may be repeated",
    )
    add_seed(parser)


def _budget(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not _LEAST_BUDGET <= value <= SIZE:
        raise ArgumentTypeError(f"{text!r} is no budget from {_LEAST_BUDGET:g} to {SIZE}")
    return value


def smoothing_of(options: Namespace, arguments: Sequence[str]) -> Smoothing | None:
    """What was asked for; None where it was not, and a ParameterError where it cannot be.

    Raises UsageError where other options do not go with it.
    """
    if options.smoothing is None:
        why = "is of smoothing: say how much noise with --smoothing."
        refuse_options(arguments, ("--samples", "--seed"), why)
        return None
    if options.files and options.budget:
        raise UsageError("--budget attacks MNIST's images: name no files with it.")
    if options.norm == "linf":
        raise UsageError("--smoothing proves radii in L2 alone: leave --norm linf out.")
    why = "is of other proofs: --smoothing takes its time by --samples."
    refuse_options(arguments, ("--seconds", "--steps"), why)
    given = {"sigma": options.smoothing, "samples": options.samples}
    said = {name: value for name, value in given.items() if value is not None}
    values: dict[str, Any] = dict(validated(Smoothing, said))
    return Smoothing(**values)


def certify_files(
    options: Namespace, network: Network, smoothing: Smoothing, digits: Iterable[tuple[str, Bytes]]
) -> None:
    """Tell of each named digit (28, 28) what the vote reads and how far that is proven."""
    copies = NoisyCopies(network)
    found = []
    for number, (name, image) in enumerate(digits):
        started = perf_counter()
        *_, vote = certified(copies, image, smoothing, seed=(options.seed, number))
        found.append((name, vote, perf_counter() - started))
    if options.json:
        results = [_json(*one) for one in found]
        say_json({**_asked(network, smoothing), "results": results})
    else:
        say("\n".join(_told(name, vote) for name, vote, _ in found))


def certify_digits(
    options: Namespace, network: Network, smoothing: Smoothing, digits: Digits
) -> None:
    """Tell how many digits are read right, proven at which radius, or attacked within a budget."""
    title, seed = f"sigma {smoothing.sigma:g}", options.seed
    if options.budget:
        attacks = smoothed_robustness(network, digits, smoothing, options.budget, seed=seed)
        attacked = with_share_bar(attacks, title, done=float)
        counted, words = asdict(attacked), _attacked(network, attacked)
    else:
        proofs = smoothed_accuracy(network, digits, smoothing, seed=seed)
        proven = with_share_bar(proofs, title, done=float)
        counted, words = asdict(proven), _summed(network, proven)
    if options.json:
        say_json({**counted, **_asked(network, smoothing)})
    else:
        say(words)


def _asked(network: Network, smoothing: Smoothing) -> dict[str, Any]:
    return {"network": network.name, "norm": "l2", "smoothing": asdict(smoothing)}


def _json(name: str, vote: Vote, seconds: float) -> dict[str, Any]:
    return {
        "digit": name,
        "label": None if vote.abstains else vote.label,
        "proven": vote.radius,
        "attacked": None,
        "votes": vote.votes.tolist(),
        "seconds": seconds,
    }


def _told(name: str, vote: Vote) -> str:
    share = f"{int(vote.votes[vote.label]):,} of {vote.samples:,} noisy copies read {vote.label}"
    if vote.abstains:
        return f"{name}: the vote abstains, as only {share}; no radius in L2 is proven"
    return f"{name}: {share}; no change below L2 {vote.radius:.4f} alters the vote"


def _summed(network: Network, found: SmoothedAccuracy) -> str:
    smoothing = found.smoothing
    rows = [(f"{radius:g}", percent(share, 1)) for radius, share in _rows(found)]
    median = "none is read right" if found.median is None else f"their median is {found.median:.3f}"
    table = text_table(("radius in L2", "read right and proven"), rows)
    return (
        f"{_head(network, smoothing, found.images)}{table}\n"
        f"The vote abstains for {percent(found.abstained, 1)} and is wrong for "
        f"{percent(found.wrong, 1)}: neither counts as right.\nOf the radii of those that are read "
        f"right, {median}; so many copies prove {most_radius(smoothing):.3f} at most.\n"
        f"Each proof is wrong with a chance of at most {smoothing.alpha:g}."
    )


def _rows(found: SmoothedAccuracy) -> Iterable[tuple[float, float]]:
    return zip(found.radii, found.certified, strict=True)


def _attacked(network: Network, found: SmoothedRobustness) -> str:
    head = ("budget in L2", "unaware", "abstains", "aware", "abstains", "proven")
    unaware, aware = found.unaware, found.aware
    shares = (unaware.right, unaware.abstained, aware.right, aware.abstained, found.proven)
    rows = [
        (f"{budget:g}", *(percent(share, 1) for share in row))
        for budget, *row in zip(found.budgets, *shares, strict=True)
    ]
    return (
        f"{_head(network, found.smoothing, found.images)}{text_table(head, rows)}\n"
        "Of all images, those that are read right whatever was found by an attacker who knows the "
        "network alone,\nby one who goes through the noise, too, and whatever there is. What "
        "abstains is not fooled, and not right.\n"
        f"{_stuck_words(found)}So many copies prove {most_radius(found.smoothing):.3f} at most, "
        f"each image's proof being wrong with a chance of at most {found.smoothing.alpha:g}."
    )


def _stuck_words(found: SmoothedRobustness) -> str:
    """Who could not be moved, if anybody."""
    most = max(*found.unaware.stuck, *found.aware.stuck)
    return f"Up to {percent(most, 1)} of them {COULD_NOT_MOVE}.\n" if most else ""


def _head(network: Network, smoothing: Smoothing, images: int) -> str:
    return (
        f"{network.full_name}, {images:,} test images, a vote of {smoothing.samples:,} "
        f"copies under noise of sigma {smoothing.sigma:g}:\n"
    )
