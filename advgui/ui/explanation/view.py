"""Why the attack that is shown fools: the slope, the noise, the way, and a few sentences."""

from typing import Final

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from advgui.core.explanation.explain import Explanation
from advgui.core.images import Array, Bytes
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.explanation.job import Explain, Explaining, wanted
from advgui.lab.explanation.words import tile_words, tip_words, why_figures, why_words
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.explanation.pictures import Picture, Pictures
from advgui.ui.explanation.way_plot import WayPlot
from advgui.ui.session.controller import Controller
from advgui.ui.session.job import JobLane
from advgui.ui.theme.tokens import MEDIUM, TIGHT
from advgui.ui.viewer.tile_looks import TileImage
from advgui.ui.widgets.layout import Note, column, row
from advgui.ui.widgets.scroll_area import ScrollArea

_TITLES: Final = (tr("Slope"), tr("Perturbation"), tr("Noise"))
#: The least height of it all, before it is scrolled.
_LEAST: Final = 112
#: From this width on the chart is wide enough.
_WIDE: Final = 800
#: From this height on the figures have room below the sentences.
_HIGH: Final = 200


class WhyView(QWidget):
    """Asks about the run while it is seen, and about another one as soon as that is shown."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self.setAccessibleName(tr("Why it fools"))
        self._controller = controller
        self.explainer = JobLane[Explain, Explanation](parent=self)
        self.pictures = Pictures("why-pictures", tr("The slope, the perturbation and noise"))
        self.plot = WayPlot()
        self._words = _Words(name="why-words")
        self._figures = _Words(name="why-figures")
        self._lay_out()
        self.explainer.changed.connect(self._show)
        controller.watch(self.apply)
        self._show()

    def _lay_out(self) -> None:
        content = QWidget()
        self._words.setForegroundRole(self.foregroundRole())
        self._across = row(self.pictures, self.plot, spacing=MEDIUM)
        lines = column(content, TIGHT)
        lines.addLayout(self._across, 1)
        lines.addWidget(self._words)
        lines.addWidget(self._figures)
        column(self).addWidget(ScrollArea(content, least=_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Low, as what has no room is scrolled."""
        return QSize(super().minimumSizeHint().width(), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The images grow where there is room for it, rather than the chart.

        Where there is little, the figures are in the tip of the sentences alone.
        """
        super().resizeEvent(event)
        self._figures.setVisible(self.height() >= _HIGH)
        shares = (3, 2) if self.width() >= _WIDE else (1, 1)
        for number, share in enumerate(shares):
            self._across.setStretch(number, share)

    def close_lane(self) -> None:
        """End what runs, and take the chart apart."""
        self.explainer.close()
        self.plot.close()

    def showEvent(self, event: QShowEvent) -> None:
        """It is asked about while it is seen."""
        super().showEvent(event)
        self._ask(self._controller.state)

    def hideEvent(self, event: QHideEvent) -> None:
        """And not while nobody sees it."""
        super().hideEvent(event)
        if self.explainer.state.busy:
            self.explainer.cancel()

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Ask about the run where it is another one, or has ended."""
        if old is None or _asks_anew(old.run, new.run):
            self._ask(new)

    def _ask(self, state: LabState) -> None:
        if not self.isVisible():
            return
        job, lane = wanted(state), self.explainer
        if state.running:
            lane.prepare()  # it is up by the time that the attack has ended
        if job is None:
            lane.cancel()
        elif not job.asks_as(lane.state.job) or lane.state.phase in ("cancelled", "failed"):
            lane.start(job)
        self._show()

    def _show(self) -> None:
        """All that is known, if it is of the run that is shown.

        With Live on, the last one stays until the next is complete, as it would flicker.
        """
        state, now = self._controller.state, self.explainer.state
        job = wanted(state)
        current = job is not None and job.asks_as(now.job)
        found = now.value if current else None
        waits = now.phase != "failed" and (found is None or not found.complete)
        if state.live and state.run is not None and waits:
            return
        told = now if current else Explaining()
        figures = why_figures(state, told)
        self._words.say(why_words(state, told))
        self._words.setToolTip(figures)
        self._words.setAccessibleDescription(figures)
        self._figures.say(figures)
        self.plot.show_explanation(found)
        self.pictures.show_pictures(_pictures(found))


def _asks_anew(old: ShownRun | None, new: ShownRun | None) -> bool:
    """Whether another outcome is shown, or none: a walk through the steps changes nothing."""
    if old is None or new is None:
        return old is not new
    known = old.phase, old.selected, old.ticket
    return known != (new.phase, new.selected, new.ticket) or old.outcomes is not new.outcomes


class _Words(Note):
    """A note that asks for all the lines that its words need."""

    def say(self, words: str) -> None:
        """Say something else."""
        if words != self.text():
            self.setText(words)
            self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need other lines."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def _pictures(found: Explanation | None) -> tuple[Picture, ...]:
    if found is None:
        return tuple(Picture(title) for title in _TITLES)
    images = (_slope_image(found.slope.weights), _difference(found.adversarial, found.original))
    noise = None if found.noise is None else _difference(found.noise.images[0], found.original)
    told = zip(_TITLES, tile_words(found), (*images, noise), tip_words(found), strict=True)
    return tuple(Picture(title, line, image, tip) for title, line, image, tip in told)


def _slope_image(weights: Array) -> TileImage:
    """The slope in the colours of changes, its steepest pixel in the full one."""
    peak = float(np.abs(weights).max()) or 1.0
    return TileImage.difference(np.rint(255 * weights / peak).astype(np.int16))


def _difference(image: Bytes, original: Bytes) -> TileImage:
    """In colours that mean the same in both that are compared."""
    return TileImage.difference(image.astype(np.int16) - original, stretched=False)
