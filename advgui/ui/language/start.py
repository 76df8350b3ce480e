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


def settle_language() -> None:
    """Fix it for this process and those that it starts, where whoever started it has not."""
    if not os.environ.get(LANGUAGE_VARIABLE):
        chosen = read_values(settings_file()).get(_STORED, "")
        os.environ[LANGUAGE_VARIABLE] = spoken(chosen, QLocale.system().uiLanguages())


def spoken(chosen: str, system: Sequence[str]) -> str:
    """The language that was chosen, else the first of the system's that there is, else English.

    The system's are such as ``de-AT``.
    """
    wanted = [chosen, *(one.replace("_", "-").partition("-")[0] for one in system)]
    return next((one for one in wanted if one in LANGUAGES), "en")
