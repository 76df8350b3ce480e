"""A window in a process of its own that is killed while it works; see test_kills.py.

``python -m tests.benchmarks.kill_window ACT HOME`` tells in a line what it has made, and when.
"""

import json
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any


def tell(what: str, **more: object) -> None:
    """Now, as somebody may kill this process at any moment."""
    sys.stdout.write(json.dumps({"what": what, "at": time.time(), **more}) + "\n")
    sys.stdout.flush()


def digest(run: Any) -> str:  # noqa: ANN401 - a kept run
    """The bytes of what a run came to."""
    return sha256(b"".join(one.adversarial.tobytes() for one in run.run.outcomes)).hexdigest()


def work(window: Any, act: str, home: Path) -> None:  # noqa: ANN401 - the main window
    """Do one thing again and again, until the process is killed."""
    from advgui.core.digits.gallery import read_gallery
    from tests.benchmarks.kill_acts import ACTS

    controller = window.controller
    controller.draw_strokes(read_gallery()[7].strokes)
    known: set[int] = set()

    def heard(old: object, new: Any) -> None:  # noqa: ANN401 - a state
        for kept in new.runs:
            if kept.run.ticket not in known:
                known.add(kept.run.ticket)
                tell("run", run=kept.number, ticket=kept.run.ticket, bytes=digest(kept))

    controller.changed.connect(heard)
    tell("ready")
    ACTS[act](window, home)


def look(home: Path) -> None:
    """What is there for the next start."""
    from advgui.core.training.training_file import load_training
    from advgui.lab.sessions.kept_folder import KeptFolder

    found: dict[str, Any] = {"runs": {}, "networks": [], "strokes": 0, "steps": {}, "points": 0}
    found |= {"fit": [0, 0], "artefacts": [], "poisoning": [0.0, 0], "poisoned": [0, 0]}
    for folder in (home / "state/advgui/drawings").glob("*.session"):
        place = KeptFolder(folder)
        if place.work("training").exists():
            found["points"] = len(load_training(place.work("training")).curves["loss"])
        found |= _works(place)
        session = place.read()
        if session is None:
            continue
        for kept in session.runs:
            found["runs"][str(kept.run.ticket)] = digest(kept)
            found["steps"][str(kept.run.ticket)] = len(kept.run.recording)
        found["artefacts"] += [one.artefact.seed for one in session.artefacts]
        for one in session.poisonings:
            networks = len(one.outcome.networks)
            found["poisoned"] = [one.outcome.trial.plan.seed, networks]
        found["networks"] += [one.network.name for one in session.networks]
        found["strokes"] = max(found["strokes"], len(session.history.present.strokes))
    sys.stdout.write(json.dumps(found) + "\n")


def _works(place: Any) -> dict[str, Any]:  # noqa: ANN401 - a kept folder
    """What was fitted or poisoned, and goes on from there."""
    from advgui.core.resuming.checkpoints import Checkpoints
    from advgui.lab.fitted.fitting import load_fit
    from advgui.lab.poisoning.job import load_poisoning

    found: dict[str, Any] = {}
    if place.work("fit").exists():
        fit = load_fit(place.work("fit"))
        steps = fit.job.lasting_steps(Checkpoints(fit.checkpoint), fit.state)
        learned: Any = fit.state.fit
        if any(one.done > fit.state.done for one in steps):
            found["fit"] = [learned.number, len(learned.looks)]
    if place.work("poisoning").exists():
        kept = load_poisoning(place.work("poisoning"))
        states = kept.job.lasting_steps(Checkpoints(kept.checkpoint), kept.state)
        if any(one.stage == kept.state.stage and one.done > kept.state.done for one in states):
            found["poisoning"] = [kept.state.done, len(kept.state.looks)]
    return found


def _main(act: str, home: Path) -> int:
    if act == "look":
        look(home)
        return 0
    from PySide6.QtCore import QObject, QTimer

    from advgui.ui.app import run_window

    def begin(window: Any) -> None:  # noqa: ANN401 - the main window
        def look_again() -> None:
            """Once it is filled, and keeps what is made."""
            if window.findChild(QObject, "autosave") is None:
                QTimer.singleShot(100, window, look_again)
            else:
                work(window, act, home)

        look_again()

    return run_window(begin=begin)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1], Path(sys.argv[2])))
