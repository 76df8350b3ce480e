"""The page on which a network learns something that it should not, beside its clean twin."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QDir, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from advgui.core.attacks.poisoning import CORNER
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.state import PoisonPageState
from advgui.lab.poisoning.text import BUSY, trigger_words
from advgui.ui.poisoning.both_view import BothView
from advgui.ui.poisoning.catches_view import CatchesView
from advgui.ui.poisoning.course import PoisonPlot
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.poisoning.run_bar import PoisonBar
from advgui.ui.poisoning.settings import PoisonSettings
from advgui.ui.poisoning.trigger_editor import TriggerEditor
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.theme.zoom import write_in, zoomed
from advgui.ui.widgets.elided_label import ElidedLabel
from advgui.ui.widgets.file_dialogs import ask_trigger
from advgui.ui.widgets.layout import column, heading, row

_OPEN = tr("A PNG of at most 28 x 28 pixels: white is ink, transparent is clear")
_NO_TRIGGER = tr("This attack stamps no trigger")

#: From this width on, in pixels, three columns are beside one another.
_WIDE: Final = 720
#: Where less is seen at once than this, what came of the training stands above the detectors.
_LOW: Final = 500

_Places = tuple[tuple[int, int, int, int], ...]


class _Arrangement(NamedTuple):
    """Where the parts of the page are, and how columns and rows share the room.

    ``places`` are row, column, and how many of both, of the trigger, the course, the buttons,
    the two readings and the detectors.
    """

    places: _Places
    widths: tuple[int, int, int]
    heights: tuple[int, int, int]


_TWO_COLUMNS: Final = _Arrangement(
    ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1)), (3, 5, 0), (3, 0, 2)
)
_ABOVE: Final = _Arrangement(
    ((0, 0, 1, 1), (0, 2, 1, 1), (1, 0, 1, 3), (0, 1, 1, 1), (2, 0, 1, 3)), (0, 0, 1), (3, 0, 2)
)
_THREE_COLUMNS: Final = _Arrangement(
    ((0, 0, 1, 1), (1, 0, 1, 2), (2, 0, 1, 3), (0, 1, 1, 1), (0, 2, 2, 1)), (2, 3, 5), (2, 3, 0)
)


class PoisonPage(QWidget):
    """Choices, the trigger, the course of the training, and what came of it.

    Says ``offer_wanted`` and ``save_wanted`` of the networks that were made.
    """

    offer_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self, poisoner: Poisoner, controller: Controller, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("poison-page")
        self._poisoner, self._controller = poisoner, controller
        self.settings = PoisonSettings(poisoner)
        self.editor = TriggerEditor()
        self.bar = PoisonBar(poisoner)
        self.plot = PoisonPlot()
        self.both = BothView(poisoner)
        self.catches = CatchesView()
        self._trigger = ElidedLabel()
        self._trigger.setObjectName("trigger-words")
        write_in(self._trigger, "caption")
        self._clear = _small("trigger-clear", tr("Clear"), tr("Rub all of the trigger out"))
        self._corner = _small(
            "trigger-default", tr("Corner"), tr("The white corner of 3 x 3 pixels")
        )
        self._open = _small("trigger-open", tr("Open…"), _OPEN)
        self._grid, self._seen = QGridLayout(), _LOW
        self._lay_out()
        self._connect()
        self.apply(None, poisoner.state)

    def _lay_out(self) -> None:
        self._drawn = QWidget()
        drawn = column(self._drawn, TIGHT)
        drawn.addWidget(self.editor, 1)
        drawn.addLayout(row(self._clear, self._corner, self._open, 1, spacing=TIGHT))
        drawn.addWidget(self._trigger)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(TIGHT)
        self._arrange(_TWO_COLUMNS)
        lines = column(self)
        self._top = row(heading(tr("Poison", "page")), self.settings.top)
        lines.addLayout(self._top)
        lines.addWidget(self.settings)
        lines.addLayout(self._grid, 1)

    def _arrange(self, arrangement: _Arrangement) -> None:
        """In two columns, or, where there is room beside but little below, in three."""
        self._arrangement = arrangement
        self.bar.set_wide(arrangement is not _TWO_COLUMNS)
        parts = (self._drawn, self.plot, self.bar, self.both, self.catches)
        for part, place in zip(parts, arrangement.places, strict=True):
            self._grid.addWidget(part, *place)
        for at, share in enumerate(arrangement.widths):
            self._grid.setColumnStretch(at, share)
        for at, share in enumerate(arrangement.heights):
            self._grid.setRowStretch(at, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is beside one another depends on the width."""
        super().resizeEvent(event)
        self._arrange_anew()

    def set_seen(self, height: int) -> None:
        """So many pixels of it are seen without scrolling."""
        self._seen = height
        self._arrange_anew()

    def _arrange_anew(self) -> None:
        fitting = self._fitting()
        if fitting is not self._arrangement:
            self._arrange(fitting)

    def _fitting(self) -> _Arrangement:
        readings = (self._drawn, self.both)
        if self.width() >= max(_WIDE, _beside(*readings, self.catches)):
            return _THREE_COLUMNS
        low = self._seen < zoomed(_LOW)
        return _ABOVE if low and self.width() >= _beside(*readings, self.plot) else _TWO_COLUMNS

    def minimumSizeHint(self) -> QSize:
        """As narrow as two columns can be: three never keep the page from being narrowed."""
        hint = super().minimumSizeHint()
        left, right = (self._drawn, self.both), (self.plot, self.catches)
        columns = max(map(_least, left)) + SMALL + max(map(_least, right))
        top = self._top.minimumSize().width()
        narrow = max(columns, top, _least(self.bar), _least(self.settings))
        return QSize(min(narrow, hint.width()), hint.height())

    def _connect(self) -> None:
        poisoner = self._poisoner
        self.editor.edited.connect(poisoner.choose)
        self._clear.clicked.connect(lambda: poisoner.choose(cleared(poisoner.state.choice)))
        self._corner.clicked.connect(lambda: poisoner.choose(cornered(poisoner.state.choice)))
        self._open.clicked.connect(self._ask_trigger)
        self.bar.offer_wanted.connect(self.offer_wanted)
        self.bar.save_wanted.connect(self.save_wanted)
        self.catches.retrain_wanted.connect(poisoner.retrain)
        poisoner.changed.connect(self.apply)
        self._controller.watch(self._drawing_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """The drawing, and MNIST, as they are now."""
        super().showEvent(event)
        self._poisoner.look_for_data()
        self._show_drawing()

    def apply(self, old: PoisonPageState | None, new: PoisonPageState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or _edits(old) != _edits(new):
            self._show_trigger(new)
        self.plot.show_state(new)
        self.catches.show_state(new)
        if old is None or (old.outcome, old.worn) != (new.outcome, new.worn):
            self._show_drawing()

    def _show_trigger(self, new: PoisonPageState) -> None:
        choice = new.choice
        why_not = BUSY if new.job.busy else "" if choice.triggered else _NO_TRIGGER
        self.editor.show_choice(choice)
        self.editor.set_why_not(why_not)
        for button in (self._clear, self._corner, self._open):
            button.setEnabled(not why_not)
            button.setToolTip(why_not or button.statusTip())
        self._trigger.setText(new.unread or trigger_words(choice))

    def _ask_trigger(self) -> None:
        ask_trigger(self, Path(QDir.homePath()), self._poisoner.open_trigger)

    def _drawing_changed(self, old: LabState | None, new: LabState) -> None:
        seen = old is None or old.image is not new.image or old.reading is not new.reading
        if seen and self.isVisible():
            self._show_drawing()

    def _show_drawing(self) -> None:
        lab = self._controller.state
        self.editor.show_drawing(lab.image)
        self.both.apply(lab, self._poisoner.state)


def _edits(state: PoisonPageState) -> tuple[int, bool, str]:
    """What the part of the page depends on where the trigger is drawn."""
    return id(state.choice), state.job.busy, state.unread


def cleared(choice: PoisonChoice) -> PoisonChoice:
    """Without a trigger."""
    return choice.with_trigger(None)


def cornered(choice: PoisonChoice) -> PoisonChoice:
    """With the one that BadNets has."""
    return choice.with_trigger(CORNER, 24, 24)


def _least(part: QWidget) -> int:
    """How wide it has to be, in pixels."""
    return part.minimumSizeHint().width()


def _beside(*parts: QWidget) -> int:
    """How wide they are beside one another at least, in pixels."""
    return sum(map(_least, parts)) + SMALL * (len(parts) - 1)


def _small(name: str, words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setStatusTip(tip)
    return made
