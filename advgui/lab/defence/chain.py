"""The chain of defences that a network stands behind: each of them set, moved and removed."""

from dataclasses import replace

from advgui.core.defences import Defence
from advgui.core.defences.binarise import BinaryThreshold
from advgui.core.errors import ParameterError
from advgui.core.language import as_title
from advgui.core.lists import in_a_row
from advgui.core.parameters import validated
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import defences_set, refused, threshold_set
from advgui.lab.networks.card_text import settings_words


def removed(state: LabState, place: int) -> LabState:
    """Without the one that stands there; a place that there is not changes nothing."""
    defences = state.defences
    return defences_set(state, (*defences[:place], *defences[place + 1 :]))


def moved(state: LabState, place: int, by: int) -> LabState:
    """With that one so many places nearer to the network, as far as there are places."""
    defences = list(state.defences)
    if not 0 <= place < len(defences):
        return state
    one = defences.pop(place)
    defences.insert(max(0, place + by), one)
    return defences_set(state, defences)


def parameter_set(state: LabState, place: int, name: str, value: object) -> LabState:
    """With one parameter of that one set; a value out of range is refused with a sentence.

    The window has one threshold: that of a defence is that of all, and of the tile.
    """
    if not 0 <= place < len(state.defences):
        return state
    defences = list(state.defences)
    try:
        checked = validated(defences[place], {name: value})
    except ParameterError as error:
        return refused(state, str(error))
    if isinstance(defences[place], BinaryThreshold) and name == "threshold":
        return threshold_set(state, float(checked[name]))
    defences[place] = replace(defences[place], **checked)
    return defences_set(state, defences)


def chain_words(defences: tuple[Defence, ...]) -> str:
    """How many there are, for which a narrow column has room, and which."""
    rows = in_a_row(defence.title for defence in defences)
    return rows[0] if len(rows) == 1 else f"{len(defences)}: {', '.join(rows)}"


def chain_tip(defences: tuple[Defence, ...]) -> str:
    """What each of them is, does and is set to; equal ones in a row are told once."""
    heads = in_a_row(f"{one.title}\n{one.summary}\n{_set(one)}" for one in defences)
    return "\n".join(heads)


def _set(defence: Defence) -> str:
    return as_title(settings_words(defence))
