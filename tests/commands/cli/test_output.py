"""What is written can be read by people, by programs and by greps."""

import json
import sys

import pytest

from advgui.commands.cli.output import (
    complain,
    markdown_table,
    say,
    say_json,
    text_table,
    value_words,
)

HEAD = ("Network", "Fooled")
ROWS = (("report", "100.0 %"), ("convolutional", "9.0 %"))


def test_columns_stand_below_each_other() -> None:
    assert text_table(HEAD, ROWS).splitlines() == [
        "Network         Fooled",
        "report         100.0 %",
        "convolutional    9.0 %",
    ]


def test_a_table_in_markdown_has_a_rule_below_its_head() -> None:
    assert markdown_table(HEAD, ROWS).splitlines()[:2] == ["| Network | Fooled |", "| :-- | --: |"]


@pytest.mark.parametrize("table", [text_table, markdown_table])
def test_nothing_in_a_table_breaks_its_lines(table: object) -> None:
    assert callable(table)
    assert len(str(table(HEAD, [("a\nb", "\x1b[2J")])).splitlines()) <= 3


def test_blanks_are_those_that_greps_find(capsys: pytest.CaptureFixture[str]) -> None:
    say("99\N{NO-BREAK SPACE}%")
    assert capsys.readouterr().out == "99 %\n"


def test_json_is_one_line_of_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"name": "λ"})
    told = capsys.readouterr().out
    assert told.isascii()
    assert json.loads(told) == {"name": "λ"}


@pytest.mark.parametrize(("value", "words"), [(True, "yes"), (False, "no"), (0.5, "0.5")])
def test_a_value_is_told_as_it_is_set(value: object, words: str) -> None:
    assert value_words(value) == words


def test_where_nothing_can_be_told_nothing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _: str) -> None:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Full())
    complain("This is told to nobody.")
