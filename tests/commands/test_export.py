from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("onnx", reason="the package onnx is not installed")

from advgui.core.zoo import SHIPPED
from tests.commands.conftest import Run


@pytest.mark.parametrize("name", SHIPPED)
def test_an_exported_network_reads_and_tells_what_it_did_before(
    run: Run, name: str, image: Path, tmp_path: Path
) -> None:
    out = tmp_path / "Mine.ONNX"
    ran = run("export", name, "--out", out, "--json")
    assert (ran.code, ran.json) == (0, {"network": name, "file": str(out)})
    assert [path.name for path in tmp_path.iterdir() if path != image] == [out.name]
    told = run("recognise", image, "--network", out, "--json").json
    expected = run("recognise", image, "--network", name, "--json").json
    assert (told["network"], expected["network"]) == ("Mine", name)
    (result,), (before,) = told["results"], expected["results"]
    assert result["label"] == before["label"]
    assert result["confidences"] == pytest.approx(before["confidences"], abs=1e-5)


def test_without_a_file_it_is_named_after_the_network(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("export", "report").out
    size = (tmp_path / "report.onnx").stat().st_size
    assert told == f"Exported report as report.onnx ({size / 1e3:,.0f} kB)\n"


def test_a_network_from_elsewhere_becomes_one_of_advguis_files(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "a.onnx", tmp_path / "a.safetensors"
    assert run("export", "softmax", "--out", first).code == 0
    assert run("export", first, "--out", second).code == 0
    told = run("export", second, "--out", tmp_path / "b.onnx", "--json").json
    assert told["network"] == "a"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("reprot",), "There is no network 'reprot'"),
        (("missing.onnx",), "missing.onnx: cannot be read"),
        (("report", "--out", "report.pt"), "report.pt: say with its name which kind it shall be"),
        (("report", "--out", "nowhere/report.onnx"), "report.onnx: cannot be written"),
        ((), "the following arguments are required: NAME|FILE"),
    ],
)
def test_what_cannot_be_exported_is_told_in_a_sentence(
    refused: Callable[..., str],
    arguments: tuple[str, ...],
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reason in refused("export", *arguments)
    assert not list(tmp_path.iterdir())


def test_a_network_that_is_no_onnx_file_is_named(
    refused: Callable[..., str], image: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.onnx"
    bad.write_bytes(b"This is no network.")
    assert "bad.onnx: not " in refused("recognise", image, "--network", bad)


def test_a_network_is_exported_with_what_it_stands_behind_and_so_read_and_attacked(
    run: Run, image: Path, tmp_path: Path
) -> None:
    chain = ("--defence", "median:window=2", "--defence", "threshold:threshold=0.4")
    files = tmp_path / "behind.safetensors", tmp_path / "behind.onnx"
    for file in files:
        told = run("export", "report", *chain, "--out", file, "--json").json
        assert [one["name"] for one in told["defences"]] == ["median", "threshold"]
    told = run("export", files[0], "--out", tmp_path / "again.onnx").out
    assert told.startswith("Exported behind (report) behind “Median smoothing” and “Binary thresh")
    (expected,) = run("recognise", image, "--network", "report", *chain, "--json").json["results"]
    for file in (*files, tmp_path / "again.onnx"):
        (found,) = run("recognise", image, "--network", file, "--json").json["results"]
        assert found["confidences"] == pytest.approx(expected["confidences"], abs=1e-5)
    aim = ("--goal", 3, "--network", files[0], "--set", "steps=20", "--unaware", "--json")
    attacked = run("attack", image, *aim).json
    assert [one["name"] for one in attacked["defences"]] == ["median", "threshold"]
    assert attacked["aware"] is False


def test_what_is_drawn_at_random_is_not_exported(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    out = tmp_path / "it.onnx"
    told = refused("export", "report", "--defence", "noise", "--out", out)
    assert "it.onnx: the defence “Random noise” is drawn at random and has no form in ONNX." in told
