"""Commands run as a user runs them: through ``main``, or as a process of their own."""

import gzip
import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.__main__ import main
from advgui.core.datasets.readers import Part, read_mnist
from advgui.core.digits.gallery import GalleryDigit, read_gallery
from advgui.core.digits.image_file import write_png
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes_file import Drawn, write_strokes
from advgui.core.images import Bytes, Labels

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command told
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Calls ``main`` in this process."""

    def call(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Calls ``main`` with what it has to refuse: exit code 2, nothing but one sentence."""

    def call(*arguments: object) -> str:
        ran = run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("advgui: ")
        assert ran.err.count("\n") == 1
        assert ran.err.endswith((".\n", ").\n"))
        return ran.err

    return call


def environment(**changed: str) -> dict[str, str]:
    """The environment of a process that finds advgui, with no screen."""
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in screens}
    return {**kept, "PYTHONPATH": str(ROOT), **changed}


def started(
    *arguments: object, stderr: int = subprocess.PIPE, **changed: str
) -> subprocess.Popen[str]:
    """``python -m advgui`` as a process whose streams are pipes, if nothing else is said."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "advgui", *map(str, arguments)],
        env=environment(**changed),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
    )


def process(*arguments: object, **changed: str) -> Ran:
    """The same, at its end."""
    running = started(*arguments, stderr=subprocess.PIPE, **changed)
    out, err = running.communicate(timeout=100)
    return Ran(running.returncode, out, err)


def _write_idx(path: Path, array: Labels | Bytes) -> None:
    header = struct.pack(f">I{array.ndim}I", 0x0800 + array.ndim, *array.shape)
    path.write_bytes(header + array.astype(np.uint8).tobytes())


@pytest.fixture(scope="session")
def few_mnist(mnist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the same kind with the first 1,000 training and 500 test images."""
    folder = tmp_path_factory.mktemp("few") / "mnist"
    folder.mkdir()
    parts: tuple[tuple[Part, str, int], ...] = (("train", "train", 1000), ("test", "t10k", 500))
    for part, name, count in parts:
        digits = read_mnist(mnist, part)
        _write_idx(folder / f"{name}-images-idx3-ubyte", digits.images[:count])
        _write_idx(folder / f"{name}-labels-idx1-ubyte", digits.labels[:count])
    return folder


@pytest.fixture(scope="session")
def few_pen(pendigits: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the same kind with the first 300 pen digits."""
    packed = pendigits / "pendigits-orig.tra.gz"
    text = gzip.decompress(packed.read_bytes()).decode("latin-1")
    folder = tmp_path_factory.mktemp("few") / "pendigits"
    folder.mkdir()
    first = ".SEGMENT".join(text.split(".SEGMENT")[:301])
    (folder / "pendigits-orig.tra").write_text(first, "latin-1")
    return folder


@pytest.fixture(scope="session")
def seven() -> GalleryDigit:
    """A seven that was drawn by hand for the project."""
    return next(digit for digit in read_gallery() if digit.label == 7)


@pytest.fixture
def strokes(tmp_path: Path, seven: GalleryDigit) -> Path:
    """A strokes file of the seven."""
    path = tmp_path / "seven.json"
    write_strokes(path, [Drawn(seven.strokes)])
    return path


@pytest.fixture
def image(tmp_path: Path, seven: GalleryDigit) -> Path:
    """A PNG of the seven, 28 x 28."""
    path = tmp_path / "seven.png"
    write_png(path, render(seven.strokes))
    return path
