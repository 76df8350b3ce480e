"""The smoke test believes nothing: an exit code, a word on stderr, a missing mark fail it."""

import sys
from pathlib import Path

import pytest
import smoke

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


def program(folder: Path, script: str) -> Path:
    path = folder / "advgui"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_program_that_passes_is_believed(tmp_path: Path) -> None:
    case = smoke.Case(program(tmp_path, 'echo "advgui 1 self-check: passed"'))
    assert case.verdict(case.start()) == ""


@pytest.mark.parametrize(
    "script",
    [
        'echo "self-check: passed"; exit 1',
        'echo "self-check: passed"; echo "a warning" >&2',
        'echo "self-check: failed"',
    ],
)
def test_anything_else_is_told(tmp_path: Path, script: str) -> None:
    case = smoke.Case(program(tmp_path, script))
    assert case.verdict(case.start()).startswith("exit code ")


def test_one_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke, "PATIENCE_S", 0.1)
    case = smoke.Case(program(tmp_path, "exec sleep 60"))
    assert "did not end" in case.verdict(case.start())


def test_what_helps_only_here_is_kept_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("DISPLAY", ":1")
    case = smoke.Case(program(tmp_path, 'echo "$PYTHONPATH$DISPLAY$QT_QPA_PLATFORM"'))
    process = case.start()
    assert process.communicate()[0] == "offscreen\n"


def test_a_condition_that_does_not_exist_is_skipped_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert smoke.report(smoke.on_x11, tmp_path / "advgui", tmp_path)
    assert capsys.readouterr().out == "skipped  On an X server: there is no xvfb-run\n"


def test_a_failure_is_told_with_what_was_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = program(tmp_path, "echo lost >&2; exit 3")
    assert not smoke.report(smoke.offscreen, broken, tmp_path)
    told = capsys.readouterr().out
    assert told.startswith("failed   Without a screen; exit code 3")
    assert "lost" in told


def test_it_wants_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert smoke.main(["nothing-of-that-name"]) == 2
    assert "smoke.py" in capsys.readouterr().err
