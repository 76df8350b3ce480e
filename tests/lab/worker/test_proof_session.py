"""A bracket is looked for in a worker: the first comes at once, and a newer drawing ends it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.certificates.live import LiveBracket, ValidBracket
from advgui.core.defences.certificates.votes.live_vote import SmoothedBracket
from advgui.core.defences.defended import defended
from advgui.core.errors import CertificateError
from advgui.core.images import Bytes
from advgui.lab.worker import proof_session
from advgui.lab.worker.messages import Failed, ProofFinished, ProofProgress, ProofRequest
from advgui.lab.worker.proof_session import packed
from tests.lab.requests import image, network
from tests.lab.worker.served import Message, served, until

ASKED = ProofRequest(1, packed(network()), image(1), "linf")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bracket is told before there is a closer one."""
    monkeypatch.setattr(proof_session, "FRAME_S", 0.0)


def is_of(ticket: int, message: Message) -> bool:
    return isinstance(message, ProofProgress) and message.ticket == ticket


def test_what_comes_first_is_the_first_bracket_that_proves_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proof_session, "FIRST_S", 60.0)
    with served() as client:
        client.send(ASKED)
        first = until(client, lambda m: is_of(1, m))[-1]
    assert isinstance(first, ProofProgress)
    found = LiveBracket(network(), "linf").about(image(1))
    known = next(bracket for bracket in found if bracket.proven > 0)
    assert (first.bracket.proven, first.bracket.attacked) == (known.proven, known.attacked)


def test_a_bracket_never_widens_and_its_end_is_told() -> None:
    with served() as client:
        client.send(ASKED)
        messages = until(client, lambda m: isinstance(m, ProofFinished))
    found = [m.bracket for m in messages if isinstance(m, ProofProgress | ProofFinished)]
    assert [b.proven for b in found] == sorted(b.proven for b in found)
    assert [b.attacked for b in found] == sorted((b.attacked for b in found), reverse=True)
    assert found[-1].proven <= found[-1].attacked


def test_a_newer_drawing_takes_the_place_of_the_last_one() -> None:
    with served() as client:
        client.send(ASKED)
        until(client, lambda m: is_of(1, m))
        client.send(replace(ASKED, ticket=2, image=image(2)))
        until(client, lambda m: is_of(2, m))
        after = until(client, lambda m: isinstance(m, ProofFinished))
    assert {m.ticket for m in after if isinstance(m, ProofProgress | ProofFinished)} == {2}


def test_behind_random_noise_copies_vote_in_l2_and_the_last_bracket_has_all_votes() -> None:
    noisy = defended(network(), [make_defence("noise")])
    with served() as client:
        client.send(ProofRequest(1, packed(noisy), image(1), "l2"))
        last = until(client, lambda m: isinstance(m, ProofFinished))[-1]
    assert isinstance(last, ProofFinished)
    assert isinstance(last.bracket, SmoothedBracket)
    assert last.bracket.vote.samples == last.bracket.vote.smoothing.samples


def test_where_nothing_can_be_proven_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(live: LiveBracket, image: Bytes) -> Iterator[ValidBracket]:
        raise CertificateError("The network odd cannot be certified: of a reason.")

    monkeypatch.setattr(LiveBracket, "about", refused)
    with served() as client:
        client.send(ASKED)
        failed = until(client, lambda m: isinstance(m, Failed))[-1]
    assert failed == Failed(1, "The network odd cannot be certified: of a reason.")


def test_no_drawing_is_looked_at_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof_session, "PATIENCE_S", 0.0)
    with served() as client:
        client.send(ASKED)
        last = until(client, lambda m: isinstance(m, ProofFinished))[-1]
    assert isinstance(last, ProofFinished)
    assert not last.bracket.done
