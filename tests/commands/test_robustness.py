"""What is told of a network's robustness is so: no gradient that vanished is taken for it."""

from pathlib import Path
from typing import Any

import pytest

from advgui.core.attacks import ATTACKS
from advgui.core.formats.safetensors_file import save_network
from advgui.core.zoo import load_shipped
from advgui.lab.attack.phrases import percent
from tests.attack_runs import quick_words
from tests.commands.conftest import Run
from tests.sharpened import louder, saturated

FEW = ("--attack", "ddn", "--images", 20, "--json")


def score(run: Run, mnist: Path, network: object, *arguments: object) -> dict[str, Any]:
    ran = run("evaluate", "--mnist", mnist, "--network", network, *FEW, *arguments)
    assert (ran.code, ran.err) == (0, "")
    (found,) = ran.json["scores"]
    assert isinstance(found, dict)
    return found


@pytest.fixture
def flat(tmp_path: Path) -> Path:
    """A network of saturated sigmoids."""
    path = tmp_path / "flat.safetensors"
    save_network(saturated(), path)
    return path


@pytest.mark.parametrize("aim", [(), ("--away",)])
@pytest.mark.parametrize(
    ("name", "factor"),
    [(name, factor) for name in ("report", "dense") for factor in (10, 1000, 1e6)]
    + [("graph", 1000)],
)
def test_larger_logits_that_decide_the_same_are_no_defence(
    run: Run, few_mnist: Path, tmp_path: Path, name: str, factor: float, aim: tuple[str, ...]
) -> None:
    path = tmp_path / "louder.safetensors"
    save_network(louder(name, factor), path)
    plain, loud = score(run, few_mnist, name, *aim), score(run, few_mnist, path, *aim)
    assert plain["fooled"] == loud["fooled"] == 1
    assert loud["l2"] == pytest.approx(plain["l2"], rel=0.03)


def test_naive_bayes_is_fooled_away_from_every_digit(run: Run, few_mnist: Path) -> None:
    assert score(run, few_mnist, "bayes", "--away")["fooled"] == 1


def test_an_attack_away_needs_less_than_one_toward_a_goal(run: Run, few_mnist: Path) -> None:
    away, toward = (score(run, few_mnist, "report", *aim) for aim in (("--away",), ()))
    assert (away["form"], toward["form"]) == ("untargeted", "targeted")
    assert away["l2"] < 0.7 * toward["l2"]
    assert (away["kept"], away["already"]) == (None, 0)


def test_away_is_done_by_the_attacks_that_can_and_told(run: Run, few_mnist: Path) -> None:
    few = ("evaluate", "--mnist", few_mnist, "--network", "report", "--images", 5, "--away")
    told = run(*few).out
    assert "away from what it reads" in told
    assert "penalty" not in told
    # MNIST's digits come without the strokes that some attacks change.
    some = {name: attack for name, attack in ATTACKS.items() if not attack.on_strokes}
    away = [name for name, attack in some.items() if "untargeted" in attack.forms]
    named = [one for name in away for one in ("--attack", quick_words(name))]
    assert len(run(*few, *named, "--markdown").out.splitlines()) == 2 + len(away)
    refused = run(*few, "--attack", "penalty")
    assert refused.code == 2
    assert "only targeted" in refused.err


def test_images_that_could_not_move_are_counted_apart(
    run: Run, few_mnist: Path, flat: Path
) -> None:
    few = ("evaluate", "--mnist", few_mnist, "--network", flat, "--images", 10)
    (found,) = run(*few, "--attack", "penalty", "--json").json["scores"]
    assert found["could_not_move"] > 0.5
    assert found["could_not_move"] + found["fooled"] <= 1
    share = percent(found["could_not_move"]).replace("\u00a0", " ")
    table = run(*few, "--attack", "penalty", "--markdown").out
    assert "could not move" in table.splitlines()[0]
    assert share in table
    told = run(*few, "--attack", "penalty").out
    assert "could not move: the network's slope is zero here" in told


def test_of_a_network_with_a_slope_no_image_could_not_move(run: Run, few_mnist: Path) -> None:
    assert score(run, few_mnist, "report")["could_not_move"] == 0


def test_an_attack_that_could_not_move_says_so(run: Run, image: Path, flat: Path) -> None:
    attack = ("attack", image, "--goal", 3, "--network", flat, "--attack", "penalty")
    ran = run(*attack)
    assert ran.code == 1
    assert "Could not move: the network's slope is zero here" in ran.out
    assert "Not fooled" not in ran.out
    told = run(*attack, "--json").json
    assert (told["fooled"], told["could_not_move"]) == (False, True)


def test_transfer_says_which_attack_could_not_move(run: Run, image: Path, flat: Path) -> None:
    pair = ("--network", flat, "--network", "softmax", "--attack", "penalty")
    told = run("transfer", image, "--goal", 3, *pair).out
    assert "could not move" in told.splitlines()[3]
    rows = run("transfer", image, "--goal", 3, *pair, "--json").json["rows"]
    assert [row["could_not_move"] for row in rows] == [True, False]
    assert not rows[0]["fooled"]


def test_a_digit_that_has_its_goal_is_no_success_of_a_transfer(run: Run, image: Path) -> None:
    told = run("transfer", image, "--goal", 7, "--network", "report", "--json").json
    (row,) = told["rows"]
    assert (row["fooled"], row["already"]) == (False, True)


def test_a_copy_of_a_network_goes_by_its_files_name_with_its_own_beside(
    run: Run, image: Path, tmp_path: Path
) -> None:
    path = tmp_path / "copy.safetensors"
    save_network(load_shipped("report"), path)
    network = ("--network", path)
    assert "copy (report) reads 7" in run("attack", image, "--goal", 3, *network).out
    assert run("attack", image, "--goal", 3, *network, "--json").json["network"] == "copy"
    told = run("transfer", image, "--goal", 3, *network, "--network", "report").out
    rows = [line.split("  ")[0] for line in told.splitlines()[3:5]]
    assert rows == ["1 copy (report)", "2 report"]


def test_both_readings_of_the_reports_descent_can_be_chosen(run: Run, image: Path) -> None:
    attack = ("attack", image, "--goal", 3, "--network", "report", "--attack", "penalty", "--json")
    plain = run(*attack).json
    published = run(*attack, "--set", "descend=published").json
    stated = run(*attack, "--set", "descend=stated").json
    assert plain["parameters"]["descend"] == "published"
    assert plain["confidences_after"] == published["confidences_after"]
    assert stated["l2"] < published["l2"]  # held to the drawing twice as strongly
    told = run("attacks").out
    assert "published or stated (default published)" in told
    assert "half" in told
