"""``advgui attack --every``: toward each of the other labels at once."""

import json
from pathlib import Path

from tests.commands.conftest import Run

ON_REPORT = ("--network", "report")


def test_every_other_label_is_reached_at_once_each_with_its_folder(
    run: Run, strokes: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    attack = ("attack", strokes, "--every", *ON_REPORT, "--set", "steps=40")
    ran = run(*attack, "--out", out)
    goals = [digit for digit in range(10) if digit != 7]
    assert [line.split()[1] for line in ran.out.splitlines() if line.startswith("Toward")] == [
        str(goal) for goal in goals
    ]
    told = run(*attack, "--json").json
    assert isinstance(told, list)
    assert [one["goal"] for one in told] == goals
    assert ran.code == (0 if all(one["fooled"] for one in told) else 1)
    for goal in goals:
        saved = json.loads((out / f"toward-{goal}" / "outcome.json").read_text())
        assert saved["goal"] == goal
