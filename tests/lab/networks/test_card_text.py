from dataclasses import replace

import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.nn.card import Card
from advgui.core.zoo import SHIPPED, load_shipped, shipped_card
from advgui.lab.networks.card_text import (
    WIDTH,
    behind_words,
    card_json,
    card_rows,
    card_tip,
    card_words,
)


def test_an_empty_card_tells_nothing() -> None:
    assert card_rows(Card()) == {}
    assert card_tip(Card()) == ""


def test_figures_that_were_not_measured_are_left_out() -> None:
    rows = card_rows(Card(mnist=0.9, fooled=0.5))
    assert list(rows) == ["MNIST", "Fooled"]
    assert "L2" not in rows["Fooled"]
    assert "mean L2 of 1.250" in card_rows(Card(fooled=0.5, l2=1.25))["Fooled"]


def test_what_it_withstands_is_told() -> None:
    card = Card(robust=0.75, robust_data="images after an attack")
    assert card_rows(card) == {
        "Robust": "75.00\u00a0% of images after an attack are read correctly"
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_a_tip_holds_the_whole_card_in_short_lines(name: str) -> None:
    card = shipped_card(name)
    tip = card_tip(card)
    assert max(map(len, tip.splitlines())) <= WIDTH
    words = " ".join(tip.split())
    assert all(" ".join(text.split()) in words for text in card_rows(card).values())
    assert f"{card.l2:.3f}" in words


def test_what_has_to_be_known_is_told() -> None:
    assert "the log-odds of each bit" in " ".join(card_tip(shipped_card("bayes")).split())
    assert "About" not in card_rows(replace(shipped_card("bayes"), about=""))


def test_what_it_stands_behind_is_told_in_words_and_as_values() -> None:
    chain = [make_defence("median"), make_defence("noise", {"sigma": 0.25})]
    network = defended(load_shipped("report"), chain)
    assert (
        "  Behind    Median smoothing (window 3); then Random noise (sigma 0.25, draws 16, seed"
        in (card_words(network))
    )
    assert card_json(network)["defences"] == [one.as_dict() for one in chain]
    assert behind_words(network) == " behind “Median smoothing” and “Random noise”"
    alone = load_shipped("report")
    assert "defences" not in card_json(alone)
    assert not behind_words(alone)
    assert "Behind" not in card_words(alone)
