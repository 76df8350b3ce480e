"""What every test starts from: one thread of arithmetic, no screen, no one's settings."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# numpy reads these when it is first imported, which no plugin does before this line.
for _library in ("OPENBLAS", "OMP", "MKL", "VECLIB"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

os.environ["ADVGUI_LANGUAGE"] = "en"  # as the sentences stand in the tests

# A test must not fail because the machine is busy; CI repeats the same examples every time.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")

pytest_plugins = ["pytester", "tests.isolation", "tests.leaks", "tests.names", "tests.fake_server"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="show the windows on the real screen")


def _screen() -> str:
    """The file of a screen as most people have one; Qt takes no path with a drive's letter."""
    path = Path(__file__).with_name("screen.json")
    return os.path.relpath(path).replace(os.sep, "/") if os.name == "nt" else str(path)


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("headed"):
        os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_screen()}")


@pytest.fixture(scope="session")
def qapp_cls() -> "type[QApplication]":
    """The application as a user has it."""
    from advgui.ui.application import Application

    return Application


def _data(folder: str) -> Path:
    root = os.environ.get("ADVGUI_DATA")
    if root is None:
        pytest.skip(f"ADVGUI_DATA names no folder that holds {folder}/")
    path = Path(root) / folder
    if not path.is_dir():
        pytest.skip(f"{path} is not there")
    return path


@pytest.fixture(scope="session")
def mnist() -> Path:
    """The folder of MNIST's four files."""
    return _data("mnist")


@pytest.fixture(scope="session")
def pendigits() -> Path:
    """The folder of the pen digits."""
    return _data("pendigits")
