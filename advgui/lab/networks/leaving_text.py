"""What is said before a window is closed in which something were lost."""

from collections.abc import Sequence
from typing import Final

from advgui.core.lists import all_of

#: So many networks are named; of more, how many there are.
_NAMED: Final = 3


def leaving_words(unsaved: Sequence[str], training: str = "", runs: int = 0) -> str:
    """What is not saved, by title, and what is still being trained; empty where nothing is.

    ``runs`` is how many runs are in no session's file.
    """
    told = []
    if runs == 1:
        told.append("1 run has not been saved.")
    elif runs:
        told.append(f"{runs:,} runs have not been saved.")
    if unsaved:
        told.append(f"{_listed(unsaved)} {'has' if len(unsaved) == 1 else 'have'} not been saved.")
    if training:
        which = f"Another “{training}”" if training in unsaved else f"“{training}”"
        told.append(f"{which} is still being trained; closing the window ends that.")
    return " ".join(told)


def _listed(titles: Sequence[str]) -> str:
    named = [f"“{title}”" for title in titles[:_NAMED]]
    more = len(titles) - len(named)
    if more:
        named.append(f"{more} more")
    return all_of(named)
