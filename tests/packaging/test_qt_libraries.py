"""Which libraries Qt lacks, asked of the real loader about real plugins of Qt's."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import qt_libraries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Qt brings all it needs elsewhere")


@pytest.fixture
def qt() -> Path:
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "Qt"


def needing(qt: Path, folder: Path, library: bytes) -> Path:
    """A copy of Qt's offscreen plugin that needs this library instead of Qt's own."""
    plugin = (qt / "plugins/platforms/libqoffscreen.so").read_bytes()
    assert len(library) == len(b"libQt6Gui.so.6")
    folder = folder / "plugins/platforms"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "libqbroken.so").write_bytes(plugin.replace(b"libQt6Gui.so.6", library))
    return folder.parents[1]


def test_the_platform_that_these_tests_run_on_lacks_nothing(qt: Path) -> None:
    assert qt_libraries.missing(qt, ["offscreen"]) == set()


def test_a_library_that_is_not_there_is_named(qt: Path, tmp_path: Path) -> None:
    broken = needing(qt, tmp_path, b"libNothing.so.")
    assert "libNothing.so." in qt_libraries.missing(broken, ["broken"])


def test_one_platform_that_loads_is_enough(qt: Path, tmp_path: Path) -> None:
    broken = needing(qt, tmp_path, b"libNothing.so.")
    whole = next((qt / "lib").glob("libicudata.so.*"))  # it needs no other library
    (broken / "plugins/platforms/libqwhole.so").symlink_to(whole)
    assert "libNothing.so." not in qt_libraries.missing(broken, ["broken", "whole"])


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libX11.so.6", "libx11-6"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
    ],
)
def test_debian_names_a_library_s_package(library: str, package: str) -> None:
    assert qt_libraries.debian_package(library) == package
