"""Whole sentences, with figures that are written as everywhere."""

from dataclasses import replace

import pytest

from advgui.core.attacks.fitted import Fit, Look
from advgui.core.attacks.fitted.places import PlaceRates
from advgui.lab.fitted import text
from advgui.lab.fitted.fitting import Learning
from advgui.lab.fitted.measuring import Measured
from advgui.lab.fitted.plan import ANY
from advgui.lab.fitted.state import OneForAll, fit_told
from tests.fake_fits import patch, perturbation, report, stamp
from tests.lab.fitted.test_state import begun, fresh, measured
from tests.mean_sign import Stamp


def test_an_artefact_is_called_by_what_it_does_and_where_it_is_from() -> None:
    assert text.artefact_words(patch()) == "Patch 10, toward 3, from “The report's network”"
    assert text.artefact_words(stamp()) == "Stamp, every goal, from “The report's network”"
    words = text.artefact_words(perturbation(), unsaved=True)
    assert words == "Mean-sign 0.2, any other label, from “The report's network”, not saved"
    assert text.file_name(patch(7)) == "patch-7-report"


def test_goals_are_said_plainly() -> None:
    assert text.goal_words(ANY) == "Any other label"
    assert text.goal_words(4) == "Toward 4"
    assert text.LATE_GOAL in text.method_words(Stamp())


def state_at(phase: str, noise: float | None = 0.1, *, learned: bool = True) -> OneForAll:
    state = begun(fresh())
    if learned:
        learning = Learning(300, Fit(20, (Look(20, 0.5),), noise, patch()))
        state = fit_told(state, replace(state.fitting, value=learning))
    changed = replace(state.fitting, phase=phase)  # type: ignore[arg-type]
    return replace(state, fitting=changed)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (fresh(), ""),
        (replace(fresh(), mnist=None), text.NO_MNIST),
        (state_at("running", learned=False), text.READING),
        (state_at("stopped", learned=False), text.NOTHING_LEARNED),
        (state_at("cancelled"), text.CANCELLED),
        (
            state_at("running"),
            (
                "Fools 50.0\u00a0% of 30 digits that it does not learn from, "
                "random noise of that size 10.0\u00a0%."
            ),
        ),
        (
            state_at("paused", None),
            "Paused. It fools 50.0\u00a0% of 30 digits that it does not learn from.",
        ),
    ],
)
def test_a_fit_is_told_at_every_moment(state: OneForAll, words: str) -> None:
    assert text.fit_words(state) == words


def test_what_went_wrong_is_told_as_it_was_said() -> None:
    state = state_at("failed")
    state = replace(state, fitting=replace(state.fitting, sentence="It is broken."))
    assert text.fit_words(state) == "It is broken."


def test_the_bar_counts_while_there_is_something_to_count() -> None:
    assert text.bar_words(state_at("running").fitting) == "20 of 300 steps"
    assert text.bar_words(state_at("finished").fitting) == ""


def test_on_another_network_it_is_transfer_of_which_nothing_is_known_yet() -> None:
    state = fresh(patch(network="dense"))
    assert text.worn_words(state, report()) == (
        "Fitted on “Fully connected”; what it comes to here is unknown until measured."
    )
    assert text.worn_words(measured(state), report()) == "Fitted on “Fully connected”."
    assert text.worn_words(fresh(patch()), report()) == ""
    assert text.worn_words(fresh(), report()) == text.NO_ARTEFACT


def test_a_measurement_says_of_how_many_digits_on_which_network() -> None:
    assert text.measured_words(fresh(), report()) == "There is nothing to measure yet."
    waits = text.measured_words(fresh(patch()), report())
    assert waits.startswith("Have MNIST's test digits wear it")
    assert text.measured_words(measured(fresh(patch())), report()) == (
        "Of 30 of MNIST's test digits that “The report's network” reads correctly without it."
    )


def test_a_measurement_under_way_says_how_many_are_left() -> None:
    state = measured(fresh(patch()))
    going = replace(state.measuring, phase="running", value=Measured(10, 30, 0.5))
    words = text.measured_words(replace(state, measuring=going), report())
    assert words.startswith("Of 10 of MNIST's test digits")
    assert words.endswith("20 to go.")


def test_the_rates_of_a_patch_are_three_beside_white() -> None:
    places = PlaceRates(30, 30, 0.9, 1.0, 0.1, 0.2)
    rows = text.measured_rows(Measured(30, 30, 0.9, None, places))
    assert [share for _, share in rows] == [0.9, 1.0, 0.1, 0.2]
    assert text.measured_rows(None) == ()
    assert text.measured_rows(Measured(30, 30, 0.9, 0.3)) == (
        ("Fooled by it", 0.9),
        ("Random noise", 0.3),
    )
    assert text.measured_rows(Measured(30, 30, 0.9)) == (("Fooled by it", 0.9),)
