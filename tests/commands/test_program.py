"""What holds for the program whatever the command: help, exit codes, streams, imports."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import advgui
from advgui.commands import command_names, summary
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.strokes_file import Drawn, write_strokes
from tests.commands.conftest import ROOT, Run, environment, process, started

IMPORTED = """
import sys
from advgui.__main__ import main
code = main(sys.argv[2:])
unwanted = [name for name in sys.argv[1].split(",") if name in sys.modules]
sys.exit(f"imported {unwanted}" if unwanted else code)
"""
QT = "PySide6,shiboken6"


def test_help_tells_every_command(run: Run) -> None:
    ran = run("--help")
    assert (ran.code, ran.err) == (0, "")
    for name in command_names():
        assert f"{name} " in ran.out
        assert summary(name) in ran.out


@pytest.mark.parametrize("command", command_names())
def test_every_command_has_help(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: advgui {command} ")
    assert ("--json" in ran.out) == (command != "open")  # which only opens the window


def test_the_default_network_is_told_in_the_help(run: Run) -> None:
    for command in ("attack", "recognise", "evaluate"):
        assert "(default: convolutional)" in " ".join(run(command, "--help").out.split())


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"advgui {advgui.__version__}\n"


def test_what_is_neither_file_nor_command_is_told(refused: Callable[..., str]) -> None:
    assert "recognise" in refused("recognize")
    assert "--nonsense" in refused("--nonsense")


def _imports(unwanted: str, *arguments: object) -> tuple[int, str]:
    command = [sys.executable, "-c", IMPORTED, unwanted, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_help_imports_neither_qt_nor_numpy() -> None:
    assert _imports(f"{QT},numpy,PIL", "--help") == (0, "")


def test_no_command_imports_qt(strokes: Path, tmp_path: Path) -> None:
    attack = ("attack", strokes, "--goal", 3, "--out", tmp_path / "out")
    for arguments in (attack, ("recognise", strokes), ("networks",), ("attacks",)):
        assert _imports(QT, *arguments) == (0, "")


def test_one_thread_of_arithmetic_unless_the_user_wants_more() -> None:
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    code = (
        f"import os, sys, advgui.__main__\nsys.stdout.write(repr([os.environ[n] for n in {names}]))"
    )
    kept = {name: value for name, value in environment().items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "OMP_NUM_THREADS": "4"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == repr(["1", "4", "1"])


def test_as_a_process_the_exit_codes_are_the_same(image: Path) -> None:
    fooled = process("attack", image, "--goal", 3, "--network", "report", "--json")
    assert (fooled.code, fooled.err, fooled.json["fooled"]) == (0, "", True)
    hopeless = ("--attack", "penalty", "--set", "start=drawing", "--set", "steps=1")
    assert process("attack", image, "--goal", 1, "--network", "report", *hopeless).code == 1
    bad = process("attack", image, "--goal", 11)
    assert (bad.code, bad.out, bad.err.count("\n")) == (2, "", 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_an_interrupted_attack_ends_with_130_and_writes_nothing(
    image: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ("attack", image, "--goal", 3, "--set", "steps=5000", "--out", out)
    running = started(*arguments, PYTHONPROFILEIMPORTTIME="1")
    assert running.stderr is not None
    # A signal before ``main`` has begun ends Python itself; only within it numpy is imported.
    assert any("numpy" in line for line in running.stderr)
    running.send_signal(signal.SIGINT)
    output, _ = running.communicate(timeout=100)
    if running.returncode == 0:
        pytest.skip("this machine made 5,000 steps at once")
    assert (running.returncode, output) == (130, "")
    assert not out.exists()


def test_nobody_reading_on_is_no_reason_to_complain(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    write_strokes(path, [Drawn(digit.strokes) for digit in read_gallery() * 20])
    running = started("recognise", path, "--network", "report", "--json")
    assert running.stdout is not None
    running.stdout.close()
    running.stdout = None
    _, complaint = running.communicate(timeout=100)
    assert (running.returncode, complaint) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("buffering", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("asked", ["attacks", "attacks --help", "--help", "--version"])
def test_a_full_disk_is_told_in_a_sentence(asked: str, buffering: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "advgui", *asked.split()],
            env=environment(PYTHONUNBUFFERED=buffering),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("advgui: The output cannot be written")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_where_not_even_a_complaint_can_be_written_the_exit_code_tells() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "advgui", "recognise", "gone.png"],
            env=environment(PYTHONUNBUFFERED="1"),
            stderr=full,
            check=False,
        )
    assert done.returncode == 2


def test_a_terminal_that_has_no_greek_gets_a_question_mark() -> None:
    ran = process("attacks", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (0, "")
    assert "|x - x_ref|^2" in ran.out
    assert " ? |x - x_ref|^2" in ran.out


def test_progress_is_shown_on_a_terminal_and_not_in_a_pipe(image: Path) -> None:
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    arguments = ("attack", image, "--goal", 3, "--network", "report", "--set", "steps=300")
    assert process(*arguments).err == ""
    try:
        ours, theirs = pty.openpty()
    except OSError as error:  # a container without /dev/pts
        pytest.skip(f"this machine has no terminals to give: {error}")
    termios.tcsetwinsize(theirs, (24, 80))
    with subprocess.Popen(
        [sys.executable, "-m", "advgui", *map(str, arguments)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        shown = _read_terminal(ours)
        assert running.stdout is not None
        assert b"Fooled" in running.stdout.read()
    assert "steps" in shown
    assert "/300" in shown


def _read_terminal(terminal: int) -> str:
    """All that is written to a terminal until its other end is closed."""
    shown = b""
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:  # how Linux tells that the other end is closed
        pass
    os.close(terminal)
    return shown.decode()


def test_commands_speak_english_whatever_the_window_speaks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "advgui", "attacks", "--json"],
        cwd=ROOT,
        env=environment(ADVGUI_LANGUAGE="de"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["attacks"][0]["title"] == "Smallest change (DDN)"
