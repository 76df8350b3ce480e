"""Strokes files that ask for much are read digit by digit, or refused with the limit."""

import json
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from tests.commands.conftest import Run
from tests.commands.watched import Watched
from tests.commands.watched import watched as watched

POINT = "[0,0],"
LINE = '{"strokes": [[[0, 0], [1, 1]]]}\n'

TOO_MUCH = {
    "40 MB of points": (f'{{"strokes": [[{POINT * 6_000_000}[1,1]]]}}', "more than 8 MB"),
    "50,000 points": (f'{{"strokes": [[{POINT * 50_000}[1,1]]]}}', "more than 20,000 in one"),
    "100,000 strokes": (
        f'{{"strokes": [{"[[0,0],[9,1]]," * 100_000}[[1,1]]]}}',
        "100,001 strokes, more than 2,000 in one digit, and 200,001 points, more than 20,000",
    ),
    "200,000 digits": (LINE * 200_000, "more than 100,000 lines of digits"),
    "200,000 empty lines": (LINE + "\n" * 200_000, "more than 100,000 lines of digits"),
    "a large digit": (LINE + '{"strokes": [[' + POINT * 2_000_000, "line 2: a digit of more than"),
    "40 MB of brackets": ("[" * 40_000_000, "a digit of more than 8 MB"),
    "lists in lists": ("[" * 100_000 + "]" * 100_000, "nested hundreds of levels deep"),
    "a long number": ('{"strokes": [[[1' + "0" * 1_000_000 + ",0]]]}", "more than 4,300 digits"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_file_that_asks_for_much_is_refused_with_the_limit(
    watched: Watched, tmp_path: Path, name: str
) -> None:
    text, words = TOO_MUCH[name]
    path = tmp_path / "digits.json"
    path.write_text(text, encoding="ascii")
    ran = watched("recognise", path, "--network", "report")
    assert (ran.code, ran.out) == (2, "")
    assert "digits.json" in ran.err
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_many_digits_are_read_one_after_the_other(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "digits.jsonl"
    points = ",".join(f"[{n % 7}, {n}.25]" for n in range(3000))
    path.write_text(f'{{"strokes": [[{points}]], "label": 1}}\n' * 500, encoding="ascii")
    ran = watched("recognise", path, "--network", "report", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.json["results"]) == 500


def test_the_largest_digit_is_drawn_within_little_memory(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "digits.json"
    path.write_text(f'{{"strokes": [[{"[0,0],[9,9]," * 9_999}[1,1]]], "pen": 0.5}}', "ascii")
    assert watched("recognise", path, "--network", "report").code == 0


def test_all_that_is_wrong_with_a_digit_is_told_at_once(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    path = tmp_path / "digits.json"
    digit = {"strokes": [[[0, 0], [1, "2"]], [[0]], []], "label": True, "pen": "wide" * 50}
    path.write_text(json.dumps(digit), encoding="ascii")
    told = refused("recognise", path)
    for words in (
        "a coordinate that is not a number up to a billion, ",
        "a point that is not [x, y] or [x, y, pressure], ",
        "a stroke without points, ",
        "the label true is not a digit from 0 to 9, ",
        "and the pen ",
    ):
        assert words in told
    assert len(told) < 400


@pytest.mark.parametrize(
    "text", ["", "{", "\ufeffink", '{"strokes": [[[0, 1e999]]]}', "[" * 5000, LINE + "ink"]
)
def test_what_is_no_json_is_told_in_words_of_ours(
    refused: Callable[..., str], tmp_path: Path, text: str
) -> None:
    path = tmp_path / "digits.json"
    path.write_text(text, encoding="utf-8")
    told = refused("recognise", path)
    assert "not JSON" in told
    for foreign in ("Expecting", "char ", "delimiter", "recursion", "sys."):
        assert foreign not in told


@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b'{"mnist": "' + b"a" * 2**21 + b'"}', b'{"mnist": 1e999}']
)
def test_a_note_of_folders_that_is_no_such_note_counts_as_none(run: Run, content: bytes) -> None:
    folder = platformdirs.user_config_path("advgui", appauthor=False)
    folder.mkdir(parents=True)
    (folder / "folders.json").write_bytes(content)
    assert run("data").code == 0
