import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from advgui import __version__
from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.attacks.world.masks import mask
from advgui.core.datasets.readers import read_mnist
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import GalleryDigit, read_gallery
from advgui.core.digits.image_file import read_image, write_png
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes_file import Drawn, write_strokes
from advgui.core.images import Bytes, binarise, to_floats
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run

PROMISED = {
    "fooled",
    "label_before",
    "label_after",
    "goal",
    "confidences_before",
    "confidences_after",
    "confidences_thresholded",
    "l2",
    "linf",
    "steps",
    "forward_passes",
    "backward_passes",
    "seconds",
    "seed",
    "network",
    "attack",
    "parameters",
    "version",
}
ON_REPORT = ("--network", "report")


def test_the_default_attack_fools_either_network(run: Run, image: Path) -> None:
    for network in ("report", "convolutional"):
        ran = run("attack", image, "--goal", 3, "--network", network, "--json")
        assert ran.code == 0
        assert (ran.json["fooled"], ran.json["label_after"]) == (True, 3)
        assert ran.json["network"] == network


def test_the_network_is_the_windows_default_unless_named(run: Run, image: Path) -> None:
    assert run("attack", image, "--goal", 3, "--json").json["network"] == "convolutional"


def test_json_tells_all_that_is_promised(run: Run, image: Path, seven: GalleryDigit) -> None:
    ran = run("attack", image, "--goal", 3, *ON_REPORT, "--seed", 5, "--json", "--set", "steps=40")
    told = ran.json
    assert set(told) >= PROMISED
    network = load_shipped("report")
    before = network.read(render(seven.strokes))
    assert told["label_before"] == before.label
    assert told["confidences_before"] == list(before.confidences)
    assert len(told["confidences_after"]) == len(told["confidences_thresholded"]) == 10
    assert (told["goal"], told["seed"], told["steps"]) == (3, 5, 40)
    assert told["parameters"] == make_attack("ddn", {"steps": 40}).settings
    assert (told["attack"], told["version"]) == ("ddn", __version__)
    assert told["backward_passes"] == 40
    assert told["forward_passes"] >= 40
    assert 0.0 < told["linf"] <= told["l2"]
    assert told["seconds"] > 0.0
    assert (ran.err, ran.out.count("\n")) == ("", 1)


@pytest.mark.parametrize(("former", "name"), [("lab", "ddn"), ("report", "penalty")])
def test_an_attack_may_be_called_by_its_former_name_and_is_told_by_its_present_one(
    run: Run, image: Path, former: str, name: str
) -> None:
    few = ("--set", "steps=5", "--json")
    asked = ("attack", image, "--goal", 3, *ON_REPORT, *few)
    then, now = run(*asked, "--attack", former).json, run(*asked, "--attack", name).json
    assert then["attack"] == now["attack"] == name
    assert then["parameters"] == now["parameters"]
    assert (then["l2"], then["best_step"]) == (now["l2"], now["best_step"])


def test_saved_files_read_again_give_the_verdict(run: Run, image: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "here"
    arguments = ("attack", image, "--goal", 3, *ON_REPORT, "--threshold", 0.4, "--out", out)
    told = run(*arguments, "--json").json
    assert {path.name for path in out.iterdir()} == {
        "original.png",
        "perturbation.png",
        "adversarial.png",
        "thresholded.png",
        "outcome.json",
    }
    assert json.loads((out / "outcome.json").read_text("utf-8")) == told
    network = load_shipped("report")
    original = read_image(out / "original.png")
    adversarial = read_image(out / "adversarial.png")
    thresholded = read_image(out / "thresholded.png")
    assert np.array_equal(original, read_image(image))
    assert np.array_equal(thresholded, binarise(adversarial, 0.4))
    after = network.read(adversarial)
    assert (after.label, list(after.confidences)) == (
        told["label_after"],
        told["confidences_after"],
    )
    assert list(network.read(thresholded).confidences) == told["confidences_thresholded"]
    away = to_floats(adversarial) - to_floats(original)
    assert told["l2"] == pytest.approx(float(np.linalg.norm(away)), rel=1e-5)
    assert told["linf"] == pytest.approx(float(np.abs(away).max()), rel=1e-5)


def test_what_was_saved_can_be_recognised_by_the_next_command(
    run: Run, strokes: Path, tmp_path: Path
) -> None:
    told = run("attack", strokes, "--goal", 5, "--out", tmp_path / "out", "--json").json
    read = run("recognise", tmp_path / "out" / "adversarial.png", "--json").json
    assert read["results"][0]["label"] == told["label_after"] == 5
    assert read["results"][0]["confidences"] == told["confidences_after"]


def test_an_earlier_outcome_is_replaced_and_nothing_of_anybody_else(
    run: Run, refused: Callable[..., str], image: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ("attack", image, "--goal", 3, *ON_REPORT, "--out", out)
    for seed in (0, 1):
        assert run(*arguments, "--seed", seed).code == 0
        assert json.loads((out / "outcome.json").read_text("utf-8"))["seed"] == seed
    (out / "outcome.json").write_text('{"fooled": "somebody else"}')
    before = {path: path.read_bytes() for path in out.iterdir()}
    sentence = refused(*arguments)
    assert "original.png: is there already" in sentence
    assert "choose another folder" in sentence
    (out / "outcome.json").unlink()
    assert refused(*arguments) == sentence
    for path in before.keys() - {out / "outcome.json"}:
        assert path.read_bytes() == before[path]


def test_the_same_seed_gives_the_same_outcome_but_for_the_time(run: Run, image: Path) -> None:
    arguments = ("attack", image, "--goal", 2, *ON_REPORT, "--attack", "penalty", "--json")

    def told(seed: int) -> dict[str, object]:
        outcome: dict[str, object] = run(*arguments, "--seed", seed).json
        del outcome["seconds"], outcome["seed"]
        return outcome

    assert told(3) == told(3)
    assert told(3) != told(4)


def test_away_reaches_any_other_label(run: Run, strokes: Path) -> None:
    ran = run("attack", strokes, "--away", *ON_REPORT, "--json")
    assert ran.code == 0
    assert (ran.json["goal"], ran.json["fooled"]) == (None, True)
    assert ran.json["label_after"] != ran.json["label_before"] == 7


def test_a_network_that_is_not_fooled_ends_with_1_and_still_saves(
    run: Run, image: Path, tmp_path: Path
) -> None:
    hopeless = ("--attack", "penalty", "--set", "start=drawing", "--set", "steps=1")
    ran = run("attack", image, "--goal", 1, *ON_REPORT, *hopeless, "--out", tmp_path / "out")
    assert ran.code == 1
    assert "Not fooled" in ran.out
    assert json.loads((tmp_path / "out" / "outcome.json").read_text("utf-8"))["fooled"] is False


def test_a_digit_that_has_its_goal_already_is_left_alone_and_is_no_success(
    run: Run, image: Path, tmp_path: Path
) -> None:
    ran = run("attack", image, "--goal", 7, *ON_REPORT)
    assert ran.code == 1
    assert "The network already reads a 7" in ran.out
    told = run("attack", image, "--goal", 7, *ON_REPORT, "--json", "--out", tmp_path).json
    assert (told["steps"], told["l2"]) == (0, 0.0)
    assert (told["fooled"], told["already"], told["could_not_move"]) == (False, True, False)
    assert json.loads((tmp_path / "outcome.json").read_text("utf-8")) == told


def test_people_are_told_what_was_read_and_what_came_of_it(run: Run, image: Path) -> None:
    lines = run("attack", image, "--goal", 3, *ON_REPORT, "--seed", 2).out.splitlines()
    assert lines[0].startswith("Digit ")
    assert f"{image}: report reads 7" in lines[0]
    assert "ddn, toward 3, seed 2: 100 steps in" in lines[1]
    assert "Fooled: the network reads 3" in lines[2]
    assert "L2 " in lines[3]
    assert lines[4].startswith("Threshold  0.5: reads ")


def _raw_only(run: Run, network: str, folder: Path, mnist: Path) -> str | None:
    """What is told of a digit that the report's attack fools as real numbers only."""
    digits = read_mnist(mnist, "test")
    for number, image in enumerate(digits.images[:20]):
        path = folder / f"{number}.png"
        write_png(path, image)
        goal = (int(digits.labels[number]) + 1) % 10
        ran = run("attack", path, "--goal", goal, "--network", network, "--attack", "penalty")
        if "fooled only as real numbers" in ran.out:
            assert ran.code == 1
            return ran.out
    return None


def test_an_image_that_fools_only_as_real_numbers_is_not_called_fooled(
    run: Run, tmp_path: Path, mnist: Path
) -> None:
    told = _raw_only(run, "report", tmp_path, mnist)
    assert told is not None
    assert "Not fooled" in told
    assert "left [0, 1]; fooled only as real numbers, not as an image." in told


def _saved_original(folder: Path) -> Bytes:
    return read_image(folder / "original.png")


def test_a_drawing_of_several_is_chosen_by_its_index(
    run: Run, refused: Callable[..., str], tmp_path: Path
) -> None:
    digits = read_gallery()[:3]
    path, out = tmp_path / "three.jsonl", tmp_path / "out"
    write_strokes(path, [Drawn(digit.strokes) for digit in digits])
    for index, digit in enumerate(digits):
        goal = (digit.label + 1) % 10
        arguments = ("attack", path, "--index", index, "--goal", goal, *ON_REPORT, "--out", out)
        run(*arguments, "--set", "steps=1")
        assert np.array_equal(_saved_original(out), render(digit.strokes))
    run("attack", path, "--away", *ON_REPORT, "--out", out)
    assert np.array_equal(_saved_original(out), render(digits[0].strokes))
    assert "holds 3 drawings" in refused("attack", path, "--goal", 1, "--index", 3)
    assert "there is no -1" in refused("attack", path, "--goal", 1, "--index", -1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--goal", 10), "--goal"),
        (("--goal", "three"), "--goal"),
        ((), "--goal"),
        (("--goal", 3, "--away"), "--away"),
        (("--goal", 3, "--every"), "--every"),
        (("--every", "--start", "nowhere.png"), "for one --goal"),
        (("--goal", 3, "--attack", "none"), f"there are {', '.join(ATTACKS)}"),
        (("--goal", 3, "--network", "none"), "there are convolutional, report"),
        (("--goal", 3, "--set", "steps=0"), "steps is a whole number from 1 to 5000"),
        (("--goal", 3, "--set", "steps=nan"), "steps"),
        (("--goal", 3, "--set", "steps"), "NAME=VALUE"),
        (("--goal", 3, "--set", "colour=red"), "there is no parameter colour"),
        (("--goal", 3, "--threshold", "1.1"), "from 0 to 1"),
        (("--goal", 3, "--threshold", "nan"), "from 0 to 1"),
        (("--goal", 3, "--seed", "-1"), "--seed"),
        (("--goal", 3, "--see", "1"), "--see"),
        (("--away", "--attack", "penalty"), "needs a goal"),
        (("--goal", 3, "--access", "scores"), "needs to see everything, and the attacker sees"),
        (("--goal", 3, "--access", "all"), "--access"),
        (("--goal", 3, "--budget", "0.2"), "The attack ddn has no budget to be set."),
        (("--goal", 3, "--attack", "fgsm", "--effort", 3), "fgsm has no effort to be set"),
        (("--goal", 3, "--effort", "0"), "steps is a whole number from 1 to 5000"),
        (("--goal", 3, "--confidence", "-1"), "confidence is a number from 0 to 50"),
        (
            ("--goal", 3, "--attack", "penalty", "--confidence", 1),
            "penalty has no confidence to be set",
        ),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    refused: Callable[..., str], image: Path, arguments: tuple[object, ...], told: str
) -> None:
    assert told in refused("attack", image, *arguments)


def test_what_attacks_share_is_set_by_one_name_for_all_of_them(run: Run, image: Path) -> None:
    shared = ("--budget", "0.3", "--effort", 200, "--json")
    for name, budget, effort in (("square", "eps", "queries"), ("pgd", "budget", "steps")):
        told = run("attack", image, "--goal", 3, *ON_REPORT, "--attack", name, *shared).json
        assert told["parameters"][budget] == 0.3
        assert told["parameters"][effort] == 200
    told = run("attack", image, "--goal", 3, *ON_REPORT, *shared[2:], "--set", "steps=7").json
    assert told["parameters"]["steps"] == 7  # which says more than its role


def test_a_confidence_is_reached_and_told(run: Run, image: Path) -> None:
    little, much = (
        run("attack", image, "--goal", 3, *ON_REPORT, "--confidence", lead, "--json").json
        for lead in (0, 5)
    )
    assert (little["confidence"], much["confidence"]) == (0, 5)
    assert much["fooled"]
    assert much["confidences_after"][3] > little["confidences_after"][3]


BEHIND = (*ON_REPORT, "--defence", "threshold:threshold=0.4")


def test_an_attack_through_a_defence_is_told_with_its_settings(run: Run, image: Path) -> None:
    ran = run("attack", image, "--goal", 3, *BEHIND, "--json")
    told, network = ran.json, load_shipped("report")
    settings = make_defence("threshold", {"threshold": 0.4}).settings
    assert told["defences"] == [{"name": "threshold", "parameters": settings}]
    assert told["aware"]
    assert (ran.code == 0) == told["fooled"] == told["fooled_through"]
    assert told["label_through"] == told["label_after"]
    assert told["confidences_through"] == told["confidences_after"]
    assert told["network"] == network.name
    assert run("attack", image, "--goal", 3, *ON_REPORT, "--json").json["defences"] == []
    assert "through “Binary threshold”" in run("attack", image, "--goal", 3, *BEHIND).out


def test_what_went_through_a_defence_is_also_told_of_the_network_alone(
    run: Run, image: Path, tmp_path: Path
) -> None:
    out, words = tmp_path / "out", "threshold:threshold=0.4"
    asked = ("attack", image, "--goal", 3, *ON_REPORT, "--through", words)
    told = run(*asked, "--out", out, "--json").json
    alone = load_shipped("report").read(read_image(out / "adversarial.png"))
    assert told["label_alone"] == alone.label
    assert told["confidences_alone"] == list(alone.confidences)
    same = run("attack", image, "--goal", 3, *ON_REPORT, "--defence", words, "--json").json
    assert {**told, "seconds": 0} == {**same, "seconds": 0}
    assert f"the network alone reads {alone.label} " in run(*asked).out


def test_one_who_does_not_know_of_it_attacks_the_network_alone(
    run: Run, image: Path, tmp_path: Path
) -> None:
    out, unaware = tmp_path / "out", ("--goal", 3, *BEHIND, "--unaware")
    ran = run("attack", image, *unaware, "--out", out, "--json")
    told, alone = ran.json, run("attack", image, "--goal", 3, *ON_REPORT, "--json").json
    assert json.loads((out / "outcome.json").read_text("utf-8")) == told
    for key in ("fooled", "l2", "confidences_after", "best_step", "forward_passes"):
        assert told[key] == alone[key]
    assert not told["aware"]
    network = defended(load_shipped("report"), [make_defence("threshold", {"threshold": 0.4})])
    through = network.read(read_image(out / "adversarial.png"))
    assert told["label_through"] == through.label
    assert told["fooled_through"] == (through.label == 3) == (ran.code == 0)
    assert "Unaware of “Binary threshold”: behind it the network reads" in (
        run("attack", image, *unaware).out
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--unaware",), "--unaware is of a defence: name one with --defence."),
        (("--defence", "wall"), "There is no defence 'wall'; there are threshold, bit-depth"),
        (("--defence", "threshold:threshold=2"), "threshold is a number from 0 to 1"),
    ],
)
def test_what_is_no_defence_is_told_in_a_sentence(
    refused: Callable[..., str], image: Path, wrong: tuple[str, ...], told: str
) -> None:
    assert told in refused("attack", image, "--goal", 3, *wrong)


def test_a_painted_region_is_all_that_changes_and_the_outcome_repeats_it(
    run: Run, tmp_path: Path, image: Path
) -> None:
    free = mask("band", 0.2)
    write_png(tmp_path / "band.png", np.where(free, np.uint8(255), np.uint8(0)))
    asked = ("attack", image, "--goal", 3, "--attack", "masked", "--network", "report")
    first = run(*asked, "--region", tmp_path / "band.png", "--out", tmp_path / "one", "--json")
    made, plain = (read_image(tmp_path / "one" / f"{n}.png") for n in ("adversarial", "original"))
    assert (made != plain).any()
    assert not (made != plain)[~free].any()
    again = run(*asked, "--region", tmp_path / "one" / "outcome.json", "--json")
    assert again.json["confidences_after"] == first.json["confidences_after"]
    assert again.json["region"] == first.json["region"]
    refused = run("attack", image, "--goal", 3, "--region", tmp_path / "band.png")
    assert (refused.code, refused.out) == (2, "")
    assert "takes no region" in refused.err


def test_the_pen_attack_saves_strokes_that_fool_when_they_are_opened(
    run: Run, strokes: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    asked = ("attack", strokes, "--away", "--attack", "pen", *ON_REPORT, "--out", folder)
    ran = run(*asked, "--json", "--confidence", "0.5")
    assert ran.code == 0
    assert ran.json["parameters"]["lead"] == ran.json["confidence"] == 0.5
    opened = run("recognise", folder / "adversarial.strokes", *ON_REPORT, "--json").json
    assert str(ran.json["label_after"]) in str(opened)
    assert run(*asked[:3], "--attack", "ddn", *ON_REPORT, "--out", folder).code == 0
    assert not (folder / "adversarial.strokes").exists()


def test_the_pen_attack_needs_strokes(run: Run, image: Path) -> None:
    ran = run("attack", image, "--goal", 3, "--attack", "pen", *ON_REPORT)
    assert ran.code == 2
    assert "this is an image without any" in ran.err
