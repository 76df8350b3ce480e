"""Sentences are said in the language that the process was started in, else in English."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from advgui.core import language
from advgui.core.language import (
    LANGUAGE_VARIABLE,
    LANGUAGES,
    english,
    known,
    numeral,
    read_translations,
    tr,
)
from advgui.core.resources import ResourceError

FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ui</name>
    <message>
        <source>Read {count} digits.</source>
        <translation>{count} Ziffern gelesen.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>not closed</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Halt?</translation>
    </message>
</context>
</TS>
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "advgui_de.ts"
    path.write_text(FILE, "utf-8")
    monkeypatch.setattr("advgui.core.resources.resource", lambda name: tmp_path / Path(name).name)
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    for remembered in (language._translations, language._sources):
        remembered.cache_clear()
    yield
    for remembered in (language._translations, language._sources):
        remembered.cache_clear()


def test_a_sentence_is_in_english_where_nothing_else_is_asked_for() -> None:
    assert tr("Read {count} digits.").format(count=3) == "Read 3 digits."


@pytest.mark.usefixtures("german")
def test_a_sentence_is_looked_up_whole_and_its_figures_put_where_the_language_has_them() -> None:
    assert tr("Read {count} digits.").format(count=3) == "3 Ziffern gelesen."


def test_a_number_is_written_as_in_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [numeral(1799.5, ",.2f"), numeral(0.1, "g")]
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    told += [numeral(1799.5, ",.2f"), numeral(0.1, "g")]
    assert told == ["1,799.50", "0.1", "1\u00a0799,50", "0,1"]


@pytest.mark.usefixtures("german")
def test_two_meanings_of_a_word_are_told_apart() -> None:
    assert (tr("Open"), tr("Open", "not closed")) == ("Open", "Offen")


@pytest.mark.usefixtures("german")
def test_what_is_not_translated_or_unfinished_stays_english() -> None:
    assert (tr("Nobody knows this."), tr("Stop")) == ("Nobody knows this.", "Stop")


@pytest.mark.usefixtures("german")
def test_words_from_a_file_are_translated_only_if_they_are_ours() -> None:
    assert (known("Read {count} digits."), known("Mine")) == ("{count} Ziffern gelesen.", "Mine")


@pytest.mark.usefixtures("german")
def test_what_was_translated_is_known_by_its_english_and_all_else_stays() -> None:
    assert english(tr("Read {count} digits.")) == "Read {count} digits."
    assert (english("Offen"), english("Mine")) == ("Open", "Mine")


@pytest.mark.parametrize("asked", ["", "xx", "EN", "de_DE"])
def test_a_language_that_there_is_not_is_english(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, asked)
    assert language.language() == "en"


@pytest.mark.parametrize("name", [name for name in LANGUAGES if name != "en"])
def test_every_language_ships(name: str) -> None:
    assert isinstance(read_translations(name), dict)


def test_an_installation_without_the_file_of_a_language_says_so() -> None:
    with pytest.raises(ResourceError, match=r"it lacks .*advgui_fr\.ts"):
        read_translations("fr")


def test_a_process_has_the_language_that_its_environment_names() -> None:
    code = "from advgui.core.language import language; print(language())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, LANGUAGE_VARIABLE: "de"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "de"
