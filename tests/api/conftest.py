"""Data sets for whoever asks where they are."""

from pathlib import Path

import pytest

from tests.fake_datasets import write_folders


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with tiny data sets, which advgui is told of."""
    write_folders(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    return tmp_path
