"""What is measured, on what, and what there is not, is said."""

from pathlib import Path

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.lab.defence.measurement import BUDGETS, Measurement, MeasureRobustness
from advgui.lab.defence.measurement_text import (
    NO_MNIST,
    WHERE,
    budget_title,
    measured_words,
    progress_words,
)
from advgui.lab.worker.jobs import cancelled, reported, started
from advgui.lab.worker.messages import Failed, JobFinished, JobProgress, Silent
from tests.lab.defence.curves import curves
from tests.lab.requests import network

NETWORK = defended(network(), [make_defence("threshold")])
MNIST = Path("mnist")


def begun(mnist: Path | None = MNIST) -> Measurement:
    return started(Measurement(), MeasureRobustness(NETWORK, "linf", BUDGETS["linf"], mnist))


def done(mnist: Path | None = MNIST, *, stopped: bool = False) -> Measurement:
    return reported(begun(mnist), JobFinished(1, curves(), stopped))


def test_before_anything_is_asked_for_it_says_on_what() -> None:
    assert measured_words(Measurement(), NETWORK) == WHERE
    assert progress_words(Measurement()) == ""


def test_at_the_end_it_says_on_how_many_and_who_could_not_be_moved() -> None:
    words = measured_words(done(), NETWORK)
    assert words.startswith("Measured in L∞ on 100 digits, of which 94.0\u00a0% are read.")
    assert "Up to 3.0\u00a0% could not be moved, which is no robustness." in words
    assert measured_words(done(stopped=True), NETWORK).startswith("Stopped after 100 digits")


def test_that_the_gallery_was_taken_is_said() -> None:
    assert NO_MNIST in measured_words(done(None), NETWORK)
    assert NO_MNIST not in measured_words(done(), NETWORK)


def test_that_another_network_is_chosen_now_is_said() -> None:
    assert "Of “" in measured_words(done(), network())
    assert "Of “" not in measured_words(done(), NETWORK)


def test_where_there_is_no_defence_there_is_nothing_to_be_unaware_of() -> None:
    plain = network()
    state = started(Measurement(), MeasureRobustness(plain, "linf", BUDGETS["linf"], MNIST))
    ended = reported(state, JobFinished(1, curves(defended=False), stopped=False))
    assert "no defence to be unaware of" in measured_words(ended, plain)


def test_on_its_way_it_says_how_far_it_is() -> None:
    assert measured_words(begun(), NETWORK).startswith("Measuring")
    assert progress_words(begun()) == "starting…"
    half = reported(begun(), JobProgress(1, curves(done=1050)))
    assert progress_words(half) == "50\u00a0%"
    assert measured_words(half, NETWORK).startswith("Measuring in L∞, 100 digits so far.")
    assert "no sign of life" in measured_words(reported(half, Silent(1)), NETWORK)


def test_one_that_failed_or_was_dropped_says_so() -> None:
    assert measured_words(reported(begun(), Failed(1, "No.")), NETWORK) == "No."
    assert "nothing of it was kept" in measured_words(cancelled(begun()), NETWORK)


def test_the_axis_tells_its_norm() -> None:
    assert (
        budget_title(started(Measurement(), MeasureRobustness(NETWORK, "l2", BUDGETS["l2"], MNIST)))
        == "L2"
    )
