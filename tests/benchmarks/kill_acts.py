"""What a window that is killed was doing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QTimer

from tests.benchmarks.kill_window import tell
from tests.fake_datasets import write_folders


def wait(milliseconds: int) -> None:
    """Turn the event loop."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _draw(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    random = np.random.default_rng(1)
    for _ in range(1000):
        window.controller.finish_stroke(random.random((20, 2)))
        tell("stroke", strokes=len(window.controller.state.drawing.strokes))
        wait(60)


def _attack(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    for number in count():
        window.controller.set_seed(number)
        window.controller.attack("every" if number % 2 else "away")
        while window.controller.state.running:
            wait(20)


def _long(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    controller = window.controller
    controller.choose_attack("penalty")
    controller.set_parameter("steps", 5_000)
    controller.attack("every")
    while True:
        wait(200)
        run = controller.state.run
        tell("steps", run="under way", ticket=run.ticket, steps=len(run.recording))


def _networks(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    """As at the end of one training after the other."""
    for number in count():
        bare = window.controller.state.network
        shift = np.float32(number + 1) * np.float32(1e-4)
        layers = tuple(
            layer.with_weights({name: array + shift for name, array in layer.weights.items()})
            for layer in bare.layers
        )
        made = replace(bare, name=f"trained {number}", layers=layers)
        window.workspace.add_network(made, trained=True)
        tell("network", name=window.controller.state.network.name)
        wait(700)


def _save(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    sessions, files = window.workspace.sessions, window.workspace.files
    for number in count():
        window.controller.set_seed(number)
        window.controller.attack("away")
        while window.controller.state.running:
            wait(20)
        path, runs = home / "mine.advgui", len(window.controller.state.runs)
        files.save_session(sessions.snapshot().session(), path, partial(_saved, path, runs))
        wait(30)


def _saved(path: Path, runs: int) -> None:
    tell("file", path=str(path), runs=runs)


def _training(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    """One that nobody waits for."""
    write_folders(home / "data")
    window.pages.choose("train")
    trainer = window.findChild(QObject, "trainer")
    trainer.look_for_data()
    trainer.choose_architecture("convolutional")
    trainer.set_parameter("epochs", 10_000)
    trainer.train()
    while True:
        wait(100)
        tell("curve", points=len(trainer.state.training.points))


ACTS: Final[Mapping[str, Callable[[Any, Path], None]]] = {
    "draw": _draw,
    "attack": _attack,
    "long": _long,
    "networks": _networks,
    "save": _save,
    "training": _training,
}
