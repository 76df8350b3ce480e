"""What stands in the columns until they are filled: their headings, the sheet, empty lists.

It needs Qt and nothing else, and nothing moves when the columns take its place.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from advgui.core.language import tr
from advgui.ui.drawing import paper
from advgui.ui.theme.tokens import tokens
from advgui.ui.widgets.layout import column, heading, row


class Placeholder(QWidget):
    """A column with nothing but its heading and what stands beside or below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.lines = column(self)
        self.title = heading(title)


class BlankSheet(QWidget):
    """The sheet with nothing on it, as the canvas paints it."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As high as it is wide."""
        return width

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, words and frame."""
        square, colours = QRectF(self.rect()), tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(square, colours.paper)
        paper.paint_empty(painter, square, colours)
        paper.paint_frame(painter, square, colours, "plain")


def draw_placeholder() -> Placeholder:
    """The heading and the sheet."""
    made = Placeholder(tr("Draw"))
    made.lines.addWidget(made.title)
    made.lines.addWidget(BlankSheet())
    made.lines.addStretch(1)
    return made


def network_placeholder() -> Placeholder:
    """The heading, and a list with nothing in it yet."""
    made = Placeholder(tr("Network"))
    made.lines.addWidget(made.title)
    made.lines.addWidget(_empty_list())
    made.lines.addStretch(1)
    return made


def page_placeholder(title: str) -> Placeholder:
    """The heading of the first page beside its list."""
    made = Placeholder(title)
    made.lines.addLayout(row(made.title, _empty_list(), 3))
    made.lines.addStretch(1)
    return made


def _empty_list() -> QLineEdit:
    """A frame where a list will be; lists are slow to make, and this one has nothing in it."""
    made = QLineEdit()
    made.setEnabled(False)
    return made
