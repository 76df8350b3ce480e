"""A command is a module: nothing else has to be told of it."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from advgui import commands
from advgui.commands import command_names, load_command, summary
from tests.commands.conftest import ROOT, Run

HELLO = '''"""``advgui hello``: greet whoever asks.

The rest is not told.
"""

from collections.abc import Sequence

from advgui.commands.cli.parser import command_parser
from advgui.commands.cli.output import say, say_json


def main(arguments: Sequence[str]) -> int:
    """Greet."""
    options = command_parser("hello").parse_args(arguments)
    say_json("hello") if options.json else say("Hello.")
    return 0
'''
CHEAP = """
import sys
from advgui.commands import command_names, summary
print(*map(summary, command_names()), sep="\\n")
sys.exit("numpy" in sys.modules or "argparse" in sys.modules)
"""


@pytest.fixture
def hello(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A command in one more file."""
    (tmp_path / "hello.py").write_text(HELLO, "utf-8")
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "advgui.commands.hello", raising=False)
    importlib.invalidate_caches()
    return "hello"


def test_a_command_in_one_more_file_is_there_and_in_the_help(run: Run, hello: str) -> None:
    assert (run(hello).code, run(hello).out) == (0, "Hello.\n")
    assert run(hello, "--json").json == "hello"
    assert re.search(r"^  hello +greet whoever asks$", run("--help").out, re.MULTILINE)
    assert "Greet whoever asks." in run(hello, "--help").out
    assert "hello" in run("nonsense").err
    sys.modules.pop("advgui.commands.hello")


@pytest.mark.parametrize("name", command_names())
def test_every_command_tells_what_it_does_as_its_module_does(name: str) -> None:
    module = importlib.import_module(load_command(name).__module__)
    assert module.__doc__ is not None
    first = module.__doc__.splitlines()[0]
    assert first.rstrip(".") == f"``advgui {name}``: {summary(name)}"
    assert re.fullmatch(r"[a-z].{10,70}", summary(name))


def test_what_they_do_is_known_without_running_one() -> None:
    command = [sys.executable, "-W", "error", "-c", CHEAP]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [summary(name) for name in command_names()]


@pytest.mark.parametrize("name", command_names())
def test_the_readme_and_the_guide_name_every_command(name: str) -> None:
    for document in (ROOT / "README.md", ROOT / "resources/guide/commands.md"):
        assert re.search(rf"advgui {name}\b", document.read_text("utf-8"))
