"""The curves of a training, or what has to be there before there can be one."""

from PySide6.QtWidgets import QWidget

from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.training.state import TrainingState
from advgui.lab.training.text import NOT_YET
from advgui.ui.plotting.plot_widget import CoursePlot
from advgui.ui.plotting.series import TRAINING, Course
from advgui.ui.training.controller import Trainer
from advgui.ui.widgets.layout import column


class TrainPlot(CoursePlot):
    """Loss and accuracy over the epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NOT_YET, parent)
        self.setObjectName("train-plot")
        self.setAccessibleName("Course of the training")

    def where(self, place: float) -> str:
        """A place in the epochs."""
        return f"After {place:.2f} epochs"


class TrainCourse(QWidget):
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
        self.plot.set_course(course(training), training.request.plan.epochs)
        self.plot.set_position(float(training.points.epochs[-1]))


def course(training: ShownTraining) -> Course:
    """Its points as curves."""
    points = training.points
    return Course(TRAINING, points.epochs, {"accuracy": points.accuracy, "loss": points.loss})
