"""A training that is written down while it goes on, now and then, in the process that trains."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from time import perf_counter, process_time
from typing import Final

import numpy as np

from advgui.core.errors import BadInput
from advgui.core.training.loop import TrainingStep
from advgui.core.training.resuming import Checkpoints
from advgui.core.training.training_file import KeptTraining, load_training, save_training
from advgui.lab.worker.messages import Points, TrainingRequest

#: From one time to the next, in seconds: so much may be lost at most.
KEEP_S: Final = 1.5
#: Of a large one so many times the processor's time that it took, a hundredth of it all; not of
#: what it waited for a busy disk, or that would keep the next one waiting, too.
RESTS: Final = 100

_log = logging.getLogger("advgui")


class TrainingKeeper:
    """Writes a training to the place that its request names, where it names one.

    ``checkpoints`` are those of the training: new ones, or such as go on from what is there.
    Raises TrainingFileError where it shall go on, and what is there is damaged.
    """

    def __init__(self, request: TrainingRequest) -> None:
        self._request = request
        former = load_training(request.kept) if request.goes_on and request.kept else None
        self.checkpoints = Checkpoints(None if former is None else former.checkpoint)
        self.seconds = 0.0 if former is None else former.seconds
        self._points = points(()) if former is None else Points(**former.curves)
        self._news: list[tuple[float, TrainingStep]] = []
        self._due = perf_counter() + KEEP_S
        self._off = request.kept is None
        if former is None:
            self.remove()

    def told(self, epochs: float, step: TrainingStep) -> None:
        """It has reported, so many epochs after its beginning."""
        if not self._off:
            self._news.append((epochs, step))

    def look(self, done: float, seconds: float) -> None:
        """Write it down if that is due: right after a report, when so much was done in all."""
        if not self._off and perf_counter() >= self._due:
            self.keep(done, seconds)

    def keep(self, done: float, seconds: float) -> None:
        """Write it down now. What is in the way is told once, and the training goes on."""
        started, request = process_time(), self._request
        checkpoint = self.checkpoints.now()
        if self._off or request.kept is None or not checkpoint:
            return
        self._points, self._news = self._points + points(self._news), []
        curves = {one.name: getattr(self._points, one.name) for one in fields(Points)}
        plan, folders = request.plan, request.folders
        try:
            request.kept.parent.mkdir(parents=True, exist_ok=True)
            kept = KeptTraining(plan, folders, checkpoint, curves, done, seconds)
            save_training(kept, request.kept)
        except (BadInput, OSError) as error:
            self._off = True
            _log.warning("The training cannot be kept for an abrupt end: %s", error)
        self._due = perf_counter() + max(KEEP_S, RESTS * (process_time() - started))

    def remove(self) -> None:
        """Nothing is left of it."""
        if self._request.kept is not None:
            with suppress(OSError):  # what cannot be removed is told when it is read
                self._request.kept.unlink()


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
