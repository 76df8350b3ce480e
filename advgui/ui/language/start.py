"""In which language the window starts: as was chosen, else as the system has it.

It is decided before anything else is imported, as constants say sentences, too.
"""

import os
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale

from advgui.core.language import LANGUAGE_VARIABLE, LANGUAGES
from advgui.lab.preferences_file import read_values
from advgui.ui.session.settings import settings_file

#: Under what the settings have it; anything that is no language means to follow the system.
_STORED: Final = "lab/language"
#: Beside the language that was found here, so that a window which starts again looks anew.
FOUND_VARIABLE: Final = f"{LANGUAGE_VARIABLE}_FOUND"


def settle_language() -> None:
    """Fix it for this process and those that it starts, where whoever started it has not."""
    if not named_outside():
        chosen = read_values(settings_file()).get(_STORED, "")
        found = next_language(chosen)
        os.environ.update({LANGUAGE_VARIABLE: found, FOUND_VARIABLE: found})


def named_outside() -> str:
    """What whoever started the program says in ``ADVGUI_LANGUAGE``; empty where nobody does."""
    said = os.environ.get(LANGUAGE_VARIABLE, "")
    return "" if said == os.environ.get(FOUND_VARIABLE) else said


def next_language(chosen: str) -> str:
    """What a window speaks that starts now, where this is chosen, and nobody says otherwise."""
    return spoken(chosen, QLocale.system().uiLanguages())


def spoken(chosen: str, system: Sequence[str]) -> str:
    """The language that was chosen, else the first of the system's that there is, else English.

    The system's are such as ``de-AT``.
    """
    wanted = [chosen, *(one.replace("_", "-").partition("-")[0] for one in system)]
    return next((one for one in wanted if one in LANGUAGES), "en")
