"""Foreign text made fit to be shown: one line, in which nothing steers a terminal.

Names of files, networks and operators come from anybody. A newline or an escape sequence in
one could make a terminal show what nobody has said, and a mark of direction turn it around.
"""

import unicodedata
from typing import Final

#: Signs of one sentence; what is longer loses its middle.
LONGEST: Final = 1000
_CUT: Final = "…"


def printable(text: str, longest: int = LONGEST) -> str:
    r"""The text on one line of at most ``longest`` signs, the unprintable ones as escapes.

    A name of a file that is not UTF-8 shows its bytes: ``\xff``.
    """
    return _shortened("".join(map(_shown, _shortened(text, longest))), longest)


def _shown(sign: str) -> str:
    if sign.isprintable() or unicodedata.category(sign) == "Zs":
        return sign
    if "\udc80" <= sign <= "\udcff":  # how Python keeps a byte that it could not decode
        return f"\\x{ord(sign) - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode("ascii")


def _shortened(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    start = (longest - len(_CUT) + 1) // 2
    return text[:start] + _CUT + text[len(text) - (longest - len(_CUT) - start) :]
