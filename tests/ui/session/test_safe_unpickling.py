"""Run in a process of its own, as what Qt looks up first stays for the whole of it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

READ = """
import os, pickle, sys
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from advgui.ui.session.safe_unpickling import rebuild_nothing

class Planted:
    def __reduce__(self):
        return os.mkdir, (sys.argv[2],)

data = QByteArray()
QDataStream(data, QIODevice.OpenModeFlag.WriteOnly).writeQVariant(Planted())
if sys.argv[1] == "guarded":
    rebuild_nothing()
QDataStream(data).readQVariant()
assert pickle.loads(pickle.dumps(7)) == 7
"""


def read(how: str, planted: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", READ, how, str(planted)], check=True, cwd=ROOT, timeout=60
    )


def test_what_a_file_of_qts_names_is_not_run(tmp_path: Path) -> None:
    read("unguarded", tmp_path / "unguarded")
    assert (tmp_path / "unguarded").is_dir(), "Qt runs it where nobody guards"
    read("guarded", tmp_path / "guarded")
    assert not (tmp_path / "guarded").exists()
