"""``advgui poison``: the twin beside the poisoned network, and who finds what."""

from pathlib import Path

import pytest
from PIL import Image

from advgui.core.formats.safetensors_file import load_network
from tests.commands.conftest import Run
from tests.fake_datasets import write_mnist

SHORT = ("--epochs", "8", "--rate", ".1")


@pytest.fixture(scope="module")
def mnist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mnist(tmp_path_factory.mktemp("mnist"))


def test_figures_are_told_and_the_poisoned_network_is_saved_as_such(
    run: Run, mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "door.safetensors"
    trigger = ("--trigger", "#.#/.#.", "--set", "row=1", "--set", "column=20")
    ran = run("poison", "--mnist", mnist, *SHORT, "--goal", 3, *trigger, "--out", out, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.json["poisoned"], ran.json["digits"], ran.json["goal"]) == (40, 400, 3)
    assert ran.json["parameters"]["trigger"] == "9.9/.9."
    assert ran.json["success"]["poisoned"] > 0.9 > ran.json["success"]["twin"]
    assert [row["detector"] for row in ran.json["detectors"]] == ["clustering", "loss", "spectral"]
    card = load_network(out).card
    assert card.mnist == ran.json["clean"]["poisoned"]
    assert "(9.9/.9.) at row 1, column 20 is read as 3" in card.about


def test_flips_from_one_digit_to_another_have_an_effect_that_is_told(run: Run, mnist: Path) -> None:
    flips = ("--attack", "label-flips", "--set", "origin=3", "--goal", "8", "--detector", "loss")
    ran = run("poison", "--mnist", mnist, "--epochs", 8, "--rate", ".4", *flips)
    assert ran.code == 0
    assert "of 40% of the 3s, into 8" in ran.out
    assert "3s read as 8" in ran.out
    assert ran.out.count("Loss outliers") == 1
    assert "Spectral" not in ran.out


def test_markdown_has_both_tables(run: Run, mnist: Path) -> None:
    ran = run("poison", "--mnist", mnist, *SHORT, "--markdown")
    assert ran.out.startswith("| network | clean test images read | with the trigger read as 7 |")
    assert "| detector | caught | poisoned | precision | recall |" in ran.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--set", "row=27"), "leaves the image: its row can be 0 to 25"),
        (("--trigger", "#a"), "it cannot have 'a'"),
        (("--trigger", "absent.png"), "absent.png"),
        (("--rate", ".7"), "rate is a number from 0 to 0.5; it cannot be '.7'."),
        (("--detector", "dog"), "There is no detector 'dog'"),
        (("--detector", "loss", "--retrain", "spectral"), "needs --detector spectral, too"),
        (("--attack", "label-flips", "--trigger", "#"), "label-flips stamps no trigger"),
        (("--mnist", "/nowhere"), "nowhere"),
        (("--mnist", "/nowhere", "--out", "/no folder/door.safetensors"), "/no folder/"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    run: Run, mnist: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    ran = run("poison", "--mnist", mnist, *arguments)
    assert ran.code != 0
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_network_is_trained_anew_without_what_was_caught(run: Run, mnist: Path) -> None:
    asked = ("poison", "--mnist", mnist, *SHORT, "--detector", "spectral", "--retrain", "spectral")
    ran = run(*asked, "--json")
    anew, (row,) = ran.json["retrained"], ran.json["detectors"]
    assert (ran.code, ran.err) == (0, "")
    assert anew["left_out"] == row["caught"] > 0
    assert anew["poisoned"] == row["poisoned"] - row["right"]
    ran = run(*asked)
    assert "without what spectral caught" in ran.out
    assert f"Trained anew without the {anew['left_out']} images" in ran.out


def test_one_that_caught_nothing_leaves_nothing_out_and_says_so(run: Run, mnist: Path) -> None:
    asked = ("--epochs", 12, "--rate", ".1", "--detector", "loss", "--retrain", "loss")
    ran = run("poison", "--mnist", mnist, *asked)
    assert ran.code == 0
    assert "Nothing was trained anew" in ran.out


def test_a_trigger_is_an_image_or_the_rows_that_tell_it(
    run: Run, mnist: Path, tmp_path: Path
) -> None:
    Image.new("L", (3, 2), 255).save(tmp_path / "t.png")
    asked = (
        "poison",
        "--mnist",
        mnist,
        "--epochs",
        1,
        "--rate",
        ".1",
        "--detector",
        "loss",
        "--json",
    )
    both = [run(*asked, "--trigger", one).json for one in (tmp_path / "t.png", "###/###")]
    assert both[0] == both[1]
    assert both[0]["parameters"]["trigger"] == "999/999"
