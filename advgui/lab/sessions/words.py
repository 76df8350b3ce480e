"""What is said of a session: before it is replaced, given back, or left."""

from collections.abc import Sequence

from advgui.core.language import tr
from advgui.core.lists import all_of
from advgui.lab.attack.phrases import counted
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.model import History
from advgui.lab.sessions.session import Session


def replaced_words(state: LabState, saved: History, unsaved_runs: int) -> str:
    """What is asked before another session takes the place of this one; empty if nothing is lost.

    ``saved`` is the drawing, with its history, that a file holds.
    """
    drawn = state.history is not saved and not state.drawing.empty
    lost = [tr("the drawing")] if drawn else []
    if unsaved_runs:
        lost.append(counted(unsaved_runs, "run"))
    if not lost:
        return ""
    words = tr("Opening this session closes the present one, and {lost} in it are not saved.")
    if drawn + unsaved_runs == 1:
        words = tr("Opening this session closes the present one, and {lost} in it is not saved.")
    return words.format(lost=all_of(lost))


def recovered_words(session: Session, works: Sequence[str] = ()) -> str:
    """What is asked at the start where more was left than a drawing: also works, by title."""
    there = session.words
    if works:
        titles = all_of([tr("“{title}”").format(title=title) for title in works])
        words = tr("{there}, and {titles}, which were under way")
        if len(works) == 1:
            words = tr("{there}, and {titles}, which was under way")
        there = words.format(there=there, titles=titles)
    return tr("advgui can give back what there was the last time: {there}.").format(there=there)


def given_back_words(session: Session) -> str:
    """What is said once it has been given back."""
    return tr("All is back as it was: {words}.").format(words=session.words)


def under_way_words(name: str, title: str) -> str:
    """What is said of work that was under way, by its name in the folder, once it waits again."""
    words = {
        "training": tr("“{title}” was still being trained: the page Train goes on with it."),
        "fit": tr("“{title}” was still being fitted: the page One for all goes on with it."),
        "poisoning": tr("“{title}” was still being trained: the page Poison goes on with it."),
    }[name]
    return words.format(title=title)
