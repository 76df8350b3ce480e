"""Runs on a network that ships, which have ended."""

from advgui import load_gallery
from advgui.core.defences import Defence
from advgui.core.zoo import load_shipped
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import Aim, LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    defences_set,
    opened,
    parameter_set,
    seed_set,
)
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.preferences import Preferences
from advgui.lab.runs.shown_run import ShownRun
from tests.lab.states import ended, other_digit, shown

SEVEN = 7


def beginning(attack: str = "ddn", *defences: Defence) -> LabState:
    """A seven of the gallery before the report's network, behind defences."""
    seven = Drawing(base=load_gallery().images[SEVEN])
    state = opened(load_shipped("report"), Preferences(), History(present=seven))
    return seed_set(attack_chosen(defences_set(state, defences), attack), 5)


def run_of(
    state: LabState, aim: Aim | None = None, *, stop_at: int | None = None, **values: object
) -> ShownRun:
    """The run with these parameters, toward another digit if nothing is said.

    It is stopped at the step ``stop_at``, if at one.
    """
    for name, value in values.items():
        state = parameter_set(state, name, value)
    begun = aimed(state, other_digit(state) if aim is None else aim)
    return shown(ended(begun, stop_at=stop_at))
