"""What is listed in a sentence is listed as one says it."""

import pytest

from advgui.core.errors import ParameterError
from advgui.core.lists import all_of, in_a_row, listed, nearest, of_name, offered


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        (["no width"], "no width"),
        (["no width", "no height"], "no width, and no height"),
        (["no width", "no width", "no height", "no depth"], "no width, no height, and no depth"),
    ],
)
def test_all_that_is_wrong_is_told_once(problems: list[str], sentence: str) -> None:
    assert listed(problems) == sentence


@pytest.mark.parametrize(
    ("names", "words"),
    [([], "there is none"), (["a"], "there is only a"), (["a", "b"], "there are a, b")],
)
def test_what_there_is_instead_is_told_as_one_says_it(names: list[str], words: str) -> None:
    assert offered(names) == words


@pytest.mark.parametrize(
    ("said", "near"),
    [("dnn", "ddn"), ("PGD", "pgd"), ("treshold", "threshold"), ("magic", ""), ("x" * 10**6, "")],
)
def test_what_was_probably_meant_is_told_first(said: str, near: str) -> None:
    names = ["ddn", "pgd", "threshold"]
    assert nearest(said, names) == near
    assert offered(names, said).startswith(f"did you mean {near}? There" if near else "there are")


def test_names_stand_in_a_sentence() -> None:
    told = [all_of(list(names)) for names in ("", "a", "ab", "abc")]
    assert told == ["", "a", "a and b", "a, b and c"]


def test_equal_names_in_a_row_are_counted() -> None:
    assert in_a_row("aaaba") == ["3\u00a0\N{MULTIPLICATION SIGN}\u00a0a", "b", "a"]
    assert in_a_row([]) == []


def test_what_has_no_such_name_is_told_with_what_there_is() -> None:
    table = {"tea": 1, "coffee": 2}
    assert of_name(table, "tea", "no {name}; {there}") == 1
    with pytest.raises(ParameterError, match=r"^no 'coffe'; did you mean coffee"):
        of_name(table, "coffe", "no {name!r}; {there}")
