"""The oldest packages that advgui says it works with."""

import pytest
from oldest import oldest, requirements


def test_every_requirement_has_an_oldest_version() -> None:
    pins = list(oldest(requirements()))
    assert len(pins) == len(requirements())
    assert all("==" in pin for pin in pins)


def test_bounds_above_do_not_matter() -> None:
    assert list(oldest(["numpy>=2.0", "Qt-Thing>=6.8,!=6.9.1"])) == ["numpy==2.0", "Qt-Thing==6.8"]


def test_a_requirement_without_a_lower_bound_is_named() -> None:
    with pytest.raises(ValueError, match="tqdm has no lower bound"):
        list(oldest(["tqdm"]))
