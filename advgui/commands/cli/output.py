"""What the program writes: texts and JSON on stdout, what is wrong on stderr."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from advgui.core.errors import BadInput
from advgui.core.printable import printable


class OutputError(BadInput):
    """What a command found cannot be written to where it should go."""


def ready_streams() -> None:
    """Let no stream be missing, as under a Windows program without a console, nor refuse a sign.

    A terminal or file that cannot hold a ``λ`` gets a question mark.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def complain(sentence: str) -> None:
    """Tell on stderr what is wrong; where that cannot be written, the exit code is left."""
    with suppress(OSError):
        sys.stderr.write(f"advgui: {sentence}\n")
        sys.stderr.flush()


def say(text: str) -> None:
    """Write a text and a line's end to stdout, now; no blank in it is of a kind that greps miss.

    Raises BrokenPipeError where nobody reads on, OutputError where the disk is full.
    """
    with _told_where_it_fails():
        sys.stdout.write(f"{text}\n".replace("\u00a0", " "))
        sys.stdout.flush()


def say_json(value: object) -> None:
    """Write a value as one line of JSON, in ASCII whatever the terminal."""
    import json  # only here: the window waits for this module

    say(json.dumps(value, allow_nan=False))


def value_words(value: object) -> str:
    """A parameter's value as ``--set`` takes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def text_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns set beside each other: the first to the left, the others to the right."""
    lines = [list(map(printable, line)) for line in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    first, rest = widths[0], widths[1:]
    return "\n".join(
        "  ".join([f"{line[0]:{first}}", *map(str.rjust, line[1:], rest)]) for line in lines
    )


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same as a table in Markdown."""
    rule = [":--", *["--:"] * (len(head) - 1)]
    lines = [list(map(printable, line)) for line in (head, rule, *rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def csv_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same for a spreadsheet."""
    import csv  # only here: the window waits for this module

    written = io.StringIO()
    lines = [list(map(printable, line)) for line in (head, *rows)]
    csv.writer(written, lineterminator="\n").writerows(lines)
    return written.getvalue().removesuffix("\n")


class Table(NamedTuple):
    """A table with the words before and behind it, where it is not for another program."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    before: str = ""
    behind: str = ""


def say_table(options: Namespace, found: object, table: Table) -> None:
    """Write what was found: as JSON, as a table in Markdown or CSV, or in words, as asked for."""
    if options.json:
        say_json(found)
    elif options.markdown:
        say(markdown_table(table.head, table.rows))
    elif options.csv:
        say(csv_table(table.head, table.rows))
    else:
        say(f"{table.before}{text_table(table.head, table.rows)}{table.behind}")


@contextmanager
def _told_where_it_fails() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _drop_output()
        raise
    except OSError as error:
        _drop_output()
        raise OutputError(f"The output cannot be written ({error.strerror}).") from error


def _drop_output() -> None:
    """Let what waits go nowhere, or Python tries to write it at its end, and complains."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _nowhere() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(os.devnull, "w"), "utf-8")
