"""Sessions to test on: short runs of a small network, and what of two must be the same."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

import numpy as np

from advgui.core.attacks import make_attack
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import Aim, LabState
from advgui.lab.attack.transitions import attack_chosen, network_chosen, opened
from advgui.lab.drawing.model import History, with_stroke
from advgui.lab.preferences import Preferences
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.sessions.session import Session, session_of
from advgui.lab.sessions.stored_networks import StoredNetwork
from advgui.lab.worker.recording import Recording
from tests.lab.requests import network
from tests.lab.states import ended

SEVEN = [np.array([[0.3, 0.2], [0.7, 0.2], [0.45, 0.8]]), np.array([[0.35, 0.5], [0.6, 0.5]])]


def drawn(reader: Network | None = None) -> LabState:
    """A window with a seven, drawn in two strokes that can be undone, and no run yet."""
    history = History()
    for stroke in SEVEN:
        history = history.record(with_stroke(history.present, stroke))
    return opened(reader or network(), Preferences(), history)


def after_run(state: LabState, name: str = "ddn", aim: Aim = "every", **values: object) -> LabState:
    """The state after one more run of that attack."""
    attack = make_attack(name, values)
    state = attack_chosen(state, name)
    return ended(aimed(replace(state, attacks={**state.attacks, name: attack}), aim))


def busy() -> LabState:
    """A window after some runs: on two networks, of one digit and of all."""
    state = after_run(drawn(), steps=8)
    state = after_run(network_chosen(state, load_shipped("softmax")), "penalty", steps=30)
    return after_run(state, "fgsm", "away")


def session(state: LabState, unsaved: Iterable[Network] = ()) -> Session:
    """What such a window holds."""
    added = [StoredNetwork(one, unsaved=True) for one in unsaved]
    return session_of(state, added, {"page": "attack"})


def plain(value: object) -> object:
    """Anything of a session as plain values that can be compared."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.tolist()
    if isinstance(value, Network):
        return value.name, [plain(dict(layer.weights)) for layer in value.layers]
    if isinstance(value, Recording):
        return _steps(value)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if not is_dataclass(value):
        return value
    names = [field.name for field in fields(value) if field.name != "size"]
    return {name: plain(getattr(value, name)) for name in names}


def _steps(recording: Recording) -> object:
    """Every step as it is shown, however it is written."""
    held = recording.held.tolist()
    lanes = range(len(recording[0])) if held else ()
    return [
        (
            step,
            recording[step].tolist(),
            recording.outside(step).tolist(),
            recording.labels(step).tolist(),
            [plain(recording.ink(step, lane)) for lane in lanes],
        )
        for step in held
    ]


def at_noon(kept: KeptRun) -> KeptRun:
    """Made at a time that is known."""
    return replace(kept, made=datetime(2026, 1, 2, 12, tzinfo=UTC))
