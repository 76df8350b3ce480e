"""Work under way on disk is what it was, or it is told in a sentence why it is none."""

from pathlib import Path
from typing import Final

import numpy as np
import pytest

from advgui.core.errors import WorkFileError
from advgui.core.resuming import work_file
from advgui.core.resuming.checkpoints import Remembered
from advgui.core.resuming.work_file import (
    WorkKind,
    Written,
    load_work,
    network_in,
    network_part,
    save_work,
)
from advgui.core.zoo import load_shipped

KIND: Final = WorkKind("test", "It is lost: {why}.")
PART: Final = Remembered({"number": 3}, {"row": np.arange(4.0), "count": np.array([7])})


def whole(written: Written) -> Written:
    return written


def written(path: Path, kind: WorkKind = KIND) -> Path:
    told = {"goal": 3, "rate": 0.1}
    save_work(kind, Written(told, {"a/b": np.ones(2, np.float32)}, {"part": PART}), path)
    return path


def test_all_of_it_comes_back_in_its_own_types(tmp_path: Path) -> None:
    found = load_work(KIND, written(tmp_path / "work"), whole)
    assert (found.told["goal"], found.told["rate"]) == (3, 0.1)
    assert found.below("a")["b"].tolist() == [1, 1]
    assert found.checkpoint["part"].values == PART.values
    for name, array in PART.arrays.items():
        again = found.checkpoint["part"].arrays[name]
        assert again.dtype == array.dtype
        assert (again == array).all()
        assert again.flags.writeable


def test_a_network_is_the_same_to_the_bit(tmp_path: Path) -> None:
    network = load_shipped("report")
    again = network_in(*network_part(network))
    assert (again.name, again.stored_name) == (network.name, network.stored_name)
    image = np.random.default_rng(0).random((1, 28, 28), np.float32)
    assert again.logits(image).tobytes() == network.logits(image).tobytes()


def test_what_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "work"
    with pytest.raises(WorkFileError):
        load_work(KIND, path, whole)
    path.write_bytes(b"nothing")
    with pytest.raises(WorkFileError, match=r"^It is lost: "):
        load_work(KIND, path, whole)
    other = WorkKind("other", "The other is lost: {why}.")
    with pytest.raises(WorkFileError, match="is lost: it is damaged"):
        load_work(other, written(path), whole)


def test_one_of_a_newer_version_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "work")
    path.write_bytes(path.read_bytes().replace(b"advgui test 1", b"advgui test 2"))
    with pytest.raises(WorkFileError, match="newer advgui"):
        load_work(KIND, path, whole)


def test_what_is_too_large_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_file, "WORK_BYTES", 8)
    with pytest.raises(WorkFileError, match="needs more than"):
        written(tmp_path / "work")
    assert not (tmp_path / "work").exists()
