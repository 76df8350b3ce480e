r"""What is remembered, on disk: an INI file of plain texts, which can hold nothing else.

Qt's own reader is not asked: it rebuilds whatever object a value names, and with PySide that
runs code which the file brings along. What it has written is read as far as it is text, and so
are bytes of its form ``@ByteArray(\x1\xd9...)``.
"""

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from advgui.core.disk.reading import read_bytes
from advgui.core.errors import BadInput
from advgui.core.language import tr

LARGEST: Final = 64 * 1024

_LINE: Final = re.compile(r"([\w.\\-]+)=(.*)", re.ASCII)
_SECTION: Final = re.compile(r"\[(\w+)\]", re.ASCII)
_PLAIN: Final = re.compile(r"[\w.+/=-]*", re.ASCII)
_BYTES: Final = re.compile(r'"?@ByteArray\((.*)\)"?')
_ESCAPE: Final = re.compile(r"\\(x[0-9a-fA-F]+|[0-7]+|.)")
_ESCAPED: Final = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class SettingsError(BadInput):
    """The settings cannot be read or written."""


def read_values(path: Path) -> dict[str, str]:
    """The values by section and name, such as ``lab/seed``; rubbish counts as nothing."""
    try:
        content = read_bytes(path, SettingsError, LARGEST)
    except SettingsError:
        return {}
    values, section = {}, ""
    for line in content.decode("utf-8", "replace").splitlines():
        if found := _SECTION.fullmatch(line.strip()):
            section = found[1]
        elif found := _LINE.fullmatch(line.strip()):
            value = _value(found[2])
            if value is not None:
                values[f"{section}/{found[1]}".replace("\\", "/")] = value
    return values


def write_values(path: Path, values: Mapping[str, object]) -> None:
    """Write values in one piece, so that ``read_values`` finds them as texts.

    Raises SettingsError where that cannot be done.
    """
    from advgui.core.disk.writing import (
        write_bytes,  # only here, as the window waits for this module
    )

    sections: dict[str, list[str]] = {}
    for name, value in sorted(values.items()):
        section, _, key = name.partition("/")
        line = "{}={}".format(key.replace("/", "\\"), _written(value))
        sections.setdefault(section, []).append(line)
    texts = ("\n".join([f"[{section}]", *lines, ""]) for section, lines in sections.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            raise SettingsError(tr("{path}: not a regular file.").format(path=path))
    except OSError as error:
        raise SettingsError(
            tr("{path}: cannot be written ({strerror}).").format(path=path, strerror=error.strerror)
        ) from error
    write_bytes(path, "\n".join(texts).encode(), SettingsError)


def _value(written: str) -> str | None:
    """The text that a value is; None where it is something else."""
    if found := _BYTES.fullmatch(written):
        return base64.b64encode(_unescaped(found[1])).decode("ascii")
    if written.startswith('"'):
        import json  # only here: few values need it, and the window waits for this module

        try:
            text = json.loads(written)
        except (ValueError, RecursionError):
            return None
        return text if isinstance(text, str) else None
    return None if written.startswith("@") else written


def _unescaped(text: str) -> bytes:
    """The bytes behind Qt's escapes."""

    def sign(found: re.Match[str]) -> str:
        code = found[1]
        if code[0] == "x" and len(code) > 1:
            return chr(int(code[1:], 16) & 0xFF)
        if code in "01234567" or len(code) > 1:
            return chr(int(code, 8) & 0xFF)
        return _ESCAPED.get(code, code)

    return _ESCAPE.sub(sign, text).encode("latin-1", "replace")


def _written(value: object) -> str:
    import json  # only here, as above

    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text)
