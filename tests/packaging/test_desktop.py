"""What desktops are told of advgui: every file says the same."""

import configparser
import plistlib
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pack_linux
import pytest

import advgui
from advgui.core.opening import DRAWING_SUFFIX
from advgui.lab.sessions.members import SUFFIX as SESSION_SUFFIX
from advgui.ui.app import DESKTOP_ID

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging/linux"
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
#: The types of files that the window opens by a click, and how their names end.
TYPES = {
    "application/vnd.advgui.strokes+json": DRAWING_SUFFIX,
    "application/vnd.advgui.session+zip": SESSION_SUFFIX,
}


@pytest.fixture
def entry() -> Mapping[str, str]:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / f"{DESKTOP_ID}.desktop", "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metadata() -> ElementTree.Element:
    return ElementTree.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()  # noqa: S314


def test_the_window_and_every_file_have_one_name(metadata: ElementTree.Element) -> None:
    assert pack_linux.ID == DESKTOP_ID
    assert metadata.findtext("id") == DESKTOP_ID
    assert metadata.findtext("launchable") == f"{DESKTOP_ID}.desktop"
    assert f"id={DESKTOP_ID}\n" in (LINUX / "install.sh").read_text("utf-8")


def test_the_menu_starts_the_program_with_a_file(entry: Mapping[str, str]) -> None:
    assert entry["Exec"] == "advgui %f"
    assert entry["Icon"] == DESKTOP_ID
    assert entry["StartupWMClass"] == "advgui"  # what Qt calls a window of this application


def test_what_is_opened_has_one_type_in_every_file(
    entry: Mapping[str, str], metadata: ElementTree.Element
) -> None:
    types = ElementTree.parse(LINUX / f"{DESKTOP_ID}.xml").getroot()  # noqa: S314
    told = {
        one.get("type"): [glob.get("pattern") for glob in one.iter(f"{MIME}glob")]
        for one in types.iter(f"{MIME}mime-type")
    }
    assert told == {kind: [f"*{suffix}"] for kind, suffix in TYPES.items()}
    assert [one.text for one in metadata.iter("mediatype")] == list(TYPES)
    assert entry["MimeType"] == "".join(f"{kind};" for kind in TYPES)


def test_it_has_the_same_type_on_windows_and_macos() -> None:
    installer = (ROOT / "packaging/windows/advgui.iss").read_text("utf-8")
    told = plistlib.loads((ROOT / "packaging/macos/documents.plist").read_bytes())
    opened, exported = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    pairs = zip(opened, exported, TYPES.items(), strict=True)
    for one, declared, (kind, suffix) in pairs:
        assert f'"Software\\Classes\\{suffix}"' in installer
        assert f'"{kind}"' in installer
        assert one["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
        tags = {"public.filename-extension": [suffix[1:]], "public.mime-type": kind}
        assert declared["UTTypeTagSpecification"] == tags


def test_the_newest_release_is_this_version(metadata: ElementTree.Element) -> None:
    release = metadata.find("releases/release")
    assert release is not None
    version = release.get("version")
    assert version == advgui.__version__ == pack_linux.VERSION
    released = re.search(rf"^## \[{re.escape(version)}\] - (\S+)$", CHANGES, re.MULTILINE)
    if released is None:  # it is told of as "Unreleased"
        assert release.get("type") == "development"
    else:
        assert (release.get("date"), release.get("type")) == (released[1], None)


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", f"{DESKTOP_ID}.desktop"),
        ("appstreamcli", "validate", "--no-net", f"{DESKTOP_ID}.metainfo.xml"),
    ],
    ids=lambda command: command[0],
)
def test_the_tools_of_desktops_find_no_fault(command: tuple[str, ...]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=LINUX, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
