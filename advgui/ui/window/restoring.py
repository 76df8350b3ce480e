"""What a window gives back of the last one, and keeps for the next: choices and the session."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication

from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.core.parameters import Value
from advgui.lab.attack.phrases import RECOVERED, damaged_words, recovered_of_several
from advgui.lab.attack.transitions import history_restored, remembered
from advgui.lab.drawing.model import Drawing, History, same_drawing, together
from advgui.lab.preferences import kept, kept_preferences
from advgui.lab.sessions.members import SUFFIX
from advgui.lab.sessions.session import Session
from advgui.lab.sessions.words import given_back_words, recovered_words, under_way_words
from advgui.ui.pages import KeptWork, Page
from advgui.ui.session.autosave import NOTHING_KEPT, Autosave
from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import Settings
from advgui.ui.theme.mode import Theme
from advgui.ui.theme.zoom import Zoom
from advgui.ui.widgets.question import Answer, ask
from advgui.ui.window.sessions import Sessions


class _LeftWork(NamedTuple):
    """Work that was under way on a page, and where it was written down."""

    page: Page
    kept: KeptWork
    path: Path


class _Left(NamedTuple):
    """What the last window has left."""

    drawing: Drawing | None
    session: Session | None
    works: tuple[_LeftWork, ...]
    others: tuple[History, ...]
    damage: tuple[str, ...]


class Restoring(QObject):
    """Writes down what a controller has, and where the window is, which ``geometry`` tells."""

    def __init__(
        self,
        controller: Controller,
        sessions: Sessions,
        settings: Settings,
        theme: Theme,
        zoom: Zoom,
        geometry: Callable[[], QByteArray],
    ) -> None:
        super().__init__(controller)
        self.setObjectName("restoring")
        self._controller, self._sessions, self._settings = controller, sessions, settings
        self._theme, self._zoom = theme, zoom
        self._geometry = geometry
        self._autosave: Autosave | None = None

    def begin(self, paths: Sequence[str] = (), *, give_back: bool = False) -> None:
        """Give back what the last window has left, and lose nothing from now on.

        A drawing alone is given back at once, as undo takes it away, and so is work that was under
        way, which waits; of more its user is asked, unless they have said to ``give_back`` all.
        Where a session is to be opened, as ``paths`` tell, a drawing is left for another window.
        """
        if not self._settings.lasting:
            return
        self._autosave = autosave = Autosave(self._sessions.snapshot, self._saving, self)
        opens = any(path.endswith(SUFFIX) for path in paths)
        left = self._left(autosave, alone=opens)
        for page in self._sessions.pages:
            page.keep_at(partial(autosave.work_place, page.keeps))
        if left.session is not None and (give_back or not left.session.only_drawn):
            autosave.hold()
            (self._give_back if give_back else self._ask)(left.session, left)
        elif left.drawing is not None and opens:
            autosave.go_on_elsewhere()
        else:
            self._tell(*left.damage, self._draw_again(left), self._go_on(left))
            autosave.take_over()
        self._listen(autosave)

    def _left(self, autosave: Autosave, *, alone: bool) -> "_Left":
        """What there is, ``alone`` or with the drawings of others; what is damaged is told."""
        drawing, session = None, None
        works: list[_LeftWork] = []
        damage: list[str] = []
        try:
            drawing, session = autosave.recovered(), autosave.recovered_session()
        except BadInput as error:
            damage.append(damaged_words(str(error)))
            drawing = None
        for page in self._sessions.pages:
            try:
                works += _left_work(page, autosave)
            except BadInput as error:
                damage.append(str(error))
        others = () if alone else tuple(autosave.drawings_left())
        return _Left(drawing, session, tuple(works), others, tuple(damage))

    def _tell(self, *words: str) -> None:
        if sentences := [one for one in words if one]:
            self._controller.tell(" ".join(sentences))

    def _go_on(self, left: "_Left") -> str:
        """Each work waits on its page; what is said then."""
        return " ".join(map(_waits, left.works))

    def _listen(self, autosave: Autosave) -> None:
        self._controller.changed.connect(autosave.note)
        self._sessions.changed.connect(autosave.note_session)
        for changed in (self._theme.changed, self._zoom.changed):
            changed.connect(autosave.note_choices)
        if isinstance(application := QApplication.instance(), QApplication):
            application.commitDataRequest.connect(autosave.session_ends)

    def _draw_again(self, left: "_Left") -> str:
        """With what undo brought back, where that is known, and the drawing is that one."""
        controller, drawing, session = self._controller, left.drawing, left.session
        if drawing is not None:
            if session is not None and same_drawing(session.history.present, drawing):
                controller.go(history_restored(controller.state, session.history))
            else:
                controller.draw(drawing)
        return self._add_others(left) or ("" if drawing is None else RECOVERED)

    def _add_others(self, left: "_Left") -> str:
        """The drawings of other windows, too, one before the other; what is said then."""
        controller = self._controller
        if not left.others:
            return ""
        history = together(controller.state.history, left.others)
        controller.go(history_restored(controller.state, history))
        return recovered_of_several(len(left.others) + (left.drawing is not None))

    def _ask(self, session: Session, left: "_Left") -> None:
        """Whether all of it shall come back; Escape asks again the next time."""
        dialog = ask(
            self._sessions.window,
            "recovering",
            recovered_words(session, [work.kept.title for work in left.works]),
            Answer(
                "give-back", tr("Give back"), lambda: self._give_back(session, left), usual=True
            ),
            Answer("anew", tr("Begin anew"), self._keep_now),
            Answer("later", tr("Ask me later")),
        )
        # Escape, too; behind the answer that was given, after which nothing is held any more.
        dialog.rejected.connect(lambda: QTimer.singleShot(0, self, self._keep_beside))

    def _give_back(self, session: Session, left: "_Left") -> None:
        """All of it stands as it stood."""
        drawing = left.drawing
        self._sessions.show(session, None)
        if drawing is not None and not same_drawing(session.history.present, drawing):
            self._controller.draw(drawing)
        words = given_back_words(session), self._add_others(left), self._go_on(left)
        self._tell(*left.damage, *words)
        self._keep_now()
        if self._autosave is not None:
            self._autosave.take_over()

    def keep_all(self) -> None:
        """Write all that there is for the next start, and wait for that.

        Raises BadInput with what is in the way.
        """
        if self._autosave is None:
            raise BadInput(NOTHING_KEPT)
        self._autosave.keep_all()

    def _keep_now(self) -> None:
        if self._autosave is not None:
            self._autosave.go_on()

    def _keep_beside(self) -> None:
        if self._autosave is not None and self._autosave.held:
            self._autosave.go_on_elsewhere()

    def note_choice(self) -> None:
        """What is chosen in the settings themselves is written soon."""
        if self._autosave is not None:
            self._autosave.note_choices()

    def end(self, *, keep: bool) -> None:
        """Remember what is chosen; ``keep`` all for the next start, or the drawing alone."""
        if self._autosave is not None:
            self._autosave.end(keep=keep)
        self._saving()()

    def _saving(self) -> Callable[[], None]:
        """Writes the settings as they are now, later."""
        geometry, chosen = self._geometry(), self._chosen()
        return lambda: self._settings.save(geometry, chosen)

    def _chosen(self) -> Mapping[str, Value | None]:
        """What is chosen now, as it is stored."""
        state = self._controller.state
        chosen = remembered(state, kept_preferences(self._settings.values()))
        percent = self._zoom.chosen
        return kept(replace(chosen, theme=self._theme.mode, zoom=percent, pen=state.drawing.pen))


def _left_work(page: Page, autosave: Autosave) -> list[_LeftWork]:
    """What was under way on a page, if something was. Raises BadInput."""
    path = autosave.work_place(page.keeps) if page.keeps else None
    kept = None if path is None else autosave.recovered_work(page.keeps, page.read_kept)
    return [] if path is None or kept is None else [_LeftWork(page, kept, path)]


def _waits(work: _LeftWork) -> str:
    """It waits on its page, or why it does not."""
    try:
        work.page.take_up(work.kept, work.path)
    except BadInput as error:
        return str(error)
    return under_way_words(work.page.keeps, work.kept.title)
