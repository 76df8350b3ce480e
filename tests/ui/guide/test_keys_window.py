from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advgui.ui.guide.keys_window import Key, KeysWindow, show_keys

NEW = Key("File", "Ctrl+N", "Begin with an empty sheet")
STOP = Key("Attack", "Esc", "Stop at once")
ROUND = Key("File", "Ctrl+O", "Open an image")


def test_what_is_given_is_there_and_stands_together_by_place(
    keep: Callable[[QWidget], QWidget],
) -> None:
    rows = show_keys(keep(QWidget()), [NEW, STOP, ROUND]).rows()
    assert rows[:3] == [NEW, ROUND, STOP]
    assert rows[3] == Key("Attack", "0 to 9", "Attack toward that digit")


def test_there_is_one_window_with_what_holds_now(keep: Callable[[QWidget], QWidget]) -> None:
    parent = keep(QWidget())
    show_keys(parent, [NEW])
    later = show_keys(parent, [STOP])
    assert [one for one in parent.findChildren(KeysWindow) if one.isVisible()] == [later]
    assert later.rows()[0] == STOP
