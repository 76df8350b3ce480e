"""What distillation hides from whom, in words and in a table."""

from collections.abc import Sequence
from typing import Final

from advgui.core.language import tr
from advgui.core.training.masking import Masked
from advgui.lab.attack.phrases import percent

COLUMNS: Final = (tr("Read correctly"), tr("Teacher"), tr("Student"))
#: Of the second row, which is no share that is read.
MEANING: Final = tr(
    "Where the student has no slope, attacks that follow it cannot move, which tells "
    "nothing of how robust it is: divided by the temperature, its logits decide the same "
    "and have one."
)


def masked_rows(masked: Sequence[Masked]) -> list[tuple[str, str, str]]:
    """The table, a row for each attacker."""
    return [(row.title, percent(row.teacher), percent(row.student)) for row in masked]


def masked_words(masked: Sequence[Masked]) -> str:
    """The table for a terminal, each row on a line; nothing for none."""
    if not masked:
        return ""
    rows = [COLUMNS, *masked_rows(masked)]
    width = max(len(row[0]) for row in rows)
    return "".join(f"  {name:{width}}  {before:>8}  {after:>8}\n" for name, before, after in rows)
