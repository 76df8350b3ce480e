import re

import pytest

from advgui.core.resources import resource
from advgui.lab.glossary import entry, glossary


def test_every_word_has_one_whole_sentence() -> None:
    assert len(glossary()) > 30
    for word, sentence in glossary().items():
        assert sentence[0].isupper(), word
        assert sentence.endswith("."), word
        assert len(sentence) < 160, word


def test_words_stand_in_the_order_of_the_alphabet() -> None:
    first = re.findall(
        r"^\*\*(.+?)\*\*:", resource("guide/glossary.md").read_text("utf-8"), re.MULTILINE
    )
    assert first == sorted(first, key=str.casefold)


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Budget", "budget"),
        ("Effort (steps)", "effort"),
        ("Learning rate", "learning rate"),
        ("L2", "L2"),
        ("Behind", "behind"),
        ("Misfit", "misfit"),
        ("Thresholded", "thresholded"),
        ("Train it", None),
        ("", None),
    ],
)
def test_a_title_is_about_its_word(title: str, word: str | None) -> None:
    assert entry(title) == word
