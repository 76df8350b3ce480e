"""Whatever cannot be used is told in one sentence that can be shown anywhere."""

import pytest

from advgui.core import errors
from advgui.core.errors import BadInput, all_of, listed, offered

KINDS = [one for one in vars(errors).values() if isinstance(one, type) and one is not BadInput]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if issubclass(kind, BadInput)])
def test_a_front_end_catches_every_kind_at_once(kind: type[BadInput]) -> None:
    with pytest.raises(BadInput, match="It is damaged"):
        raise kind("three.png: It is damaged.")


def test_what_others_wrote_into_a_sentence_moves_no_cursor_and_breaks_no_line() -> None:
    told = str(BadInput("three\x1b[2J\nfour.png: not an image."))
    assert "\x1b" not in told
    assert "\n" not in told
    assert told.endswith(".png: not an image.")


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


def test_names_stand_in_a_sentence() -> None:
    told = [all_of(list(names)) for names in ("", "a", "ab", "abc")]
    assert told == ["", "a", "a and b", "a, b and c"]
