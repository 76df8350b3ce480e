"""The sentences say what the figures are, whatever the attack has come to."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.explanation.explain import Explanation, explain
from advgui.core.explanation.line import PLACES, Line
from advgui.core.explanation.noise import Noises
from advgui.core.explanation.slope import Slope
from advgui.core.generators import drive
from advgui.core.images import Bytes
from advgui.core.zoo import load_shipped
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import defence_chosen
from advgui.lab.explanation.job import Explain, Explaining, wanted
from advgui.lab.explanation.words import (
    BUSY,
    NOTHING,
    RUNNING,
    explanation_words,
    figure_words,
    fooling_words,
    plain_words,
    tile_words,
    tip_words,
    turn_words,
    why_figures,
    why_words,
)
from tests.lab.states import ended, fresh, other_digit

FLAT: Bytes = np.full((28, 28), 100, np.uint8)
LIGHTER: Bytes = np.full((28, 28), 151, np.uint8)


def explained(*, weight: float = 0.1, lead: float = 4.0, goal: int | None = 8) -> Explanation:
    """Every pixel is changed by .2 and has the same slope; four noises, one of which fools."""
    weights = np.full((28, 28), weight)
    chess = np.where(np.indices((28, 28)).sum(axis=0) % 2, 151, 49).astype(np.uint8)
    noise = Noises(5, np.stack([chess] * 4), np.full(4, 5.6), np.array([3, 3, 8, 1]))
    return Explanation(
        original=FLAT,
        adversarial=LIGHTER,
        goal=goal,
        label=3,
        read=8 if lead > 0 else 3,
        slope=Slope(8, 3, -10.0, weights),
        lead=lead,
        noise=noise,
        way=line(50),
        astray=line(None),
    )


def line(turn: int | None) -> Line:
    logits = np.zeros((len(PLACES), 10))
    logits[:, 3] = 1
    if turn is not None:
        logits[turn:, 8] = 2
    return Line(logits, logits)


def job(**changes: object) -> Explain:
    made = Explain(load_shipped("report"), FLAT, LIGHTER, 8, 5)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_small_change_of_every_pixel_adds_up_and_noise_cancels() -> None:
    words = explanation_words(job(), explained())
    assert words == (
        "Many small changes all push the same way; noise pushes both ways and mostly cancels. "
        "1 of 4 noises of the same length are read as an 8."
    )
    assert figure_words(explained()) == (
        "The attack changes 784 pixels by 0.20 on average, 0.20 at most. "
        "Along the slope the change adds up to 15.7 logits for the 8, which was 10.0 behind. "
        "Noise of the same length (seed 5) pushes for it here and against it there: "
        "15.7 logits cancel to 0.0. The label changes at 50\u00a0% of the change."
    )


def test_the_plain_sentence_is_said_only_where_the_figures_bear_it_out() -> None:
    found, plain = explained(), "Many small changes"
    assert plain_words(found).startswith(plain)
    unlike = np.where(np.arange(784).reshape(28, 28) % 4, 0.1, -0.1)
    assert plain_words(replace(found, slope=replace(found.slope, weights=unlike))) == ""
    assert found.noise is not None
    helped = replace(found.noise, labels=np.array([8, 8, 8, 1]))
    assert plain_words(replace(found, noise=helped)) == ""
    agreeing = replace(found.noise, images=np.stack([LIGHTER] * 4))
    assert plain_words(replace(found, noise=agreeing)) == ""
    few = FLAT.copy()
    few[0, :9] = 151
    assert plain_words(replace(found, adversarial=few)) == ""
    assert not explanation_words(job(), explained(lead=-3.0)).startswith(plain)
    assert plain_words(explained(weight=0.01)) == ""


def test_a_slope_that_promises_little_says_so() -> None:
    some = figure_words(explained(weight=0.06))
    assert "to 9.4 of the 14.0 logits that the 8 gains; the rest comes" in some
    words = explanation_words(job(), explained(weight=0.01))
    assert "only 1.6 of the 14.0 logits that it gains: the network is steeper on the way" in words
    assert "logits that it gains" not in figure_words(explained(weight=0.01))  # it is said already


def test_an_attack_that_did_not_fool_says_so_first() -> None:
    words = explanation_words(job(), explained(lead=-3.0))
    assert words.startswith("The network is not fooled: the 8 was 10.0 logits behind")
    assert "moves it by 7.0; by the slope at the drawing it would be 15.7." in words


def test_a_slope_of_zero_is_no_explanation() -> None:
    words = explanation_words(job(), explained(weight=0.0))
    assert words.startswith("The network's slope is zero here")
    assert "cancel" not in words


def test_an_attack_that_could_not_move_says_why() -> None:
    network = load_shipped("report")
    found = drive(explain(network, FLAT, FLAT, None))
    words = explanation_words(job(stuck="no slope"), found)
    assert words.startswith("Could not move: the network's slope is zero here")
    assert "says nothing of how robust it is" in words
    assert explanation_words(job(), found).startswith("The attack changed nothing.")


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (8, "1 of 4 noises of the same length are read as an 8."),
        (2, "None of 4 noises of the same length is read as a 2."),
        (None, "2 of 4 noises of the same length fool the network."),
    ],
)
def test_noises_that_fool_are_counted(goal: int | None, words: str) -> None:
    assert fooling_words(explained(goal=goal)) == words


def test_where_the_label_changes_is_told_unless_it_is_the_whole_of_the_way() -> None:
    assert turn_words(replace(explained(), way=line(100))) == ""
    assert turn_words(replace(explained(), way=line(None))).endswith("it stays a 3.")
    assert "only at 143\u00a0% of the change, beyond the image" in turn_words(
        replace(explained(), way=line(143))
    )


def test_a_defence_without_a_slope_and_an_unaware_attack_are_told() -> None:
    state = defence_chosen(fresh(), "threshold")
    behind = wanted(ended(aimed(state, other_digit(state))))
    assert behind is not None
    assert "There is no true slope through “" in explanation_words(behind, explained())
    alone = replace(behind, aware=False)
    assert "of the network alone" in explanation_words(alone, explained())


def test_what_is_below_the_images_is_short_and_their_tips_say_what_is_bytes() -> None:
    assert tile_words(explained()) == ("toward 8", "reads 8", "reads 3")
    slope, change, noise = tip_words(explained())
    assert "real numbers" in slope
    assert "on the bytes" in change
    assert "4 noises" in noise
    assert "The digit shows in it" in noise


def test_before_there_is_anything_it_says_what_is_waited_for() -> None:
    state = fresh()
    assert why_words(state, Explaining()) == NOTHING
    running = aimed(state, other_digit(state))
    assert why_words(running, Explaining()) == RUNNING
    done = ended(running)
    assert why_words(done, Explaining()) == BUSY
    failed = Explaining(job=job(), phase="failed", sentence="The explanation broke.")
    assert why_words(done, failed) == "The explanation broke."
    whole = Explaining(job=job(), phase="finished", value=explained())
    assert why_words(done, whole) == explanation_words(job(), explained())
    assert why_figures(done, whole) == figure_words(explained())
    assert [why_figures(done, one) for one in (Explaining(), failed)] == ["", ""]
    assert why_figures(running, whole) == ""
