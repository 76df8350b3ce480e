"""The pen attack is measured by a command."""

import pytest

from advgui.commands import pen
from tests.commands.conftest import Run

FEW = ("pen", "--network", "report", "--pen", "nowhere", "--set", "queries=30")


def test_a_wrong_folder_or_parameter_is_told_in_a_sentence(run: Run) -> None:
    ran = run(*FEW)
    assert ran.code == 2
    assert "nowhere" in ran.err
    ran = run("pen", "--set", "bend=0.2")
    assert ran.code == 2
    assert "the digit becomes the goal" in ran.err


def test_a_table_has_a_row_for_each_aim(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    inks, labels = pen._digits(None)
    monkeypatch.setattr(pen, "_digits", lambda folder: (inks[4:5], labels[4:5]))
    ran = run("pen", "--network", "report", "--set", "queries=30", "--markdown")
    assert ran.code == 0
    head, _, *rows = ran.out.splitlines()
    assert head.startswith("| network | toward | digits | fooled | sure | redrawn, 1.0 % | plain |")
    assert [row.split(" | ")[1] for row in rows] == ["any other", "easiest", "random"]
    ran = run("pen", "--network", "report", "--set", "queries=30", "--json")
    (away, *_), settings = ran.json["scores"], {"queries": 30, "bend": 0.08, "added": 0.1}
    assert away["network"] == "report"
    assert away["parameters"] | settings == away["parameters"]
