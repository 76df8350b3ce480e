"""What is proven of the drawing, while it is looked for and after: one frozen object."""

import math
from dataclasses import dataclass, replace
from typing import NamedTuple, assert_never

from advgui.core.defences.certificates.live import ValidBracket
from advgui.core.defences.certificates.votes.live_vote import SmoothedBracket
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.lab.attack.state import LabState, RadiusNorm
from advgui.lab.attack.view import View
from advgui.lab.defence.stages import adversarial
from advgui.lab.worker.messages import (
    Failed,
    ProofFinished,
    ProofProgress,
    ProofReport,
    Silent,
)


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """How far from being read otherwise an image is, in a norm, for a network."""

    network: Network
    image: Bytes
    norm: RadiusNorm

    def is_like(self, other: "Question | None") -> bool:
        """Whether only the image may differ: what is known of one is a first word on the other."""
        return other is not None and self.network is other.network and self.norm == other.norm

    def is_same(self, other: "Question | None") -> bool:
        """Whether it asks about the very same image, too."""
        return other is not None and self.is_like(other) and self.image is other.image


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Proof:
    """What is asked, and what is known of it.

    ``bracket`` is of an earlier image of the same network until the first of this one has come.
    ``sentence`` says why nothing more will; ``ended`` that the bracket is the last one.
    """

    ticket: int = 0
    question: Question | None = None
    bracket: ValidBracket | None = None
    sentence: str = ""
    ended: bool = False

    @property
    def asks(self) -> bool:
        """Whether more will be known."""
        return self.question is not None and not self.ended


def asked(proof: Proof, question: Question | None) -> Proof:
    """Another image, network or norm is asked about; None where nothing is drawn."""
    if question is None:
        return replace(Proof(), ticket=proof.ticket + 1)
    kept = proof.bracket if question.is_like(proof.question) else None
    return Proof(ticket=proof.ticket + 1, question=question, bracket=kept)


def reported(proof: Proof, report: ProofReport) -> Proof:
    """A report has come; one about an earlier question is dropped."""
    if report.ticket != proof.ticket or not proof.asks:
        return proof
    match report:
        case ProofProgress():
            return replace(proof, bracket=report.bracket)
        case ProofFinished():
            return replace(proof, bracket=report.bracket, ended=True)
        case Silent():
            return proof
        case Failed():
            return replace(proof, bracket=None, sentence=report.sentence, ended=True)
        case never:
            assert_never(never)


class Span(NamedTuple):
    """No valid image nearer than ``proven`` is read otherwise; one at ``attacked`` is.

    That is infinite while no such image is known.
    """

    proven: float
    attacked: float

    @property
    def share(self) -> float:
        """How much of what is attacked is proven, in [0, 1]."""
        return self.proven / self.attacked if 0 < self.attacked < math.inf else 0.0


def span(proof: Proof, attacked: float = math.inf) -> Span | None:
    """Both ends of what is known, with what an attack of the window came to; None if nothing."""
    bracket = proof.bracket
    if isinstance(bracket, SmoothedBracket):
        return Span(bracket.proven, bracket.attacked)  # an attack of the window fooled no vote
    if bracket is None:
        return Span(0.0, attacked) if proof.ended and attacked < math.inf else None
    return Span(bracket.proven_valid, min(bracket.attacked, attacked))


def attacked_distance(state: LabState, shown: View | None) -> float:
    """How far the image that an attack made is, if it is read otherwise; else infinite.

    ``shown`` is the view of the state's run, which knows both: nothing is read anew.
    """
    if shown is None or state.reading is None or adversarial(state) is None:
        return math.inf
    if shown.seen.label == state.reading.label:
        return math.inf
    return shown.l2 if state.bracket_norm == "l2" else shown.linf
