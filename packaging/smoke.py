"""Try an installed advgui as its users have it; the standard library of Python is all it takes.

    python3 packaging/smoke.py dist/advgui/advgui

The program has to check itself in each circumstance that exists on this machine, and to say
so: no word is allowed on stderr, as every warning comes from a part that is not whole.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE_S = 300
NOBODY = 65534
MARK = "self-check: passed"
SEVEN = {"strokes": [[[20, 15], [80, 15], [62, 50], [45, 90]]], "label": 7}
DIGIT = "digit.json"

Command = tuple[str, ...]


class Skipped(Exception):
    """What cannot be tried on this machine, and why."""


@dataclass(frozen=True)
class Case:
    """One way to run the program: with what around it, where, and what it has to say."""

    program: Path
    arguments: Command = ("--self-check",)
    before: Command = ()
    folder: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    mark: str = MARK

    def start(self) -> subprocess.Popen[str]:
        """Start it, offscreen unless ``environment`` says otherwise."""
        return subprocess.Popen(
            [*self.before, str(self.program), *self.arguments],
            cwd=self.folder,
            env={**_environment(), **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def verdict(self, process: subprocess.Popen[str]) -> str:
        """What is wrong with how it went; nothing if it went well."""
        try:
            said, complained = process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return f"it did not end within {PATIENCE_S} s"
        if process.returncode == 0 and self.mark in said and not complained:
            return ""
        return f"exit code {process.returncode}, said {said!r}, complained {complained!r}"


def _environment() -> dict[str, str]:
    """This one without what would help only here: a Python's settings, a screen."""
    dropped = ("PYTHON", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY", "QT_", "LD_LIBRARY_PATH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


Condition = Callable[[Path, Path], Sequence[Case]]


def offscreen(program: Path, folder: Path) -> Sequence[Case]:
    """Without a screen."""
    return [Case(program)]


def in_german(program: Path, folder: Path) -> Sequence[Case]:
    """In another language, whose words and those of Qt have to be there."""
    return [Case(program, environment={"ADVGUI_LANGUAGE": "de"})]


def on_x11(program: Path, folder: Path) -> Sequence[Case]:
    """On an X server."""
    return [Case(program, before=(*tool("xvfb-run"), "-a"), environment={"QT_QPA_PLATFORM": "xcb"})]


def elsewhere(program: Path, folder: Path) -> Sequence[Case]:
    """From another directory, whose name has a blank and letters that are not English."""
    return [Case(program, folder=strange(folder))]


def moved(program: Path, folder: Path) -> Sequence[Case]:
    """Installed in such a directory."""
    return [Case(copied(program, strange(folder)))]


def homeless(program: Path, folder: Path) -> Sequence[Case]:
    """As a user without a home directory, who owns nothing and may write nowhere but in /tmp."""
    unset, missing = as_nobody(HOME=None), as_nobody(HOME="/nowhere")
    copy = copied(program, folder)
    return [Case(copy, before=before, folder=Path("/")) for before in (unset, missing)]


def read_only(program: Path, folder: Path) -> Sequence[Case]:
    """Installed where nothing can be written, for a user who could not change that."""
    before = as_nobody(HOME=str(folder))
    copy = copied(program, folder)
    for path in (copy.parent, *copy.parent.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    return [Case(copy, before=before)]


def without_network(program: Path, folder: Path) -> Sequence[Case]:
    """Where there is no network, not even to the machine itself."""
    before = (*tool("unshare"), "--net", "--map-root-user")
    if subprocess.run([*before, "true"], capture_output=True, check=False).returncode:
        raise Skipped("no namespace can be made here")
    return [Case(program, before=before)]


def twice(program: Path, folder: Path) -> Sequence[Case]:
    """Two at once."""
    return [Case(program), Case(program)]


def commands(program: Path, folder: Path) -> Sequence[Case]:
    """The commands, which need no screen."""
    digit = folder / DIGIT
    digit.write_text(json.dumps(SEVEN), encoding="utf-8")
    attack = ("attack", str(digit), "--goal", "3", "--json", "--out", str(folder / "out"))
    return [
        Case(program, ("--version",), mark="advgui "),
        Case(program, ("networks",), mark="convolutional"),
        Case(program, attack, mark='"fooled": true'),
    ]


def image_file(program: Path, folder: Path) -> Sequence[Case]:
    """The commands with the PNG that the attack has saved: it is read as what it was made for."""
    (png,) = (folder.parent / commands.__name__).rglob("adversarial.png")
    return [Case(program, ("recognise", str(png), "--json"), mark='"label": 3')]


def onnx_file(program: Path, folder: Path) -> Sequence[Case]:
    """A network written as ONNX and read again, which a bundle can do without more packages."""
    if not is_bundle(program):
        raise Skipped("only a bundle has the extra onnx for certain")
    file, digit = folder / "report.onnx", folder / DIGIT
    digit.write_text(json.dumps(SEVEN), encoding="utf-8")
    read = ("recognise", str(digit), "--network", str(file), "--json")
    return [
        Case(program, ("export", "report", "--out", str(file)), mark=""),
        Case(program, read, mark='"label": 7'),
    ]


CONDITIONS: tuple[Condition, ...] = (
    *(offscreen, in_german, on_x11, elsewhere, moved, homeless, read_only, without_network, twice),
    *(commands, image_file, onnx_file),
)


def tool(name: str) -> Command:
    """A program that this machine may not have."""
    if not shutil.which(name):
        raise Skipped(f"there is no {name}")
    return (name,)


def as_nobody(**environment: str | None) -> Command:
    """Before a command: run it as a user who owns nothing, with these variables set or unset."""
    if sys.platform != "linux" or os.geteuid() != 0:
        raise Skipped("only root of Linux can become another user")
    user = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    unset = (f"--unset={name}" for name, value in environment.items() if value is None)
    put = (f"{name}={value}" for name, value in environment.items() if value is not None)
    return (*tool("setpriv"), *user, *tool("env"), *unset, *put)


def strange(folder: Path) -> Path:
    """A folder in this one with a name that programs stumble over."""
    made = folder / "Übung Nr. 7, 例"
    made.mkdir()
    return made


def is_bundle(program: Path) -> bool:
    """Whether the program is one that PyInstaller has made."""
    return (program.parent / "_internal").is_dir()


def copied(program: Path, folder: Path) -> Path:
    """The program in a copy of its folder, which everybody may read."""
    if not is_bundle(program):
        raise Skipped("only a bundle can be copied")
    shutil.copytree(program.parent, folder / "advgui", symlinks=True)
    return folder / "advgui" / program.name


def tried(condition: Condition, program: Path, folder: Path) -> Iterator[str]:
    """What is wrong in a condition."""
    folder.mkdir(mode=0o755)
    cases = condition(program, folder)
    running = [(case, case.start()) for case in cases] if condition is twice else []
    for case, process in running or ((case, case.start()) for case in cases):
        if wrong := case.verdict(process):
            yield wrong


def report(condition: Condition, program: Path, folder: Path) -> bool:
    """Try a condition and tell in a line how it went; whether it went well, or could not be."""
    words = (condition.__doc__ or "").splitlines()[0].rstrip(".")
    try:
        wrong = list(tried(condition, program, folder / condition.__name__))
    except Skipped as why:
        sys.stdout.write(f"skipped  {words}: {why}\n")
        return True
    sys.stdout.write(f"{'failed ' if wrong else 'passed '}  {'; '.join([words, *wrong])}\n")
    sys.stdout.flush()
    return not wrong


def main(arguments: list[str]) -> int:
    """Try the program in all conditions; 0 if nothing was wrong."""
    if len(arguments) != 1 or not shutil.which(arguments[0]):
        sys.stderr.write("Give the program to be tried: smoke.py dist/advgui/advgui\n")
        return 2
    program = Path(shutil.which(arguments[0]) or "").absolute()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        well = [report(condition, program, folder) for condition in CONDITIONS]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
