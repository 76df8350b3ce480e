"""Whether a window can open here, told before Qt would abort the whole program."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from advgui.commands import command_names
from advgui.core.errors import BadInput

_NEED_A_DISPLAY: Final = {"xcb", "wayland"}
_LIBRARY: Final = re.compile(r"^(\S+\.so\S*): ")


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
    if system in ("win32", "darwin") or not _NEED_A_DISPLAY.issuperset(platforms(environment)):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        raise ScreenError(f"There is no display to open the window on; {_without_screen()}")


def lacking(error: Exception) -> ScreenError:
    """What is said where Qt, or a library that it needs, cannot be loaded."""
    found = _LIBRARY.match(str(error))
    lack = f"it lacks {found[1]}" if found else str(error)
    return ScreenError(
        f"The window cannot open, as Qt cannot be loaded: {lack}; packaging/start.py of advgui's "
        "source installs what is missing."
    )


def require_platform(plugins: Path, names: Sequence[str]) -> None:
    """Load the first platform plugin that can be loaded, as Qt will.

    Raises ScreenError where libraries are missing for each of them, or where X11 is the only
    one and its display does not answer. Qt aborts the program in both cases, and asks for
    libxcb-cursor0 whatever is wrong.
    """
    files = [plugins / f"libq{name}.so" for name in names]
    errors = [_error_loading(file) for file in files if file.exists()]
    if errors and all(errors):
        raise lacking(errors[0] or OSError())
    if list(names) == ["xcb"]:
        _require_x11()


def _error_loading(library: Path) -> OSError | None:
    import ctypes

    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return error
    return None


def _require_x11() -> None:
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        raise ScreenError(f"The display that DISPLAY names does not answer; {_without_screen()}")


def _without_screen() -> str:
    return f"these commands need none: {', '.join(command_names())}."
