"""Everything that the menus, the tool bar and the keyboard can do, as named actions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar, QWidget

from advgui.core.language import tr
from advgui.ui.language.choice import language_actions, menu_words
from advgui.ui.theme.icons import set_first_icon, set_icon
from advgui.ui.theme.mode import Mode

if TYPE_CHECKING:
    from advgui.lab.attack.state import LabState

Key = QKeySequence.StandardKey | str


class Actions(NamedTuple):
    """One action for each thing that can be done; the window connects them."""

    new: QAction
    open: QAction
    photo: QAction
    recent: QAction
    save_session: QAction
    save_session_as: QAction
    save_drawing: QAction
    save: QAction
    save_network: QAction
    export: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    clear: QAction
    copy: QAction
    paste: QAction
    attack: QAction
    every: QAction
    away: QAction
    stop: QAction
    runs: QAction
    earlier: QAction
    later: QAction
    seen: QAction
    fold: QAction
    guide: QAction
    about: QAction
    themes: QActionGroup
    languages: QActionGroup

    @property
    def edits(self) -> tuple[QAction, ...]:
        """What stands below the sheet."""
        return self.undo, self.redo, self.clear

    @property
    def views(self) -> tuple[QAction, QAction]:
        """What stands above the sheet."""
        return self.seen, self.fold

    def dress(self) -> None:
        """Draw all icons, in menus too, which nobody sees before one is opened."""
        for action in self:
            if isinstance(action, QAction):
                set_icon(action, action.objectName())

    def rest(self) -> None:
        """Offer nothing that needs a drawing, before there can be one."""
        editing = (self.undo, self.redo, self.clear, self.copy)
        sessions = (self.save_session, self.save_session_as)
        saving = (*sessions, self.save_drawing, self.save, self.save_network)
        runs = (self.runs, self.earlier, self.later)
        for action in (*editing, *saving, *runs, self.attack, self.every, self.away, self.stop):
            action.setEnabled(False)

    def apply(self, old: "LabState | None", new: "LabState") -> None:
        """Offer just what can be done now."""
        drawn = new.reading is not None
        self.undo.setEnabled(new.history.can_undo)
        self.redo.setEnabled(new.history.can_redo)
        self.clear.setEnabled(not new.drawing.empty)
        self.copy.setEnabled(drawn)
        # A strokes file has no place for an image, so what is drawn on one would lose it.
        self.save_drawing.setEnabled(bool(new.drawing.strokes) and new.drawing.base is None)
        for action in (self.save_network, self.save_session, self.save_session_as):
            action.setEnabled(True)
        self.attack.setEnabled(drawn)
        self.every.setEnabled(drawn)
        self.away.setEnabled(drawn and "untargeted" in new.attack.forms)
        self.runs.setEnabled(True)
        self.earlier.setEnabled(len(new.runs) > 0)
        self.later.setEnabled(len(new.runs) > 0)
        self.save.setEnabled(new.run is not None and new.run.outcome is not None)
        self.export.setEnabled(self.save.isEnabled() or len(new.runs) > 0)


def make_actions(parent: QMainWindow) -> Actions:
    """All actions, with their words and standard shortcuts."""
    key = QKeySequence.StandardKey

    def make(name: str, words: str, shortcut: Key | None, tip: str) -> QAction:
        action = QAction(words, parent)
        action.setObjectName(name)
        action.setStatusTip(tip)
        if isinstance(shortcut, str):
            action.setShortcut(QKeySequence(shortcut))
        elif shortcut is not None:
            action.setShortcuts(shortcut)  # all that the platform knows, such as two for redo
        action.setToolTip(_tip(tip, action))
        parent.addAction(action)
        return action

    return Actions(
        new=make("new", tr("&New drawing"), key.New, tr("Begin with an empty sheet")),
        open=make(
            "open", tr("&Open…"), key.Open, tr("Open a session, an image, strokes or a network")
        ),
        photo=make(
            "photo", tr("Open a &photo…"), None, tr("Open an image, and crop and turn it before")
        ),
        recent=_menu(
            parent,
            "recent",
            tr("Open &recent"),
            tr("Open one of the files that were opened or saved last"),
        ),
        save_session=make(
            "save-session",
            tr("Save s&ession"),
            "Ctrl+Alt+S",
            tr("Save the drawing, all runs, the networks and the settings in one file"),
        ),
        save_session_as=make(
            "save-session-as",
            tr("Save session &as…"),
            "Ctrl+Alt+Shift+S",
            tr("Save the session under another name"),
        ),
        save_drawing=make(
            "save-drawing",
            tr("Save &drawing…"),
            "Ctrl+D",
            tr("Save the strokes to a file, to go on with them; a picture has none"),
        ),
        save=make(
            "save",
            tr("&Save images…"),
            key.Save,
            tr("Save the images of this attack and its outcome; “Save session” saves everything"),
        ),
        save_network=make(
            "save-network",
            tr("Save ne&twork…"),
            "Ctrl+Shift+S",
            tr("Save the network in use to a file, or export it as ONNX"),
        ),
        export=_menu(
            parent,
            "export",
            tr("E&xport"),
            tr("Save a figure, an animation or a page of runs, or copy what makes one again"),
        ),
        quit=make("quit", tr("&Quit"), "Ctrl+Q", tr("Close the window")),
        undo=make("undo", tr("&Undo"), key.Undo, tr("Take the last stroke back")),
        redo=make("redo", tr("&Redo"), key.Redo, tr("Draw it again")),
        clear=make(
            "clear", tr("C&lear"), "Ctrl+Backspace", tr("Wipe the sheet; undo brings it back")
        ),
        copy=make(
            "copy", tr("&Copy image"), key.Copy, tr("Copy the adversarial image, or the drawing")
        ),
        paste=make("paste", tr("&Paste image"), key.Paste, tr("Take an image from the clipboard")),
        attack=make(
            "attack", tr("&Attack"), "Return", tr("Attack toward the goal that is offered")
        ),
        every=make(
            "every", tr("Toward &every digit"), "E", tr("Attack toward all other digits at once")
        ),
        away=make("live", tr("Toward an&y other"), "A", tr("Make the network read anything else")),
        stop=make("stop", tr("&Stop"), "Esc", tr("Stop at once and keep the best step")),
        runs=make("runs", tr("Kept &runs"), "Ctrl+R", tr("Show every attack that has ended")),
        earlier=make(
            "earlier", tr("Earl&ier run"), "Alt+Left", tr("Go back to the run before this one")
        ),
        later=make("later", tr("&Later run"), "Alt+Right", tr("Go on to the run after this one")),
        seen=_checkable(
            make(
                "seen",
                tr("As the network &sees it"),
                "F8",
                tr("See the drawing as the network does"),
            )
        ),
        fold=_checkable(
            make("fold", tr("&Fold the drawing"), "F9", tr("Fold the drawing and the network"))
        ),
        guide=make("guide", tr("&Guide"), key.HelpContents, tr("How all of this works")),
        about=make("about", tr("&About advgui"), None, tr("What this is")),
        themes=_themes(parent),
        languages=language_actions(parent),
    )


def _menu(parent: QWidget, name: str, words: str, tip: str) -> QAction:
    """An action that opens a menu of its own, in which there is nothing yet."""
    action = QMenu(words, parent).menuAction()
    action.setObjectName(name)
    action.setStatusTip(tip)
    action.setToolTip(tip)
    action.setEnabled(False)
    return action


def _tip(words: str, action: QAction) -> str:
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({shortcut})" if shortcut else words


def _checkable(action: QAction) -> QAction:
    action.setCheckable(True)
    return action


def _themes(parent: QWidget) -> QActionGroup:
    group = QActionGroup(parent)
    group.setObjectName("themes")
    words: dict[Mode, str] = {
        "system": tr("As the &system"),
        "light": tr("&Light"),
        "dark": tr("&Dark"),
    }
    for mode in get_args(Mode):
        action = QAction(words[mode], group)
        action.setObjectName(f"theme-{mode}")
        action.setData(mode)
        action.setCheckable(True)
    return group


def fill_menus(
    bar: QMenuBar,
    actions: Actions,
    viewing: Sequence[QAction],
    helping: Sequence[QAction],
    pages: QActionGroup,
) -> None:
    """Menus with every action, and the choice of a page, in the usual places."""
    groups: dict[str, tuple[QAction | None, ...]] = {
        tr("&File"): (
            *(actions.new, actions.open, actions.photo, actions.recent, None),
            *(actions.save_session, actions.save_session_as, None),
            *(actions.save_drawing, actions.save, actions.save_network, actions.export),
            *(None, actions.quit),
        ),
        tr("&Edit"): (
            *(actions.undo, actions.redo, actions.clear, None),
            *(actions.copy, actions.paste),
        ),
        tr("&Attack"): (
            *(actions.attack, actions.every, actions.away, None, actions.stop, None),
            *(actions.runs, actions.earlier, actions.later),
        ),
    }
    for title, entries in groups.items():
        menu = bar.addMenu(title)
        for entry in entries:
            menu.addSeparator() if entry is None else menu.addAction(entry)
    look = bar.addMenu(tr("&View"))
    look.addActions(actions.views)
    look.addMenu(tr("&Theme")).addActions(actions.themes.actions())
    look.addMenu(menu_words()).addActions(actions.languages.actions())
    look.addSeparator()
    look.addActions(viewing)
    look.addSeparator()
    look.addActions(pages.actions())
    bar.addMenu(tr("&Help")).addActions([actions.guide, *helping, actions.about])


def fill_tool_bar(bar: QToolBar, actions: Actions) -> None:
    """The few actions that are wanted at hand."""
    for entry in (actions.new, actions.open, actions.save, None, actions.undo, actions.redo):
        _put(bar, entry)
    for entry in (None, actions.copy, actions.paste):
        _put(bar, entry)


def _put(bar: QToolBar, entry: QAction | None) -> None:
    if entry is None:
        bar.addSeparator()
    else:
        set_first_icon(entry, entry.objectName())
        bar.addAction(entry)
