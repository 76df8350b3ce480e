"""Set advgui up in .venv and start it; the standard library of Python 3.11 is all it takes.

    python3 packaging/start.py                 opens the window
    python3 packaging/start.py attack ...      runs one of advgui's commands
    python3 packaging/start.py test ...        runs every check; what follows goes to pytest
    python3 packaging/start.py bundle          builds dist/advgui, which needs no Python
    python3 packaging/start.py wheels          builds and tries the wheel and the sdist

The first start makes the environment, installs into it, and looks whether Qt's shared
libraries are there. A later one repeats only what has changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import qt_libraries

try:
    import tomllib
except ModuleNotFoundError:  # it came with the version that advgui needs
    sys.exit(f"advgui needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "pyproject.toml"
HOME = ROOT / ".venv"
#: What is run instead of advgui, each with the dependency group of the same name.
TASKS = {"test": "check.py", "bundle": "bundle.py", "wheels": "wheels.py"}
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: str | Path) -> None:
    """Run one step of the set-up; where it fails, so does the set-up."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"The set-up stopped, as this failed: {' '.join(map(str, command))}")


def system_install(packages: list[str], why: str) -> None:
    """Install Debian packages where this user may, else tell how and end."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        sys.exit(f"{why} Debian has what is missing in these packages: {names}")
    if os.geteuid() != 0:
        sys.exit(f"{why} Run this line, then start again:\n\n    sudo apt-get install {names}\n")
    sys.stdout.write(f"{why} Installing {names}.\n")
    sys.stdout.flush()
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    run("apt-get", "update", "--quiet")
    run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *packages)


def works() -> bool:
    """Whether the environment is whole, and not left by another Python or half-made."""
    question = "import pip, sys; sys.exit(sys.version != sys.argv[1])"
    ask = (PYTHON, "-c", question, sys.version)
    return PYTHON.exists() and subprocess.run(ask, capture_output=True, check=False).returncode == 0


def make_environment() -> None:
    """Debian has Python's ``ensurepip`` in a package of its own."""
    if find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        system_install([package], "This Python cannot make an environment.")
    run(sys.executable, "-m", "venv", "--clear", HOME)


def group(groups: dict[str, list[str | dict[str, str]]], name: str) -> Iterator[str]:
    """The requirements of a dependency group: pip reads them itself only from 25.1 on."""
    for entry in groups[name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from group(groups, entry["include-group"])


def install(task: str = "") -> None:
    """Bring .venv up to date for a task, unless it is as this pyproject and Python want it."""
    state = f"{ROOT}\n{sys.version}\n{hashlib.sha256(PROJECT.read_bytes()).hexdigest()}"
    stamp, plain = HOME / f".advgui-{task}", HOME / ".advgui-"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    if not works():
        make_environment()
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    wanted = group(groups, task) if task else ()
    run(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "-e", ROOT, *wanted)
    for one in {stamp, plain}:  # whoever has a task's has advgui, too
        one.write_text(state, encoding="utf-8")


def platforms(*, screen: bool) -> list[str]:
    """The plugins of Qt's of which one has to load."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return [name.split(":")[0] for name in chosen.split(";")]
    if not screen:
        return ["offscreen"]
    return ["wayland", "xcb"] if "WAYLAND_DISPLAY" in os.environ else ["xcb"]


def provide_libraries(names: list[str]) -> None:
    """Install the shared libraries that Qt lacks, and look again whether it has them."""
    if sys.platform != "linux":
        return
    for qt in HOME.glob("lib/python*/site-packages/PySide6/Qt"):
        if missing := qt_libraries.missing(qt, names):
            packages = sorted(set(map(qt_libraries.debian_package, missing)))
            system_install(packages, "Qt needs shared libraries that this system lacks.")
        if missing := qt_libraries.missing(qt, names):
            sys.exit(f"Qt still lacks {', '.join(sorted(missing))}.")


def needed_platforms(task: str, arguments: list[str]) -> list[str]:
    """The plugins of Qt's of which one has to load for this; most commands need no window."""
    if task == "bundle":
        return ["xcb"]  # what it is linked with is taken along
    if task:
        return platforms(screen="--headed" in arguments)
    return [] if arguments else platforms(screen=True)


def main(arguments: list[str]) -> int:
    """Set up what the arguments need, then run it and return its exit code."""
    task = arguments[0] if arguments and arguments[0] in TASKS else ""
    install(task)
    if names := needed_platforms(task, arguments):
        provide_libraries(names)
    script = str(ROOT / "packaging" / TASKS.get(task, ""))
    program = [script, *arguments[1:]] if task else ["-m", "advgui", *arguments]
    try:
        return subprocess.run([PYTHON, *program], check=False).returncode
    except KeyboardInterrupt:  # it went to the program, too, which has ended
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
