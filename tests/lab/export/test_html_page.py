"""A page of runs needs nothing else."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from advgui.core.language import LANGUAGE_VARIABLE
from advgui.lab.export.html_page import html_page
from advgui.lab.export.repeating import SEVERAL, as_command
from advgui.lab.runs.kept_run import kept_run
from tests.lab.export.shipped_runs import beginning, run_of


def test_a_page_has_a_figure_a_row_for_every_goal_and_what_makes_each_run_again() -> None:
    one, every = run_of(beginning(), steps=12), run_of(beginning("pgd"), "every", steps=5)
    early = run_of(beginning(), steps=12, stop_at=3)
    made = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    page = html_page([kept_run(1, one, made), kept_run(2, every), kept_run(3, early)])
    assert page.count("<svg") == 3
    assert page.count("<tr>") == 3 + 1 + 9 + 1
    assert as_command(one).replace('"', "&quot;") in page
    assert "2026-03-04 05:06" in page
    assert "--stop-after 3 " in f"{page} ".replace("</", " </")
    assert SEVERAL not in page
    assert " --every " in page
    assert "toward every other digit" in page


def test_a_page_asks_for_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = html_page([kept_run(1, run_of(beginning(), steps=6))])
    assert "<script" not in page
    sources = re.findall(r"(?:href|src)='([^']{0,20})", page)
    assert sources
    assert all(source.startswith("data:") for source in sources)


def test_a_page_without_runs_is_a_page() -> None:
    assert html_page([]).startswith("<!doctype html>")


_PAGE = """
from advgui.lab.export.html_page import html_page
from advgui.lab.runs.kept_run import kept_run
from tests.lab.export.shipped_runs import beginning, run_of
print(html_page([kept_run(1, run_of(beginning(), steps=6))]))
"""


def test_a_page_speaks_german_where_the_window_does_and_its_commands_stay_as_they_are() -> None:
    german = subprocess.run(
        [sys.executable, "-c", _PAGE],
        env={**os.environ, LANGUAGE_VARIABLE: "de", "PYTHONUTF8": "1"},
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert '<html lang="de">' in german
    assert "Angriffe auf handgeschriebene Ziffern" in german
    assert "Bester Schritt" in german
    here = html_page([kept_run(1, run_of(beginning(), steps=6))])
    commands = re.findall("<pre>.*?</pre>", here, re.DOTALL)
    assert len(commands) == 2
    assert re.findall("<pre>.*?</pre>", german, re.DOTALL) == commands
