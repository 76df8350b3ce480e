"""The pages of the guide: which there are, what they are called, and in which order."""

import re
from pathlib import Path
from typing import Final

from advgui.core.resources import resource
from advgui.lab.glossary import PAGE as GLOSSARY
from advgui.lab.glossary import glossary_file
from advgui.ui.guide.plugins import TITLE, plugins_text

#: The page that tells of all others.
FIRST: Final = "index"
#: The page that is no file: it is written when it is shown.
PLUGINS: Final = "plugins"

_LINK: Final = re.compile(r"\]\(([\w-]+)\.md\)")


def contents() -> dict[str, str]:
    """The title of each page by its name: the first one, those it links to, and all others.

    What other packages bring has the last one, if there are any.
    Raises ResourceError where the installation lacks the guide.
    """
    linked = _LINK.findall(page_text(FIRST))
    there = sorted(path.stem for path in resource("guide").glob("*.md"))
    titles = {name: _title(page_file(name)) for name in dict.fromkeys([FIRST, *linked, *there])}
    return titles | ({PLUGINS: TITLE} if plugins_text() else {})


def page_file(name: str) -> Path:
    """Where a page is, or would be; raises ResourceError where the installation lacks it."""
    if name == GLOSSARY:
        return glossary_file()
    return resource("guide") / f"{PLUGINS}.md" if name == PLUGINS else resource(f"guide/{name}.md")


def page_text(name: str) -> str:
    """The Markdown of a page."""
    return plugins_text() if name == PLUGINS else page_file(name).read_text("utf-8")


def _title(path: Path) -> str:
    """Its first heading."""
    return path.read_text("utf-8").partition("\n")[0].removeprefix("# ")
