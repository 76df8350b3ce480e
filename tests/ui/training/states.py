"""States of the Train page, made without training anything."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from advgui.core.nn.card import Card
from advgui.lab.training import transitions
from advgui.lab.training.state import TrainingState
from advgui.lab.worker.messages import Failed, Points, Stage, TrainingFinished, TrainingProgress
from tests.lab.requests import network

SENTENCE = "train-images-idx3-ubyte: cut short within its header."


def fresh() -> TrainingState:
    """Everything is there, nothing is trained."""
    return transitions.opened(mnist=Path("here"), pen=Path("here"))


def points(count: int) -> Points:
    """An accuracy that rises evenly over two epochs, and a loss that falls."""
    along = np.linspace(0.0, 1.0, count, dtype=np.float32)
    unseen = np.full(count, np.nan, np.float32)
    return Points(2 * along, 1 - along, along, unseen, unseen, unseen, along / 2)


def training(stage: Stage = "training", done: float = 0.25) -> TrainingState:
    """A training that is under way."""
    begun = transitions.begun(fresh())
    news = points(50) if stage != "loading" else points(0)
    return transitions.reported(begun, TrainingProgress(begun.ticket, stage, done, 8.0, news))


def finished() -> TrainingState:
    """A training that has ended well."""
    state = training()
    card = Card(title="My own", mnist=0.93, pen=0.855, seconds=12.0)
    made = replace(network(), name="My own", card=card)
    return transitions.reported(state, TrainingFinished(state.ticket, made, points(0)))


def failed(stage: Stage = "loading") -> TrainingState:
    """A training that came to nothing."""
    state = training(stage)
    return transitions.reported(state, Failed(state.ticket, SENTENCE))
