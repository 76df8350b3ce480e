r"""kill -9 at random moments: what of a session does not come back at the next start?

    ADVGUI_KILLS=200 python3 packaging/start.py test tests/benchmarks/test_kills.py \
        --benchmark-enable -s -o faulthandler_timeout=0

A window in a process of its own draws, attacks, makes networks, trains, fits, poisons or saves,
and tells each thing that it has made; it is killed at a random moment, and another process looks at
what was kept. What was told more than two seconds before must be there: strokes, runs with the
bytes of their outcomes, networks, the steps of a run that was being made, the curves of a training,
a fit or a poisoning and all that it needs to go on from there (the two latter do so for a step),
what was fitted and poisoned to its end, and a file that opens.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.figures import Figure, Note, in_turns

ROOT: Final = Path(__file__).parents[2]
FEW: Final = 2
LOST_S: Final = 2.0
LONGEST_S: Final = 8.0
ACTS: Final = (
    *("draw", "attack", "long", "networks", "save", "training"),
    *("universal", "generator", "patch", "fitted", "poisoning", "poisoned"),
)


def killed_while(act: str, after_s: float, home: Path) -> tuple[list[dict[str, Any]], float]:
    """What a window told, each with its moment, and when it was killed."""
    command = [sys.executable, "-m", "tests.benchmarks.kill_window", act, str(home)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["what"] == "ready"
    time.sleep(after_s)
    process.kill()
    killed = time.time()
    with process.stdout as lines:
        told = [json.loads(line) for line in lines if line.endswith("\n")]
    process.wait()
    return told, killed


def environment(home: Path) -> dict[str, str]:
    """A user of its own, and folders with very few images."""
    return {
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "QT_QPA_PLATFORM": "offscreen",
        "ADVGUI_DATA": str(home / "data"),
        "PYTHONPATH": str(ROOT),
    }


def given_back(home: Path) -> dict[str, Any]:
    """What the next start finds."""
    command = [sys.executable, "-m", "tests.benchmarks.kill_window", "look", str(home)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment(home),
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def lost(told: list[dict[str, Any]], killed: float, found: dict[str, Any]) -> list[str]:
    """What was made early enough, and is not there."""
    old = [one for one in told if one["at"] < killed - LOST_S]
    missing = [f"run {one['run']}" for one in old if one["what"] == "run" and not _has(one, found)]
    missing += [
        f"network {one['name']}"
        for one in old
        if one["what"] == "network" and one["name"] not in found["networks"]
    ]
    strokes = max((one["strokes"] for one in old if one["what"] == "stroke"), default=0)
    if found["strokes"] < strokes:
        missing.append(f"{strokes - found['strokes']} strokes")
    missing += [
        f"steps of run {one['run']}"
        for one in old
        if one["what"] == "steps" and found["steps"].get(str(one["ticket"]), 0) < one["steps"]
    ]
    points = max((one["points"] for one in old if one["what"] == "curve"), default=0)
    if found["points"] < points:
        missing.append(f"{points - found['points']} of {points} points of a training's curve")
    missing += [
        f"{one['what']}: {one}, but {found[one['what']]} came back"
        for one in _newest(old, "fit", "poisoning", "poisoned")
        if _is_less(found[one["what"]], one) and not _has_ended(one, found)
    ]
    missing += [
        f"artefact of seed {one['seed']}"
        for one in old
        if one["what"] == "artefact" and one["seed"] not in found["artefacts"]
    ]
    missing += [f"file {one['path']}" for one in old if one["what"] == "file" and not _opens(one)]
    return missing


def _newest(told: list[dict[str, Any]], *kinds: str) -> list[dict[str, Any]]:
    """Of each kind what was told last."""
    return list({one["what"]: one for one in told if one["what"] in kinds}.values())


def _is_less(found: list[float], told: dict[str, Any]) -> bool:
    """Whether what came back is less far than what was told; the first number decides."""
    first, second = [value for name, value in told.items() if name not in ("what", "at")]
    return bool(found < [first, second])


def _has_ended(told: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a fit has come to its artefact meanwhile."""
    return told["what"] == "fit" and bool(found["artefacts"])


def _has(one: dict[str, Any], found: dict[str, Any]) -> bool:
    return bool(found["runs"].get(str(one["ticket"])) == one["bytes"])


def _opens(one: dict[str, Any]) -> bool:
    from advgui.lab.sessions.session_file import load_session

    return bool(len(load_session(Path(one["path"])).runs) >= one["runs"])


def test_what_was_made_comes_back(benchmark: BenchmarkFixture, note: Note) -> None:
    if not benchmark.enabled:
        pytest.skip("each kill takes some seconds: it is tried where the rest is measured")
    count = int(os.environ.get("ADVGUI_KILLS", FEW))
    chance = np.random.default_rng(int(os.environ.get("ADVGUI_SEED", "1")))
    wrong: list[str] = []

    def kill(number: int) -> None:
        act = ACTS[number % len(ACTS)]
        with tempfile.TemporaryDirectory() as name:
            told, killed = killed_while(act, chance.uniform(0.05, LONGEST_S), Path(name))
            missing = lost(told, killed, given_back(Path(name)))
            wrong.extend(f"{number}, {act}: {one}" for one in missing)

    def kills() -> None:
        for number in range(count):
            kill(number)

    in_turns(benchmark, kills, lambda: None, rounds=1)
    note(Figure("kills after which something is lost", "0", f"{len(wrong)} of {count}"))
    assert not wrong, "\n".join(wrong)
