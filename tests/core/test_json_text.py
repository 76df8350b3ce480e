"""What is wrong with a JSON text is told in plain words, and rubbish takes no time."""

import pytest

from advgui.core.json_text import JsonError, parse_json, shown


@pytest.mark.parametrize("text", ['{"a": [1, 2.5, null, true]}', b'\xef\xbb\xbf{"a": 1}'])
def test_json_is_read_with_or_without_a_mark_of_its_encoding(text: str | bytes) -> None:
    assert isinstance(parse_json(text), dict)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"\xff\xfe", "not a text"),
        ("{", "not JSON from column 2 on"),
        ("{\n 1}", "not JSON from line 2, column 2 on"),
        ("[NaN]", "NaN is not a number to compute with"),
        ("[1e999]", "1e999 is not a number to compute with"),
        ("[" * 100_000, "nested hundreds of levels deep"),
        (f"[{'9' * 5000}]", "a number has more than 4,300 digits"),
    ],
    ids=["bytes", "cut", "a line", "NaN", "too large", "deep", "long"],
)
def test_what_is_wrong_is_told(text: str | bytes, words: str) -> None:
    with pytest.raises(JsonError) as caught:
        parse_json(text)
    assert words in str(caught.value)


def test_a_value_is_shown_short_and_on_one_line() -> None:
    assert shown({"a": "\n"}) == '{"a": "\\n"}'
    assert len(shown("x" * 1000)) == 40
