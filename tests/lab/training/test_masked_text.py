"""The table of what distillation hides can be read on a terminal."""

from advgui.core.training.masking import Masked
from advgui.lab.training.masked_text import COLUMNS, masked_rows, masked_words

ROWS = (Masked("As they are", 0.99, 0.985), Masked("No slope at all", 0.0, 1.0))


def test_shares_are_written_as_everywhere() -> None:
    assert masked_rows(ROWS) == [
        ("As they are", "99.0\u00a0%", "98.5\u00a0%"),
        ("No slope at all", "0\u00a0%", "100\u00a0%"),
    ]


def test_columns_stand_below_their_titles_and_no_table_is_no_line() -> None:
    lines = masked_words(ROWS).splitlines()
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1
    assert all(title in lines[0] for title in COLUMNS)
    assert masked_words(()) == ""
