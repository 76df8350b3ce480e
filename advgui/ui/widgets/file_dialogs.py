"""Asks for files and folders: a dialog is opened and left to itself, and has a name."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from advgui.core.language import tr
from advgui.core.opening import DRAWING_SUFFIX
from advgui.lab.sessions.members import SUFFIX as SESSION

_IMAGES: Final = "*.png *.jpg *.jpeg"
_STROKES: Final = f"*{DRAWING_SUFFIX} *.json *.jsonl"
_SESSIONS: Final = f"*{SESSION}"
_ALL: Final = (
    tr("All that can be opened ({sessions} {images} {strokes} *.safetensors *.onnx)").format(
        sessions=_SESSIONS, images=_IMAGES, strokes=_STROKES
    ),
    tr("Sessions ({sessions})").format(sessions=_SESSIONS),
    tr("Images ({images})").format(images=_IMAGES),
    tr("Strokes ({strokes})").format(strokes=_STROKES),
    tr("All files (*)"),
)
_NETWORKS: Final = (tr("Networks (*.safetensors *.onnx)"), tr("All files (*)"))
_ARTEFACTS: Final = (tr("Learned once for all (*.safetensors)"), tr("All files (*)"))
#: How a network can be saved, and how the name then ends.
_FORMATS: Final = {
    tr("Networks of advgui (*.safetensors)"): "safetensors",
    tr("ONNX, for other programs (*.onnx)"): "onnx",
}

Chosen = Callable[[Path], None]


def ask_drawing(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for a session, an outcome, an image, strokes or a network."""
    return _ask_file(parent, "open-drawing", tr("Open"), folder, _ALL, then)


def ask_photo(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for the photo of a printed sheet."""
    filters = (tr("Photos ({images})").format(images=_IMAGES), tr("All files (*)"))
    return _ask_file(parent, "open-photo", tr("Read a photo of a sheet"), folder, filters, then)


def ask_trigger(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for an image of a trigger."""
    filters = (tr("Triggers (*.png)"), tr("All files (*)"))
    return _ask_file(parent, "open-trigger", tr("Open a trigger"), folder, filters, then)


def ask_network(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for a network's file."""
    return _ask_file(parent, "open-network", tr("Open a network"), folder, _NETWORKS, then)


def ask_network_file(parent: QWidget, path: Path, then: Chosen) -> QFileDialog:
    """Ask where a network shall be saved, and how; ``path`` is what is suggested.

    A name that is typed without an ending gets that of the chosen format.
    """
    dialog = _file_dialog(parent, "save-network", tr("Save the network as"), path.parent, then)
    dialog.setNameFilters(list(_FORMATS))
    dialog.setDefaultSuffix("safetensors")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_FORMATS.get(chosen, "")))
    return _ask_new_file(dialog, path.stem)


def ask_artefact(parent: QWidget, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for a file of what was learned once for all."""
    return _ask_file(
        parent, "open-artefact", tr("Open what was learned once"), folder, _ARTEFACTS, then
    )


def ask_artefact_file(parent: QWidget, path: Path, then: Chosen) -> QFileDialog:
    """Ask where what was learned once shall be saved; ``path`` is what is suggested."""
    title = tr("Save what was learned once as")
    dialog = _file_dialog(parent, "save-artefact", title, path.parent, then)
    dialog.setNameFilter(_ARTEFACTS[0])
    dialog.setDefaultSuffix(path.suffix.removeprefix("."))
    return _ask_new_file(dialog, path.name)


def ask_drawing_file(parent: QWidget, path: Path, then: Chosen) -> QFileDialog:
    """Ask where the drawing shall be saved; ``path`` is what is suggested."""
    dialog = _file_dialog(parent, "save-drawing", tr("Save the drawing as"), path.parent, then)
    dialog.setNameFilter(tr("Drawings (*{ending})").format(ending=DRAWING_SUFFIX))
    dialog.setDefaultSuffix(DRAWING_SUFFIX.removeprefix("."))
    return _ask_new_file(dialog, path.name)


def ask_session_file(parent: QWidget, path: Path, then: Chosen) -> QFileDialog:
    """Ask where the session shall be saved; ``path`` is what is suggested."""
    dialog = _file_dialog(parent, "save-session", tr("Save the session as"), path.parent, then)
    dialog.setNameFilter(tr("Sessions ({sessions})").format(sessions=_SESSIONS))
    dialog.setDefaultSuffix(SESSION.removeprefix("."))
    return _ask_new_file(dialog, path.name)


def ask_plot_file(parent: QWidget, path: Path, kind: str, then: Chosen) -> QFileDialog:
    """Ask where a plot shall be saved; ``path`` is what is suggested, and says the format."""
    title = tr("Save the sheet as") if path.suffix == ".pdf" else tr("Save the plot as")
    dialog = _file_dialog(parent, "save-plot", title, path.parent, then)
    dialog.setNameFilter(f"{kind} (*{path.suffix})")
    dialog.setDefaultSuffix(path.suffix.removeprefix("."))
    return _ask_new_file(dialog, path.name)


def ask_export_file(
    parent: QWidget, path: Path, title: str, formats: Mapping[str, str], then: Chosen
) -> QFileDialog:
    """Ask where something shall be saved and how: by its ending, what such files are called.

    A name that is typed without an ending gets that of the chosen format.
    """
    endings = {words: ending for ending, words in formats.items()}
    dialog = _file_dialog(parent, "save-export", title, path.parent, then)
    dialog.setNameFilters(list(endings))
    dialog.setDefaultSuffix(next(iter(formats)))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings.get(chosen, "")))
    return _ask_new_file(dialog, path.name)


def ask_folder(parent: QWidget, name: str, title: str, folder: Path, then: Chosen) -> QFileDialog:
    """Ask for any folder that is there."""
    dialog = _file_dialog(parent, name, title, folder, then)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask_directory(dialog, tr("Choose"))


def ask_data_folder(parent: QWidget, title: str, then: Chosen) -> QFileDialog:
    """Ask for the folder that holds a data set, whose files are shown in it."""
    dialog = _file_dialog(parent, "data-choose", title, Path(QDir.homePath()), then)
    return _ask_directory(dialog, tr("Choose"))


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
