"""A copy of advgui into which a test puts files of its own, as whoever extends it would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE_S = 60


class PackageCopy:
    """The package and its resources in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "advgui", folder / "advgui")  # compiled, where it is
        shutil.copytree(ROOT / "resources", folder / "advgui/resources")  # as it is installed

    def add(self, place: str, content: str) -> None:
        """Put a new file there."""
        path = self.folder / place
        assert not path.exists()
        path.write_text(content)

    def install(self, name: str, content: str, group: str, point: str) -> None:
        """Put another package beside it, which offers something."""
        self.add(f"{name}.py", content)
        info = self.folder / f"{name}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[{group}]\n{point}\n")

    def process(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A Python that finds this copy, once it has ended."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(self.folder), str(ROOT))),
                "QT_QPA_PLATFORM": "offscreen",
            },
            timeout=PATIENCE_S,
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *arguments: str) -> str:
        """What such a Python prints; it has to succeed."""
        done = self.process(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
