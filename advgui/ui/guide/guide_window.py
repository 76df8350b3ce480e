"""The window of the guide: its pages at the left, one of them beside, and a search in all."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QWidget,
)

from advgui.core.language import language, tr
from advgui.ui.guide.contents import FIRST, contents, page_file, page_text
from advgui.ui.guide.page_view import PageView
from advgui.ui.theme.tokens import LARGE, MEDIUM
from advgui.ui.theme.zoom import follow, write_in, zoomed
from advgui.ui.widgets.layout import column, row
from advgui.ui.widgets.question import Answer, ask

_SIZE: Final = (880, 640)
#: What a window manager puts around.
_FRAME: Final = QSize(8, 42)
_CONTENTS_WIDE: Final = 168
_NAME: Final = Qt.ItemDataRole.UserRole
_WEB: Final = ("http", "https")


def show_guide(parent: QWidget, name: str, word: str = "") -> "GuideWindow":
    """Open the guide at a page, and there at a ``word`` that is explained.

    Where there is no page of that name, it is the first one.

    There is one window of it. Raises ResourceError where the installation lacks the guide.
    """
    found = parent.findChild(GuideWindow)
    guide = GuideWindow(parent) if found is None else found
    guide.show_page(name, word)
    guide.show()
    guide.activateWindow()
    return guide


class GuideWindow(QDialog):
    """Read, follow links, search; what leads out of the guide is asked about first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(tr("Guide to advgui"))
        self._contents = QListWidget()
        self._view = PageView()
        self._search = QLineEdit()
        self._back = _arrow("guide-back", Qt.ArrowType.LeftArrow, tr("Back (Alt+Left)"))
        self._forward = _arrow("guide-forward", Qt.ArrowType.RightArrow, tr("Forward (Alt+Right)"))
        self._set_up()
        self._lay_out()
        self._connect()
        self.show_page(FIRST)
        room = self.screen().availableSize() - _FRAME
        self.resize(QSize(*map(zoomed, _SIZE)).boundedTo(room))

    def _set_up(self) -> None:
        self._contents.setObjectName("guide-contents")
        self._contents.setAccessibleName(tr("Pages of the guide"))
        follow(self._contents, lambda names: names.setFixedWidth(zoomed(_CONTENTS_WIDE)))
        self._contents.setSpacing(1)
        for name, title in contents().items():
            item = QListWidgetItem(title, self._contents)
            item.setData(_NAME, name)
        self._search.setObjectName("guide-search")
        self._search.setAccessibleName(tr("Search in the guide"))
        self._search.setPlaceholderText(tr("Search"))
        self._search.setClearButtonEnabled(True)

    def _lay_out(self) -> None:
        line = row(self._back, self._forward, self._search)
        line.setStretch(2, 1)
        beside = row(self._contents, self._view, spacing=MEDIUM)
        beside.setStretch(1, 1)
        lines = column(self, MEDIUM)
        lines.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        lines.addLayout(line)
        lines.addLayout(beside)
        if language() != "en":
            lines.addWidget(_note(tr("The guide is in English, all but the glossary.")))
        self._view.setFocus()

    def _connect(self) -> None:
        view = self._view
        self._contents.currentItemChanged.connect(self._choose)
        self._search.returnPressed.connect(self.find_next)
        self._back.clicked.connect(view.backward)
        self._forward.clicked.connect(view.forward)
        view.backwardAvailable.connect(self._back.setEnabled)
        view.forwardAvailable.connect(self._forward.setEnabled)
        view.sourceChanged.connect(self._mark)
        view.anchorClicked.connect(self._follow)
        for keys, act in {
            "Ctrl+F": self._begin_search,
            "Alt+Left": view.backward,
            "Alt+Right": view.forward,
            "F1": partial(self.show_page, FIRST),
        }.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return _name(self._view.source())

    def show_page(self, name: str, word: str = "") -> None:
        """Show a page at a word, or the first page where there is none of that name."""
        known = name if name in self._names() else FIRST
        if known != self.page:
            self._view.setSource(QUrl.fromLocalFile(str(page_file(known))))
        if word:
            self._view.go_to_entry(word)

    def find_next(self) -> None:
        """Go to the next place of the words that are searched for, on whatever page it is."""
        words, names = self._search.text(), self._names()
        if not words or self._view.go_to(words):
            return
        here = names.index(self.page)
        for name in (*names[here + 1 :], *names[: here + 1]):
            if words.casefold() in page_text(name).casefold():
                self.show_page(name)
                self._view.moveCursor(QTextCursor.MoveOperation.Start)
                if self._view.go_to(words):
                    return

    def _names(self) -> list[str]:
        items = (self._contents.item(number) for number in range(self._contents.count()))
        return [item.data(_NAME) for item in items]

    def _begin_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _choose(self, item: QListWidgetItem) -> None:
        self.show_page(item.data(_NAME))

    def _mark(self, page: QUrl) -> None:
        """The page that is shown is marked among all."""
        with QSignalBlocker(self._contents):
            self._contents.setCurrentRow(self._names().index(_name(page)))

    def _follow(self, link: QUrl) -> None:
        """A link was clicked: within the guide it is followed."""
        if link.scheme() not in _WEB:
            self.show_page(_name(link), link.fragment(QUrl.ComponentFormattingOption.FullyDecoded))
            return
        ask(
            self,
            "guide-web",
            tr("Open {address} in your browser?").format(address=link.toDisplayString()),
            Answer("open-web", tr("Open"), partial(QDesktopServices.openUrl, link), usual=True),
            Answer("stay", tr("Cancel")),
        )


def _name(page: QUrl) -> str:
    return page.fileName().removesuffix(".md")


def _note(words: str) -> QLabel:
    made = QLabel(words)
    made.setObjectName("guide-note")
    write_in(made, "caption")
    return made


def _arrow(name: str, kind: Qt.ArrowType, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setArrowType(kind)
    made.setToolTip(tip)
    made.setAccessibleName(tip.partition(" (")[0])
    made.setEnabled(False)
    return made
