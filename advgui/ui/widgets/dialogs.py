"""What the window tells in a dialog: an error, and what this is; none blocks, each has a name."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from advgui.core.language import tr
from advgui.ui.theme.icons import application_icon
from advgui.ui.theme.tokens import LARGE, SMALL, TIGHT, WIDE, TextRole
from advgui.ui.theme.warning_sign import WarningSign
from advgui.ui.theme.zoom import follow, write_in, zoomed
from advgui.ui.widgets.layout import breakable

_TEXT_WIDTH: Final = 360
_ERROR_ICON: Final = 32
_ABOUT_ICON: Final = 72

_ABOUT: Final = tr(
    "A laboratory for adversarial attacks on handwritten digits. Draw a digit, see what a "
    "neural network reads, click a label and watch the network be fooled."
)
_LICENCE: Final = tr(
    "MIT licence. Made with Qt, pyqtgraph, numpy, safetensors and Pillow, which have licences of "
    "their own."
)


def show_error(parent: QWidget, sentence: str) -> QDialog:
    """Tell what went wrong in one sentence; nothing waits for it to be read."""
    dialog = _dialog(parent, "error", "advgui")
    sign = WarningSign(_ERROR_ICON, lambda colours: colours.fooled_text)
    words = QVBoxLayout()
    words.addWidget(_text(sentence, "body"), 1, Qt.AlignmentFlag.AlignVCenter)
    _fill(dialog, sign, words, QDialogButtonBox.StandardButton.Ok)
    dialog.setAccessibleDescription(sentence)
    dialog.open()
    return dialog


def show_about(parent: QWidget, *, version: str, network: str) -> QDialog:
    """Tell what this is; ``network`` is a sentence on the network in use."""
    dialog = _dialog(parent, "about", tr("About advgui"))
    words = QVBoxLayout()
    words.setSpacing(SMALL)
    words.addWidget(_text("advgui", "display"))
    release = _text(tr("Version {version}").format(version=version), "caption")
    release.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    words.addWidget(release)
    words.addSpacing(TIGHT)
    words.addWidget(_text(_ABOUT, "body"))
    words.addWidget(_text(network, "body"))
    licence = _text(_LICENCE, "caption")
    licence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    words.addSpacing(TIGHT)
    words.addWidget(licence)
    sign = QLabel()
    sign.setPixmap(application_icon().pixmap(_ABOUT_ICON))
    _fill(dialog, sign, words, QDialogButtonBox.StandardButton.Close)
    dialog.open()
    return dialog


def answer(
    box: QDialogButtonBox, words: str, role: QDialogButtonBox.ButtonRole, name: str
) -> QPushButton:
    """One more answer to a dialog's question; Enter gives it while it has the focus."""
    made = box.addButton(words, role)
    made.setObjectName(name)
    made.setAutoDefault(True)
    return made


def _dialog(parent: QWidget, name: str, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _fill(
    dialog: QDialog, sign: QLabel, words: QVBoxLayout, button: QDialogButtonBox.StandardButton
) -> None:
    """A sign at the left, words beside it, one button below."""
    buttons = QDialogButtonBox(button)
    buttons.button(button).setIcon(QIcon())  # some desktops put one of their own there
    buttons.setObjectName(f"{dialog.objectName()}-buttons")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    upper = QHBoxLayout()
    upper.setSpacing(LARGE)
    upper.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    upper.addLayout(words, 1)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
    layout.setSpacing(WIDE)
    layout.addLayout(upper)
    layout.addWidget(buttons)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def _text(words: str, role: TextRole) -> QLabel:
    """Words that wrap, and that can be selected and copied."""
    label = QLabel(breakable(words))
    label.setTextFormat(Qt.TextFormat.PlainText)
    write_in(label, role)
    label.setWordWrap(True)
    follow(label, lambda one: one.setFixedWidth(zoomed(_TEXT_WIDTH)))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
