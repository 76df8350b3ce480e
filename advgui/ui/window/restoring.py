"""What a window gives back of the last one, and keeps for the next: choices and the drawing."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication

from advgui.core.errors import BadInput
from advgui.core.parameters import Value
from advgui.lab.attack.phrases import RECOVERED, damaged_words
from advgui.lab.attack.transitions import remembered
from advgui.lab.preferences import preferences, stored
from advgui.ui.session.autosave import Autosave
from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import Settings
from advgui.ui.theme.mode import Theme
from advgui.ui.theme.zoom import Zoom


class Restoring(QObject):
    """Writes down what a controller has, and where the window is, which ``geometry`` tells."""

    def __init__(
        self,
        controller: Controller,
        settings: Settings,
        theme: Theme,
        zoom: Zoom,
        geometry: Callable[[], QByteArray],
    ) -> None:
        super().__init__(controller)
        self.setObjectName("restoring")
        self._controller, self._settings = controller, settings
        self._theme, self._zoom = theme, zoom
        self._geometry = geometry
        self._autosave: Autosave | None = None

    def begin(self) -> None:
        """Give back the drawing that an abrupt end has left, and lose none from now on."""
        if not self._settings.lasting:
            return
        controller = self._controller
        self._autosave = Autosave(lambda: controller.state, self._saving, self)
        controller.changed.connect(self._autosave.note)
        for changed in (self._theme.changed, self._zoom.changed):
            changed.connect(self._autosave.note_choices)
        if isinstance(application := QApplication.instance(), QApplication):
            application.commitDataRequest.connect(self._autosave.session_ends)
        try:
            drawing = self._autosave.recovered()
        except BadInput as error:
            controller.tell(damaged_words(str(error)))
            return
        if drawing is not None:
            controller.draw(drawing)
            controller.tell(RECOVERED)

    def end(self, *, keep: bool) -> None:
        """Remember what is chosen; ``keep`` the drawing for the next start, or let it go."""
        if self._autosave is not None:
            self._autosave.end(keep=keep)
        self._saving()()

    def _saving(self) -> Callable[[], None]:
        """Writes the settings as they are now, later."""
        geometry, chosen = self._geometry(), self._chosen()
        return lambda: self._settings.save(geometry, chosen)

    def _chosen(self) -> Mapping[str, Value]:
        """What is chosen now, as it is stored."""
        state = self._controller.state
        chosen = remembered(state, preferences(self._settings.values()))
        percent = self._zoom.chosen
        return stored(replace(chosen, theme=self._theme.mode, zoom=percent, pen=state.drawing.pen))
