from collections.abc import Callable
from pathlib import Path

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
        assert defence["differentiable"] == DEFENCES[defence["name"]].differentiable


@pytest.mark.parametrize("name", DEFENCES)
def test_people_are_told_what_can_be_set(run: Run, name: str) -> None:
    told = run("defences").out
    assert f"{name}: {DEFENCES[name].title}" in told
    follows = "follows its true slope" if DEFENCES[name].differentiable else "goes straight through"
    assert follows in told.partition(f"{name}: ")[2].split("\n\n")[0]
    assert all(row.help in told for row in parameter_table(DEFENCES[name]))


@pytest.mark.parametrize(
    "words",
    [
        ("--markdown",),
        ("--csv",),
        ("--network", "report"),
        ("--defence", "median"),
        ("--mnist", "."),
        ("--images", 200),
        ("--budget", 0.1),
        ("--seed", 0),
    ],
)
def test_what_only_a_measurement_takes_is_not_ignored_without_one(
    refused: Callable[..., str], words: tuple[object, ...]
) -> None:
    assert f"{words[0]} is of what is measured: add --measure." in refused("defences", *words)


@pytest.mark.parametrize("name", DEFENCES)
def test_the_guide_tells_of_every_defence(name: str) -> None:
    told = (ROOT / "resources/guide/defend.md").read_text("utf-8")
    assert f"\n## {DEFENCES[name].title}\n" in told


def test_all_three_numbers_of_what_defends_the_reports_network_are_one_command(
    run: Run, few_mnist: Path
) -> None:
    asked = ("defences", "--measure", "--mnist", few_mnist, "--images", 5, "--budget", 0.1)
    ran = run(*asked, "--network", "report", "--network", "report-distilled", "--json")
    assert (ran.code, ran.err) == (0, "")
    *behind, vote, distilled = ran.json["rows"]
    assert [one["name"] for row in behind for one in row["defences"]] == list(DEFENCES)
    assert (vote["smoothing"]["sigma"], vote["norm"]) == (0.25, "l2")
    assert [one["attack"] for one in distilled["unaware_attacks"]["attacks"]] == ["fgsm", "pgd"]
    for row in (*behind, vote, distilled):
        assert row["images"] == 5
        for unaware, aware in zip(row["unaware"], row["aware"], strict=True):
            assert aware <= unaware <= row["clean"]
    assert distilled["aware"][-1] < distilled["unaware"][-1]
    assert distilled["unaware_stuck"][-1] > 0


def test_a_transform_is_measured_alone_where_it_is_named(run: Run, few_mnist: Path) -> None:
    asked = ("defences", "--measure", "--mnist", few_mnist, "--images", 2, "--budget", 0.1)
    ran = run(*asked, "--network", "report", "--defence", "median", "--json")
    (row,) = ran.json["rows"]
    assert [one["name"] for one in row["defences"]] == ["median"]


def test_the_table_can_be_had_for_a_document_and_for_a_spreadsheet(
    run: Run, few_mnist: Path
) -> None:
    asked = ("defences", "--measure", "--mnist", few_mnist, "--images", 2, "--budget", 0.1)
    few = (*asked, "--network", "report-robust")
    head, rule, row = run(*few, "--markdown").out.splitlines()
    assert head.startswith("| network | behind | budget |")
    assert head.count("|") == rule.count("|") == row.count("|")
    head, row = run(*few, "--csv").out.splitlines()
    assert head == "network,behind,budget,images,clean,unaware,aware,proven,could not move"
    assert row.startswith("report-robust,-,L∞ 0.1,2,")
