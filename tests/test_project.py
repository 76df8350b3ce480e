"""What holds for the project as a whole."""

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import advgui

ROOT = Path(__file__).parents[1]
WITHOUT_QT = """
import importlib.util, pkgutil, sys
for blocked in ("PySide6", "shiboken6"):
    sys.modules[blocked] = None  # an import of it fails
onnx = importlib.util.find_spec("onnx")  # an extra
for package in sys.argv[1:]:
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if onnx or ".onnx" not in module.name:
            importlib.import_module(module.name)
"""


@pytest.mark.parametrize("package", ["advgui.core", "advgui.lab", "advgui.commands", "advgui.api"])
def test_all_but_the_window_imports_without_qt(package: str) -> None:
    command = [sys.executable, "-W", "error", "-c", WITHOUT_QT, package]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_that_of_the_installation() -> None:
    try:
        installed = version("advgui")
    except PackageNotFoundError:
        pytest.skip("advgui runs from a checkout that is not installed")
    assert installed == advgui.__version__


@pytest.mark.parametrize("folder", ["advgui", "packaging", "tests"])
def test_no_file_is_too_long_to_read(folder: str) -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / folder).rglob("*.py")
    }
    assert lengths
    assert not {path: lines for path, lines in lengths.items() if lines > 400}
