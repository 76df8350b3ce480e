"""Write the oldest version of each package that pyproject.toml allows, as constraints for pip.

    python packaging/oldest.py > oldest.txt
    PIP_CONSTRAINT=oldest.txt python packaging/start.py test

So the lower bounds are tried, and not only hoped for.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[1] / "pyproject.toml"
BOUND: Final = re.compile(r"(?P<name>[A-Za-z0-9._-]+)>=(?P<version>[0-9.]+)")


def requirements(project: Path = PROJECT) -> list[str]:
    """What advgui and its extras require of other packages, as pyproject.toml has it."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    extras = table["optional-dependencies"].values()
    return [*table["dependencies"], *(one for extra in extras for one in extra)]


def oldest(wanted: list[str]) -> Iterator[str]:
    """``name==version`` for each requirement. Raises ValueError for one without a lower bound."""
    for requirement in wanted:
        found = BOUND.match(requirement)
        if found is None:
            raise ValueError(f"{requirement} has no lower bound")
        yield f"{found['name']}=={found['version']}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(oldest(requirements())) + "\n")
