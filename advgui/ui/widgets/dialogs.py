"""Dialogs that are opened and left to themselves: none blocks, and each has a name."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from advgui.core.opening import DRAWING_SUFFIX
from advgui.ui.theme.icons import application_icon, picture
from advgui.ui.theme.tokens import LARGE, SMALL, TIGHT, WIDE, TextRole, font, tokens
from advgui.ui.widgets.layout import breakable

_TEXT_WIDTH: Final = 360
_ERROR_ICON: Final = 32
_ABOUT_ICON: Final = 72

_IMAGES: Final = "*.png *.jpg *.jpeg"
_STROKES: Final = f"*{DRAWING_SUFFIX} *.json *.jsonl"
_DRAWINGS: Final = (
    f"Images and strokes ({_IMAGES} {_STROKES})",
    f"Images ({_IMAGES})",
    f"Strokes ({_STROKES})",
    "All files (*)",
)
_NETWORKS: Final = ("Networks (*.safetensors *.onnx)", "All files (*)")
#: How a network can be saved, and how the name then ends.
_FORMATS: Final = {
    "Networks of advgui (*.safetensors)": "safetensors",
    "ONNX, for other programs (*.onnx)": "onnx",
}

_ABOUT: Final = (
    "A laboratory for adversarial attacks on handwritten digits. Draw a digit, see what a "
    "neural network reads, click a label and watch the network be fooled."
)
_LICENCE: Final = (
    "MIT licence. Made with Qt, numpy, safetensors and Pillow, which have licences of their own."
)

Chosen = Callable[[Path], None]


def show_error(parent: QWidget, sentence: str) -> QDialog:
    """Tell what went wrong in one sentence; nothing waits for it to be read."""
    dialog = _dialog(parent, "error", "advgui")
    colour = tokens(dialog.palette()).fooled_text
    sign = picture("warning", colour, _ERROR_ICON, parent.devicePixelRatioF())
    words = QVBoxLayout()
    words.addWidget(_text(sentence, "body"), 1, Qt.AlignmentFlag.AlignVCenter)
    _fill(dialog, sign, words, QDialogButtonBox.StandardButton.Ok)
    dialog.setAccessibleDescription(sentence)
    dialog.open()
    return dialog


def show_about(parent: QWidget, *, version: str, network: str) -> QDialog:
    """Tell what this is; ``network`` is a sentence on the network in use."""
    dialog = _dialog(parent, "about", "About advgui")
    muted = dialog.palette()
    muted.setColor(muted.ColorRole.WindowText, tokens(muted).muted)
    words = QVBoxLayout()
    words.setSpacing(SMALL)
    words.addWidget(_text("advgui", "display"))
    release = _text(f"Version {version}", "caption")
    release.setPalette(muted)
    words.addWidget(release)
    words.addSpacing(TIGHT)
    words.addWidget(_text(_ABOUT, "body"))
    words.addWidget(_text(network, "body"))
    licence = _text(_LICENCE, "caption")
    licence.setPalette(muted)
    words.addSpacing(TIGHT)
    words.addWidget(licence)
    sign = application_icon().pixmap(_ABOUT_ICON)
    _fill(dialog, sign, words, QDialogButtonBox.StandardButton.Close)
    dialog.open()
    return dialog


def ask_drawing(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for an image or a strokes file."""
    return _ask_file(parent, "open-drawing", "Open a drawing", folder, _DRAWINGS, then)


def ask_network(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for a network's file."""
    return _ask_file(parent, "open-network", "Open a network", folder, _NETWORKS, then)


def ask_network_file(parent: QWidget, path: Path, then: Chosen) -> QFileDialog:
    """Ask where a network shall be saved, and how; ``path`` is what is suggested.

    A name that is typed without an ending gets that of the chosen format.
    """
    dialog = _file_dialog(parent, "save-network", "Save the network as", path.parent, then)
    dialog.setNameFilters(list(_FORMATS))
    dialog.setDefaultSuffix("safetensors")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_FORMATS.get(chosen, "")))
    return _ask_new_file(dialog, path.stem)


def ask_drawing_file(parent: QWidget, path: Path, then: Chosen) -> QFileDialog:
    """Ask where the drawing shall be saved; ``path`` is what is suggested."""
    dialog = _file_dialog(parent, "save-drawing", "Save the drawing as", path.parent, then)
    dialog.setNameFilter(f"Drawings (*{DRAWING_SUFFIX})")
    dialog.setDefaultSuffix(DRAWING_SUFFIX.removeprefix("."))
    return _ask_new_file(dialog, path.name)


def ask_plot_file(parent: QWidget, path: Path, kind: str, then: Chosen) -> QFileDialog:
    """Ask where a plot shall be saved; ``path`` is what is suggested, and says the format."""
    dialog = _file_dialog(parent, "save-plot", "Save the plot as", path.parent, then)
    dialog.setNameFilter(f"{kind} (*{path.suffix})")
    dialog.setDefaultSuffix(path.suffix.removeprefix("."))
    return _ask_new_file(dialog, path.name)


def ask_folder(parent: QWidget, name: str, title: str, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for any folder that is there."""
    dialog = _file_dialog(parent, name, title, folder, then)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask_directory(dialog, "Choose")


def ask_data_folder(parent: QWidget, title: str, then: Chosen) -> QFileDialog:
    """Ask for the folder that holds a data set, whose files are shown in it."""
    dialog = _file_dialog(parent, "data-choose", title, Path(QDir.homePath()), then)
    return _ask_directory(dialog, "Choose")


def answer(
    box: QDialogButtonBox, words: str, role: QDialogButtonBox.ButtonRole, name: str
) -> QPushButton:
    """One more answer to a dialog's question; Enter gives it while it has the focus."""
    made = box.addButton(words, role)
    made.setObjectName(name)
    made.setAutoDefault(True)
    return made


def _ask_new_file(dialog: QFileDialog, name: str) -> QFileDialog:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # as whoever asks does that
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _ask_directory(dialog: QFileDialog, accept: str) -> QFileDialog:
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    dialog.open()
    return dialog


def _ask_file(
    parent: QWidget, name: str, title: str, folder: Path, filters: tuple[str, ...], then: Chosen
) -> QFileDialog:
    dialog = _file_dialog(parent, name, title, folder, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    dialog.open()
    return dialog


def _file_dialog(parent: QWidget, name: str, title: str, folder: Path, then: Chosen) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    return dialog


def _dialog(parent: QWidget, name: str, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _fill(
    dialog: QDialog, sign: QPixmap, words: QVBoxLayout, button: QDialogButtonBox.StandardButton
) -> None:
    """A sign at the left, words beside it, one button below."""
    picture_label = QLabel()
    picture_label.setPixmap(sign)
    buttons = QDialogButtonBox(button)
    buttons.button(button).setIcon(QIcon())  # some desktops put one of their own there
    buttons.setObjectName(f"{dialog.objectName()}-buttons")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    upper = QHBoxLayout()
    upper.setSpacing(LARGE)
    upper.addWidget(picture_label, 0, Qt.AlignmentFlag.AlignTop)
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
    label.setFont(QFont(font(role)))
    label.setWordWrap(True)
    label.setFixedWidth(_TEXT_WIDTH)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
