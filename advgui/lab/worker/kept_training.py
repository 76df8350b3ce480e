"""A training that is written down while it goes on, with its curves."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np

from advgui.core.resuming.checkpoints import Checkpoint, Checkpoints
from advgui.core.training.loop import TrainingStep
from advgui.core.training.training_file import KeptTraining, load_training, save_training
from advgui.lab.worker.keeper import Keeper
from advgui.lab.worker.messages import Points, TrainingRequest


class TrainingKeeper:
    """Writes a training to the place that its request names, where it names one.

    ``seconds`` is how long it had learned where it goes on from what is there.
    Raises WorkFileError where it shall go on, and what is there is damaged.
    """

    def __init__(self, request: TrainingRequest) -> None:
        self._request = request
        former = load_training(request.kept) if request.goes_on and request.kept else None
        self._keeper = Keeper(request.kept, None if former is None else former.checkpoint)
        self.seconds = 0.0 if former is None else former.seconds
        self._points = points(()) if former is None else Points(**former.curves)
        self._news: list[tuple[float, TrainingStep]] = []
        self._done = 0.0

    @property
    def checkpoints(self) -> Checkpoints:
        """Those of the training."""
        return self._keeper.checkpoints

    def told(self, epochs: float, step: TrainingStep) -> None:
        """It has reported, so many epochs after its beginning."""
        if not self._keeper.off:
            self._news.append((epochs, step))

    def look(self, done: float, seconds: float) -> None:
        """Write it down if that is due: right after a report, when so much was done in all."""
        self._done, self.seconds = done, seconds
        self._keeper.look(self._write)

    def keep(self, done: float, seconds: float) -> None:
        """Write it down now."""
        self._done, self.seconds = done, seconds
        self._keeper.keep(self._write)

    def remove(self) -> None:
        """Nothing is left of it."""
        self._keeper.remove()

    def _write(self, checkpoint: Checkpoint, place: Path) -> None:
        self._points, self._news = self._points + points(self._news), []
        curves = {one.name: getattr(self._points, one.name) for one in fields(Points)}
        plan, folders = self._request.plan, self._request.folders
        kept = KeptTraining(plan, folders, checkpoint, curves, self._done, self.seconds)
        save_training(kept, place)


def points(news: Sequence[tuple[float, TrainingStep]]) -> Points:
    """Reports of a training, each at its number of epochs, as arrays."""
    steps = [step for _, step in news]
    return Points(
        epochs=np.array([epochs for epochs, _ in news], np.float32),
        loss=np.array([step.loss for step in steps], np.float32),
        accuracy=np.array([step.accuracy for step in steps], np.float32),
        clean=np.array([step.clean for step in steps], np.float32),
        robust=np.array([step.robust for step in steps], np.float32),
        transferred=np.array([step.transferred for step in steps], np.float32),
        test=np.array([step.test for step in steps], np.float32),
    )
