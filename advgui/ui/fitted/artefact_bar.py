"""All that was learned or opened: which of it is worn, and files of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QWidget

from advgui.core.language import tr
from advgui.lab.fitted.state import OneForAll
from advgui.lab.fitted.text import NO_ARTEFACT, artefact_words
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.widgets.layout import row
from advgui.ui.widgets.push_button import push_button

_BUSY = tr("What is being learned is worn now")


class ArtefactBar(QWidget):
    """A list, Open and Save. Says ``open_wanted``, and ``save_wanted`` of one artefact."""

    open_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self, fitter: Fitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("artefacts")
        self._fitter = fitter
        self._list = QComboBox()
        self._open: QPushButton = push_button("artefact-open", "open", tr("Open…"))
        self._save: QPushButton = push_button("artefact-save", "save", tr("Save…"))
        self._list.setObjectName("artefact-list")
        self._list.setAccessibleName(tr("What is worn"))
        self._list.setPlaceholderText(tr("None yet"))
        self._list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._open.setToolTip(tr("Open one that was saved"))
        self._list.activated.connect(fitter.choose)
        self._open.clicked.connect(self.open_wanted)
        self._save.clicked.connect(lambda: self.save_wanted.emit(fitter.state.artefact))
        line = row(self._list, self._open, self._save)
        line.setStretch(0, 1)
        self.setLayout(line)
        fitter.changed.connect(self.apply)
        self.apply(None, fitter.state)

    def apply(self, old: OneForAll | None, new: OneForAll) -> None:
        """Show what has changed from the old state to the new one."""
        busy, none = new.fitting.busy, not new.artefacts
        if old is None or old.artefacts != new.artefacts or old.unsaved != new.unsaved:
            self._list.clear()
            for one in new.artefacts:
                self._list.addItem(artefact_words(one, unsaved=one in new.unsaved))
        self._list.setCurrentIndex(new.chosen)
        self._list.setEnabled(not busy and not none)
        self._list.setToolTip(_BUSY if busy else NO_ARTEFACT if none else tr("What is worn"))
        self._save.setEnabled(not busy and not none)
        self._save.setToolTip(_BUSY if busy else NO_ARTEFACT if none else tr("Save what is worn"))
