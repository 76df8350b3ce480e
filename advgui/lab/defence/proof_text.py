"""What is proven of the drawing, in one sentence, and how far its scale goes."""

import math
from typing import Final

from advgui.core.attacks.objective import NORMS
from advgui.core.defences.certificates.votes.live_vote import SmoothedBracket
from advgui.core.language import numeral, tr
from advgui.lab.attack.phrases import counted
from advgui.lab.attack.state import RadiusNorm
from advgui.lab.defence.proof import Proof, Span

NOTHING_TO_PROVE: Final = tr("Draw a digit, and what is proven of it is told here.")
LOOKING: Final = tr("Looking for what can be proven…")
_DECIMALS: Final[dict[RadiusNorm, int]] = {"linf": 3, "l2": 2}
#: Where scales end: they change so seldom that what is on them can be compared.
_TOPS: Final[dict[RadiusNorm, tuple[float, ...]]] = {
    "linf": (0.1, 0.2, 0.5, 1.0),
    "l2": (1.0, 2.0, 5.0, 10.0, 28.0),
}
#: From here on both ends may be one number.
_EXACT: Final = 0.995
_LEVELS: Final = 255


def proof_words(proof: Proof, known: Span | None, norm: RadiusNorm) -> str:
    """One sentence on what is known, or why nothing is."""
    if proof.question is None:
        return NOTHING_TO_PROVE
    if known is None:
        return proof.sentence if proof.ended else LOOKING
    if proof.bracket is None:
        size = _attacked(known.attacked, norm)
        alters = tr("The attack shown alters this by {size}.").format(size=size)
        return f"{proof.sentence} {alters}"
    if isinstance(proof.bracket, SmoothedBracket):
        return _vote_words(proof.bracket, ended=proof.ended)
    return _sentence(known, norm)


def _vote_words(bracket: SmoothedBracket, *, ended: bool) -> str:
    """What noisy copies of the drawing vote for, and what is proven of that."""
    vote = bracket.vote
    if vote.abstains and not ended:
        words = tr(
            "{copies:,} noisy copies have voted, and no digit surely has most of all votes yet."
        )
    elif vote.abstains:
        words = tr(
            "The vote of {copies:,} noisy copies abstains: no digit surely has most of all votes, "
            "so none is read and nothing is proven."
        )
    elif math.isinf(bracket.attacked):
        words = tr(
            "{votes:,} of {copies:,} noisy copies vote for {label}; no change below {proven} (L2) "
            "can alter the vote."
        )
    else:
        words = tr(
            "{votes:,} of {copies:,} noisy copies vote for {label}; no change below {proven} (L2) "
            "can alter the vote, one of {attacked} does."
        )
    return words.format(
        copies=vote.samples,
        votes=vote.votes[vote.label],
        label=vote.label,
        proven=written(bracket.proven, "l2"),
        attacked=_attacked(bracket.attacked, "l2"),
    )


def _sentence(known: Span, norm: RadiusNorm) -> str:
    return _said_of(known, norm).format(
        proven=_proven(known.proven, norm),
        attacked=_attacked(known.attacked, norm),
        exact=_exact(known.attacked, norm),
        norm=NORMS[norm],
    )


def _said_of(known: Span, norm: RadiusNorm) -> str:
    """The sentence, with places for what is proven, what an attack needs, and the norm."""
    open_end = math.isinf(known.attacked)
    if not _proven_at_all(known, norm):
        if open_end:
            return tr("Nothing is proven of this in {norm}; attack it to see what alters it.")
        return tr("Nothing is proven of this in {norm}; a change of {attacked} alters it.")
    if math.isinf(known.proven):
        return tr("No change at all can alter this.")
    if open_end:
        return tr("No change below {proven} can alter this; attack it to see how large a one does.")
    if _is_one_number(known, norm):
        return tr("No change below {exact} can alter this; just that much does: that is exact.")
    return tr("No change below {proven} can alter this; one of {attacked} does.")


def _is_one_number(known: Span, norm: RadiusNorm) -> bool:
    """Whether both ends are the same to all figures that are written."""
    unit = 10.0 ** -_DECIMALS[norm]
    return known.share >= _EXACT and known.attacked - known.proven < unit


def shown_span(known: Span | None, norm: RadiusNorm) -> Span | None:
    """What a scale shows of it: as the sentence does, nothing of what is below one level."""
    if known is None or _proven_at_all(known, norm):
        return known
    return Span(0.0, known.attacked)


def _proven_at_all(known: Span, norm: RadiusNorm) -> bool:
    """A change is one level at least: below that there is nothing to prove."""
    least = 1.5 / _LEVELS if norm == "linf" else 0.0
    return known.proven > least or known.share >= _EXACT


def _proven(size: float, norm: RadiusNorm) -> str:
    if math.isinf(size):
        return ""
    if norm == "l2":
        return f"{written(size, norm)} ({NORMS[norm]})"
    return tr("{levels} of 255 levels ({norm} {size})").format(
        levels=_levels(size), norm=NORMS[norm], size=written(size, norm)
    )


def _attacked(size: float, norm: RadiusNorm) -> str:
    if math.isinf(size):
        return ""
    if norm == "l2":
        return written(size, norm, up=True)
    return f"{counted(_levels(size), 'level')} ({written(size, norm, up=True)})"


def _exact(size: float, norm: RadiusNorm) -> str:
    """A size that is both proven and attacked: one number, neither rounded up nor down."""
    if math.isinf(size):
        return ""
    figures = f"{size:.{_DECIMALS[norm]}f}"
    if norm == "l2":
        return f"{figures} ({NORMS[norm]})"
    return f"{counted(_levels(size), 'level')} ({NORMS[norm]} {figures})"


def _levels(size: float) -> int:
    """In L-infinity valid images are so many whole levels apart."""
    return math.ceil(_LEVELS * size - 1e-6)


def written(size: float, norm: RadiusNorm, *, up: bool = False) -> str:
    """A size with the decimals of its norm: what is proven rounded down, an attack's ``up``."""
    return numeral(rounded(size, _DECIMALS[norm], up=up), f".{_DECIMALS[norm]}f")


def rounded(size: float, decimals: int, *, up: bool = False) -> float:
    """A size of so many decimals: what is proven is never told larger, an attack's never smaller.

    It is ``up`` for an attack's.
    """
    parts = 10.0**decimals
    whole = math.ceil(size * parts - 1e-6) if up else math.floor(size * parts + 1e-6)
    return whole / parts


def scale_top(known: Span | None, norm: RadiusNorm, least: float = 0.0) -> float:
    """Where the scale ends: beyond the larger of both ends that is known.

    ``least`` is where it ended before: one that only grows lets lengths be compared.
    """
    ends = () if known is None else tuple(end for end in known if math.isfinite(end))
    largest = max(ends, default=0.0)
    return max(least, next((top for top in _TOPS[norm] if 0.95 * top >= largest), _TOPS[norm][-1]))
