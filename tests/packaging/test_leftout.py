"""What the bundle does without: named files, and libraries that nothing else needs."""

import pytest
from leftout import MODULES, Entry, is_left_out, kept

LINKS = {
    "libqgtk3.so": {"libgtk-3.so.0", "libQt6Gui.so.6"},
    "libgtk-3.so.0": {"libpango-1.0.so.0"},
    "libpango-1.0.so.0": {"libQt6Gui.so.6"},
    "libqxcb.so": {"libQt6Gui.so.6"},
}


def entry(place: str, kind: str = "BINARY") -> Entry:
    return place, f"/source/{place}", kind


def needs(one: Entry) -> set[str]:
    return LINKS.get(one[0].rpartition("/")[2], set())


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/translations/qt_help_de.qm",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.dylib",
        "pyqtgraph/icons/icons.svg",
        "libX11.so.6",
    ],
)
def test_what_is_named_is_left_out_on_every_system(place: str) -> None:
    assert is_left_out(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/QtSvg.abi3.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qtbase_de.qm",
        "advgui/resources/gallery.json",
        "advgui/resources/translations/advgui_de.ts",
        "pillow.libs/libXau-154567c4.so.6.0.0",
    ],
)
def test_what_advgui_needs_stays(place: str) -> None:
    assert not is_left_out(place)


def test_libraries_go_with_the_last_one_that_needs_them() -> None:
    entries = [
        entry("PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("libgtk-3.so.0"),
        entry("libpango-1.0.so.0"),
        entry("PySide6/Qt/lib/libQt6Gui.so.6"),
        entry("libQt6Gui.so.6", "SYMLINK"),
    ]
    assert [place for place, _, _ in kept(entries, needs)] == [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libQt6Gui.so.6",
    ]


def test_a_library_that_stays_for_another_one_keeps_its_link() -> None:
    entries = [entry("libqxcb.so"), entry("libQt6Gui.so.6", "SYMLINK")]
    assert kept(entries, needs) == entries


def test_no_module_of_advgui_is_left_out() -> None:
    assert not [name for name in MODULES if name.startswith("advgui")]
