import re
from collections.abc import Iterator

import pytest

from advgui.core.language import LANGUAGE_VARIABLE, LANGUAGES
from advgui.core.resources import resource
from advgui.lab.glossary import entry, glossary, glossary_file


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Each language that there is, one after another."""
    monkeypatch.setenv(LANGUAGE_VARIABLE, request.param)
    glossary.cache_clear()
    yield request.param
    glossary.cache_clear()


def heads(text: str) -> list[str]:
    """What stands at the beginning of each entry, in order."""
    return re.findall(r"^\*\*(.+?)\*\*:", text, re.MULTILINE)


def english() -> list[str]:
    return heads(resource("guide/glossary.md").read_text("utf-8"))


@pytest.mark.usefixtures("language")
def test_every_word_has_one_whole_sentence() -> None:
    assert len(glossary()) > 30
    for word, sentence in glossary().items():
        assert sentence[0].isupper(), word
        assert sentence.endswith("."), word
        assert len(sentence) < 160, word


@pytest.mark.usefixtures("language")
def test_every_language_has_the_same_entries_in_the_same_order() -> None:
    there, known = heads(glossary_file().read_text("utf-8")), english()
    assert len(there) == len(known)
    alike = {one.casefold() for one in there} & {one.casefold() for one in known}
    assert {"l0, l1, l2, l∞", "budget", "gradient", "logit", "robust", "softmax"} <= alike
    places = zip(there, known, strict=True)
    assert all(a.casefold() == b.casefold() for a, b in places if a.casefold() in alike)


def test_words_stand_in_the_order_of_the_alphabet() -> None:
    assert english() == sorted(english(), key=str.casefold)


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


def test_a_german_title_is_about_its_german_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    glossary.cache_clear()
    titles = ("Budget", "Aufwand (Schritte)", "&Lernrate", "Robust", "Mit Schwelle", "Trainieren")
    found = [entry(title) for title in titles]
    glossary.cache_clear()
    assert found == ["Budget", "Aufwand", "Lernrate", "robust", "Mit Schwelle", None]
