"""The program checks itself, in one line, with nobody's settings, and leaves nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import advgui
from advgui.__main__ import main
from advgui.core import resources
from advgui.core.resources import resource
from advgui.ui.selfcheck import check
from advgui.ui.selfcheck.check import check_window
from advgui.ui.selfcheck.parts import CheckError
from advgui.ui.session.settings import settings_file

CAPTURED = pytest.CaptureFixture[str]


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The resources of an installation that can be damaged."""
    folder = tmp_path / "resources"
    folder.mkdir()
    for one in resource("").iterdir():
        (folder / one.name).symlink_to(one)
    monkeypatch.setattr(resources, "_folder", lambda: folder)
    return folder


def said(captured: CAPTURED) -> str:
    """The one line that the program has written."""
    out, err = captured.readouterr()
    assert err == ""
    assert out.count("\n") == 1
    return out.removeprefix(f"advgui {advgui.__version__} self-check: ")


@pytest.mark.usefixtures("application")
def test_a_whole_installation_passes(capsys: CAPTURED) -> None:
    assert main(["--self-check"]) == 0
    told = said(capsys)
    assert told.startswith("passed (a 7 reads 7")
    assert "fooled toward 3" in told
    assert not any(window.isVisible() for window in QApplication.topLevelWidgets())


@pytest.mark.usefixtures("application")
def test_the_settings_are_neither_read_nor_changed(
    capsys: CAPTURED, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = settings_file(), "[lab]\nnetwork=bayes\n"
    path.parent.mkdir(parents=True)
    path.write_text(before)
    assert main(["--self-check"]) == 0
    assert path.read_text() == before
    assert list(path.parent.iterdir()) == [path]
    assert "> 99" in said(capsys)  # naive Bayes, which was chosen, is not so sure


@pytest.mark.usefixtures("application")
def test_a_damaged_network_is_told(capsys: CAPTURED, installation: Path) -> None:
    folder = installation / "networks"
    originals = list(folder.iterdir())
    folder.unlink()
    folder.mkdir()
    for one in originals:
        (folder / one.name).write_bytes(
            resource_bytes(one.name)[: 4000 if "svm" in one.name else None]
        )
    assert main(["--self-check"]) == 1
    told = said(capsys)
    assert told.startswith("failed: ")
    assert "svm" in told


def resource_bytes(name: str) -> bytes:
    return (Path(resources.PACKAGE).parent / "resources/networks" / name).read_bytes()


@pytest.mark.usefixtures("application")
def test_a_missing_gallery_is_told(capsys: CAPTURED, installation: Path) -> None:
    (installation / "gallery.json").unlink()
    assert main(["--self-check"]) == 1
    told = said(capsys)
    assert told.startswith("failed: This installation of advgui is incomplete")
    assert "gallery.json" in told


@pytest.mark.usefixtures("application")
def test_another_outcome_than_the_known_one_is_told(
    capsys: CAPTURED, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "L2", 9.0)
    assert main(["--self-check"]) == 1
    assert said(capsys).startswith("failed: Attacked toward 3, the network reads 3 at L2 1.")


@pytest.mark.usefixtures("application")
def test_what_takes_too_long_is_told() -> None:
    with pytest.raises(CheckError, match="It takes too long until "):
        check_window(patience_ms=0)


def test_it_takes_no_file(capsys: CAPTURED, tmp_path: Path) -> None:
    assert main(["--self-check", str(tmp_path)]) == 2
    assert "not allowed" in capsys.readouterr().err


def test_where_no_window_can_open_it_fails_in_a_sentence(
    capsys: CAPTURED, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert main(["--self-check"]) == 1
    assert said(capsys).startswith("failed: There is no display")
