"""A choice is said in the language of the process, and is the same in all of them."""

from advgui.core.attacks import ATTACKS
from advgui.core.attacks.poisoning import POISONINGS
from advgui.core.choices import _WORDS, choice_words
from advgui.core.parameters import parameter_table


def test_every_word_is_one_that_there_is_to_choose() -> None:
    methods = (*ATTACKS.values(), *POISONINGS.values())
    offered = {one for kind in methods for row in parameter_table(kind) for one in row.choices}
    assert set(_WORDS) <= offered


def test_in_english_a_choice_is_said_as_it_is_written_and_a_name_always() -> None:
    assert {choice: choice_words(choice) for choice in _WORDS} == {one: one for one in _WORDS}
    assert choice_words("convolutional") == "convolutional"
