"""What is said of a session: before it is replaced, given back, or left."""

from advgui.core.errors import all_of
from advgui.core.language import tr
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


def recovered_words(session: Session) -> str:
    """What is asked at the start after an abrupt end."""
    return tr(
        "advgui ended abruptly the last time. It can give back what there was: {words}."
    ).format(words=session.words)


def given_back_words(session: Session) -> str:
    """What is said once it has been given back."""
    return tr("All is back as it was: {words}.").format(words=session.words)
