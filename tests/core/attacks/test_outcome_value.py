"""One value of a saved outcome is read, or it is said in a sentence why not."""

from pathlib import Path

import pytest

from advgui.core.attacks.outcome_value import outcome_value
from advgui.core.errors import ImageFileError


def test_a_value_is_there_or_is_none(tmp_path: Path) -> None:
    path = tmp_path / "outcome.json"
    path.write_text('{"start": ["00"]}')
    assert outcome_value(path, "start") == ["00"]
    assert outcome_value(path, "region") is None
    path.write_text("[1]")
    assert outcome_value(path, "start") is None


def test_what_is_no_json_is_told_by_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "outcome.json"
    path.write_text("{")
    with pytest.raises(ImageFileError, match=r"^outcome\.json: "):
        outcome_value(path, "start")
