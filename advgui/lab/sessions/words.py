"""What is said of a session: before it is replaced, given back, or left."""

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


def recovered_words(session: Session, training: str = "") -> str:
    """What is asked at the start where more was left than a drawing: also a ``training``."""
    there = session.words
    if training:
        there = tr("{there}, and \u201c{title}\u201d, which was being trained").format(
            there=there, title=training
        )
    return tr("advgui can give back what there was the last time: {there}.").format(there=there)


def given_back_words(session: Session) -> str:
    """What is said once it has been given back."""
    return tr("All is back as it was: {words}.").format(words=session.words)


def training_words(title: str) -> str:
    """What is said of a training that was under way, once it is shown again."""
    words = tr("\u201c{title}\u201d was still being trained: the page Train goes on with it.")
    return words.format(title=title)
