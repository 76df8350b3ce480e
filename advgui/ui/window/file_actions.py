"""Drawings in, outcomes out, networks in: by dialogs, by dropping, by the clipboard."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from advgui.core.disk.reading import is_there
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput, ImageFileError
from advgui.core.formats.safetensors_file import save_network
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.opening import DRAWING_SUFFIX, NETWORK_SUFFIX
from advgui.core.printable import printable
from advgui.lab.attack.outcome_file import save_outcome
from advgui.lab.attack.save_destination import fresh, run_name
from advgui.lab.attack.view import outcome_shown
from advgui.lab.drawing.drawing_files import save_drawing
from advgui.lab.drawing.model import Drawing, from_image
from advgui.lab.networks.card_text import behind_words
from advgui.lab.opened_files import Batch, Found, OpenedPhoto, Wanted, wanted
from advgui.lab.sessions.members import SUFFIX
from advgui.lab.sessions.saved_outcome import SavedOutcome
from advgui.lab.sessions.session import Session
from advgui.lab.sessions.session_file import save_session
from advgui.ui.plotting.export import PlotFile
from advgui.ui.session.controller import Controller
from advgui.ui.session.opener import Opener
from advgui.ui.session.saver import Saver
from advgui.ui.widgets import clipboard, dialogs, file_dialogs
from advgui.ui.widgets.question import Answer, ask
from advgui.ui.widgets.save_dialog import SaveDialog

if TYPE_CHECKING:
    from advgui.core.attacks.fitted import Artefact


class Export(NamedTuple):
    """What can be saved in several formats.

    ``name`` is what is suggested, without an ending. ``formats`` has by its ending what such files
    are called, and what makes the bytes, in another thread; the first is the usual one.
    """

    name: str
    title: str
    formats: Mapping[str, tuple[str, Callable[[], bytes]]]


class Files(QObject):
    """Asks for files in the folder of the last one, and says what cannot be read or written.

    ``network_opened`` carries a network that was read from a file, ``network_saved`` one that
    was written to a file, and both its path; ``session_opened`` a session and its path,
    ``outcome_opened`` a saved outcome. ``used`` tells each path that was opened or saved.
    """

    network_opened = Signal(object, object)
    network_saved = Signal(object, object)
    session_opened = Signal(object, object)
    outcome_opened = Signal(object)
    used = Signal(object)

    def __init__(self, controller: Controller, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("files")
        self._controller, self._window = controller, window
        self.opener = Opener(self)
        self.opener.opened.connect(self._opened)
        self.opener.ended.connect(self._ended)
        self.saver = Saver(self)
        self._folder = Path(QDir.homePath())  # Path.home fails for a user who has none

    def ask_drawing(self) -> None:
        """Ask for a drawing, and open it."""
        file_dialogs.ask_drawing(self._window, self._folder, self.open_file)

    def ask_photo(self) -> None:
        """Ask for an image, and have it looked at before it is a drawing, whatever it is."""

        def look(path: Path) -> None:
            pen = self._controller.state.drawing.pen
            self.opener.open(Batch.of([Wanted("drawing", path, pen, as_photo=True)]))

        file_dialogs.ask_drawing(self._window, self._folder, look)

    def ask_drawing_file(self) -> None:
        """Ask for a file, and save the drawing in it."""

        def save(path: Path) -> None:
            self._unless_there(path, self.save_drawing, self.ask_drawing_file)

        def ask_for_file() -> None:
            path = self._folder / f"{tr('drawing', 'file name')}{DRAWING_SUFFIX}"
            file_dialogs.ask_drawing_file(self._window, path, save)

        self.saver.once_idle(ask_for_file)

    def ask_folder(self) -> None:
        """Ask for a folder, and save in it; offered is one that is not there yet."""
        self.saver.once_idle(self._ask_new_folder)

    def _ask_new_folder(self) -> None:
        run = self._controller.state.run
        if run is not None:
            name = run_name(run.before.label, run.goal)
            SaveDialog(self._window, fresh(self._folder / name), self.save_in).open()

    def ask_network(self) -> None:
        """Ask for a network's file, and read it."""
        file_dialogs.ask_network(self._window, self._folder, self.open_network)

    def ask_network_file(self, network: Network, then: Callable[[], None] = lambda: None) -> None:
        """Ask for a file, save a network in it, and ``then`` go on."""

        def save(path: Path) -> None:
            self.save_network(network, path, then)

        def chosen(path: Path) -> None:
            self._unless_there(path, save, lambda: self.ask_network_file(network, then))

        def ask_for_file() -> None:
            path = self._folder / f"{_file_name(network)}{NETWORK_SUFFIX}"
            file_dialogs.ask_network_file(self._window, path, chosen)

        self.saver.once_idle(ask_for_file)

    def ask_artefact(self, then: "Callable[[Artefact], None]") -> None:
        """Ask for a file of what was learned once, and ``then`` use what it holds."""

        def read(path: Path) -> None:
            try:
                found = load_artefact(path)
            except BadInput as error:
                self.tell(error)
                return
            self._folder = path.parent
            then(found)

        # Only here: nothing of it is needed before a first one is opened.
        from advgui.core.attacks.fitted.artefact_file import load_artefact

        file_dialogs.ask_artefact(self._window, self._folder, read)

    def ask_artefact_file(self, artefact: "Artefact", then: Callable[[], None]) -> None:
        """Ask for a file, save what was learned once in it, and ``then`` go on."""
        from advgui.core.attacks.fitted.artefact_file import save_artefact
        from advgui.lab.fitted.text import file_name

        def save(path: Path) -> None:
            self._save(
                lambda: save_artefact(artefact, path),
                tr("Saved as {path}.").format(path=path),
                path.parent,
                then,
            )

        def chosen(path: Path) -> None:
            self._unless_there(path, save, lambda: self.ask_artefact_file(artefact, then))

        def ask_for_file() -> None:
            path = self._folder / f"{file_name(artefact)}{NETWORK_SUFFIX}"
            file_dialogs.ask_artefact_file(self._window, path, chosen)

        self.saver.once_idle(ask_for_file)

    def ask_session_file(self, then: Callable[[Path], None]) -> None:
        """Ask under which name a session shall be saved, one that is free or may be replaced."""

        def chosen(path: Path) -> None:
            self._unless_there(path, then, lambda: self.ask_session_file(then))

        def ask_for_file() -> None:
            path = fresh(self._folder / f"{tr('session', 'file name')}{SUFFIX}")
            file_dialogs.ask_session_file(self._window, path, chosen)

        self.saver.once_idle(ask_for_file)

    def save_session(self, session: Session, path: Path, then: Callable[[], None]) -> None:
        """Have a session written to a file, and ``then`` go on; say so where it cannot be."""
        self._save(
            lambda: save_session(session, path),
            tr("Saved as {path}.").format(path=path),
            path.parent,
            then,
            path,
        )

    def save_drawing(self, path: Path) -> None:
        """Have the drawing's strokes written to a file; it is said when they are, or cannot be."""
        drawing = self._controller.state.drawing
        words = tr("Saved as {path}.").format(path=path)
        self._save(lambda: save_drawing(path, drawing), words, path.parent, used=path)

    def save_network(
        self, network: Network, path: Path, then: Callable[[], None] = lambda: None
    ) -> None:
        """Have a network written to a file, and ``then`` go on; say so where it cannot be."""

        def saved() -> None:
            self.network_saved.emit(network, path)
            then()

        behind = behind_words(network)
        words = tr("Saved as {path},{behind}.") if behind else tr("Saved as {path}.")
        words = words.format(path=path, behind=behind)
        self._save(lambda: save_network(network, path), words, path.parent, saved, path)

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open networks, and the first drawing; say so where something cannot be."""
        pen = self._controller.state.drawing.pen
        self.opener.open(Batch.of(wanted(path, pen) for path in paths))

    def open_file(self, path: Path) -> None:
        """Open a network where the name ends like one's, else a drawing."""
        self.open_files((path,))

    def open_network(self, path: Path) -> None:
        """Read a network's file, whatever it is called."""
        self.opener.open(Batch.of([Wanted("network", path)]))

    def stop_opening(self) -> None:
        """Open nothing that is not open yet."""
        self.opener.cancel()
        self._controller.tell(tr("The opening was cancelled."))

    def _opened(self, what: Wanted, found: Found) -> None:
        if isinstance(what.source, Path):
            self._folder = what.source.parent
            self.used.emit(what.source)
        match found:
            case Drawing():
                self._controller.draw(found)
            case OpenedPhoto():
                self._look_at(found, what.pen)
            case Network():
                self.network_opened.emit(found, what.source)
            case Session():
                self.session_opened.emit(found, what.source)
            case SavedOutcome():
                self.outcome_opened.emit(found)

    def _look_at(self, photo: OpenedPhoto, pen: float) -> None:
        """Have the photo cropped and turned, and draw what is taken of it."""
        from advgui.ui.drawing.photo_dialog import PhotoDialog

        network = self._controller.state.network
        PhotoDialog(
            self._window,
            photo,
            network,
            lambda image: self._controller.draw(from_image(image, pen)),
        ).open()

    def _ended(self, batch: Batch) -> None:
        """Nothing is left to open: say what was wrong, and what had no place."""
        if batch.words:
            self._controller.tell(batch.words)
        if batch.wrong:
            dialogs.show_error(self._window, "\n".join(batch.wrong))

    def save_in(self, folder: Path) -> None:
        """Have the four images written as they are shown, and the outcome, into a folder."""
        state, shown = self._controller.state, self._controller.view
        if state.run is None or shown is None:
            return
        network, outcome = state.run.network, outcome_shown(state.run, shown)
        self._save(
            lambda: save_outcome(folder, outcome, network, state.threshold),
            tr("Saved in {folder}.").format(folder=folder),
            folder.parent,
        )

    def take(self, dropped: object) -> None:
        """Files or an image fell on the sheet."""
        if isinstance(dropped, QImage):
            pen = self._controller.state.drawing.pen
            image = Wanted("drawing", clipboard.pixels_of(dropped), pen)
            self.opener.open(Batch.of([image]))
        elif isinstance(dropped, tuple):
            self.open_files(dropped)

    def paste(self) -> None:
        """The image on the clipboard becomes the drawing; files on it are opened."""
        pasted = clipboard.pasted()
        if pasted is None:
            self.tell(ImageFileError(tr("There is no image on the clipboard.")))
        else:
            self.take(pasted)

    def copy_shown(self) -> None:
        """Copy the adversarial image, or the drawing where there is none."""
        shown = self._controller.view
        self.copy(self._controller.state.image if shown is None else shown.adversarial)

    def copy(self, image: Bytes) -> None:
        """Put an image on the clipboard."""
        clipboard.copy(image)
        self._controller.tell(tr("The image is on the clipboard."))

    def export(self, exported: object) -> None:
        """Put a picture of a plot on the clipboard, or ask where a file of it shall be saved."""
        if isinstance(exported, QImage):
            clipboard.copy_picture(exported)
            self._controller.tell(tr("The plot is on the clipboard."))
        elif isinstance(exported, PlotFile):
            self._ask_plot_file(exported)

    def _ask_plot_file(self, file: PlotFile) -> None:
        def save(path: Path) -> None:
            self._unless_there(path, write, lambda: self._ask_plot_file(file))

        def write(path: Path) -> None:
            words = tr("Saved as {path}.").format(path=path)
            self._save(lambda: write_bytes(path, file.content, BadInput), words, path.parent)

        def ask_for_file() -> None:
            path = self._folder / file.name
            file_dialogs.ask_plot_file(self._window, path, file.kind, save)

        self.saver.once_idle(ask_for_file)

    def ask_export(self, export: Export) -> None:
        """Ask where something shall be saved and how, and have it made and written beside."""

        def write(path: Path) -> None:
            ending = path.suffix.lower().removeprefix(".")
            _, make = export.formats.get(ending) or next(iter(export.formats.values()))
            words = tr("Saved as {path}.").format(path=path)
            self._save(lambda: write_bytes(path, make(), BadInput), words, path.parent)

        def chosen(path: Path) -> None:
            self._unless_there(path, write, lambda: self.ask_export(export))

        def ask_for_file() -> None:
            kinds = {ending: words for ending, (words, _) in export.formats.items()}
            path = self._folder / export.name
            file_dialogs.ask_export_file(self._window, path, export.title, kinds, chosen)

        self.saver.once_idle(ask_for_file)

    def tell(self, error: BadInput) -> None:
        """Say in a dialog what cannot be used."""
        dialogs.show_error(self._window, str(error))

    def _unless_there(
        self, path: Path, save: Callable[[Path], object], again: Callable[[], None]
    ) -> None:
        """Save under a name that is free, or ask before what has it is replaced."""
        if not is_there(path):
            save(path)
            return
        ask(
            self._window,
            "replacing",
            tr("{name} is already there. Replacing it cannot be undone.").format(
                name=printable(path.name)
            ),
            Answer("replace", tr("Replace"), lambda: save(path)),
            Answer("another", tr("Another name…"), again, usual=True),
            Answer("keep", tr("Cancel")),
        )

    def _save(
        self,
        write: Callable[[], object],
        words: str,
        folder: Path,
        then: Callable[[], None] = lambda: None,
        used: Path | None = None,
    ) -> None:
        """Have something written, say so in these words, ask in this folder next, and go on."""

        def saved() -> None:
            self._folder = folder
            if used is not None:
                self.used.emit(used)
            self._controller.tell(words)
            then()

        self.saver.save(write, saved, self.tell)


def _file_name(network: Network) -> str:
    """Its title or name, without what file names cannot have."""
    words = network.card.said.title or network.name
    return "".join(sign for sign in words if sign.isalnum() or sign in " -_,.'").strip(" .")
