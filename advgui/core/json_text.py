"""JSON from anybody: what is wrong with it is told in words of ours, not in Python's."""

import json
import sys

from advgui.core.language import tr
from advgui.core.printable import printable


class JsonError(ValueError):
    """A text is no JSON; the message says why, without its name and without a full stop."""


def parse_json(text: str | bytes) -> object:
    """The value that a text stands for, of finite numbers only.

    Raises JsonError where it is no JSON, or nested so deeply that it means nothing.
    """
    try:
        words = text if isinstance(text, str) else text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonError(tr("not a text")) from error
    try:
        value: object = json.loads(words, parse_constant=_refused, parse_float=_finite)
    except json.JSONDecodeError as error:
        sentence = (
            tr("not JSON from line {line}, column {column} on")
            if "\n" in words
            else tr("not JSON from column {column} on")
        )
        raise JsonError(sentence.format(line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise JsonError(
            tr("not JSON to be read, as it is nested hundreds of levels deep")
        ) from error
    except JsonError:
        raise
    except ValueError as error:  # a whole number that Python would take too long over
        most = sys.get_int_max_str_digits()
        raise JsonError(
            tr("not JSON to be read: a number has more than {most:,} digits").format(most=most)
        ) from error
    return value


def shown(value: object, longest: int = 40) -> str:
    """A value as it stands in a file, shortened."""
    return printable(json.dumps(value, ensure_ascii=False, default=repr), longest)


def _refused(word: str) -> float:
    raise JsonError(
        tr("not JSON to be read: {word} is not a number to compute with").format(
            word=printable(word, 20)
        )
    )


def _finite(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        _refused(text)
    return number
