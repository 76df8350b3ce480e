"""What ``advgui certify --smoothing`` does: radii that are proven of a vote of noisy copies."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from time import perf_counter
from typing import Any

from advgui.commands.cli.arguments import add_seed
from advgui.commands.cli.output import say, say_json, text_table
from advgui.commands.cli.parser import Parser, UsageError
from advgui.commands.cli.progress import with_share_bar
from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.noisy_copies import NoisyCopies
from advgui.core.defences.certificates.smoothing import (
    Smoothing,
    Vote,
    certified,
    most_radius,
)
from advgui.core.evaluation.smoothed_accuracy import SmoothedAccuracy, smoothed_accuracy
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.parameters import validated
from advgui.lab.attack.phrases import percent


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
    add_seed(parser)


def smoothing_of(options: Namespace) -> Smoothing | None:
    """What was asked for; None where it was not, and a ParameterError where it cannot be.

    Raises UsageError where other options do not go with it.
    """
    if options.smoothing is None:
        if options.samples is not None:
            raise UsageError("--samples is of smoothing: say how much noise with --smoothing.")
        return None
    if options.norm == "linf":
        raise UsageError("--smoothing proves radii in L2 alone: leave --norm linf out.")
    if options.seconds is not None:
        raise UsageError("--smoothing takes its time by --samples: leave --seconds out.")
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
    """Tell how many digits are read right, proven at which radius."""
    run = smoothed_accuracy(network, digits, smoothing, seed=options.seed)
    found = with_share_bar(run, f"sigma {smoothing.sigma:g}", done=float)
    if options.json:
        counted = {name: value for name, value in asdict(found).items() if name != "smoothing"}
        say_json({**_asked(network, smoothing), **counted})
    else:
        say(_summed(network, found))


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
    head = (
        f"{network.full_name}, {found.images:,} test images, a vote of {smoothing.samples:,} "
        f"copies under noise of sigma {smoothing.sigma:g}:\n"
    )
    rows = [(f"{radius:g}", percent(share, 1)) for radius, share in _rows(found)]
    median = "none is read right" if found.median is None else f"their median is {found.median:.3f}"
    return (
        f"{head}{text_table(('radius in L2', 'read right and proven'), rows)}\n"
        f"The vote abstains for {percent(found.abstained, 1)} and is wrong for "
        f"{percent(found.wrong, 1)}: neither counts as right.\nOf the radii of those that are read "
        f"right, {median}; so many copies prove {most_radius(smoothing):.3f} at most.\n"
        f"Each proof is wrong with a chance of at most {smoothing.alpha:g}."
    )


def _rows(found: SmoothedAccuracy) -> Iterable[tuple[float, float]]:
    return zip(found.radii, found.certified, strict=True)
