"""Running what was copied gives the same bytes."""

import json
import runpy
import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.commands.attack import main as attack_command
from advgui.core.attacks import Outcome
from advgui.core.defences import make_defence
from advgui.core.defences.defended import bare_of, defended
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.images import SIZE
from advgui.lab.attack.outcome_file import outcome_json
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import (
    confidence_set,
    defences_set,
    drawn,
    opened,
    region_painted,
)
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.export.repeating import (
    BARE,
    NO_STEP,
    OWN_NETWORK,
    SEVERAL,
    as_command,
    as_python,
    why_no_command,
    why_not,
)
from advgui.lab.networks.library import Library
from advgui.lab.preferences import Preferences
from advgui.lab.runs.shown_run import ShownRun
from tests.lab.export.shipped_runs import beginning, run_of
from tests.lab.requests import image, network
from tests.lab.states import ended, fresh, other_digit, shown


def painted() -> np.ndarray[Any, Any]:
    region = np.zeros((SIZE, SIZE), bool)
    region[4:20, 4:24] = True
    return region


def on_strokes() -> ShownRun:
    stroke = np.array([[0.27, 0.2], [0.5, 0.2], [0.73, 0.2], [0.6, 0.5], [0.45, 0.85]])
    return run_of(drawn(beginning("pen"), Drawing(strokes=(stroke,))), steps=6)


def behind_a_defence() -> ShownRun:
    return run_of(beginning("pgd", make_defence("threshold", {"threshold": 0.4})), steps=9)


def in_a_region() -> ShownRun:
    return run_of(region_painted(beginning("masked"), painted()), mask="painted", steps=12)


#: What is asked in every way that a line of text has to tell.
RUNS: dict[str, Callable[[], ShownRun]] = {
    "toward a digit": lambda: run_of(confidence_set(beginning(), 1.5), steps=30),
    "away": lambda: run_of(beginning("fgsm"), "away"),
    "behind a defence": behind_a_defence,
    "of strokes": on_strokes,
    "in a region": in_a_region,
    # The first plans its steps ahead: one of so few steps would be another run.
    "stopped": lambda: run_of(beginning(), steps=60, stop_at=17),
    "stopped while it looks about": lambda: run_of(beginning("square"), stop_at=40),
}


def by_command(run: ShownRun, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    program, command, *arguments = shlex.split(as_command(run))
    assert (program, command) == ("advgui", "attack")
    attack_command([*arguments, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return without_time(found)


def by_python(run: ShownRun, folder: Path) -> dict[str, Any]:
    script = folder / "attack.py"
    script.write_text(as_python(run), encoding="utf-8")
    return runpy.run_path(str(script))


def without_time(outcome: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in outcome.items() if name != "seconds"}


def expected(run: ShownRun, outcome: Outcome) -> dict[str, Any]:
    told = outcome_json(outcome, run.request.network, 0.5)
    return without_time(json.loads(json.dumps(told)))


@pytest.mark.parametrize("kind", RUNS)
def test_a_copied_command_and_copied_python_give_the_same_bytes(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = RUNS[kind]()
    assert run.outcome
    assert by_command(run, capsys) == expected(run, run.outcome)
    outcome = by_python(run, tmp_path)["outcome"]
    np.testing.assert_array_equal(outcome.adversarial, run.outcome.adversarial)
    assert expected(run, outcome) == expected(run, run.outcome)


@pytest.mark.parametrize("name", ["ddn", "pgd"])
def test_a_run_toward_every_digit_is_copied_as_what_gives_the_same_bytes(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = run_of(beginning(name), "every", steps=20)
    program, command, *arguments = shlex.split(as_command(run))
    assert (program, command) == ("advgui", "attack")
    attack_command([*arguments, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [without_time(one) for one in found] == [expected(run, one) for one in run.outcomes]
    outcomes = by_python(run, tmp_path)["outcomes"]
    for one, other in zip(outcomes, run.outcomes, strict=True):
        np.testing.assert_array_equal(one.adversarial, other.adversarial)


def test_a_stopped_run_is_another_one_than_one_of_so_few_steps() -> None:
    early, short = run_of(beginning(), steps=60, stop_at=17), run_of(beginning(), steps=17)
    assert early.outcome
    assert short.outcome
    assert early.outcome.steps == short.outcome.steps == 17
    assert (early.outcome.adversarial != short.outcome.adversarial).any()


def test_a_run_toward_every_digit_that_was_stopped_gives_the_same_bytes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run = run_of(beginning("pgd"), "every", steps=20, stop_at=4)
    _, _, *arguments = shlex.split(as_command(run))
    attack_command([*arguments, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [without_time(one) for one in found] == [expected(run, one) for one in run.outcomes]


@pytest.mark.parametrize("chain", [(), ("threshold",)])
def test_a_network_of_ones_own_is_named_by_its_file(
    chain: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my own.safetensors"
    save_network(defended(network(), list(map(make_defence, chain))), path)
    library = Library()
    mine = library.add(load_network(path), file=path)
    state = opened(mine, Preferences(), History(present=Drawing(base=image(1))))
    run = run_of(state, steps=12)
    file = library.file_of(bare_of(mine).name)
    assert run.outcome
    _, _, *arguments = shlex.split(as_command(run, file))
    assert str(path) in arguments
    attack_command([*arguments, "--json"])
    assert without_time(json.loads(capsys.readouterr().out)) == expected(run, run.outcome)
    script = tmp_path / "attack.py"
    script.write_text(as_python(run, file), encoding="utf-8")
    outcome = runpy.run_path(str(script))["outcome"]
    np.testing.assert_array_equal(outcome.adversarial, run.outcome.adversarial)


def test_a_network_that_stood_without_the_defences_of_its_file_has_no_command(
    tmp_path: Path,
) -> None:
    path = tmp_path / "mine.safetensors"
    save_network(defended(network(), [make_defence("threshold")]), path)
    library = Library()
    mine = library.add(load_network(path), file=path)
    state = opened(mine, Preferences(), History(present=Drawing(base=image(1))))
    run = run_of(defences_set(state, []), steps=3)
    file = library.file_of(mine.name)
    assert why_no_command(run, file) == BARE
    script = tmp_path / "attack.py"
    script.write_text(as_python(run, file), encoding="utf-8")
    assert run.outcome
    outcome = runpy.run_path(str(script))["outcome"]
    np.testing.assert_array_equal(outcome.adversarial, run.outcome.adversarial)


def test_a_run_toward_some_digits_has_no_command() -> None:
    run = run_of(beginning(), "every", steps=2)
    problem = run.request.problem
    some = replace(run.request, problem=problem.of(slice(4)))
    fewer = replace(run, request=some, outcomes=run.outcomes[:4])
    assert why_no_command(fewer) == SEVERAL
    assert not why_not(fewer)


def test_what_cannot_be_made_again_by_a_line_says_why() -> None:
    begun = run_of(beginning(), steps=5)
    nothing = replace(begun, phase="stopped", outcomes=(replace(begun.outcomes[0], steps=0),))
    assert why_not(nothing) == NO_STEP
    own = shown(ended(aimed(fresh(), other_digit(fresh()))))
    assert why_not(own) == OWN_NETWORK
    for copied in (as_command, as_python):
        with pytest.raises(ValueError, match="does not ship"):
            copied(own)
