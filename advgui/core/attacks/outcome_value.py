"""One value of a saved outcome, as it stands in its JSON."""

from pathlib import Path
from typing import Any, Final

from advgui.core.disk.reading import read_bytes
from advgui.core.errors import ImageFileError
from advgui.core.json_text import JsonError, parse_json

_OUTCOME_BYTES: Final = 1 << 20


def outcome_value(path: Path, name: str) -> Any:  # noqa: ANN401 (whatever JSON had)
    """What an ``outcome.json`` has under a name; None where it has nothing.

    Raises ImageFileError, naming the file, where it cannot be read or is no JSON.
    """
    try:
        found = parse_json(read_bytes(path, ImageFileError, _OUTCOME_BYTES))
    except JsonError as error:
        raise ImageFileError(f"{path.name}: {error}.") from error
    return found.get(name) if isinstance(found, dict) else None
