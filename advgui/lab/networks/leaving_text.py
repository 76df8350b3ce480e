"""What is said before a window is closed in which something were lost."""

from collections.abc import Sequence
from typing import Final

from advgui.core.language import tr
from advgui.core.lists import all_of

#: So many networks are named; of more, how many there are.
_NAMED: Final = 3


def leaving_words(unsaved: Sequence[str], training: str = "", runs: int = 0) -> str:
    """What is not saved, by title, and what is still being trained; empty where nothing is.

    ``runs`` is how many runs are in no session's file.
    """
    told = []
    if runs == 1:
        told.append(tr("1 run has not been saved."))
    elif runs:
        told.append(tr("{runs:,} runs have not been saved.").format(runs=runs))
    if unsaved:
        words = tr("{networks} have not been saved.")
        if len(unsaved) == 1:
            words = tr("{networks} has not been saved.")
        told.append(words.format(networks=_listed(unsaved)))
    if training:
        words = tr("“{network}” is still being trained; closing the window ends that.")
        if training in unsaved:
            words = tr("Another “{network}” is still being trained; closing the window ends that.")
        told.append(words.format(network=training))
    return " ".join(told)


def _listed(titles: Sequence[str]) -> str:
    named = [tr("“{title}”").format(title=title) for title in titles[:_NAMED]]
    more = len(titles) - len(named)
    if more:
        named.append(tr("{count} more").format(count=more))
    return all_of(named)
