"""What is known of the drawing is of the newest question, or a first word on it."""

import math
from dataclasses import replace

import numpy as np
import pytest

from advgui.core.images import Array, to_floats
from advgui.core.nn.network import Network
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import (
    bracket_norm_set,
    defence_chosen,
    drawn,
    step_shown,
)
from advgui.lab.attack.view import view
from advgui.lab.defence.proof import Proof, Question, asked, attacked_distance, reported, span
from advgui.lab.worker.messages import Failed, ProofFinished, ProofProgress, Silent
from tests.lab.defence.brackets import bracket
from tests.lab.requests import image, network
from tests.lab.states import drawing, ended, fresh, other_digit, shown

NETWORK = network()
QUESTION = Question(NETWORK, image(1), "linf")


def known() -> Proof:
    """With a first bracket."""
    proof = asked(Proof(), QUESTION)
    return reported(proof, ProofProgress(proof.ticket, bracket()))


def test_a_bracket_comes_and_tightens_until_its_end() -> None:
    proof = known()
    assert proof.asks
    done = reported(proof, ProofFinished(proof.ticket, bracket(0.04)))
    assert not done.asks
    assert done.bracket is not None
    assert done.bracket.proven == 0.04
    assert reported(done, ProofProgress(done.ticket, bracket())) is done


def test_the_bracket_of_the_last_image_stays_until_the_next_one_has_its_own() -> None:
    proof = asked(known(), Question(NETWORK, image(2), "linf"))
    assert proof.bracket is not None
    assert proof.asks


@pytest.mark.parametrize(
    "other", [Question(network(2), image(1), "linf"), Question(NETWORK, image(1), "l2"), None]
)
def test_that_of_another_network_or_norm_does_not(other: Question | None) -> None:
    assert asked(known(), other).bracket is None


def test_a_late_report_is_dropped() -> None:
    old = known()
    new = asked(old, Question(NETWORK, image(2), "linf"))
    assert reported(new, ProofProgress(old.ticket, bracket(0.01))) is new


def test_where_it_fails_the_sentence_is_all_there_is() -> None:
    proof = known()
    assert reported(proof, Silent(proof.ticket)) is proof
    failed = reported(proof, Failed(proof.ticket, "No."))
    assert (failed.bracket, failed.sentence, failed.asks) == (None, "No.", False)
    assert span(failed) is None
    assert span(failed, 0.2) == (0.0, 0.2)


def test_the_nearer_of_both_attacks_is_the_upper_end() -> None:
    proof = known()
    level = 7 / 255  # the next one above what is proven
    assert span(proof) == (level, 0.048)
    assert span(proof, 0.04) == (level, 0.04)
    assert span(proof, 0.4) == (level, 0.048)
    assert span(Proof(), 0.4) is None


def distance(state: LabState) -> float:
    """By the view of its run."""
    seen = None if state.run is None else view(state.run, state.threshold)
    return attacked_distance(state, seen)


def test_what_the_window_attacked_counts_where_the_network_reads_it_otherwise() -> None:
    state = fresh()
    assert math.isinf(distance(state))
    done = ended(aimed(state, other_digit(state)))
    outcome = shown(done).outcome
    assert outcome is not None
    change = to_floats(outcome.adversarial) - to_floats(outcome.original)
    assert distance(done) == pytest.approx(np.abs(change).max())
    assert distance(bracket_norm_set(done, "l2")) == pytest.approx(outcome.l2)
    assert math.isinf(distance(drawn(done, drawing(7))))
    behind = defence_chosen(done, "threshold")
    assert math.isinf(distance(replace(behind, run=done.run, image=done.image)))


def test_a_step_that_reads_as_the_drawing_does_says_nothing_of_it() -> None:
    state = fresh()
    done = ended(aimed(state, other_digit(state)))
    assert math.isinf(distance(step_shown(done, 0)))


def test_what_an_attack_came_to_is_told_without_asking_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = fresh()
    done = ended(aimed(state, other_digit(state)))
    assert done.run is not None
    seen = view(done.run, done.threshold)
    monkeypatch.setattr(Network, "logits", unasked)
    assert math.isfinite(attacked_distance(done, seen))


def unasked(network: Network, images: Array) -> Array:
    raise AssertionError("it was read anew")
