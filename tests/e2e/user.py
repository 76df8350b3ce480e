"""A user in front of the window: what a person does with mouse and keys, and sees."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.core.images import Bytes
from advgui.lab.attack.state import LabState
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.attack.choice import AttackChoice
from advgui.ui.attack.timeline import StepSlider
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.viewer.tile import Tile
from advgui.ui.widgets.painted_buttons import PaintedButtons
from advgui.ui.window.window import MainWindow
from tests.ui.attack.choosing import search_attack
from tests.ui.long_run import make_it_long

Thing = TypeVar("Thing", bound=QObject)
Window = TypeVar("Window", bound=QDialog)
Line = Sequence[tuple[float, float]]

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEY = Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 30_000  # a busy machine may take so long

SEVEN: Line = ((0.27, 0.2), (0.5, 0.2), (0.73, 0.2), (0.6, 0.5), (0.45, 0.85))
ONE: Line = ((0.5, 0.15), (0.5, 0.4), (0.5, 0.6), (0.5, 0.85))


class User:
    """Finds everything by its object name, as assistive technology would."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot
        self.canvas = self.find(InkCanvas, "canvas")

    def find(self, kind: type[Thing], name: str) -> Thing:
        """The thing of that name, which has to be there."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), f"no {kind.__name__} is named {name}"
        return found

    def wait_until(self, holds: Callable[[], object]) -> None:
        """Let the window go on until something holds."""
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    # The drawing

    def pen_down(self, line: Line, button: Qt.MouseButton = LEFT) -> None:
        """Press the button at the first point and move along; it stays down."""
        fold = self.window.findChild(QWidget, "unfold-button")
        if fold is not None and fold.isVisible():
            self.click("unfold-button")
        QTest.mousePress(self.canvas, button, NO_KEY, self._place(*line[0]))
        for point in line[1:]:
            QTest.mouseMove(self.canvas, self._place(*point))

    def pen_up(self, line: Line, button: Qt.MouseButton = LEFT) -> None:
        """Let the button go at the last point."""
        QTest.mouseRelease(self.canvas, button, NO_KEY, self._place(*line[-1]))

    def draw(self, *lines: Line, button: Qt.MouseButton = LEFT) -> None:
        """Draw a digit stroke by stroke."""
        for line in lines:
            self.pen_down(line, button)
            self.pen_up(line, button)

    def drop(self, *what: Path | QImage) -> None:
        """Drag files or an image onto the sheet, let them go, and wait until they are open."""
        self.begin_drop(*what)
        self.wait_until_open()

    def begin_drop(self, *what: Path | QImage) -> None:
        """Drag files or an image onto the sheet and let them go."""
        data = QMimeData()
        files = [QUrl.fromLocalFile(str(one)) for one in what if isinstance(one, Path)]
        if files:
            data.setUrls(files)
        else:
            data.setImageData(what[0])
        place, action = QPoint(90, 90), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(place, action, data, LEFT, NO_KEY)
        QApplication.sendEvent(self.canvas, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.canvas, QDropEvent(place, action, data, LEFT, NO_KEY))

    def wait_until_open(self) -> None:
        """Until nothing is being opened any more."""
        workspace = self.window.workspace
        assert workspace is not None
        self.wait_until(lambda: not workspace.files.opener.busy)

    def wait_until_saved(self) -> None:
        """Until all that shall be saved is written, or could not be."""
        if self.window.workspace is not None:
            saver = self.window.workspace.files.saver
            self.wait_until(lambda: not saver.busy)

    def _place(self, x: float, y: float) -> QPoint:
        square = self.canvas.square()
        return (square.topLeft() + QPointF(x, y) * square.width()).toPoint()

    # Keys, buttons and menus

    def press(self, keys: str) -> None:
        """Press keys such as ``3`` or ``Ctrl+Z``, wherever the focus is."""
        dialog = QApplication.activeModalWidget()
        if dialog is None and not self.window.isActiveWindow():
            self._come_back()
        QTest.keySequence(QApplication.focusWidget() or dialog or self.window, keys)
        self.wait_until_saved()

    def click(self, name: str) -> None:
        """Click a button."""
        QTest.mouseClick(self.find(QWidget, name), LEFT)
        self.wait_until_saved()

    def click_cell(self, name: str, index: int) -> None:
        """Click one of the bars, of the ten goals, or of the gallery."""
        choices = self.find(PaintedButtons, name)
        QTest.mouseClick(choices, LEFT, NO_KEY, choices.cell(index).center().toPoint())

    def click_bar(self, digit: int) -> None:
        """Attack toward a digit by its bar."""
        self.click_cell("bars", digit)

    def select(self, name: str, data: str) -> None:
        """Walk through a list with the arrow keys to the entry that stands for ``data``.

        Among the attacks one searches instead.
        """
        box = self.find(QComboBox, name)
        if isinstance(box, AttackChoice):
            search_attack(box, data)
            QApplication.processEvents()  # the list goes, and has been the window for keys
            self._come_back()
        wanted = box.findData(data)
        for _ in range(box.count()):
            if box.currentIndex() != wanted:
                key = Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up
                QTest.keyClick(box, key)
        assert self.chosen(name) == data
        # What it has replaced goes when the event loop turns, which is sooner than a user can be.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def chosen(self, name: str) -> object:
        """What the entry that a list shows stands for."""
        return self.find(QComboBox, name).currentData()

    def type_number(self, name: str, number: int) -> None:
        """Type over a number, and leave the box."""
        box = self.find(QSpinBox, name)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(number))
        QTest.keyClick(box, Qt.Key.Key_Tab)

    def drag_slider(self, name: str, share: float) -> None:
        """Press the handle of a slider and pull it to a share of its way."""
        slider = self.find(QWidget, name)
        middle = slider.height() // 2
        end = QPoint(round(share * (slider.width() - 1)), middle)
        QTest.mousePress(slider, LEFT, NO_KEY, QPoint(slider.width() // 2, middle))
        QTest.mouseMove(slider, end)
        QTest.mouseRelease(slider, LEFT, NO_KEY, end)

    def choose_action(self, name: str) -> None:
        """Choose an entry of a menu."""
        action = self.find(QAction, name)
        assert action.isEnabled(), f"{name} is not offered"
        action.trigger()

    def answer(self, name: str, path: Path) -> None:
        """Type a path into a file dialog and press Enter."""
        dialog = self.dialog(QFileDialog, name)
        if name != "data-choose":
            dialog.setNameFilter("All files (*)")
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.wait_until_saved()

    def dialog(self, kind: type[Window], name: str) -> Window:
        """The dialog of that name, once it is there for whoever types."""
        shown: list[Window] = []

        def is_active() -> bool:
            named = self.window.findChildren(kind, name)
            shown[:] = [dialog for dialog in named if dialog.isActiveWindow()]
            return bool(shown)

        self.wait_until(is_active)
        return shown[0]

    def open(self, path: Path) -> None:
        """Open a drawing by the menu."""
        self.choose_action("open")
        self.answer("open-drawing", path)
        self.wait_until_open()

    def open_network(self, path: Path) -> None:
        """Open a network by the last entry of their list."""
        box = self.find(QComboBox, "network")
        QTest.keyClick(box, Qt.Key.Key_End)
        self.answer("open-network", path)
        self.wait_until_open()

    def save_in(self, folder: Path) -> None:
        """Save images and outcome by the menu, and replace what is there."""
        self.choose_action("save")
        self.type_folder(folder)
        replace = self.find(QPushButton, "save-replace")
        self.click("save-replace" if replace.isVisible() else "save-here")

    def type_folder(self, folder: Path | str) -> None:
        """Type a path where images and outcome shall go."""
        dialog = self.dialog(QDialog, "save-folder")
        line = dialog.findChild(QLineEdit, "save-path")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, str(folder))

    # The attack

    def make_it_quick(self) -> None:
        """Take the smaller network, and a run of a few steps."""
        if self.chosen("attack") != "ddn":
            self.select("attack", "ddn")
        self.select("network", "report")
        self.type_number("steps", 30)

    def make_it_long(self) -> None:
        """A run that nobody waits for: a hundred thousand short steps."""
        self.select("network", "convolutional")
        make_it_long(self.window.controller)

    def wait_until_running(self, steps: int = 1) -> None:
        """Until the window shows so many steps."""
        self.wait_until(lambda: self.running() and self.run.step >= steps)

    def wait_until_shown(self) -> None:
        """Until all of the window shows what was chosen."""
        self.wait_until(lambda: not self.window.controller.telling)

    def wait_until_finished(self) -> None:
        """Until nothing is left to be stopped, and all of the window shows the end."""
        self.wait_until(lambda: not self.running() and not self.window.controller.telling)

    def running(self) -> bool:
        """Whether there is something to stop."""
        return self.find(QPushButton, "attack-stop").isEnabled()

    def end_training(self) -> None:
        """Drop the training, if there is one; a window that trains asks before it closes."""
        cancel = self.window.findChild(QPushButton, "train-cancel")
        if cancel is not None and cancel.isEnabled():
            cancel.click()

    # What there is to see

    @property
    def state(self) -> LabState:
        """What the window is doing."""
        return self.window.controller.state

    @property
    def run(self) -> ShownRun:
        """The run that is shown, where there has to be one."""
        assert self.state.run is not None
        return self.state.run

    @property
    def step(self) -> int:
        """Where the slider over the steps is."""
        return self.find(StepSlider, "step-slider").value()

    def reads(self) -> int:
        """The digit that the drawing is read as."""
        assert self.state.reading is not None
        return self.state.reading.label

    def other(self) -> int:
        """A digit that the drawing is not read as."""
        return (self.reads() + 5) % 10

    def words(self, name: str) -> str:
        """What a line of text says."""
        return self.find(QLabel, name).text()

    def message(self) -> str:
        """The line at the foot of the window."""
        return self.words("message")

    def tile(self, name: str) -> Tile:
        """One of the four tiles."""
        return self.find(Tile, f"tile-{name}")

    def image(self, name: str) -> Bytes:
        """The very pixels that a tile shows."""
        shown = self.tile(name).shown()
        assert shown is not None, f"{name} shows nothing"
        return shown

    def said(self, name: str) -> str:
        """What assistive technology hears of a widget, its badge in words."""
        return self.find(QWidget, name).accessibleDescription()

    def error(self) -> str:
        """The sentence of the one dialog that tells of an error; it is closed."""
        dialogs = [d for d in self.window.findChildren(QDialog, "error") if d.isVisible()]
        assert len(dialogs) == 1
        sentence = dialogs[0].accessibleDescription()
        QTest.keyClick(dialogs[0], Qt.Key.Key_Return)
        self._come_back()
        return sentence

    def _come_back(self) -> None:
        """Make the window the one for keys, as any window manager does after a dialog."""
        self.window.activateWindow()
        self.wait_until(self.window.isActiveWindow)
