"""Help is a key away, wherever one is; nothing of it is imported before."""

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advgui.ui.guide.guide_window import GuideWindow
from tests.e2e.user import User

EARLY = """
import sys
import advgui.ui.app, advgui.ui.window.workspace
sys.exit("advgui.ui.guide.guide_window" in sys.modules)
"""


def test_f1_opens_the_guide_at_the_page_that_one_is_on(user: User) -> None:
    user.press("F1")
    guide = user.find(GuideWindow, "guide")
    assert guide.isVisible()
    assert guide.page == "attack"
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    for page in ("train", "defend"):
        user.choose_action(f"page-{page}")
        user.press("F1")
        assert guide.page == page
    guide.close()
    user.choose_action("guide")
    assert guide.isVisible()


def test_the_window_closes_with_the_guide_open(user: User) -> None:
    user.choose_action("guide")
    assert user.find(GuideWindow, "guide").isVisible()
    assert user.window.close()


def test_it_is_not_imported_before_it_is_opened() -> None:
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
