import pytest

from advgui.core.defences import DEFENCES, make_defence
from advgui.core.parameters import parameter_table
from tests.commands.conftest import ROOT, Run


def test_every_defence_is_listed_with_its_parameters(run: Run) -> None:
    told = run("defences", "--json").json["defences"]
    assert [defence["name"] for defence in told] == list(DEFENCES)
    for defence in told:
        assert all((defence["title"], defence["summary"], defence["source"]))
        defaults = {row["name"]: row["default"] for row in defence["parameters"]}
        assert make_defence(defence["name"], defaults).settings == defaults


@pytest.mark.parametrize("name", DEFENCES)
def test_people_are_told_what_can_be_set(run: Run, name: str) -> None:
    told = run("defences").out
    assert f"{name}: {DEFENCES[name].title}" in told
    assert all(row.help in told for row in parameter_table(DEFENCES[name]))


@pytest.mark.parametrize("name", DEFENCES)
def test_the_guide_tells_of_every_defence(name: str) -> None:
    told = (ROOT / "resources/guide/defend.md").read_text("utf-8")
    assert f"\n## {DEFENCES[name].title}\n" in told
