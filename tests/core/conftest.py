"""A small data set, a mirror that has it, and a place for it."""

from pathlib import Path

import pytest

from advgui.core.datasets.catalogue import Dataset
from tests.fake_server import TINY, Mirror, described


@pytest.fixture
def tiny() -> Dataset:
    return described(TINY)


@pytest.fixture
def full(mirror: Mirror, tiny: Dataset) -> Mirror:
    """A mirror that has everything."""
    mirror.holds(tiny, TINY)
    return mirror


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mnist"
