"""An attack that begins at an image that another one has found."""

from pathlib import Path

from tests.commands.conftest import Run


def test_an_attack_begins_where_another_one_ended_and_that_is_saved_with_it(
    run: Run, tmp_path: Path, image: Path
) -> None:
    asked = ("attack", image, "--goal", 3, "--network", "report")
    run(*asked, "--attack", "fgsm", "--budget", 0.3, "--out", tmp_path / "one")
    start = ("--start", tmp_path / "one" / "adversarial.png")
    first = run(*asked, *start, "--out", tmp_path / "two", "--json")
    again = run(*asked, "--start", tmp_path / "two" / "outcome.json", "--json")
    assert again.json["start"] == first.json["start"] != []
    assert again.json["confidences_after"] == first.json["confidences_after"]
    assert "start" not in run(*asked, "--json").json
    refused = run(*asked, *start, "--attack", "square")
    assert (refused.code, refused.out) == (2, "")
    assert "begins at no other image" in refused.err
