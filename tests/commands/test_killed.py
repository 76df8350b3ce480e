"""Whoever is killed while writing leaves all old or all new, and nothing else for long."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from advgui.__main__ import main
from advgui.core.formats.safetensors_file import load_network
from tests.commands.conftest import Run
from tests.fake_disk import killed_at, needs_fork

pytestmark = needs_fork

NAMES = (
    "original.png",
    "perturbation.png",
    "adversarial.png",
    "thresholded.png",
    "outcome.json",
)
MOST = 200  # more changes on the disk than any command makes


def attack(image: Path, goal: int, out: Path) -> list[str]:
    words = ("attack", image, "--goal", goal, "--network", "report", "--set", "steps=3")
    return [*map(str, words), "--json", "--out", str(out)]


def content(folder: Path, names: tuple[str, ...] = NAMES) -> dict[str, bytes | None]:
    """What is read under each name."""
    paths = {name: folder / name for name in names}
    return {name: path.read_bytes() if path.exists() else None for name, path in paths.items()}


def told(folder: Path) -> tuple[object, ...]:
    """Which of two outcomes it is, by all five files; times differ from run to run."""
    read = content(folder)
    text = read.pop("outcome.json")
    return (*read.values(), None if text is None else json.loads(text)["goal"])


def kills(arguments: list[str]) -> Iterator[int]:
    """Kill the command at one change on the disk after the other, until it comes to its end."""
    for change in range(1, MOST):
        if not killed_at(change, lambda: main(arguments)):
            return
        yield change
    pytest.fail("it came to no end")


def everything(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*")}


@pytest.fixture
def cache(home: Path) -> Path:
    return home / "cache" / "advgui"


def test_an_outcome_is_all_old_or_all_new_wherever_its_saving_is_killed(
    run: Run, image: Path, tmp_path: Path, cache: Path
) -> None:
    run(*attack(image, 1, tmp_path / "one"))
    run(*attack(image, 2, tmp_path / "two"))
    one, two = told(tmp_path / "one"), told(tmp_path / "two")
    out, seen = tmp_path / "out", []
    run(*attack(image, 1, out))
    (out / "notes").mkdir()
    (out / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    out.chmod(0o750)
    whole = everything(out)
    for _ in kills(attack(image, 2, out)):
        seen.append(told(out))
        run("attacks")  # the next start finishes it, and removes what was left
        assert told(out) == seen[-1]
        assert everything(out) == whole
        assert not any(path.is_symlink() for path in out.iterdir())
        assert not [path for path in cache.rglob("*") if path.is_file()]
        if seen[-1] == two:
            run(*attack(image, 1, out))
    assert set(seen) == {one, two}
    assert (out / "notes" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert out.stat().st_mode & 0o777 == 0o750


def test_a_new_folder_is_there_with_all_of_an_outcome_or_not_at_all_wherever_it_is_killed(
    run: Run, image: Path, tmp_path: Path
) -> None:
    run(*attack(image, 1, tmp_path / "one"))
    one, out, seen = told(tmp_path / "one"), tmp_path / "out", []
    for _ in kills(attack(image, 1, out)):
        seen.append(told(out))
        assert out.exists() == (seen[-1] == one)
        shutil.rmtree(out, ignore_errors=True)
    assert set(seen) == {one, (None,) * 5}


def test_what_a_killed_one_left_is_removed_by_the_next_one_that_writes_there(
    run: Run, image: Path, tmp_path: Path, cache: Path
) -> None:
    out = tmp_path / "report.safetensors"
    run("export", "report", "--out", out)
    for _ in kills(["export", "report", "--out", str(out)]):
        assert load_network(out).name == "report"  # whole, be it the old or the new
        shutil.rmtree(cache, ignore_errors=True)  # so that no start knows of it
        run("export", "report", "--out", tmp_path / "other.safetensors")
        assert everything(tmp_path) == {
            Path(p) for p in (image.name, out.name, "other.safetensors")
        }
