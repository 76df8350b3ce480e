"""The page's state: when a training can begin, and what both networks read of the drawing."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from advgui.core.training.poisoned import PoisonState
from advgui.lab.poisoning.job import PoisonJob, PoisonTraining, Retraining
from advgui.lab.poisoning.state import PoisonPageState, told
from advgui.lab.poisoning.text import BUSY, NO_MNIST, NOT_TRAINED, NOTHING_CAUGHT
from tests.fake_fits import drawn
from tests.fake_poisoning import CHOICE, outcome, retrained

HERE = Path("mnist")
EMPTY = PoisonPageState(choice=CHOICE, mnist=HERE)


def finished() -> PoisonPageState:
    found = outcome()
    job = PoisonJob(
        job=PoisonTraining(CHOICE.trial, HERE),
        phase="finished",
        value=PoisonState("done", 1.0, (found.end,), found),
    )
    return told(EMPTY, job)


def test_it_says_why_no_training_can_begin() -> None:
    assert not EMPTY.why_not
    assert replace(EMPTY, mnist=None).why_not == NO_MNIST
    assert replace(EMPTY, job=PoisonJob(phase="paused")).why_not == BUSY
    assert "no pixel" in replace(EMPTY, choice=CHOICE.with_trigger(None)).why_not


def test_an_outcome_stays_while_another_training_runs_or_is_dropped() -> None:
    before = finished()
    assert told(before, PoisonJob(phase="cancelled")).outcome is before.outcome


def test_it_notices_that_something_else_is_chosen_than_was_trained() -> None:
    assert not EMPTY.differs
    assert not finished().differs
    assert replace(finished(), choice=CHOICE.moved(-1, 0)).differs
    assert not replace(finished(), choice=CHOICE.with_trigger(None)).differs


def test_both_read_the_drawing_with_the_trigger_and_without() -> None:
    state, lab = finished(), drawn()
    assert state.wearable
    assert EMPTY.read(lab) is None
    worn, bare = state.read(lab), replace(state, worn=False).read(lab)
    assert worn is not None
    assert bare is not None
    assert (worn.image[24:27, 24:27] == 255).all()
    np.testing.assert_array_equal(bare.image, lab.image)
    assert worn.poisoned == outcome().poisoned.read(worn.image)
    assert bare.twin == outcome().twin.read(lab.image)
    assert state.read(replace(lab, reading=None)) is None


def test_flips_have_no_trigger_to_wear() -> None:
    flips = replace(EMPTY, outcome=outcome(replace(CHOICE, attack="label-flips")))
    assert not flips.wearable
    both = flips.read(drawn())
    assert both is not None
    np.testing.assert_array_equal(both.image, drawn().image)


def test_it_says_why_nothing_can_be_trained_without_what_a_detector_caught() -> None:
    state, found = finished(), outcome()
    assert not state.why_not_without("spectral")
    assert EMPTY.why_not_without("spectral") == NOT_TRAINED
    assert replace(state, mnist=None).why_not_without("spectral") == NO_MNIST
    assert replace(state, job=PoisonJob(phase="running")).why_not_without("spectral") == BUSY
    none = replace(found, catches=())
    assert replace(state, outcome=none).why_not_without("spectral") == NOTHING_CAUGHT


def test_a_retrained_network_reads_the_drawing_too_and_the_course_before_it_stays() -> None:
    found = retrained()
    looks = (found.end,)
    job = PoisonJob(job=Retraining(found, "spectral", HERE, looks), phase="running")
    state, lab = replace(finished(), job=job, outcome=found), drawn()
    assert state.looks == looks
    read = state.read(lab)
    assert read is not None
    assert found.retrained is not None
    assert read.retrained == found.retrained.network.read(read.image)
    assert found.networks == (found.poisoned, found.retrained.network)
