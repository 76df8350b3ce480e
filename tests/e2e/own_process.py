"""A window in a process of its own, for what ends processes.

``python -m tests.e2e.own_process ACT`` opens it as ``main`` does, lets a user do one of ACTS,
tells in a line what is to be seen a second later, and leaves the window open.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
#: At which a German window is looked at: the least room, and the largest text.
GERMAN_SIZES: Final = ((952, 498, 100), (1024, 640, 100), (1920, 1080, 200))
SETTLED: Final = 1000  # milliseconds until all that is kept has been written


class Beside:
    """The process, and what it told."""

    def __init__(self, act: str, *arguments: object, **changed: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.own_process", act, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(ROOT), **changed},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def told(self) -> dict[str, Any]:
        """The next line; fails with what was complained of where there is none."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.communicate()[1]
        seen: dict[str, Any] = json.loads(line)
        return seen

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def ended(self) -> int:
        """Its exit code, for which it has long enough."""
        return self.process.wait(60)

    def complaints(self) -> str:
        """What it wrote to stderr, once it has ended."""
        assert self.process.stderr is not None
        said = self.process.stderr.read()
        return said.replace("This plugin does not support propagateSizeHints()\n", "")


@contextmanager
def beside(act: str, *arguments: object, **changed: str) -> Iterator[Beside]:
    """The process, which is gone at the end whatever it was told."""
    one = Beside(act, *arguments, **changed)
    try:
        yield one
    finally:
        one.process.kill()
        one.process.communicate()


def seen(act: str, *arguments: object) -> dict[str, Any]:
    """What a user sees who does one thing and closes the window."""
    with beside(f"{act}-close", *arguments) as one:
        told = one.told()
        assert one.ended() == 0
        return told


def _acts() -> dict[str, Callable[..., dict[str, object] | None]]:
    """What a user may do; what they have seen beside what is always told."""
    from tests.e2e.fitting import attack as attack_once
    from tests.e2e.fitting import misfits, pages
    from tests.e2e.user import ONE, SEVEN, User
    from tests.e2e.vocabulary import clashes, foreign_figures, untranslated

    def read(user: User) -> dict[str, object]:
        attack_once(user)
        words, figures, wrong = dict[str, None](), dict[str, None](), []
        for shown in pages(user):
            words |= dict.fromkeys(untranslated(user.window))
            figures |= dict.fromkeys(foreign_figures(user.window))
            wrong += [f"{shown} {one}" for one in misfits(user, GERMAN_SIZES)]
        said = {"untranslated": list(words), "clashes": clashes(user.window)}
        return {**said, "figures": list(figures), "misfits": wrong}

    def train(user: User) -> None:
        user.choose_action("page-train")
        user.select("architecture", "softmax")
        user.type_number("epochs", 10_000)
        user.click("train-start")
        user.wait_until(lambda: any(page.work for page in user.window.pages.pages))

    def attack(user: User) -> None:
        user.draw(SEVEN)
        user.make_it_long()
        user.click("attack-every")
        user.wait_until_running()

    return {
        "look": lambda user: None,
        "draw": lambda user: user.draw(SEVEN),
        "one": lambda user: user.draw(ONE),
        "undo": lambda user: user.press("Ctrl+Z"),
        "clear": lambda user: (user.draw(SEVEN), user.choose_action("clear"))[0],
        "open": lambda user, path: user.open(Path(path)),
        "seed": lambda user: user.type_number("seed-number", 4711),
        "train": train,
        "read": read,
        "attack": attack,
    }


def _use(act: str, arguments: list[str]) -> None:
    """What the user does, and what is told of it; called by the event loop."""
    from tests.e2e.conftest import open_window
    from tests.e2e.user import User

    class Patience:
        """As much of pytest-qt's as a user needs."""

        def waitUntil(self, holds: Callable[[], bool], timeout: int) -> None:
            while not holds():
                _wait(10)

    window = open_window()
    user = User(window, Patience())  # type: ignore[arg-type]
    name, _, then = act.partition("-")
    more = _acts()[name](user, *arguments) or {}
    _wait(SETTLED)
    state = user.state
    told = {"image": state.image.tobytes().hex(), "drawn": state.reading is not None}
    told |= {"message": user.message(), "seed": state.seed, **more}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    if then == "close":
        window.close()


def _wait(milliseconds: int) -> None:
    """Turn the event loop; unlike QTest's own, this one lets other threads have their turn."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _main(act: str, *arguments: str) -> int:
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from advgui.__main__ import main

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    real = QApplication.exec

    def exec_(*_: object) -> int:
        QTimer.singleShot(0, lambda: _use(act, list(arguments)))
        return real()

    QApplication.exec = exec_  # type: ignore[method-assign]
    return main([])


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
