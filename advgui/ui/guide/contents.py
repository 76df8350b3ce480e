"""The pages of the guide: which there are, what they are called, and in which order."""

import re
from pathlib import Path
from typing import Final

from advgui.core.resources import resource

#: The page that tells of all others.
FIRST: Final = "index"

_LINK: Final = re.compile(r"\]\((\w+)\.md\)")


def contents() -> dict[str, str]:
    """The title of each page by its name: the first one, those it links to, and all others.

    Raises ResourceError where the installation lacks the guide.
    """
    linked = _LINK.findall(page_file(FIRST).read_text("utf-8"))
    there = sorted(path.stem for path in resource("guide").glob("*.md"))
    return {name: _title(page_file(name)) for name in dict.fromkeys([FIRST, *linked, *there])}


def page_file(name: str) -> Path:
    """The Markdown of a page; raises ResourceError where the installation lacks it."""
    return resource(f"guide/{name}.md")


def _title(path: Path) -> str:
    """Its first heading."""
    return path.read_text("utf-8").partition("\n")[0].removeprefix("# ")
