"""A system that lets a program have next to no files open at once."""

import json
import subprocess
import sys

import pytest

from tests.e2e.own_process import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("files", [8, 24])
def test_a_window_opens_and_attacks_where_few_files_may_be_open(files: int) -> None:
    window = [sys.executable, "-m", "tests.e2e.own_process", "attack-close"]
    limited = ["sh", "-c", f'ulimit -n {files} && exec "$@"', "sh", *window]
    ran = subprocess.run(limited, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["drawn"]
