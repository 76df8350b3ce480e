"""Prints what was found as a table in Markdown."""

from collections.abc import Callable
from typing import Final

import pytest

from advgui.commands.cli.output import markdown_table
from tests.benchmarks.peers.judged import HEAD
from tests.benchmarks.twins import Torch

ROWS: Final = pytest.StashKey[list[tuple[str, ...]]]()
AddRow = Callable[[tuple[str, ...]], None]


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows = terminalreporter.config.stash.get(ROWS, [])
    if rows:
        terminalreporter.section("beside the libraries")
        terminalreporter.write_line(markdown_table(HEAD, rows))


@pytest.fixture
def add_row(pytestconfig: pytest.Config) -> AddRow:
    """Adds a row to the table, if it is not there yet."""
    rows = pytestconfig.stash.setdefault(ROWS, [])

    def add(row: tuple[str, ...]) -> None:
        if row not in rows:
            rows.append(row)

    return add


@pytest.fixture(scope="session")
def torch() -> Torch:
    """PyTorch with one thread, as numpy has in the tests."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    torch.set_num_threads(1)
    return torch
