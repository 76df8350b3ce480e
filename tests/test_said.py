"""Whatever the window says goes through ``tr``, so that it can be said in another language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parents[1] / "advgui"

#: Written for programs: pages, pictures and scripts that leave the window, and Qt's modules.
FOR_PROGRAMS: Final = ("lab/export/html_page.py", "lab/export/repeating.py", "lab/export/svg.py")
#: What no person reads: markup, JSON, what kinds of files are called by their endings.
_NO_SENTENCE: Final = re.compile(r"\s*[<{*\[(].*|.*\bLike Gecko\b.*", re.DOTALL)
#: Two words, or one and what comes before or behind it.
_SENTENCE: Final = re.compile(r"[a-z]\s|\s[a-z]")
#: Whose arguments nobody sees, and errors of programming.
_UNSEEN: Final = {
    *("tr", "setObjectName", "findChild", "getLogger", "TypeVar", "Thread", "__init__"),
    *("debug", "info", "warning", "error", "exception"),
    *("AssertionError", "KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"),
}
