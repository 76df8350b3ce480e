"""A card comes back from plain values, and what is wrong in one is told by name."""

import json
from dataclasses import replace

import pytest

from advgui.core.nn.card import NUMBERS, TEXTS, Card

CARD = Card(title="Mine", parameters=3, seed=0, mnist=0.9, pen=None, about="Measured at noon.")


def test_a_card_comes_back_from_json() -> None:
    assert Card.from_dict(json.loads(json.dumps(CARD.as_dict()))) == CARD


def test_names_that_a_card_does_not_have_are_left_alone() -> None:
    assert Card.from_dict({**CARD.as_dict(), "colour": "blue"}) == CARD
    assert Card.from_dict({}) == Card()


def test_every_entry_is_a_text_or_a_number() -> None:
    assert set(TEXTS) | set(NUMBERS) == set(CARD.as_dict())


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_none_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=f"its card is damaged: its {name} is not a text"):
        Card.from_dict({name: 3})


@pytest.mark.parametrize("value", ["3", True, [], 1e300])
@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_that_is_none_is_named(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"its card is damaged: its {name} is not a number"):
        Card.from_dict({name: value})


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ValueError, match="its title is not a text, and its seed is not a number"):
        Card.from_dict({"title": 3, "seed": "x"})


@pytest.mark.parametrize("values", [None, 3, "card", [1]])
def test_what_is_no_table_is_no_card(values: object) -> None:
    with pytest.raises(ValueError, match=r"its card is not a table"):
        Card.from_dict(values)


def test_its_texts_can_be_printed() -> None:
    made = Card.from_dict(replace(CARD, title="a\x1b[2Jb\nc").as_dict())
    assert made.title.isprintable()


def test_a_card_is_shown_as_it_is_but_for_the_words_that_ship(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = "It has no confidences of its own: shown is the softmax of its margins."
    german = {ours: "Nichts Eigenes."}
    monkeypatch.setattr("advgui.core.nn.card.known", lambda words: german.get(words, words))
    assert replace(CARD, about=ours).said == replace(CARD, about="Nichts Eigenes.")
