"""The line at the foot of the window: what happens, or has just happened."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStatusBar, QWidget

from advgui.core.language import tr
from advgui.core.printable import printable
from advgui.ui.theme.tokens import SMALL, Tokens, tokens
from advgui.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from advgui.lab.attack.state import LabState, Message
    from advgui.ui.session.controller import Controller
    from advgui.ui.window.page_stack import Pages

_BEFORE: Final = tr("Getting ready…")
#: So long is what has just happened not covered by what is under the mouse.
_NEWS_MS: Final = 3000


class StatusLine(QStatusBar):
    """Shows the state's message, in a colour that goes with its kind, once it has one.

    It belongs to the page that is shown when it is said: another page has nothing to do with it,
    unless it tells of what is still going on. That the attack shown is outdated is said where
    one sees an attack.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._message: Message | None = None
        self._pages: Pages | None = None
        self._page = ""
        self._of_attack = False
        self._words = ElidedLabel(_BEFORE)
        self._words.setObjectName("message")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setContentsMargins(SMALL, 0, SMALL, 0)
        self.addWidget(self._words, 1)
        self._news = QTimer(self, interval=_NEWS_MS, singleShot=True)
        self.messageChanged.connect(self._uncover)

    def follow(self, controller: "Controller", pages: "Pages") -> None:
        """Show the messages of this controller from now on, each on its page of these."""
        self._pages = pages
        pages.shown.connect(lambda _: self._show())
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def apply(self, old: "LabState | None", new: "LabState") -> None:
        """Show what has changed from the old state to the new one."""
        if old is not None and new.message == old.message:
            return
        self._message = new.message
        self.clearMessage()  # the news matter more than what is under the mouse
        if old is not None and new.message.kind == "info":
            self._news.start()
        self._page = "" if self._pages is None else self._pages.current
        self._of_attack = new.message.words == new.outdated_words
        self._show()

    def _show(self) -> None:
        """Something was said, or another page is shown."""
        if self._message is not None:
            self._words.setText(printable(self._message.words) if self._concerns_page() else "")
            self._colour()

    def _concerns_page(self) -> bool:
        """Whether the message has to do with the page that is shown now."""
        pages, message = self._pages, self._message
        if pages is None or message is None or message.kind == "busy":
            return True
        return pages.shows_attack if self._of_attack else pages.current == self._page

    def _uncover(self, covering: str) -> None:
        if covering and self._news.isActive():
            self.clearMessage()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        if self._message is not None:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, _colour(self._message, tokens(palette)))
            self._words.setPalette(palette)


def _colour(message: "Message", colours: Tokens) -> QColor:
    return {
        "info": colours.text,
        "busy": colours.prediction_text,
        "good": colours.fooled_text,
        "bad": colours.muted,
        "error": colours.fooled_text,
    }[message.kind]
