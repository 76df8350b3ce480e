"""The list from which an attack is chosen: searched by words, and by what one may see."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QRadioButton,
    QTreeView,
    QWidget,
)

from advgui.core.attacks.oracle import SEES, Access
from advgui.core.language import tr
from advgui.lab.attack.choices import Choice
from advgui.ui.attack.choice_delegate import ChoiceDelegate
from advgui.ui.attack.choice_model import ChoiceModel, choice_at
from advgui.ui.theme.tokens import SMALL, TIGHT, tokens
from advgui.ui.theme.zoom import zoomed
from advgui.ui.widgets.flow_layout import FlowLayout
from advgui.ui.widgets.layout import Note, column, label

#: As wide as a title and its facts need, and as high as is still looked through at a glance.
_WIDTH: Final = 520
_HEIGHT: Final = 480

_NONE: Final = tr("No attack has these words and needs to see no more.")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Keys that move through the list while one types.
_MOVING: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ChoiceList(QFrame):
    """Opens below the button of the attack; ``chosen`` tells a name, and it closes.

    Type to search, go through what is found with the arrow keys, take it with Enter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("attack-popup")
        self.setAccessibleName(tr("Choose an attack"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # the button would open it again
        self._model = ChoiceModel()
        self._delegate = ChoiceDelegate()
        self._search = _search_field()
        self._view = _tree(self._model, self._delegate)
        self._none = Note(_NONE, name="attack-none")
        self._lay_out()
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._look)
        self._view.clicked.connect(self._take)
        self._view.selectionModel().currentChanged.connect(self._tell)

    def _lay_out(self) -> None:
        lines = column(self, SMALL)
        lines.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        lines.addWidget(self._search)
        lines.addWidget(self._accesses())
        lines.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(self._view, 1)

    def _accesses(self) -> QWidget:
        """One of what an attacker may see, from the most to the least."""
        whole = QWidget()
        whole.setObjectName("attack-access")
        whole.setAccessibleName(tr("What the attacker may see"))
        flow = FlowLayout(whole, across=SMALL, down=TIGHT)
        flow.addWidget(label(tr("The attacker may see"), "caption"))
        for access, words in SEES.items():
            button = QRadioButton(words)
            button.setObjectName(f"access-{access}")
            button.setChecked(access == self._model.allowed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the search
            button.clicked.connect(partial(self._allow, access))
            flow.addWidget(button)
        return whole

    def open_at(
        self, place: QWidget, choices: Sequence[Choice], chosen: str, words: str = ""
    ) -> None:
        """Show it below a widget, or where there is room, with all that is allowed.

        ``words`` are what was typed already.
        """
        self._delegate.chosen = chosen
        self._search.clear()
        self._model.show_choices(choices)
        self._look(chosen=chosen)
        self._search.setText(words)
        self.setGeometry(self._room(place))
        self.show()
        self._view.scrollTo(self._view.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _room(self, place: QWidget) -> QRect:
        """Below the widget, as far as the screen has room for it."""
        screen = place.screen().availableGeometry()
        width = min(max(zoomed(_WIDTH), place.width()), screen.width())
        height = min(zoomed(_HEIGHT), screen.height())
        corner = place.mapToGlobal(QPoint(0, place.height()))
        left = min(max(corner.x(), screen.left()), screen.right() + 1 - width)
        top = min(max(corner.y(), screen.top()), screen.bottom() + 1 - height)
        return QRect(left, top, width, height)

    def _allow(self, access: Access) -> None:
        self._model.look_for(self._search.text(), access)
        self._look()

    def _look(self, words: str = "", *, chosen: str = "") -> None:
        """Show what is found, and go to what is called like it; or stay, or go to the first."""
        before = choice_at(self._view.currentIndex())
        name = chosen if before is None else chosen or before.name
        self._model.look_for(self._search.text(), self._model.allowed)
        self._view.expandAll()
        found = self._model.indices()
        shown = ((index, choice_at(index)) for index in found)
        meant = (index for index, one in shown if one is not None and one.called(words))
        place = next(meant, self._model.place(name))
        self._view.setCurrentIndex(place if place.isValid() or not found else found[0])
        self._none.setVisible(not found)
        self._view.setVisible(bool(found))

    def _take(self, index: QModelIndex) -> None:
        choice = choice_at(index)
        if choice is not None:
            self.hide()
            self.chosen.emit(choice.name)

    def _tell(self, index: QModelIndex) -> None:
        """The keyboard stays in the search: its description says where in the list one is."""
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else _NONE
        self._search.setAccessibleDescription(str(spoken))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys typed into the search that are for the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVING:
                QApplication.sendEvent(self._view, event)
                return True
            if event.key() in _ENTER:
                self._take(self._view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was; Enter takes, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _ENTER:
            self._take(self._view.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground, with a line around."""
        colours = tokens(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.line)
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), colours.window)


def _search_field() -> QLineEdit:
    made = QLineEdit()
    made.setObjectName("attack-search")
    made.setAccessibleName(tr("Search for an attack"))
    made.setPlaceholderText(tr("Search: a name, a word, a norm"))
    made.setClearButtonEnabled(True)
    return made


def _tree(model: ChoiceModel, delegate: ChoiceDelegate) -> QTreeView:
    made = QTreeView()
    made.setObjectName("attack-list")
    made.setAccessibleName(tr("Attacks"))
    made.setModel(model)
    made.setItemDelegate(delegate)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setIndentation(0)
    made.setItemsExpandable(False)
    made.setMouseTracking(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.viewport().setBackgroundRole(made.backgroundRole())
    made.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
