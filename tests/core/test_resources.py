"""The shipped files are found wherever advgui runs from."""

import os
import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

from advgui.core.resources import ResourceError, resource

ROOT = Path(__file__).parents[2]
NAME = "icons/undo.svg"
ASK = f"from advgui.core.resources import resource; print(resource({NAME!r}).resolve())"


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; a failure shows what it said."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def unpack(folder: Path, resources: Path | None) -> Path:
    """The package alone in a folder, with the resources where they are said to be."""
    shutil.copytree(
        ROOT / "advgui", folder / "advgui", ignore=shutil.ignore_patterns("__pycache__")
    )
    if resources is not None:
        shutil.copytree(ROOT / "resources", resources)
    return folder


def ask(folder: Path, cwd: Path, before: str = "import sys") -> str:
    return run(
        sys.executable, "-I", "-c", f"{before}; sys.path.insert(0, {str(folder)!r}); {ASK}", cwd=cwd
    )


def test_a_checkout_uses_its_own_resources() -> None:
    assert resource(NAME) == ROOT / "resources" / NAME
    assert resource("icons").is_dir()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ResourceError, match=r"incomplete: it lacks .*icons.nothing\.svg\.$"):
        resource("icons/nothing.svg")


def test_a_frozen_application_finds_them_beside_its_modules(tmp_path: Path) -> None:
    bundle = unpack(tmp_path / "_internal", tmp_path / "_internal/advgui/resources")
    frozen = f"import sys; sys.frozen = True; sys._MEIPASS = {str(bundle)!r}"
    assert ask(bundle, tmp_path, frozen) == str(bundle / "advgui/resources" / NAME)


def test_a_stranger_s_folder_beside_the_package_is_not_taken(tmp_path: Path) -> None:
    folder = unpack(tmp_path / "site-packages", tmp_path / "site-packages/resources")
    with pytest.raises(AssertionError, match=r"it lacks .*advgui.resources"):
        ask(folder, tmp_path)


@pytest.mark.parametrize("kind", ["wheel", "editable"])
def test_an_installed_advgui_finds_them_from_any_folder(kind: str, tmp_path: Path) -> None:
    for tool in ("hatchling", "pip"):
        if find_spec(tool) is None:
            pytest.skip(f"{tool} is not here, so that nothing can be built or installed")
    build = f"import sys, hatchling.build; print(hatchling.build.build_{kind}(sys.argv[1]))"
    wheel = run(sys.executable, "-c", build, tmp_path, cwd=ROOT).splitlines()[-1]
    venv.create(tmp_path / "venv")
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps")
    run(*pip, tmp_path / wheel, cwd=tmp_path)
    found = Path(run(python, "-I", "-c", ASK, cwd=tmp_path))
    home = ROOT if kind == "editable" else tmp_path / "venv"
    assert found.is_relative_to(home)
    assert found.read_bytes() == (ROOT / "resources" / NAME).read_bytes()
