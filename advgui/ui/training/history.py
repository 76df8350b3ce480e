"""The history of a training: its curves."""

from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.core.images import Array
from advgui.core.language import as_title, english, tr
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.tested import TESTED
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.training.state import TrainingState
from advgui.lab.training.text import NOT_YET
from advgui.ui.plotting.curves import DASHED, DOTTED, Curve, CurveTable, PlotData, Titles
from advgui.ui.plotting.plot import Plot
from advgui.ui.training.controller import Trainer
from advgui.ui.widgets.layout import column

_TITLES: Final = Titles(along=tr("Epoch"), share=tr("Accuracy"), rest=tr("Loss"))

_SOME: Final = tr("{count} test digits").format(count=TESTED)
_LOSS: Final = Curve("loss", tr("Loss"), "text", DASHED)
_CURVES: Final[CurveTable] = (
    Curve("test", _SOME, "prediction", share=True, heading="Some test digits"),
    Curve("accuracy", tr("Training digits"), "muted", DOTTED, share=True),
    _LOSS,
)
#: Where digits are kept back, to be read as they are and attacked.
_DEFENDING: Final[CurveTable] = (
    Curve("clean", tr("Clean"), "prediction", share=True),
    Curve("robust", tr("Attacked"), "goal", share=True),
    Curve("accuracy", tr("Training digits"), "muted", DOTTED, share=True),
    _LOSS,
)
#: Where there are rounds.
_ROUNDS: Final[CurveTable] = (
    Curve("clean", tr("Clean"), "prediction", share=True),
    Curve("transferred", tr("Old images"), "text", DOTTED, share=True),
    Curve("robust", tr("New ones"), "goal", share=True),
    _LOSS,
)


class TrainPlot(Plot):
    """Loss and accuracy over the epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "train-plot", _TITLES, empty=NOT_YET, whole=tr("Whole training"), parent=parent
        )
        self.setAccessibleName(tr("Course of the training"))

    def where(self, place: float) -> str:
        """A place in the epochs."""
        return tr("After {place:.2f} epochs").format(place=place)


class TrainingHistory(QWidget):
    """The plot of the training that is shown; its line stands at the newest point."""

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-course")
        self._trainer = trainer
        self.plot = TrainPlot()
        column(self).addWidget(self.plot, 1)
        trainer.changed.connect(self.apply)
        self._show()

    def apply(self, old: TrainingState | None, new: TrainingState) -> None:
        """Show what has changed from the old state to the new one."""
        before = None if old is None else old.training
        training = new.training
        if training is before or training is None:
            return
        same = before is not None and before.ticket == training.ticket and training.busy
        if not same or before is None or training.points is not before.points:
            self._show()

    def _show(self) -> None:
        training = self._trainer.state.training
        if training is None or not len(training.points):
            self.plot.clear()
            return
        end = float(training.request.plan.all_epochs) if training.busy else None
        self.plot.set_data(training_data(training), end)
        self.plot.set_position(float(training.points.epochs[-1]))


def training_data(training: ShownTraining) -> PlotData:
    """Its points, as they are plotted."""
    points = training.points
    curves = _curves(training.request.plan.defence)
    values = {curve.name: getattr(points, curve.name) for curve in curves}
    if curves is _CURVES:
        values |= _when_new({"test": points.test})
        if not training.busy:  # of the network that is kept, however often that share was read
            values["test"][-1:] = points.test[-1:]
    if curves is _ROUNDS:
        values |= _when_new({name: values[name] for name in ("clean", "transferred", "robust")})
    return PlotData(curves, points.epochs, values)


def _when_new(shares: dict[str, Array]) -> dict[str, Array]:
    """Those values where they are told first, so that a line leads from one look to the next."""
    told = np.nan_to_num(np.stack(list(shares.values())), nan=-1.0)
    new = (told[:, 1:] != told[:, :-1]).any(axis=0)
    here = np.concatenate([np.ones(min(1, told.shape[1]), bool), new])
    return {name: np.where(here, values, np.float32(np.nan)) for name, values in shares.items()}


def _curves(defence: TrainingDefence | None) -> CurveTable:
    if defence is None:
        return _CURVES
    if defence.trainings > 1:
        return _ROUNDS
    clean, robust, *others = _DEFENDING
    looked_at = defence.looked_at
    robust = replace(robust, title=as_title(looked_at), heading=as_title(english(looked_at)))
    return (clean, robust, *others)
