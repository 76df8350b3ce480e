from dataclasses import replace

import pytest

from advgui.core.nn.card import Card
from advgui.core.nn.network import Network, Reading
from advgui.lab.comparison import one_image_text as words
from advgui.lab.comparison.readings import AdversarialExample, ComparedImages, NetworkReadings
from tests.lab.requests import image, network

ORIGINAL, ADVERSARIAL = image(1), image(2)
ATTACKED = replace(network(1), card=Card(title="Convolutional"))
OTHER = replace(network(2), card=Card(title="Dense"))
ON_SEVEN = AdversarialExample(
    image=ADVERSARIAL,
    original=ORIGINAL,
    against=ATTACKED,
    label=7,
    goal=3,
    fooled=True,
    l2=1.25,
    step=41,
    running=False,
)
IMAGES = ComparedImages(ORIGINAL, ON_SEVEN)


def reading(label: int) -> Reading:
    return Reading(label, tuple(0.91 if digit == label else 0.01 for digit in range(10)))


def row(
    before: int, after: int, images: ComparedImages = IMAGES, reader: Network = OTHER
) -> NetworkReadings:
    """What a network that reads these two labels would show."""
    adversarial = reading(after) if images.example else None
    return NetworkReadings(
        network=reader, images=images, drawing=reading(before), adversarial=adversarial
    )


ITSELF = row(7, 3, reader=ATTACKED)


def test_an_empty_sheet_is_to_be_drawn_on() -> None:
    nothing = ComparedImages(None, None)
    assert words.headline(nothing, []) == words.NOTHING_DRAWN
    assert words.details(nothing, []) == words.THEN


def test_a_drawing_is_to_be_attacked_and_the_networks_agree_or_not() -> None:
    images = ComparedImages(ORIGINAL)
    assert words.headline(images, []) == words.NOTHING_MADE
    assert words.details(images, []) == words.READING
    same = [row(7, 7, images), row(7, 7, images)]
    assert words.details(images, same) == "Every network reads the drawing as 7."
    split = [*same, row(7, 7, images), row(1, 1, images), row(2, 2, images), row(1, 1, images)]
    assert words.details(images, split) == "3 of 6 networks read the drawing as 7, 2 as 1, 1 as 2."
    assert words.drawing_line(split) == "3 of 6 read 7"
    assert words.drawing_line([]) == ""


def test_the_headline_counts_those_that_are_fooled_too() -> None:
    rows = [ITSELF, row(7, 3), row(7, 3), row(7, 8), row(7, 7), row(1, 3)]
    assert words.headline(IMAGES, rows) == (
        "Made against Convolutional toward 3: fools 3 of 5 others."
    )
    assert words.details(IMAGES, rows) == (
        "2 toward 3, 1 into another digit; 1 not fooled; 1 does not read a 7 to begin with."
    )


def test_one_other_is_told_as_one() -> None:
    assert words.headline(IMAGES, [ITSELF, row(7, 3)]).endswith("fools 1 of 1 other.")


def test_nobody_fooled_is_said_without_figures_of_nothing() -> None:
    assert words.details(IMAGES, [ITSELF, row(7, 7), row(7, 7)]) == "2 not fooled."


def test_without_a_goal_any_other_digit_counts() -> None:
    away = ComparedImages(ORIGINAL, replace(ON_SEVEN, goal=None))
    rows = [row(7, 2, away), row(7, 9, away), row(7, 7, away)]
    assert words.headline(away, rows) == (
        "Made against Convolutional away from 7: fools 2 of 3 others."
    )
    assert words.details(away, rows) == "1 not fooled."
    assert words.example_lines(away)[0] == "any other digit"


def test_a_run_on_its_way_and_one_in_vain_are_told_apart() -> None:
    running = ComparedImages(ORIGINAL, replace(ON_SEVEN, fooled=False, running=True))
    assert words.headline(running, [row(7, 7, running)]).endswith("fools 0 of 1 other so far.")
    vain = ComparedImages(ORIGINAL, replace(ON_SEVEN, fooled=False))
    assert "toward 3 in vain: fools" in words.headline(vain, [row(7, 7, vain)])


def test_an_image_of_an_earlier_drawing_is_not_counted() -> None:
    later = ComparedImages(image(5), ON_SEVEN)
    rows = [row(4, 3, later), row(4, 3, later)]
    assert words.headline(later, rows) == words.EARLIER
    assert words.details(later, rows) == "Every network reads the drawing as 4."
    assert words.example_lines(later) == ("of an earlier drawing", "")


def test_nothing_is_claimed_before_anyone_has_read() -> None:
    assert words.headline(IMAGES, []) == words.READING
    assert words.headline(IMAGES, [ITSELF]).endswith("no other network can read it.")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(7, 3, "fooled"), (7, 8, "other digit"), (7, 7, "not fooled"), (1, 3, "not 7 before")],
)
def test_each_verdict_has_words_of_its_own(before: int, after: int, said: str) -> None:
    one = row(before, after)
    assert one.verdict is not None
    assert words.verdict_words(one.verdict, ON_SEVEN) == said
    heard, sure = words.row_words("Dense", one, ""), "91.0\u00a0%"
    assert heard == (
        f"Dense, the drawing: {before}, {sure}, the adversarial image: {after}, {sure}, {said}"
    )


def test_a_row_is_heard_in_every_state() -> None:
    assert words.row_words("Dense", None, "") == "Dense: not read yet"
    assert words.row_words("Dense", None, "It is damaged.") == "Dense: It is damaged."
    assert words.row_words("Convolutional", ITSELF, "").endswith("that was attacked")


def test_the_figures_are_those_that_were_measured() -> None:
    assert words.figures(Card()) == ""
    assert words.figures(Card(mnist=0.9931)) == "99.3\u00a0% MNIST"
    assert words.figures(Card(mnist=0.9931, pen=0.5)) == "99.3\u00a0% MNIST · 50.0\u00a0% pen"
    assert words.figures(Card(pen=0.0)) == "0\u00a0% pen"
