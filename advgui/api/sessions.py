"""Sessions of the window, read in Python."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from advgui.core.attacks import EvasionAttack, Outcome
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.lab.sessions.session_file import load_session


@dataclass(frozen=True, slots=True, eq=False)
class SessionRun:
    """One run of a session: what was asked, and an outcome for each of its goals."""

    number: int
    attack: EvasionAttack
    network: Network
    seed: int
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """What a window held: the drawing as its valid image (28, 28), the network, the runs."""

    image: Bytes = field(repr=False)
    network: Network
    runs: tuple[SessionRun, ...]


def open_session(path: str | os.PathLike[str]) -> Session:
    """Read a session that the window saved.

    Raises BadInput, naming the file, where it is missing, damaged, something else, or of a newer
    advgui.
    """
    found = load_session(Path(path))
    runs = (kept.run for kept in found.runs)
    numbers = (kept.number for kept in found.runs)
    return Session(
        found.history.present.image(),
        found.network,
        tuple(
            SessionRun(
                number, run.request.attack, run.request.network, run.request.seed, run.outcomes
            )
            for number, run in zip(numbers, runs, strict=True)
        ),
    )
