"""Test digits are walked through by number and label, or those alone that a network misreads."""

from pathlib import Path

import numpy as np

from advgui.core.datasets.readers import read_mnist
from advgui.core.generators import drive
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Reading
from advgui.lab.attack.transitions import drawn, undone
from advgui.lab.drawing.mnist import Misread, MisreadJob, MnistChoice, Way, digit_words, drawing_of
from advgui.lab.drawing.model import with_stroke
from tests.fake_datasets import stripes, write_mnist
from tests.lab.requests import network
from tests.lab.states import fresh

DIGITS = stripes(40)
RANDOM = np.random.default_rng(0)


def walk(choice: MnistChoice, way: Way, start: int, steps: int) -> list[int]:
    """The numbers that are come by."""
    found = []
    for _ in range(steps):
        index = choice.step(way, start, RANDOM)
        assert index is not None
        found.append(start := index)
    return found


def test_all_are_walked_through_in_order_and_around() -> None:
    choice = MnistChoice(DIGITS)
    assert walk(choice, "after", 38, 3) == [39, 0, 1]
    assert walk(choice, "before", 1, 3) == [0, 39, 38]
    assert len(set(walk(choice, "any", 0, 60))) > 20


def test_those_of_a_label_alone_and_of_these_the_misread() -> None:
    threes = np.flatnonzero(DIGITS.labels == 3).tolist()
    choice = MnistChoice(DIGITS, 3)
    assert walk(choice, "after", 0, len(threes)) == threes
    misread = np.array(sorted([threes[1], *np.flatnonzero(DIGITS.labels == 5)[:2]]))
    both = MnistChoice(DIGITS, 3, misread)
    assert {*walk(both, "any", 7, 3), *walk(both, "before", 0, 2)} == {threes[1]}
    assert MnistChoice(DIGITS, 4, misread).step("after", 0, RANDOM) is None


def test_a_digit_on_the_sheet_is_known_until_it_is_changed_and_can_be_undone() -> None:
    digit = MnistChoice(DIGITS).digit(7)
    drawing = drawing_of(digit, 0.1)
    state = drawn(fresh(), drawing)
    image: Bytes = state.image
    assert np.array_equal(image, DIGITS.images[7])
    assert state.drawing.known is digit
    assert with_stroke(drawing, np.array([[0.1, 0.1], [0.2, 0.2]])).known is None
    assert undone(state).drawing.known is None


def test_its_true_label_is_told_and_whether_the_network_is_right() -> None:
    digit = MnistChoice(DIGITS).digit(7)
    right = Reading(digit.label, (0.1,) * 10)
    wrong = Reading((digit.label + 1) % 10, (0.1,) * 10)
    assert digit_words(digit, right) == f"Test digit 7, a {digit.label}."
    assert digit_words(digit, wrong).endswith(f"misread as {wrong.label}.")


def test_those_that_a_network_misreads_are_found_some_at_a_time(tmp_path: Path) -> None:
    job = MisreadJob(write_mnist(tmp_path, test=300), network())
    states: list[Misread] = []
    found = drive(job.steps(), states.append)
    digits = read_mnist(tmp_path, "test")
    labels = job.network.logits(to_floats(digits.images)).argmax(axis=1)
    assert found.places.tolist() == np.flatnonzero(labels != digits.labels).tolist()
    assert [state.read for state in states] == [128, 256, 300]
    assert str(len(found.places)) in found.words
