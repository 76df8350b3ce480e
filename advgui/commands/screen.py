"""Whether a window can open here, told before Qt would abort the whole program."""

import ctypes
import re
from collections.abc import Mapping

from advgui.commands import COMMANDS
from advgui.core.errors import BadInput

NEED_A_DISPLAY = {"xcb", "wayland"}
_LIBRARY = re.compile(r"^(\S+\.so\S*): ")


class ScreenError(BadInput):
    """The window cannot open on this machine as it is."""


def platforms(environment: Mapping[str, str]) -> list[str]:
    """The platform plugins that Qt will try on a Unix other than macOS, the first one first."""
    chosen = environment.get("QT_QPA_PLATFORM")
    if chosen:
        return [name.partition(":")[0].partition("-")[0] for name in chosen.split(";")]
    return ["wayland", "xcb"] if environment.get("WAYLAND_DISPLAY") else ["xcb"]


def require_display(environment: Mapping[str, str], system: str) -> None:
    """Raise ScreenError where a window would need a display and there is none."""
    if system in ("win32", "darwin") or not NEED_A_DISPLAY.issuperset(platforms(environment)):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        listed = ", ".join(COMMANDS)
        raise ScreenError(
            f"There is no display to open the window on; these commands need none: {listed}."
        )


def lacking(error: Exception) -> ScreenError:
    """What is said where Qt, or a library that it needs, cannot be loaded."""
    found = _LIBRARY.match(str(error))
    lack = f"it lacks {found[1]}" if found else str(error)
    return ScreenError(
        f"The window cannot open, as Qt cannot be loaded: {lack}; packaging/start.py of advgui's "
        "source installs what is missing."
    )


def require_plugin(path: str) -> None:
    """Load a platform plugin as Qt will; ScreenError where a library that it needs is missing.

    Qt aborts the program in that case, with a text that names no library.
    """
    try:
        ctypes.CDLL(path)
    except OSError as error:
        raise lacking(error) from error
