"""A table of which network's adversarial image fools which others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advgui.core.digits.image_file import read_image
from advgui.core.zoo import PLAIN, load_shipped
from tests.commands.conftest import Run

TWO = ("--network", "report", "--network", "softmax", "--set", "steps=25")


def test_json_tells_what_every_network_reads(run: Run, image: Path) -> None:
    ran = run("transfer", image, "--goal", 3, *TWO, "--json")
    assert ran.code == 0
    told = ran.json
    assert (told["goal"], told["attack"], told["seed"]) == (3, "ddn", 0)
    assert [row["network"] for row in told["rows"]] == ["report", "softmax"]
    for row in told["rows"]:
        assert row["fooled"] == (row["label_after"] == 3)
        for shown in row["shown"]:
            before = load_shipped(shown["network"]).read(read_image(image))
            assert shown["label_before"] == before.label
            confidences = shown["confidences_after"]
            assert shown["label_after"] == confidences.index(max(confidences))
        itself = next(one for one in row["shown"] if one["network"] == row["network"])
        assert itself["label_after"] == row["label_after"]
        others = [one for one in row["shown"] if one["network"] != row["network"]]
        led = [one for one in others if one["verdict"] in ("fooled", "wrong class")]
        assert (row["others"], row["others_fooled"]) == (len(others), len(led))


def test_the_table_has_a_row_and_a_column_for_each_network(run: Run, image: Path) -> None:
    out = run("transfer", image, "--goal", 3, *TWO).out
    lines = out.splitlines()
    assert "toward 3" in lines[0]
    assert lines[2].split() == ["made", "against", "L2", "1", "2", "fools"]
    assert lines[3].startswith("1 report")
    assert lines[4].startswith("2 softmax")
    assert "(3!)" in lines[3]
    assert lines[5] == ""
    assert "made against" in lines[6]


def test_markdown_is_a_table(run: Run, image: Path) -> None:
    lines = run("transfer", image, "--goal", 3, *TWO, "--markdown").out.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)


def test_away_leaves_it_to_the_attack_where_to(run: Run, image: Path) -> None:
    told = run("transfer", image, "--away", *TWO, "--json").json
    assert told["goal"] is None
    for row in told["rows"]:
        assert row["fooled"] == (row["label_after"] != row["label_before"])


def test_all_plain_networks_are_meant_unless_some_are_named(run: Run, image: Path) -> None:
    told = run("transfer", image, "--goal", 3, "--set", "steps=1", "--json").json
    assert [row["network"] for row in told["rows"]] == list(PLAIN)


@pytest.mark.parametrize("wrong", [("--goal", "12"), (), ("--goal", "3", "--away")])
def test_a_wrong_goal_is_refused(
    refused: Callable[..., str], image: Path, wrong: tuple[str, ...]
) -> None:
    assert refused("transfer", image, *wrong)


def test_an_unknown_network_or_attack_is_named(refused: Callable[..., str], image: Path) -> None:
    assert "nobody" in refused("transfer", image, "--goal", 3, "--network", "nobody")
    assert "magic" in refused("transfer", image, "--goal", 3, "--attack", "magic")


def test_a_missing_file_is_named(refused: Callable[..., str], tmp_path: Path) -> None:
    assert "none.png" in refused("transfer", tmp_path / "none.png", "--goal", 3)
