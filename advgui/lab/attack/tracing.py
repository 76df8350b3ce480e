"""A person draws over what an attack on strokes has found: only their own drawing counts."""

from dataclasses import replace
from typing import Final

from advgui.core.digits.ink import Ink
from advgui.core.language import tr
from advgui.lab.attack.phrases import digit_words, percent
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import drawn, told
from advgui.lab.drawing.guide import ENOUGH, Guide, drawn_share, inside_share
from advgui.lab.drawing.model import Drawing, cleared

NO_INK: Final = tr("There are no strokes to change: draw a digit.")
NOT_YET: Final = tr("Attack first; then draw over what came of it.")
WAIT: Final = tr("When it has ended, you can draw over it.")
NOTHING_CHANGED: Final = tr("No stroke is changed at this step.")
BEGIN: Final = tr("Draw along the coloured lines; no network sees them.")
OFFER: Final = tr("Only what your own hand draws counts.")


def changed_ink(state: LabState) -> Ink | None:
    """What the adversarial image that is looked at is drawn with, where strokes are changed."""
    run = state.run
    if run is None or not run.walkable or run.looked_at >= len(run.recording):
        return None
    ink = run.recording.ink(run.looked_at, run.selected)
    inks = run.request.problem.inks
    return None if inks is None or ink is None or _same(ink, inks[run.selected]) else ink


def begun(state: LabState) -> LabState:
    """The strokes before and after lie on an empty sheet as a guide; undo brings the drawing back.

    What follows the pen is its user, and no attack: Live goes off.
    """
    ink, run = changed_ink(state), state.run
    if ink is None or run is None or run.request.problem.inks is None:
        return told(state, why_not(state))
    before = run.request.problem.inks[run.selected]
    guide = Guide(before, ink, run.before.label, run.goal)
    empty = replace(cleared(state.drawing), pen=ink.pen)
    return told(drawn(replace(state, guide=guide, live=False), empty), BEGIN)


def ended(state: LabState) -> LabState:
    """The guide goes; what was drawn over it stays."""
    return replace(state, guide=None)


def taken(state: LabState) -> LabState:
    """The changed strokes are the drawing, to be looked at, erased or drawn on."""
    ink = changed_ink(state)
    if ink is None:
        return told(state, why_not(state))
    return drawn(replace(state, guide=None, live=False), Drawing(ink.strokes, None, ink.pen))


def why_not(state: LabState) -> str:
    """Why there is nothing to draw over; empty where there is."""
    if changed_ink(state) is not None:
        return ""
    run = state.run
    if run is not None and run.request.attack.on_strokes:
        return WAIT if run.running else NOTHING_CHANGED
    return NO_INK if state.reading is not None and state.ink is None else NOT_YET


def words(state: LabState) -> str:
    """What the person's own drawing has come to, or what could be drawn over."""
    guide, reading = state.guide, state.reading
    if guide is None:
        return why_not(state) or OFFER
    strokes = state.ink.strokes if state.ink is not None else ()
    if reading is None or not strokes:
        return BEGIN
    share = drawn_share(guide, strokes)
    if share < ENOUGH:
        return tr("{share} of the lines are drawn; read as {label} so far.").format(
            share=percent(share, 0), label=reading.label
        )
    if inside_share(guide, strokes) < ENOUGH:
        return tr("It leaves the lines, so it does not count: erase some.")
    return _verdict(guide, state)


def fooled_by_hand(state: LabState) -> bool:
    """Whether the network is fooled by what a person has drawn over the guide."""
    guide, reading, ink = state.guide, state.reading, state.ink
    if guide is None or reading is None or ink is None or not guide.fooled(reading):
        return False
    shares = drawn_share(guide, ink.strokes), inside_share(guide, ink.strokes)
    return min(shares) >= ENOUGH


def _verdict(guide: Guide, state: LabState) -> str:
    reading = state.reading
    if reading is None:
        return BEGIN
    if guide.fooled(reading):
        words = tr("Your own drawing is read as {label}: fooled by hand.")
    elif reading.label != guide.label:
        words = tr("Your own drawing is read as {label}: a wrong class, but not {digit}.")
    elif guide.goal is None:
        words = tr("Your own drawing is read as {label}: not fooled.")
    else:
        words = tr("Your own drawing is read as {label}: not fooled; {goal} has {share}.")
    goal = guide.goal or 0
    return words.format(
        label=reading.label, digit=digit_words(goal), goal=goal, share=_share(goal, state)
    )


def _share(goal: int, state: LabState) -> str:
    return percent(state.reading.confidences[goal]) if state.reading else ""


def _same(one: Ink, other: Ink) -> bool:
    return one is other or one.strokes is other.strokes
