"""No file that the window finds at its start, or in a dialog, runs code or keeps it closed."""

import os
import pickle
import stat
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: Opens the window, lets a user draw and look for a file, and closes it.
USED = """
import sys
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog
from advgui.__main__ import main

QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
real = QApplication.exec

def use():
    (window,) = (w for w in QApplication.topLevelWidgets() if w.objectName() == "window")
    window.findChild(QAction, "open").trigger()
    window.findChild(QFileDialog, "open-drawing").close()
    sys.stdout.write(f"seed {window.controller.state.seed}\\n")
    window.close()

def exec_(*_):
    QTimer.singleShot(0, use)
    return real()

QApplication.exec = exec_
sys.exit(main([]))
"""


class Planted:
    """What a pickle does is up to whoever wrote it: here it makes a file."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


def variant(mark: Path) -> str:
    """A value of Qt's that holds a Python object."""
    name, body = b"PySide::PyObjectWrapper\0", pickle.dumps(Planted(mark), 2)
    parts = (struct.pack(">II", 127, len(name)), name, struct.pack(">I", len(body)), body)
    return "@Variant({})".format("".join(f"\\x{byte:x}" for byte in b"".join(parts)))


def endless(path: Path) -> None:
    """A device of which one can read for ever; never the machine's own one, nor a link to it."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only the administrator can make a device")


def used(home: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", USED],
        env={**environment, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), **changed},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the files lie elsewhere")


@pytest.mark.parametrize(
    "place",
    [
        "config/advgui/advgui.conf",
        "config/advgui.conf",
        "config/QtProject.conf",
        "config/kdeglobals",
    ],
)
def test_a_file_of_settings_runs_no_code(home: Path, place: str, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    path = home / place
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = ("seed", "network", "lastVisited", "history", "shortcuts")
    lines = [f"{key}={variant(mark)}" for key in keys]
    sections = ("lab", "window", "FileDialog")
    path.write_text("\n".join(line for name in sections for line in (f"[{name}]", *lines)))
    ran = used(home, XDG_CONFIG_DIRS=str(home / "config"))
    assert (ran.returncode, ran.stdout) == (0, "seed 0\n"), ran.stderr
    assert not mark.exists()


def test_a_damaged_value_keeps_no_window_closed(home: Path) -> None:
    path = home / "config/advgui/advgui.conf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"[lab]\nseed=7\nlive=@Variant(\\0\\0\\0\\x{'1' * 400}\\0\\x5)\npen=@Invalid()\n"
    )
    ran = used(home)
    assert (ran.returncode, ran.stdout) == (0, "seed 7\n"), ran.stderr


@pytest.mark.parametrize("kind", ["fifo", "folder", "device", "unreadable", "huge"])
def test_something_in_the_place_of_the_settings_keeps_no_window_closed(
    home: Path, kind: str
) -> None:
    path = home / "config/advgui/advgui.conf"
    path.parent.mkdir(parents=True, exist_ok=True)
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            endless(path)
        case "unreadable":
            path.write_text("[lab]\nseed=0\n")
            path.chmod(0)
        case "huge":
            path.write_text("[lab]\nseed=7\n" * 10**6)
    ran = used(home)
    assert (ran.returncode, ran.stdout) == (0, "seed 0\n"), ran.stderr
    if kind in ("fifo", "folder", "device"):
        assert ran.stderr.count("The settings cannot be kept") == 1


def test_settings_of_the_whole_system_are_not_read(home: Path, tmp_path: Path) -> None:
    for name in ("advgui/advgui.conf", "advgui.conf"):
        path = tmp_path / "etc" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("[lab]\nseed=7\n")
    ran = used(home, XDG_CONFIG_DIRS=str(tmp_path / "etc"))
    assert (ran.returncode, ran.stdout) == (0, "seed 0\n"), ran.stderr
