"""One sentence for what is known, rounded so that it stays true."""

import math
from dataclasses import replace

import pytest

from advgui.lab.defence.proof import Proof, Question, Span, asked
from advgui.lab.defence.proof_text import (
    LOOKING,
    NOTHING_TO_PROVE,
    proof_words,
    scale_top,
    written,
)
from tests.lab.defence.brackets import bracket
from tests.lab.requests import image, network

LOOKED = asked(Proof(), Question(network(), image(1), "linf"))
KNOWN = replace(LOOKED, bracket=bracket())


def test_both_ends_are_one_sentence() -> None:
    words = proof_words(KNOWN, Span(0.026, 0.048), "linf")
    assert words == "No change below 0.026 (L∞) can alter this; one of 0.048 does."


def test_what_is_proven_is_rounded_down_and_what_was_attacked_up() -> None:
    words = proof_words(KNOWN, Span(0.0269, 0.0481), "linf")
    assert words == "No change below 0.026 (L∞) can alter this; one of 0.049 does."
    assert written(1.239, "l2") == "1.23"
    assert written(1.231, "l2", up=True) == "1.24"


def test_an_exact_radius_is_said_to_be_exact() -> None:
    assert "exact" in proof_words(KNOWN, Span(0.0479, 0.048), "linf")
    assert "exact" not in proof_words(KNOWN, Span(0.026, 0.048), "linf")


def test_where_no_attack_is_known_it_says_what_to_do() -> None:
    words = proof_words(KNOWN, Span(0.026, math.inf), "linf")
    assert "attack it" in words
    assert "No change below 0.026" in words


def test_where_nothing_is_proven_nothing_is_claimed() -> None:
    failed = replace(LOOKED, sentence="Nothing is proven for it.", ended=True)
    assert proof_words(failed, None, "linf") == "Nothing is proven for it."
    assert "0.048" in proof_words(failed, Span(0.0, 0.048), "linf")
    words = proof_words(KNOWN, Span(0.0, 0.048), "linf")
    assert words == "Nothing is proven of this in L∞; a change of 0.048 alters it."


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
