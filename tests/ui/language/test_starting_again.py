"""A window that starts again is started as it was, and gives all back unasked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from advgui.ui.language.starting_again import command

#: What starts itself again once, and tells how it was called.
PROGRAM = """
import sys
if "--give-back" not in sys.argv:
    from advgui.ui.language.starting_again import start_again
    start_again()
print(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("began", "arguments", "words"),
    [
        (["python", "-X", "dev", "-m", "advgui"], ["main"], ["-X", "dev", "-m", "advgui"]),
        (["python", "-m", "advgui", "7.png"], ["main", "7.png"], ["-m", "advgui"]),
        (["python", "/bin/advgui", "open", "a"], ["advgui", "open", "a"], ["/bin/advgui"]),
    ],
)
def test_it_is_started_as_it_was_without_its_files(
    began: list[str], arguments: list[str], words: list[str]
) -> None:
    again = command("/bin/python", began, arguments, frozen=False)
    assert again == ["/bin/python", *words, "--give-back"]
    assert command("/opt/advgui", began, arguments, frozen=True) == ["/opt/advgui", "--give-back"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere it runs beside, and writes when it likes")
def test_the_program_runs_anew_in_its_place(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    done = subprocess.run(
        [sys.executable, program, "seven.json"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("['--give-back']\n", "")
