"""Asks for the folder that images and outcome are written to, and says what that will do."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from advgui.core.language import tr
from advgui.lab.attack.save_destination import ONLY_THIS, Destination, fresh
from advgui.ui.theme.tokens import LARGE, MEDIUM, WIDE
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.dialogs import answer
from advgui.ui.widgets.file_dialogs import ask_folder
from advgui.ui.widgets.layout import Note, column, label, row
from advgui.ui.widgets.push_button import enable

_WIDE: Final = 480
_LINES: Final = 6
_Role = QDialogButtonBox.ButtonRole


class SaveDialog(QDialog):
    """A folder that is typed or looked for; one that is not there is made.

    Where something would be replaced it is named, and Enter takes a new folder beside that one.
    """

    def __init__(self, parent: QWidget, folder: Path, then: Callable[[Path], object]) -> None:
        super().__init__(parent)
        self.setObjectName("save-folder")
        self.setWindowTitle(tr("Save images and outcome"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then, self._base = then, folder.parent
        self._line = QLineEdit(str(folder))
        self._words = Note(name="save-words")
        self._browse = QPushButton(tr("Browse…"))
        self._box = QDialogButtonBox(self)
        self._save = answer(self._box, tr("Save"), _Role.AcceptRole, "save-here")
        self._fresh = answer(self._box, tr("Save in a new folder"), _Role.ActionRole, "save-fresh")
        self._replace = answer(self._box, tr("Replace"), _Role.ActionRole, "save-replace")
        self._cancel = answer(self._box, tr("Cancel"), _Role.RejectRole, "save-cancel")
        self._lay_out()
        self._connect()
        self._show()
        self._line.selectAll()
        self._line.setFocus()

    def _lay_out(self) -> None:
        self._line.setObjectName("save-path")
        self._browse.setObjectName("save-browse")
        title = label(tr("&Folder"))
        title.setTextFormat(Qt.TextFormat.AutoText)
        title.setBuddy(self._line)
        follow(self._words, _make_room)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = column(self, MEDIUM)
        lines.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        lines.addWidget(title)
        lines.addLayout(row(self._line, self._browse))
        lines.addWidget(self._words)
        lines.addWidget(self._box)
        lines.setSizeConstraint(lines.SizeConstraint.SetFixedSize)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._show)
        self._browse.clicked.connect(self._look_for_one)
        self._save.clicked.connect(lambda: self._take(self._folder()))
        self._replace.clicked.connect(lambda: self._take(self._folder()))
        self._fresh.clicked.connect(lambda: self._take(fresh(self._folder())))
        self._cancel.clicked.connect(self.reject)

    def _folder(self) -> Path:
        """What is typed: a path as it is, from the home folder, or beside the one offered."""
        typed = self._line.text().strip()
        home = typed == "~" or typed.startswith("~/")
        return Path(QDir.homePath(), typed[2:]) if home else self._base / typed

    def _show(self) -> None:
        """Say what saving there does, and offer what fits."""
        folder, typed = self._folder(), bool(self._line.text().strip())
        destination = Destination.of(folder)
        replacing = typed and bool(destination.replaced)
        self._words.setText(f"{destination.words}\n{ONLY_THIS}" if typed else "")
        self.setAccessibleDescription(self._words.text())
        self._save.setVisible(not replacing)
        enable(self._save, "", "" if typed else tr("Type the name of a folder first"))
        self._fresh.setVisible(replacing)
        self._replace.setVisible(replacing)
        (self._fresh if replacing else self._save).setDefault(True)

    def _look_for_one(self) -> None:
        start = self._folder()
        there = next(path for path in (start, *start.parents) if path.is_dir())
        ask_folder(self, "save-look", tr("Save images and outcome in"), there, self._found)

    def _found(self, folder: Path) -> None:
        self._line.setText(str(folder))

    def _take(self, folder: Path) -> None:
        """The dialog is gone before anything is written: what is wrong is told in another."""
        self.accept()
        self._then(folder)


def _make_room(words: Note) -> None:
    """For the longest that it says, at any size of text."""
    words.setFixedWidth(zoomed(_WIDE))
    words.setMinimumHeight(_LINES * words.fontMetrics().lineSpacing())
