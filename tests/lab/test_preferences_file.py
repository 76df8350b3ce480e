"""The settings on disk are plain texts, and any other file counts as none."""

import base64
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.lab.preferences_file import LARGEST, SettingsError, read_values, write_values

names = st.from_regex(r"lab/[a-z_]{1,9}(/[a-z_]{1,9})?", fullmatch=True)
values = st.text() | st.booleans() | st.integers() | st.floats(allow_nan=False)


@given(values=st.dictionaries(names, values))
@settings(max_examples=50)
def test_what_is_written_is_read_as_text(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("config") / "advgui.conf"
    write_values(path, values)
    texts = {n: str(v).lower() if isinstance(v, bool) else str(v) for n, v in values.items()}
    assert read_values(path) == texts


@given(content=st.binary() | st.text().map(str.encode))
@settings(max_examples=200)
def test_any_bytes_give_texts(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("config") / "advgui.conf"
    path.write_bytes(b"[lab]\nseed=" + content)
    assert all(isinstance(value, str) for value in read_values(path).values())


OLD = rb"""[lab]
attack=report
live=true
parameters\lab\steps=100
network="a, b"
seed=@Variant(\0\0\0\x7f\0\0\0\x18PySide::PyObjectWrapper\0\0\0\0\x1)

[window]
geometry="@ByteArray(\x1\xd9\xd0\xcb\0\x3\\\"\n\x41\x42)"
"""


def test_texts_and_bytes_that_qt_has_written_are_read_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "advgui.conf"
    path.write_bytes(OLD)
    found = read_values(path)
    assert base64.b64decode(found.pop("window/geometry")) == b'\x01\xd9\xd0\xcb\0\x03\\"\nAB'
    assert found == {
        "lab/attack": "report",
        "lab/live": "true",
        "lab/parameters/lab/steps": "100",
        "lab/network": "a, b",
    }


def test_a_file_that_is_too_large_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "advgui.conf"
    path.write_bytes(b"[lab]\nseed=1\n" * (LARGEST // 12))
    assert read_values(path) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_file_is_neither_read_nor_written(tmp_path: Path) -> None:
    fifo, folder, link = tmp_path / "fifo", tmp_path / "folder", tmp_path / "link"
    os.mkfifo(fifo)
    folder.mkdir()
    link.symlink_to(fifo)
    for path in (fifo, folder, link, tmp_path / "none"):
        assert read_values(path) == {}
    for path in (fifo, folder, link, fifo / "advgui.conf"):
        with pytest.raises(SettingsError, match=r"not a regular file|cannot be written"):
            write_values(path, {"lab/seed": 1})
