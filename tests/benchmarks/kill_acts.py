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
from tests.fake_datasets import write_folders, write_mnist
from tests.fake_fits import write_gallery


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


def _fit(method: str, parameters: Mapping[str, object], window: Any, home: Path) -> None:  # noqa: ANN401
    """One that nobody waits for."""
    fitter = _fitter(window, home)
    fitter.choose_method(method)
    for name, value in parameters.items():
        fitter.set_parameter(name, value)
    fitter.fit()
    while True:
        wait(100)
        learning = fitter.state.fitting.value
        if learning is not None and learning.fit is not None:
            tell("fit", steps=learning.fit.number, looks=len(learning.fit.looks))


def _fitted(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    """One short fit after the other."""
    fitter = _fitter(window, home)
    fitter.choose_method("universal")
    fitter.set_parameter("steps", 20)
    for number in count(1):
        fitter.set_seed(number)
        fitter.fit()
        while fitter.state.fitting.busy:
            wait(20)
        tell("artefact", seed=number)


def _fitter(window: Any, home: Path) -> Any:  # noqa: ANN401 - of the main window
    folder = write_gallery(home / "data/mnist")
    window.pages.choose("one_for_all")
    fitter = window.findChild(QObject, "fitter")
    fitter.have_mnist(folder)
    return fitter


def _poisoning(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    """One that nobody waits for."""
    poisoner = _poisoner(window, home, images=20_000)
    poisoner.choose(replace(poisoner.state.choice, architecture="convolutional"))
    poisoner.train()
    while True:
        wait(100)
        value = poisoner.state.job.value
        if value is not None and value.stage == "training":
            tell("poisoning", done=value.done, looks=len(value.looks))


def _poisoned(window: Any, home: Path) -> None:  # noqa: ANN401 - the main window
    """One short training after the other, and one of those without what was caught."""
    poisoner = _poisoner(window, home, images=400)
    for number in count(1):
        poisoner.choose(replace(poisoner.state.choice, seed=number))
        poisoner.train()
        while poisoner.state.job.busy:
            wait(20)
        tell("poisoned", seed=number, networks=1)
        poisoner.retrain("spectral")
        while poisoner.state.job.busy:
            wait(20)
        tell("poisoned", seed=number, networks=2)


def _poisoner(window: Any, home: Path, *, images: int) -> Any:  # noqa: ANN401 - of the main window
    folder = write_mnist(home / "data/mnist", train=images)
    window.pages.choose("poison")
    poisoner = window.findChild(QObject, "poisoner")
    poisoner.have_mnist(folder)
    return poisoner


ACTS: Final[Mapping[str, Callable[[Any, Path], None]]] = {
    "draw": _draw,
    "attack": _attack,
    "long": _long,
    "networks": _networks,
    "save": _save,
    "training": _training,
    "universal": partial(_fit, "universal", {"steps": 20_000}),
    "generator": partial(_fit, "generator", {"steps": 50_000}),
    "patch": partial(_fit, "patch", {"steps": 1_000}),
    "fitted": _fitted,
    "poisoning": _poisoning,
    "poisoned": _poisoned,
}
