import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.core.attacks.fitted import FITTED
from advgui.core.attacks.fitted.artefact_file import load_artefact
from advgui.core.attacks.fitted.universal import Universal
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.artefacts import score_artefact
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run

ON_REPORT = ("--network", "report")


@pytest.fixture
def learned(run: Run, few_mnist: Path, tmp_path: Path) -> Callable[..., Path]:
    """Learns quickly, and gives the file."""

    def fit(method: str, *arguments: object) -> Path:
        out = tmp_path / f"{method}.safetensors"
        few = ("--mnist", few_mnist, *ON_REPORT, "--effort", 60)
        ran = run("fit", method, *few, "--out", out, *arguments)
        assert (ran.code, ran.err) == (0, "")
        assert f"Saved as {out}" in ran.out
        return out

    return fit


def test_what_is_learned_is_saved_with_rates_on_unseen_digits(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "u.safetensors"
    few = ("fit", "universal", "--mnist", few_mnist, *ON_REPORT, "--effort", 100)
    told = run(*few, "--budget", 0.3, "--shown-to", "dense", "--out", out, "--json").json
    artefact = load_artefact(out)
    assert (told["file"], told["goal"]) == (str(out), None)
    assert told["parameters"] == artefact.settings
    assert artefact.settings["budget"] == 0.3
    assert artefact.card.data == "MNIST's training images"
    assert artefact.card.images == 800  # the others were held out
    unseen = read_mnist(few_mnist, "test")
    for name, row in zip(("report", "dense"), told["scores"], strict=True):
        score = score_artefact(artefact, load_shipped(name), unseen)
        assert (row["network"], row["fooled"]) == (name, score.fooled)
    assert told["scores"][0]["fooled"] > told["scores"][0]["noise"] > 0


def test_the_words_tell_what_was_learned_and_from_what(run: Run, few_mnist: Path) -> None:
    few = ("fit", "universal-l2", "--mnist", few_mnist, *ON_REPORT, "--effort", 40)
    told = run(*few, "--goal", 3, "--budget", 5, "--markdown").out
    assert told.startswith("| network | digits | fooled | misread | noise |")
    assert Path("universal-l2.safetensors").is_file()
    words = run(*few, "--goal", 3, "--budget", 5).out
    assert "universal-l2:steps=40,budget=5.0, toward 3, learned of report" in words
    assert "Saved as universal-l2 2.safetensors" in words


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_an_artefact_is_worn_by_a_digit(
    run: Run, image: Path, learned: Callable[..., Path]
) -> None:
    path = learned("universal", "--budget", 0.3, "--goal", 3)
    told = run("attack", image, "--artefact", path, *ON_REPORT, "--json").json
    assert (told["goal"], told["parameters"]["method"]) == (3, "universal")
    assert told["linf"] <= 76 / 255 + 1e-6
    words = run("attack", image, "--artefact", path, *ON_REPORT).out
    assert "universal, worn, toward 3" in words


def test_a_generator_is_told_its_goal(
    run: Run, refused: Callable[..., str], image: Path, learned: Callable[..., Path]
) -> None:
    path = learned("generator")
    told = run("attack", image, "--artefact", path, "--goal", 5, *ON_REPORT, "--json").json
    assert told["goal"] == 5
    assert "name one with --goal" in refused("attack", image, "--artefact", path, *ON_REPORT)


@pytest.mark.parametrize("goal", [None, 3])
def test_an_artefact_is_evaluated_beside_attacks(
    run: Run, few_mnist: Path, learned: Callable[..., Path], goal: int | None
) -> None:
    path = learned("universal", *(() if goal is None else ("--goal", goal)))
    few = ("evaluate", "--mnist", few_mnist, *ON_REPORT, "--images", 30)
    told = run(*few, "--artefact", path, "--attack", "fgsm", "--json").json
    worn, other = told["scores"]
    assert told["form"] == ("untargeted" if goal is None else "targeted")
    assert (worn["attack"], other["attack"]) == ("worn", "fgsm")
    assert (worn["images"], worn["gradients"]) == (30, 0)
    words = run(*few, "--artefact", path).out
    assert "universal:steps=60" in words
    assert ("toward 3" in words) == (goal == 3)


def test_what_cannot_be_is_refused_before_anything_is_learned(
    refused: Callable[..., str], few_mnist: Path, image: Path, learned: Callable[..., Path]
) -> None:
    few = ("--mnist", few_mnist, *ON_REPORT)
    assert "No attack 'ddn' learns once" in refused("fit", "ddn", *few)
    assert "told its goal when it is worn" in refused("fit", "generator", "--goal", 3, *few)
    assert "needs a goal" in refused("fit", "patch", *few)
    assert "has no budget" in refused("fit", "patch", "--budget", 3, "--goal", 3, *few)
    assert "cannot be written" in refused("fit", "universal", *few, "--out", "no/a.safetensors")
    assert "--goal --away --every is required" in refused("attack", image)
    path = learned("universal")
    wrong = refused("attack", image, "--artefact", path, "--goal", 3)
    assert "was learned with no goal" in wrong
    both = refused("attack", image, "--artefact", path, "--attack", "ddn")
    assert "--attack is of an attack" in both
    region = refused("attack", image, "--artefact", path, "--region", image)
    assert "--region is of an attack" in region
    assert "not a network, but what" in refused("recognise", image, "--network", path)
    assert "safetensors" in refused("attack", image, "--artefact", image, "--away")


@pytest.mark.parametrize("times", [1, 2])
def test_an_interrupt_keeps_what_was_learned_and_a_second_nothing(
    run: Run, few_mnist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    learn = Universal.learn

    def interrupted(self: Universal, *given: Any) -> Iterator[Any]:
        for number, arrays in enumerate(learn(self, *given)):
            yield arrays
            if number == 30:
                for _ in range(times):
                    signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Universal, "learn", interrupted)
    out = tmp_path / "u.safetensors"
    out.write_text("older")
    ran = run("fit", "universal", "--mnist", few_mnist, *ON_REPORT, "--out", out)
    assert ran.code == 130
    assert out.read_text() == "older"
    newer = tmp_path / "u 2.safetensors"
    assert newer.is_file() == (times == 1)
    if times == 1:
        assert "stopped at step" in ran.out
        assert 0 < load_artefact(newer).card.done <= 31


def test_the_help_tells_of_every_method(run: Run) -> None:
    told = run("fit", "--help").out
    for kind in FITTED.values():
        assert f"{kind.name}: {kind.title}" in told


def test_a_seed_makes_the_same_again(learned: Callable[..., Path]) -> None:
    first = load_artefact(learned("universal", "--seed", 4))
    again = load_artefact(learned("universal", "--seed", 4))
    for name, array in first.arrays.items():
        np.testing.assert_array_equal(array, again.arrays[name])
    assert first.card == again.card


def test_of_a_patch_it_is_told_what_it_comes_to_wherever_it_is_put(
    run: Run, few_mnist: Path
) -> None:
    few = ("fit", "patch", "--mnist", few_mnist, *ON_REPORT, "--goal", 3, "--effort", 20)
    told = run(*few, "--places", 20, "--json").json
    places = told["scores"][0]["places"]
    assert 0 < places["images"] <= 20
    assert places["anywhere"] <= places["chosen"] >= places["fixed"]
    words = run(*few, "--places", 20, "--set", "size=4").out
    head = next(line for line in words.splitlines() if line.startswith("network"))
    assert head.split()[-5:] == ["here", "best", "place", "anywhere", "white"]
    assert f"Of the first {places['images']} of these digits" in words


def test_where_the_first_digits_are_the_goal_a_patch_is_put_on_the_next(
    run: Run, few_mnist: Path
) -> None:
    goal = int(read_mnist(few_mnist, "test").labels[0])
    few = ("fit", "patch", "--mnist", few_mnist, *ON_REPORT, "--effort", 20, "--goal", goal)
    told = run(*few, "--places", 1, "--set", "size=4", "--json")
    assert told.code == 0
    assert told.json["scores"][0]["places"]["images"] == 1
