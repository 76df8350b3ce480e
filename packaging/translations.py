"""Bring the translations up to date with what the application says.

    python packaging/translations.py

Every sentence in ``tr("...")``, on the cards of the networks that ship and in the gallery gets its
place in each ``resources/translations/advgui_*.ts``, by the folder that says it; those that nobody
says any more go. What is new is marked as unfinished, and translated with Qt Linguist
(``pyside6-linguist FILE``) or any editor. A sentence that is
translated for one folder is so for all.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources/translations"
_BRACES: Final = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One that is said: where, in English, and what tells it from another of the same words."""

    folder: str
    english: str
    meaning: str = ""


class UnreadableError(ValueError):
    """A call of ``tr`` from which nobody can tell what it says."""


def sentences(root: Path = ROOT) -> list[Sentence]:
    """All that the application says, in order; raises UnreadableError."""
    said = {one for path in (root / "advgui").rglob("*.py") for one in _said(path, root)}
    return sorted(said.union(_shipped(root / "resources")))


def _shipped(resources: Path) -> Iterator[Sentence]:
    """The words on the cards of the networks that ship, and in the gallery."""
    for path in resources.glob("networks/*.safetensors"):
        with path.open("rb") as file:
            head = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        texts = json.loads(head["__metadata__"]["card"]).values()
        yield from (Sentence("networks", one) for one in texts if one and isinstance(one, str))
    for path in resources.glob("gallery.json"):
        for digit in json.loads(path.read_text("utf-8"))["digits"]:
            yield Sentence("gallery", digit["title"])


def _said(path: Path, root: Path) -> Iterator[Sentence]:
    folder = path.parent.relative_to(root / "advgui").as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
            words = [getattr(argument, "value", None) for argument in node.args]
            if not words or node.keywords or not all(isinstance(one, str) for one in words):
                where = f"{path.relative_to(root).as_posix()}:{node.lineno}"
                raise UnreadableError(f"{where}: tr takes sentences as they are, and nothing else.")
            yield Sentence(folder, *map(str, words))


def places(sentence: str) -> list[str]:
    """What is put into a sentence, in braces, sorted."""
    return sorted(_BRACES.findall(sentence))


def translated(path: Path) -> dict[tuple[str, str], str]:
    """What a file has for each sentence and meaning; empty where it is unfinished."""
    found: dict[tuple[str, str], str] = {}
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314 - it is ours
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        done = message.find("translation")
        text = "" if done is None or done.get("type") else done.text or ""
        found[key] = found.get(key) or text
    return found


def text_of(language: str, said: list[Sentence], known: Mapping[tuple[str, str], str]) -> str:
    """The file of a language, with all that is said and what is known of it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for folder in sorted({one.folder for one in said}):
        lines += ["<context>", f"    <name>{folder}</name>"]
        for one in said:
            if one.folder == folder:
                lines += _message(one, known.get((one.english, one.meaning), ""))
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(one: Sentence, translation: str) -> Iterator[str]:
    yield "    <message>"
    yield f"        <source>{escape(one.english)}</source>"
    if one.meaning:
        yield f"        <comment>{escape(one.meaning)}</comment>"
    unfinished = "" if translation else ' type="unfinished"'
    yield f"        <translation{unfinished}>{escape(translation)}</translation>"
    yield "    </message>"


def main() -> int:
    """Write every file anew; tells how much of each is unfinished."""
    said = sentences()
    for path in sorted(FOLDER.glob("advgui_*.ts")):
        known = translated(path)
        path.write_text(text_of(path.stem.removeprefix("advgui_"), said, known), "utf-8")
        left = {
            (one.english, one.meaning) for one in said if not known.get((one.english, one.meaning))
        }
        sys.stdout.write(f"{path.name}: {len(said)} sentences, {len(left)} unfinished.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
