"""What the Train page says."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS
from advgui.core.nn.card import Card
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.certified import Certified
from advgui.core.training.plan import planned
from advgui.core.training.tested import BestEpoch
from advgui.lab.training import text, transitions
from advgui.lab.training.shown_training import NO_POINTS, Phase, ShownTraining
from advgui.lab.worker.messages import Points, Stage
from tests.lab.requests import network


def test_what_decides_the_best_epoch_is_told() -> None:
    best = BestEpoch(network(), 7, 0.97, 0.96)
    assert "read 97.0\xa0% of the 500 test digits" in text.best_words(best, planned("report"))[1]
    defended = planned("report", defence=Certified(budget=0.1))
    words, why = text.best_words(best, defended)
    assert words == "Keep epoch 7, too"
    assert "kept back when they are proven within L∞ 0.1, and 96.0\xa0% in the end" in why


def test_what_a_training_takes_is_told_before_it_begins() -> None:
    plan = replace(planned("dense"), share=0.1, epochs=3, pen=False)
    words = text.takes_words(plan, None)
    shows = "Shows it 6,000 MNIST images, 3 times each."
    assert words == f"{shows} How long it takes on this machine is not known yet."
    assert (
        text.takes_words(plan, None, here_s=93)
        == f"{shows} About 1\xa0min\xa030\xa0s on this machine."
    )
    assert "22 writers' pen digits" in text.takes_words(replace(plan, pen=True), None)
    assert "once each" in text.takes_words(replace(plan, epochs=1), None)
    under_way = text.takes_words(plan, None, here_s=93, busy=True)
    assert under_way.endswith("times each.")
    assert text.takes_words(planned("bayes"), None).startswith("Counts")
    assert "seconds" in text.takes_words(planned("report", quick=True), None)


def test_the_time_is_that_of_the_shipped_network_in_proportion() -> None:
    usual = planned("softmax")
    card = Card(seconds=600.0)
    assert text.expected_seconds(usual, card) == 600
    half = replace(usual, share=usual.share / 2, pen=False)
    whole = replace(usual, pen=False)
    assert text.expected_seconds(half, card) == pytest.approx(
        (text.expected_seconds(whole, card) or 0) / 2
    )
    assert "About 10 min." in text.takes_words(usual, card)
    assert text.expected_seconds(usual, Card()) is None


def test_a_training_takes_as_long_as_its_images_times_its_passes() -> None:
    plain = replace(planned("report"), pen=False)
    assert text.training_work(plain, 0.5).units == text.training_work(plain).units / 2
    twice = replace(plain, epochs=2 * plain.epochs)
    assert text.training_work(twice).units == 2 * text.training_work(plain).units
    steps = [replace(plain, defence=Adversarial(budget=0.1, steps=n)) for n in (1, 5)]
    assert [text.training_work(one).units for one in steps] == pytest.approx(
        [1.7 * text.training_work(plain).units, 4.5 * text.training_work(plain).units]
    )
    assert text.training_work(steps[0]).kind == text.training_work(steps[1]).kind
    assert text.training_work(steps[0]).kind != text.training_work(plain).kind


def shown(phase: Phase, stage: Stage = "training", **changes: Any) -> ShownTraining:
    state = transitions.begun(transitions.opened(mnist=Path("a"), pen=None))
    assert state.training is not None
    values = np.array([0.5, 0.25], np.float32)
    made = replace(
        state.training,
        phase=phase,
        stage=stage,
        done=0.5,
        seconds=30.0,
        points=Points(values, values, np.array([0.5, 0.975], np.float32), *[values * np.nan] * 4),
    )
    return replace(made, **changes)


def test_each_state_has_words_of_its_own() -> None:
    words = text.state_words
    assert words(shown("running", "loading")) == "Reading the data…"
    assert words(shown("running")) == (
        "Epoch 7 of 12 · loss 0.2500 · training digits 97.5\u00a0% · 30\u00a0s left"
    )
    assert words(shown("running", "measuring")).startswith("Trained. Measuring")
    assert words(shown("paused")) == (
        "Paused in epoch 7 of 12 · loss 0.2500 · training digits 97.5\u00a0%"
    )
    assert words(shown("paused", "loading")) == "Paused."
    assert words(shown("failed", sentence="It broke.")) == "It broke."
    assert "cannot be read" in words(shown("failed", "loading", sentence="It broke."))
    assert "nothing" in words(shown("cancelled"))
    card = Card(mnist=0.93, pen=0.855, seconds=71.0)
    ended = shown("finished", network=replace(network(), card=card))
    assert words(ended).replace("\u00a0", " ") == (
        "Trained in 1 min 11 s. Reads 93.0 % of MNIST's test set and 85.5 % of pen digits."
    )


def test_each_share_is_named_and_its_tip_says_which_one_counts() -> None:
    values = np.array([0.5, 0.25], np.float32)
    seen, unseen = np.array([0.5, 0.975], np.float32), np.array([0.5, 0.93], np.float32)
    nothing = values * np.nan
    points = Points(values, values, seen, nothing, nothing, nothing, unseen)
    plain = shown("running", points=points)
    assert "training digits 97.5\u00a0% · test digits 93.0\u00a0%" in text.state_words(plain)
    assert "What counts are test digits" in text.figures_tip(plain)
    assert text.figures_tip(shown("finished")) == text.figures_tip(shown("cancelled")) == ""


def test_a_training_that_got_worse_says_when_it_was_best_and_what_is_kept() -> None:
    best = BestEpoch(network(), 7, 0.931, 0.92)
    ended = shown("finished", network=replace(network(), card=Card(seconds=71.0)), best=best)
    assert (
        text.state_words(ended)
        .replace("\u00a0", " ")
        .endswith(
            "Of the 500 test digits that are looked at meanwhile it read 93.1 % after epoch 7, and "
            "92.0 % in the end: this is the network of the end."
        )
    )


@pytest.mark.parametrize(
    ("stage", "words"),
    [("loading", "reading the data"), ("training", "50\u00a0%"), ("measuring", "measuring")],
)
def test_the_bar_says_what_it_counts_and_nothing_at_the_end(stage: Stage, words: str) -> None:
    assert text.bar_words(shown("running", stage)) == words
    assert text.bar_words(shown("finished", stage)) == ""


def test_what_is_lacking_is_named_and_offered() -> None:
    assert text.lacking_words(MNIST).startswith("MNIST is not on this computer")
    assert "without them" in text.lacking_words(PEN_DIGITS)
    assert text.get_words(MNIST) == "Get MNIST…"


def test_a_training_that_was_stopped_says_what_it_was_and_what_it_came_to() -> None:
    assert text.state_words(shown("running", stopped=True)) == text.STOPPING
    measuring = text.state_words(shown("running", "measuring", stopped=True))
    assert measuring.startswith("Stopped. Measuring")
    card = Card(mnist=0.93, seconds=7.0)
    ended = shown("finished", stopped=True, network=replace(network(), card=card))
    assert text.state_words(ended).startswith(
        "Stopped after 0.25 of 12 epochs (7 s), and kept in this window."
    )


def test_a_training_whose_process_is_silent_says_that_it_can_be_cancelled() -> None:
    assert text.state_words(shown("running", silent=True)) == text.SILENT
    assert text.state_words(shown("paused", silent=True)).startswith("Paused in epoch")


def test_what_came_of_another_choice_names_its_network() -> None:
    named = replace(network(), card=Card(title="Mine", seconds=7.0))
    ended = shown("finished", network=named)
    assert text.result_words(ended, differs=False) == text.state_words(ended)
    assert text.result_words(ended, differs=True).startswith("About “Mine”: Trained in 7 s")
    assert text.result_words(shown("cancelled"), differs=True) == ""
    assert text.result_words(shown("running"), differs=True).startswith("Epoch 7")


def test_a_training_that_does_without_pen_digits_says_so() -> None:
    assert text.takes_words(planned("dense"), None, spared=True).endswith(text.SPARED)


def test_a_training_whose_process_was_lost_while_it_read_does_not_blame_the_data() -> None:
    lost = shown("failed", "loading", lost=True, sentence="It is gone.")
    assert text.state_words(lost) == "It is gone."
    assert text.bar_words(lost) == ""


def test_no_time_is_promised_for_a_recipe_that_was_made_to_be_quick() -> None:
    assert text.expected_seconds(planned("report", quick=True), Card(seconds=600.0)) is None


def test_before_its_first_report_a_training_tells_its_epoch_and_no_figures() -> None:
    first = shown("running", points=NO_POINTS, done=0.0, seconds=0.0)
    assert text.state_words(first) == "Epoch 1 of 12"
