"""Strokes files: what is written is read, and what cannot be is told in one sentence."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.strokes_file import Drawn, read_strokes, write_strokes
from advgui.core.errors import StrokeFileError

coordinates = st.floats(-1e9, 1e9)
flat = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=5)
pressed = st.lists(st.tuples(coordinates, coordinates, st.floats(0.0, 1.0)), min_size=1, max_size=5)
strokes = st.lists(
    st.one_of(flat, pressed).map(lambda points: np.array(points, np.float64)),
    min_size=1,
    max_size=4,
).map(tuple)
pens = st.none() | st.floats(0.0, 0.5, exclude_min=True)
digits = st.builds(Drawn, strokes, st.none() | st.integers(0, 9), pen=pens)


@given(st.lists(digits, min_size=1, max_size=4))
def test_what_is_written_is_read_again_exactly(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[Drawn]
) -> None:
    path = tmp_path_factory.mktemp("strokes") / "digits.jsonl"
    write_strokes(path, drawn)
    again = list(read_strokes(path))
    assert [(d.label, d.pen) for d in again] == [(d.label, d.pen) for d in drawn]
    for one, other in zip(drawn, again, strict=True):
        assert len(one.strokes) == len(other.strokes)
        assert all(map(np.array_equal, one.strokes, other.strokes))


def test_a_single_digit_may_be_spread_over_lines_and_begin_with_a_byte_order_mark(
    tmp_path: Path,
) -> None:
    path = tmp_path / "three.json"
    value = {"strokes": [[[0, 1], [2, 3.5]]], "label": 3, "note": "by hand"}
    path.write_text(json.dumps(value, indent=2), "utf-8-sig")
    (digit,) = read_strokes(path)
    assert digit.label == 3
    assert digit.strokes[0].tolist() == [[0.0, 1.0], [2.0, 3.5]]


def test_empty_lines_between_digits_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "digits.jsonl"
    path.write_text('\n{"strokes": [[[0, 0]]]}\n\n{"strokes": [[[1, 1]]], "label": null}\n')
    assert [digit.label for digit in read_strokes(path)] == [None, None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("ink", "not JSON"),
        ('{"strokes": [[[0, 0]', "not JSON"),
        ("[" * 100_000, "nested hundreds of levels deep"),
        ("[]", 'not an object with "strokes"'),
        ('{"label": 3}', 'not an object with "strokes"'),
        ('{"strokes": []}', "without strokes"),
        ('{"strokes": 3}', "without strokes"),
        ('{"strokes": [[]]}', "without points"),
        ('{"strokes": [[0, 0]]}', "not [x, y]"),
        ('{"strokes": [[[0]]]}', "not [x, y]"),
        ('{"strokes": [[[0, 0], [0, 0, 1]]]}', "some points only"),
        ('{"strokes": [[[0, "1"]]]}', "not a number"),
        ('{"strokes": [[[0, true]]]}', "not a number"),
        ('{"strokes": [[[0, NaN]]]}', "NaN"),
        ('{"strokes": [[[0, -Infinity]]]}', "Infinity"),
        ('{"strokes": [[[0, 1e400]]]}', "not a number"),
        ('{"strokes": [[[0, 1' + "0" * 400 + "]]]}", "not a number"),
        ('{"strokes": [[[0, 1' + "0" * 9000 + "]]]}", "not JSON"),
        ('{"strokes": [[[0, 0, 1.5]]]}', "pressure"),
        ('{"strokes": [[[0, 0]]], "label": 10}', "label 10"),
        ('{"strokes": [[[0, 0]]], "label": "3"}', 'label "3"'),
        ('{"strokes": [[[0, 0]]], "label": true}', "label true"),
        ('{"strokes": [[[0, 0]]], "pen": 0}', "pen 0"),
        ('{"strokes": [[[0, 0]]], "pen": 0.51}', "pen 0.51"),
        ('{"strokes": [[[0, 0]]], "pen": "wide"}', 'pen "wide"'),
        ('{"strokes": [[[0, 0]]], "pen": true}', "pen true"),
        ('{"strokes": [[[0, 0]]]}\n{"strokes": [[[0]]]}', "line 2"),
        ('{"strokes": [[[0, 0]]]}\nink', "line 2: not JSON"),
    ],
)
def test_what_is_no_digit_is_told_in_a_sentence_that_names_the_file(
    tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "digits.json"
    path.write_text(text)
    with pytest.raises(StrokeFileError) as caught:
        list(read_strokes(path))
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.startswith("digits.json")
    assert len(sentence) < 200
    assert "\n" not in sentence


def test_a_file_of_other_bytes_is_no_strokes_file(tmp_path: Path) -> None:
    path = tmp_path / "digits.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    with pytest.raises(StrokeFileError, match="not a text"):
        list(read_strokes(path))


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(StrokeFileError, match="No such file"):
        list(read_strokes(tmp_path / "nowhere.json"))
    with pytest.raises(StrokeFileError, match="a folder"):
        list(read_strokes(tmp_path))


def test_what_cannot_be_written_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    digit = Drawn((np.zeros((1, 2)),))
    with pytest.raises(StrokeFileError, match="cannot be written"):
        write_strokes(tmp_path / "nowhere" / "digits.json", [digit])
    (tmp_path / "taken").mkdir()
    with pytest.raises(StrokeFileError, match="a folder, not a file"):
        write_strokes(tmp_path / "taken", [digit])
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
