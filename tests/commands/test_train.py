import json
import os
import select
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.commands import train as module
from advgui.core.datasets.readers import read_mnist, read_pen
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.formats.safetensors_file import load_network
from advgui.core.generators import drive
from advgui.core.nn.network import Network
from advgui.core.training.data import Folders, held_out
from advgui.core.training.loop import TrainingStep
from advgui.core.training.pipeline import Pipeline, PipelineStep, run_plan
from advgui.core.zoo import find_network
from tests.commands.conftest import Run, started
from tests.fake_datasets import write_folders

SHORT = ("--share", "0.9", "--epochs", "2")
Note = Callable[[PipelineStep], str]


@pytest.fixture(autouse=True)
def _no_data_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


@pytest.fixture
def few_mnist(folders: Folders) -> Path:
    return folders.mnist


@pytest.fixture
def few_pen(folders: Folders) -> Path:
    assert folders.pen is not None
    return folders.pen


def test_a_trained_network_is_saved_with_what_was_measured(
    run: Run, few_mnist: Path, few_pen: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    arguments = ("train", "--mnist", few_mnist, "--pen", few_pen, *SHORT, "--seed", 4)
    ran = run(*arguments, "--out", out, "--json")
    assert (ran.code, ran.err) == (0, "")
    network = load_network(out)
    card = network.card
    assert (ran.json["file"], ran.json["name"], network.name) == (str(out), "mine", "mine")
    assert (card.seed, card.epochs) == (4, 2)
    assert card.mnist == accuracy(network, read_mnist(few_mnist, "test"))
    assert card.pen is not None
    assert card.pen_data
    assert card.data.startswith("360 images")
    assert {name: ran.json[name] for name in card.as_dict()} == card.as_dict()
    assert card.parameters == network.parameters()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.safetensors"]


def test_pen_accuracy_is_measured_on_the_digits_that_the_card_names(
    run: Run, few_mnist: Path, few_pen: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    run("train", "--mnist", few_mnist, "--pen", few_pen, *SHORT, "--out", out)
    network = load_network(out)
    assert network.card.pen == accuracy(network, held_out(read_pen(few_pen)))


def test_the_same_seed_gives_the_same_network(run: Run, few_mnist: Path, tmp_path: Path) -> None:
    weights = {}
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        out = tmp_path / f"{name}.safetensors"
        run("train", "--mnist", few_mnist, *SHORT, "--seed", seed, "--out", out)
        network = load_network(out)
        weights[name] = [a for layer in network.layers for a in layer.weights.values()]
    pairs = zip(weights["a"], weights["b"], strict=True)
    assert all(np.array_equal(first, second) for first, second in pairs)
    assert not np.array_equal(weights["a"][0], weights["c"][0])


def test_a_trained_network_can_be_used_at_once(
    run: Run, few_mnist: Path, image: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    trained = run("train", "--mnist", few_mnist, *SHORT, "--out", out)
    assert f"Saved as {out}" in trained.out
    told = run("recognise", image, "--network", out, "--json").json
    assert told["network"] == find_network(str(out)).name == "mine"


def test_without_a_name_it_is_saved_here_under_its_architecture_and_replaces_nothing(
    run: Run, few_mnist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(few_mnist.parent))
    for _ in range(2):
        assert run("train", *SHORT, "--epochs", 1).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "report.safetensors",
        "report 2.safetensors",
    }


def test_an_activation_can_be_chosen_where_there_is_a_choice(
    run: Run, refused: Callable[..., str], few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    arguments = ("train", "--mnist", few_mnist, *SHORT, "--out", out)
    assert run(*arguments, "--activation", "tanh").code == 0
    network = load_network(out)
    assert [layer.kind for layer in network.layers] == ["reshape", "dense", "tanh", "dense"]
    assert "tanh" in network.card.architecture
    sentence = refused(*arguments, "--architecture", "softmax", "--activation", "relu")
    assert "softmax cannot have the activation relu" in sentence


def test_a_network_is_trained_on_adversarial_images(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    arguments = ("train", "--mnist", few_mnist, *SHORT, "--out", out)
    ran = run(*arguments, "--adversarial", "--budget", 0.2, "--attack-steps", 2, "--norm", "l2")
    assert (ran.code, ran.err) == (0, "")
    network = load_network(out)
    assert "adversarial images alone, by 2 steps" in network.card.training
    assert "L2 0.2" in network.card.training
    assert network.card.robust is not None
    assert f"Robust    {100 * network.card.robust:.2f}" in ran.out
    assert "adversarially trained" in ran.out
    assert network.output == "softmax"


def test_a_network_is_distilled_from_another_by_name_or_by_file(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.safetensors", tmp_path / "second.safetensors"
    arguments = ("train", "--mnist", few_mnist, *SHORT, "--architecture", "softmax")
    assert run(*arguments, "--distil", "report", "--out", first).code == 0
    assert "distilled from report at temperature 40" in load_network(first).card.training
    told = run(*arguments, "--distil", first, "--temperature", 20, "--out", second, "--json").json
    assert "distilled from first at temperature 20" in told["training"]
    assert told["robust"] == load_network(second).card.robust
    assert [row["title"] for row in told["masked"]][:2] == ["As they are", "No slope at all"]


def test_rounds_of_images_mixed_in_are_told_in_the_card(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    arguments = ("train", "--mnist", few_mnist, *SHORT, "--architecture", "softmax", "--out", out)
    ran = run(*arguments, "--mixed-in", 1, "--images", 20, "--budget", 0.3)
    assert (ran.code, ran.err) == (0, "")
    assert "Round by round it reads" in ran.out
    assert load_network(out).card.about in ran.out


def test_rounds_of_images_mixed_in_are_in_the_json(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    arguments = ("train", "--mnist", few_mnist, *SHORT, "--architecture", "softmax", "--out", out)
    told = run(*arguments, "--mixed-in", 1, "--images", 20, "--budget", 0.3, "--json").json
    first, last = told["rounds"]
    assert first["transferred"] is None
    for row in (first, last):
        assert 0 <= row["robust"] <= row["clean"] <= 1


@contextmanager
def training(*arguments: object, until: bytes = b"loss") -> Iterator[subprocess.Popen[str]]:
    """A process that trains for long, once its first losses are on its terminal, or other words."""
    reason = "this system has no terminals to make"
    pty, termios = (pytest.importorskip(name, reason=reason) for name in ("pty", "termios"))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))  # in no width at all there is no bar
    long = ("--share", 1, "--epochs", 10_000)
    running = started("train", *arguments, *long, stderr=theirs)
    os.close(theirs)
    try:
        shown = b""
        while until not in shown:
            assert select.select([ours], [], [], 60)[0], shown
            shown += os.read(ours, 4096)
        yield running
    finally:
        running.kill()
        running.communicate()
        os.close(ours)


def test_the_first_ctrl_c_keeps_what_was_learned_and_says_so(
    few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    with training("--mnist", few_mnist, "--out", out) as running:
        running.send_signal(signal.SIGINT)
        told, _ = running.communicate(timeout=100)
    assert running.returncode == 130
    assert "stopped after" in told
    assert told.endswith(f"Saved as {out}\n")
    card = load_network(out).card
    assert card.training.startswith("stopped after")
    assert card.mnist == accuracy(load_network(out), read_mnist(few_mnist, "test"))
    assert card.epochs is None


@pytest.mark.parametrize(
    ("way", "until", "told"),
    [
        (("--adversarial", "--budget", 0.05), b"attacked", "on adversarial images alone"),
        (("--distil", "softmax"), b"held out", "distilled from softmax"),
    ],
)
def test_how_a_defence_goes_is_on_the_terminal_and_ctrl_c_keeps_it(
    few_mnist: Path, tmp_path: Path, way: tuple[object, ...], until: bytes, told: str
) -> None:
    out = tmp_path / "mine.safetensors"
    with training("--mnist", few_mnist, "--out", out, *way, until=until) as running:
        running.send_signal(signal.SIGINT)
        said, _ = running.communicate(timeout=100)
    assert running.returncode == 130
    assert "stopped after" in said
    assert told in load_network(out).card.training


def test_a_collapse_is_told_as_it_goes_and_in_the_end(
    run: Run, monkeypatch: pytest.MonkeyPatch, few_mnist: Path, tmp_path: Path
) -> None:
    notes: list[str] = []

    def noted(
        steps: Pipeline, title: str, done: Callable[[PipelineStep], float], note: Note
    ) -> Network:
        return drive(steps, lambda step: notes.append(note(step)))

    monkeypatch.setattr(module, "with_share_bar", noted)
    arguments = ("--epochs", 12, "--adversarial", "--budget", 0.6, "--ramp", 0)
    out = tmp_path / "mine.safetensors"
    ran = run("train", "--mnist", few_mnist, "--share", 1, *arguments, "--out", out)
    assert any(note.startswith("It has collapsed") for note in notes)
    assert "It has collapsed" in ran.out


def test_what_was_interrupted_replaces_no_network(few_mnist: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.safetensors"
    out.write_bytes(b"an earlier one")
    with training("--mnist", few_mnist, "--out", out, "--json") as running:
        running.send_signal(signal.SIGINT)
        told = json.loads(running.communicate(timeout=100)[0])
    assert out.read_bytes() == b"an earlier one"
    assert told["file"] == str(tmp_path / "mine 2.safetensors")
    assert load_network(tmp_path / "mine 2.safetensors").card.training == told["training"]


def test_a_second_ctrl_c_leaves_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, few_mnist: Path, tmp_path: Path
) -> None:
    def interrupted(*given: Any, **named: Any) -> Iterator[PipelineStep]:
        for moment in run_plan(*given, **named):
            yield moment
            if isinstance(moment, TrainingStep):
                signal.raise_signal(signal.SIGINT)
                signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(module, "run_plan", interrupted)
    ran = run("train", "--mnist", few_mnist, *SHORT, "--out", tmp_path / "mine.safetensors")
    assert (ran.code, ran.out) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_before_anything_is_learned_ctrl_c_leaves_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, few_mnist: Path, tmp_path: Path
) -> None:
    def interrupted(*given: Any, **named: Any) -> Iterator[PipelineStep]:
        for moment in run_plan(*given, **named):
            signal.raise_signal(signal.SIGINT)
            yield moment

    monkeypatch.setattr(module, "run_plan", interrupted)
    ran = run("train", "--mnist", few_mnist, *SHORT, "--out", tmp_path / "mine.safetensors")
    assert (ran.code, ran.out) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_saved_is_not_trained_first(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    arguments = ("train", "--mnist", tmp_path / "nowhere")
    assert "its folder is not there" in refused(*arguments, "--out", tmp_path / "a" / "b")
    assert "a folder, not a file" in refused(*arguments, "--out", tmp_path)


def test_without_data_the_sentence_names_the_argument(
    refused: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "--mnist" in refused("train")
    assert "train-images-idx3-ubyte" in refused("train", "--mnist", tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--epochs", 0),
        ("--share", 0),
        ("--share", 2),
        ("--architecture", "none"),
        ("--activation", "none"),
        ("--budget", 0.1),
        ("--temperature", 40),
        ("--distil", "report", "--adversarial"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    refused: Callable[..., str], wrong: tuple[object, ...]
) -> None:
    assert str(wrong[0]) in refused("train", *wrong)


@pytest.mark.parametrize(
    ("named", "wrong"),
    [
        ("temperature is a number from 1", ("--distil", "report", "--temperature", 0)),
        ("steps is a whole number from 1", ("--adversarial", "--attack-steps", 0)),
        ("norm is one of linf, l2", ("--adversarial", "--norm", "l1")),
        ("bayes", ("--adversarial", "--architecture", "bayes")),
        ("'nowhere'", ("--distil", "nowhere")),
    ],
)
def test_a_defence_that_cannot_be_is_told_in_a_sentence(
    refused: Callable[..., str], named: str, wrong: tuple[object, ...]
) -> None:
    assert named in refused("train", *wrong)


def test_a_certified_network_tells_what_is_proven_and_what_it_is_called(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mine.safetensors"
    certified = ("--certified", 0.02, "--plain", 0.3, "--title", "Mine", "--epochs", 1)
    ran = run("train", "--mnist", few_mnist, *certified, "--out", out, "--json")
    assert (ran.code, ran.err) == (0, "")
    card = load_network(out).card
    assert card.title == ran.json["title"] == "Mine"
    assert "interval bounds allow within L∞ 0.02" in card.training
    assert card.proven is not None
    assert 0 <= card.proven <= (card.mnist or 0)
    assert "within 0.02" in card.proven_data
