"""All that the application says is translated into every language that it offers."""

from pathlib import Path

import pytest
import translations as tool
from translations import Sentence, UnreadableError, places, sentences, text_of, translated

from advgui.core.language import LANGUAGES, read_translations
from advgui.core.zoo import shipped_card

OTHERS = [name for name in LANGUAGES if name != "en"]


def write(root: Path, code: str) -> Path:
    path = root / "advgui/ui/part.py"
    path.parent.mkdir(parents=True)
    path.write_text(code, "utf-8")
    return root


@pytest.fixture(scope="module")
def all_said() -> list[Sentence]:
    """All that the application says, which takes a second to be found."""
    return sentences()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str, all_said: list[Sentence]) -> None:
    there = read_translations(language)
    missing = [one for one in all_said if (one.english, one.meaning) not in there]
    assert not missing, "run: python packaging/translations.py, and translate what is unfinished"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_puts_in_what_the_sentence_does(language: str) -> None:
    wrong = {
        english: done
        for (english, _), done in read_translations(language).items()
        if places(english) != places(done)
    }
    assert not wrong


@pytest.mark.parametrize("language", OTHERS)
def test_the_file_of_a_language_is_as_the_tool_writes_it(
    language: str, all_said: list[Sentence]
) -> None:
    path = tool.FOLDER / f"advgui_{language}.ts"
    assert path.read_text("utf-8") == text_of(language, all_said, translated(path))


def test_what_is_said_is_found_with_its_folder_and_meaning(tmp_path: Path) -> None:
    code = 'a = tr("Open {name}" ".")\nb = self.tr("Never")\nc = tr("Open", "not closed")\n'
    said = sentences(write(tmp_path, code))
    assert said == [Sentence("ui", "Open", "not closed"), Sentence("ui", "Open {name}.")]


def test_what_ships_with_it_is_found_too(all_said: list[Sentence]) -> None:
    said = {(one.folder, one.english) for one in all_said}
    assert {("networks", shipped_card("report").training), ("gallery", "a zero")} <= said


@pytest.mark.parametrize("call", ["tr(f'{name}')", "tr(name)", "tr('a', name)", "tr()"])
def test_a_sentence_that_is_made_while_it_is_said_is_refused(tmp_path: Path, call: str) -> None:
    with pytest.raises(UnreadableError, match=r"ui/part\.py:1: tr takes sentences"):
        sentences(write(tmp_path, call))


def test_a_file_keeps_what_is_translated_through_an_update(tmp_path: Path) -> None:
    said = [Sentence("lab", "A < b"), Sentence("ui", "A < b"), Sentence("ui", "New", "of two")]
    path = tmp_path / "advgui_de.ts"
    path.write_text(text_of("de", said, {("A < b", ""): "a < B & c"}), "utf-8")
    assert translated(path) == {("A < b", ""): "a < B & c", ("New", "of two"): ""}
    assert path.read_text("utf-8") == text_of("de", said, translated(path))
