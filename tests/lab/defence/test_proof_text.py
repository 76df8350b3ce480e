"""One sentence for what is known, rounded so that it stays true."""

import math
from dataclasses import replace

import numpy as np
import pytest

from advgui.core.defences.certificates.votes.live_vote import SmoothedBracket
from advgui.core.defences.certificates.votes.smoothing import Smoothing, Vote
from advgui.lab.defence.proof import Proof, Question, Span, asked, span
from advgui.lab.defence.proof_text import (
    LOOKING,
    NOTHING_TO_PROVE,
    proof_words,
    scale_top,
    shown_span,
    written,
)
from tests.lab.defence.brackets import bracket
from tests.lab.requests import image, network

LOOKED = asked(Proof(), Question(network(), image(1), "linf"))
KNOWN = replace(LOOKED, bracket=bracket())


def test_both_ends_are_one_sentence() -> None:
    words = proof_words(KNOWN, Span(1.23, 1.5), "l2")
    assert words == "No change below 1.23 (L2) can alter this; one of 1.50 does."


def test_in_linf_both_ends_are_whole_levels() -> None:
    words = proof_words(KNOWN, Span(7 / 255, 13 / 255), "linf")
    assert words == (
        "No change below 7 of 255 levels (L∞ 0.027) can alter this; one of 13 levels (0.051) does."
    )


def test_below_one_level_there_is_nothing_to_prove() -> None:
    words = proof_words(KNOWN, Span(1 / 255, 13 / 255), "linf")
    assert words.startswith("Nothing is proven of this in L∞; a change of 13 levels")
    exact = proof_words(KNOWN, Span(1 / 255, 1 / 255), "linf")
    assert exact.startswith("No change below 1 level (L∞ 0.004) can alter this; just")


def test_what_nothing_can_alter_is_told_as_that() -> None:
    words = proof_words(KNOWN, Span(math.inf, math.inf), "linf")
    assert words == "No change at all can alter this."


def test_what_is_proven_is_rounded_down_and_what_was_attacked_up() -> None:
    words = proof_words(KNOWN, Span(1.239, 1.501), "l2")
    assert words == "No change below 1.23 (L2) can alter this; one of 1.51 does."
    assert written(1.239, "l2") == "1.23"
    assert written(1.231, "l2", up=True) == "1.24"


def test_an_exact_radius_is_said_to_be_exact_in_one_number() -> None:
    assert proof_words(KNOWN, Span(7 / 255, 7 / 255), "linf") == (
        "No change below 7 levels (L∞ 0.027) can alter this; just that much does: that is exact."
    )
    assert proof_words(KNOWN, Span(1.2371, 1.2374), "l2") == (
        "No change below 1.24 (L2) can alter this; just that much does: that is exact."
    )
    assert "exact" not in proof_words(KNOWN, Span(8 / 255, 9 / 255), "linf")


def test_two_ends_that_differ_in_what_is_written_are_two_numbers() -> None:
    words = proof_words(KNOWN, Span(5.0, 5.02), "l2")
    assert words == "No change below 5.00 (L2) can alter this; one of 5.02 does."


def test_where_no_attack_is_known_it_says_what_to_do() -> None:
    words = proof_words(KNOWN, Span(1.2, math.inf), "l2")
    assert "attack it" in words
    assert "No change below 1.2" in words
    assert "attack it" in proof_words(KNOWN, Span(0.0, math.inf), "l2")


def test_where_nothing_is_proven_nothing_is_claimed() -> None:
    failed = replace(LOOKED, sentence="Nothing is proven for it.", ended=True)
    assert proof_words(failed, None, "linf") == "Nothing is proven for it."
    assert "0.048" in proof_words(failed, Span(0.0, 0.048), "linf")
    words = proof_words(KNOWN, Span(0.0, 1.48), "l2")
    assert words == "Nothing is proven of this in L2; a change of 1.48 alters it."


def voted(votes: int, share: float, attacked: float = math.inf) -> Proof:
    """A thousand copies have voted, so many of them for 3, which surely has that share."""
    counts = np.bincount([3] * votes + [5] * (1000 - votes), minlength=10)
    vote = Vote(Smoothing(0.25), 3, counts, share)
    bracket = SmoothedBracket("l2", 3, vote.radius, attacked, None, "smoothing", vote=vote)
    return replace(LOOKED, bracket=bracket)


def test_of_a_vote_it_says_how_many_copies_voted_and_what_is_proven_of_that() -> None:
    assert vote_words(voted(990, 0.97)) == (
        "990 of 1,000 noisy copies vote for 3; no change below 0.47 (L2) can alter the vote."
    )
    assert vote_words(voted(990, 0.97, 1.2)) == (
        "990 of 1,000 noisy copies vote for 3; "
        "no change below 0.47 (L2) can alter the vote, one of 1.20 does."
    )


def test_a_vote_abstains_where_no_digit_surely_has_most_of_all_votes() -> None:
    open_vote = voted(520, 0.48)
    assert vote_words(open_vote).endswith("no digit surely has most of all votes yet.")
    ended = vote_words(replace(open_vote, ended=True))
    assert ended.startswith("The vote of 1,000 noisy copies abstains")
    assert ended.endswith("none is read and nothing is proven.")


def vote_words(proof: Proof) -> str:
    return proof_words(proof, span(proof, 0.1), "l2")


def test_before_anything_is_known_it_says_so() -> None:
    assert proof_words(Proof(), None, "linf") == NOTHING_TO_PROVE
    assert proof_words(LOOKED, None, "linf") == LOOKING


@pytest.mark.parametrize(
    ("known", "top"),
    [
        (None, 0.1),
        (Span(0.02, 0.05), 0.1),
        (Span(0.02, 0.12), 0.2),
        (Span(0.15, math.inf), 0.2),
        (Span(0.2, 0.99), 1.0),
    ],
)
def test_the_scale_holds_both_ends_and_seldom_changes(known: Span | None, top: float) -> None:
    assert scale_top(known, "linf") == top


def test_a_scale_that_has_grown_stays_so_long() -> None:
    assert scale_top(Span(0.02, 0.055), "linf", scale_top(Span(0.02, 0.224), "linf")) == 0.5
    assert scale_top(Span(0.02, 0.6), "linf", 0.5) == 1.0


def test_the_scale_shows_nothing_as_proven_where_the_sentence_says_so() -> None:
    assert shown_span(Span(1 / 255, 13 / 255), "linf") == Span(0.0, 13 / 255)
    assert shown_span(Span(1 / 255, 1 / 255), "linf") == Span(1 / 255, 1 / 255)
    assert shown_span(Span(0.5, 1.5), "l2") == Span(0.5, 1.5)
    assert shown_span(None, "linf") is None
