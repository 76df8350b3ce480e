from pathlib import Path

import pytest

from advgui.core.errors import NetworkFileError
from advgui.core.networkfile import save_network
from advgui.core.shipped import SHIPPED, default_network, find_network, load_shipped


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_network_is_there_under_its_name(name: str) -> None:
    assert load_shipped(name).name == find_network(name).name == name


def test_the_default_is_a_shipped_network() -> None:
    assert default_network() in SHIPPED


def test_a_network_is_found_by_its_path(tmp_path: Path) -> None:
    for name in ("mine.safetensors", "mine"):
        save_network(load_shipped("report"), tmp_path / name)
        assert find_network(str(tmp_path / name)).parameters() == 784 * 20 + 20 + 20 * 10 + 10


def test_a_shipped_name_comes_before_a_file_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_network(load_shipped("convolutional"), tmp_path / "report")
    assert find_network("report").name == "report"
    assert find_network("./report").name == "convolutional"


def test_an_unknown_name_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(NetworkFileError, match=r"no network 'reprot'; .*convolutional, report"):
        find_network("reprot")


@pytest.mark.parametrize("path", ["missing.safetensors", "folder/missing"])
def test_a_missing_file_is_told_as_a_file(path: str) -> None:
    with pytest.raises(NetworkFileError, match=r"missing.* cannot be read"):
        find_network(path)
