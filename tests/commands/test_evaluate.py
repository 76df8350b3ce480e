from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.datasets.readers import read_mnist
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.evaluation.robustness import random_goals
from advgui.core.formats.safetensors_file import save_network
from advgui.core.generators import drive
from advgui.core.nn.layers import Conv2d, Dense, MaxPool, ReLU, Reshape
from advgui.core.nn.network import Network
from advgui.core.world.survival import survival
from advgui.core.zoo import load_shipped
from advgui.lab.attack.phrases import percent
from tests.attack_runs import quick_words
from tests.commands.conftest import Run
from tests.commands.watched import Watched
from tests.commands.watched import watched as watched
from tests.fake_datasets import write_mnist

FEW = ("--network", "report", "--images", "12")


def test_json_tells_one_score_for_each_attack(run: Run, few_mnist: Path) -> None:
    # MNIST's digits come without the strokes that some attacks change.
    names = [name for name, attack in ATTACKS.items() if not attack.on_strokes]
    named = [one for name in names for one in ("--attack", quick_words(name))]
    ran = run("evaluate", "--mnist", few_mnist, *FEW, *named, "--seed", 3, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["network"] == "report"
    assert [score["attack"] for score in ran.json["scores"]] == names
    for score in ran.json["scores"]:
        assert (score["images"], score["seed"], score["network"]) == (12, 3, "report")


def test_scores_are_those_of_the_same_attack_made_by_hand(run: Run, few_mnist: Path) -> None:
    (score,) = run(
        "evaluate", "--mnist", few_mnist, *FEW, "--attack", "ddn:steps=30,adapt=0.1", "--json"
    ).json["scores"]
    network = load_shipped("report")
    problem = random_goals(network, read_mnist(few_mnist, "test"), 12, seed=0)
    attack = make_attack("ddn", {"steps": 30, "adapt": 0.1})
    outcomes = drive(attack.run(network, problem, seed=0))
    assert score["fooled"] == np.mean([outcome.fooled for outcome in outcomes])
    assert score["l2"] == pytest.approx(np.mean([o.l2 for o in outcomes if o.fooled]))
    assert score["parameters"] == attack.settings


def test_an_attack_may_be_given_twice_with_other_parameters(run: Run, few_mnist: Path) -> None:
    attacks = ("--attack", "penalty:steps=20", "--attack", "penalty:steps=20,faithful=no")
    told = run("evaluate", "--mnist", few_mnist, *FEW, *attacks).out
    assert "penalty:steps=20 " in told
    assert "penalty:steps=20,faithful=no" in told


def test_two_attacks_are_measured_if_none_is_named_as_the_help_says(
    run: Run, few_mnist: Path
) -> None:
    lines = run("evaluate", "--mnist", few_mnist, *FEW, "--markdown").out.splitlines()
    named = [line.split()[1] for line in lines[2:]]
    assert f"(default: {' and '.join(named)} alone" in " ".join(run("evaluate", "-h").out.split())
    assert set(named) < set(ATTACKS)


def test_markdown_is_a_table(run: Run, few_mnist: Path) -> None:
    one = ("--attack", "ddn", "--markdown")
    lines = run("evaluate", "--mnist", few_mnist, *FEW, *one).out.splitlines()
    assert [line.split()[1] for line in lines[2:]] == ["ddn"]
    assert {line.count("|") for line in lines} == {12}
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--attack", "none"), f"there are {', '.join(ATTACKS)}"),
        (("--attack", "penalty:steps"), "NAME=VALUE"),
        (("--attack", "penalty:steps=0"), "steps"),
        (("--images", "0"), "--images"),
        (("--network", "none"), "there are convolutional, report"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    refused: Callable[..., str], tmp_path: Path, wrong: tuple[str, str], told: str
) -> None:
    assert told in refused("evaluate", "--mnist", tmp_path, *wrong)


def test_without_data_the_sentence_names_the_argument(
    refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)
    assert "--mnist" in refused("evaluate")


def test_images_are_shown_to_other_networks_too(run: Run, few_mnist: Path) -> None:
    few = ("evaluate", "--mnist", few_mnist, *FEW, "--attack", "ddn:steps=20")
    other = ("--shown-to", "softmax")
    (score,) = run(*few, *other, "--json").json["scores"]
    (found,) = score["transfers"]
    assert found["network"] == "softmax"
    assert 0 < found["images"] <= 12
    told = run(*few, *other).out
    assert "goal, misread on softmax" in told
    shares = f"{percent(found['at_goal'])}, {percent(found['misread'])}"
    assert shares.replace("\u00a0", " ") in told
    assert "goal, misread on softmax" in run(*few, *other, "--markdown").out.splitlines()[0]
    assert "misread" not in run(*few).out


def test_a_network_as_large_as_any_may_be_is_evaluated_within_little_memory(
    watched: Watched, tmp_path: Path
) -> None:
    filters, random = 1800, np.random.default_rng(0)
    kernel = random.normal(0, 0.3, (3, 3, 1, filters)).astype(np.float32)
    matrix = random.normal(0, 0.01, (13 * 13 * filters, 10)).astype(np.float32)
    layers = (
        Reshape((28, 28, 1)),
        Conv2d(kernel, np.zeros(filters, np.float32)),
        ReLU(),
        MaxPool(),
        Reshape((13 * 13 * filters,)),
        Dense(matrix, 100 * np.eye(10, dtype=np.float32)[8]),  # it reads an eight everywhere
    )
    large = tmp_path / "large.safetensors"
    save_network(Network("large", layers, "softmax"), large)
    some = ("--mnist", write_mnist(tmp_path / "mnist", 10, 150), "--attack", "ddn:steps=1")
    ran = watched("evaluate", "--network", large, *some, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["scores"][0]["images"] > 12


def test_unaware_and_aware_stand_side_by_side_with_what_the_defence_costs(
    run: Run, few_mnist: Path
) -> None:
    behind = ("--attack", "ddn:steps=20", "--defence", "threshold", "--unaware")
    told = run("evaluate", "--mnist", few_mnist, *FEW, *behind, "--json").json
    unaware, aware = told["scores"]
    assert (unaware["aware"], aware["aware"]) == (False, True)
    threshold = {"name": "threshold", "parameters": make_defence("threshold").settings}
    assert told["defences"] == unaware["defences"] == aware["defences"] == [threshold]
    bare, digits = load_shipped("report"), read_mnist(few_mnist, "test")
    network = defended(bare, [make_defence("threshold")])
    assert told["clean"] == {"accuracy": accuracy(network, digits), "bare": accuracy(bare, digits)}
    problem = random_goals(network, digits, 12, seed=0)
    run_ = make_attack("ddn", {"steps": 20}).run(network, problem, seed=0, aware=False)
    outcomes = drive(run_)
    assert unaware["fooled"] == np.mean([outcome.fooled for outcome in outcomes])
    assert unaware["through"] == np.mean([outcome.fooled_through for outcome in outcomes])
    assert aware["through"] == aware["fooled"]


def test_a_table_says_who_knows_of_the_defence(run: Run, few_mnist: Path) -> None:
    behind = ("--defence", "threshold:threshold=0.4", "--unaware", "--attack", "ddn:steps=5")
    asked = ("evaluate", "--mnist", few_mnist, *FEW, *behind)
    rows = [line.split("|")[1:3] for line in run(*asked, "--markdown").out.splitlines()]
    assert [[cell.strip() for cell in row] for row in rows] == [
        ["attack", "attacker"],
        [":--", "--:"],
        ["ddn:steps=5", "unaware"],
        ["ddn:steps=5", "aware"],
    ]
    out = run(*asked).out
    assert "behind threshold:threshold=0.4: it reads" in out
    assert "attacker: aware" in out


def test_several_networks_stand_in_one_table(run: Run, few_mnist: Path) -> None:
    both = ("--network", "report", "--network", "softmax", "--images", 6, "--attack", "ddn:steps=5")
    told = run("evaluate", "--mnist", few_mnist, *both, "--json").json
    assert told["network"] == "report"
    assert [one["network"] for one in told["networks"]] == ["report", "softmax"]
    assert [score["network"] for score in told["scores"]] == ["report", "softmax"]
    lines = run("evaluate", "--mnist", few_mnist, *both, "--csv").out.splitlines()
    assert [line.split(",")[0] for line in lines] == ["network", "report", "softmax"]


def test_a_lead_can_be_asked_for(run: Run, few_mnist: Path) -> None:
    asked = ("evaluate", "--mnist", few_mnist, *FEW, "--attack", "ddn:steps=20")
    (plain,) = run(*asked, "--json").json["scores"]
    (sure,) = run(*asked, "--confidence", 2, "--json").json["scores"]
    assert (plain["confidence"], sure["confidence"]) == (0, 2)
    assert 0 < sure["sure"] <= sure["fooled"]
    assert sure["l2"] > plain["l2"]
    assert "sure: of all images" in run(*asked, "--confidence", 2).out


def test_of_who_does_not_know_of_a_defence_only_what_was_read_right_alone_counts(
    run: Run, few_mnist: Path
) -> None:
    """An image that the network misreads alone has been fooled by nobody, nor has withstood."""
    threshold = ("--defence", "threshold", "--unaware", "--away", "--attack", "pgd:budget=0.3")
    few = ("--network", "report", "--images", 300)
    unaware, _ = run("evaluate", "--mnist", few_mnist, *few, *threshold, "--json").json["scores"]
    assert unaware["already"] > 0
    assert unaware["fooled"] == 1


WITHIN = ("--images", 20, "--budget", 0.1, "--budget", 0.05, "--attack", "pgd:steps=5")


def test_within_budgets_all_three_numbers_are_told(run: Run, few_mnist: Path) -> None:
    asked = ("evaluate", "--mnist", few_mnist, *WITHIN)
    both = ("--network", "softmax", "--network", "svm", "--proven", "--json")
    rows = run(*asked, *both).json["rows"]
    assert [row["network"] for row in rows] == ["softmax", "svm"]
    for row in rows:
        assert row["budgets"] == [0.05, 0.1]
        assert row["unaware"] == [None, None]
        for aware, proven in zip(row["aware"], row["proven"], strict=True):
            assert proven <= aware <= row["clean"]
    threshold = ("--network", "report", "--defence", "threshold", "--json")
    (behind,) = run(*asked, *threshold).json["rows"]
    assert behind["unaware_attacks"]["network"] == behind["network"] == "report"
    assert behind["proven"] == [None, None]
    assert all(a <= u for a, u in zip(behind["aware"], behind["unaware"], strict=True))


def test_the_unaware_attack_a_twin_or_follow_the_loss_of_the_papers(
    run: Run, few_mnist: Path
) -> None:
    asked = ("evaluate", "--mnist", few_mnist, *WITHIN, "--network", "report-distilled")
    (twin,) = run(*asked, "--twin", "report", "--json").json["rows"]
    assert twin["unaware_attacks"]["network"] == "report"
    (naive,) = run(*asked, "--naive", "--json").json["rows"]
    losses = [one["parameters"]["loss"] for one in naive["unaware_attacks"]["attacks"]]
    assert losses == ["bare-cross-entropy", "bare-cross-entropy"]
    assert naive["unaware"][1] - naive["aware"][1] > 0.3
    assert "could not move" in run(*asked, "--naive").out


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--proven",), "--proven is of robust accuracy: say within which --budget."),
        (("--norm", "linf"), "--norm is of robust accuracy: say within which --budget."),
        (("--budget", "0.1", "--away"), "--away does not go with --budget"),
        (("--budget", "0.1", "--shown-to", "svm"), "--shown-to does not go with --budget"),
        (("--budget", "0.1", "--confidence", "0"), "--confidence does not go with --budget"),
        (("--budget", "0.1", "--defence", "median", "--unaware"), "--unaware does not go with"),
        (("--budget", "0"), "is no number above 0"),
        (("--budget", "0.1", "--twin", "report", "--naive"), "not both"),
        (("--budget", "1", "--norm", "l2", "--attack", "pgd"), "no budget in the norm l2"),
        (("--attack", "ddn", "--confidence", "99"), "confidence"),
    ],
)
def test_what_cannot_be_measured_is_told(
    refused: Callable[..., str], few_mnist: Path, wrong: tuple[str, ...], told: str
) -> None:
    assert told in refused("evaluate", "--mnist", few_mnist, *FEW, *wrong)


def test_survival_is_told_of_what_comes_of_an_attack_and_of_the_digits(
    run: Run, few_mnist: Path
) -> None:
    asked = ("evaluate", "--mnist", few_mnist, "--network", "report", "--images", 3)
    attack = ("--attack", "expectation:steps=10", "--survival")
    (score,) = run(*asked, *attack, "--json").json["scores"]
    network = load_shipped("report")
    problem = random_goals(network, read_mnist(few_mnist, "test"), 3, seed=0)
    outcomes = drive(make_attack("expectation", {"steps": 10}).run(network, problem, seed=0))
    made = np.stack([outcome.adversarial for outcome in outcomes])
    found = survival(network, problem.originals, made, problem.goals)
    assert score["survival"] == pytest.approx(found.rates.mean())
    assert score["plain_survival"] == pytest.approx(found.plain_rates.mean())
    told = run(*asked, *attack, "--markdown").out
    assert percent(score["survival"]).replace("\u00a0", " ") in told
    assert run(*asked, "--attack", "ddn", "--json").json["scores"][0]["survival"] is None
