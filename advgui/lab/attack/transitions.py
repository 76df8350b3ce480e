"""Every event turns one state into the next: pure functions, one for each event."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from advgui.core.attacks import ATTACKS, current_name
from advgui.core.attacks.problem import CONFIDENCE, Flags
from advgui.core.attacks.world.region_file import region_of_text, region_text
from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.defences.binarise import BinaryThreshold
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.limits import CHAIN
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table
from advgui.lab.attack.phrases import NOTHING_DRAWN, READY, SHEET_IS_FULL, next_words
from advgui.lab.attack.requests import begun_if_live
from advgui.lab.attack.state import LabState, Message, RadiusNorm
from advgui.lab.drawing.model import Drawing, History, fits_a_file
from advgui.lab.preferences import LARGEST_SEED, Preferences
from advgui.lab.runs.runs import sealed


def opened(network: Network, chosen: Preferences, history: History | None = None) -> LabState:
    """The state at the start: what was chosen before the restart, and an empty canvas.

    The network named in the preferences is the caller's to load, as ``network``.
    """
    history = history or History()
    state = LabState(
        network=network,
        history=history,
        image=history.present.image(),
        ink=history.present.ink,
        attacks=chosen.attacks,
        attack_name=chosen.attack,
        seed=chosen.seed,
        threshold=chosen.threshold,
        confidence=chosen.confidence,
        live=chosen.live,
        bracket_norm="l2" if chosen.bracket_norm == "l2" else "linf",
        map_budget=chosen.map_budget,
        region=region_of_text(chosen.region),
    )
    return _behind(state, bare_of(network), chosen.defences or state.defences)


def remembered(state: LabState, chosen: Preferences) -> Preferences:
    """The preferences brought up to date with the state; theme and pen stay as they are."""
    return replace(
        chosen,
        network=state.network.name,
        attack=state.attack_name,
        attacks=state.attacks,
        seed=state.seed,
        threshold=state.threshold,
        confidence=state.confidence,
        live=state.live,
        defences=state.defences,
        bracket_norm=state.bracket_norm,
        map_budget=state.map_budget,
        region=region_text(state.region),
    )


# The drawing


def previewed(state: LabState, drawing: Drawing) -> LabState:
    """A stroke is being drawn or erased: the network sees it, the history does not."""
    image = drawing.image()
    if np.array_equal(image, state.image):
        on_image = state.ink is not None and drawing.base is not None
        return replace(state, ink=None) if on_image else state
    return begun_if_live(read_anew(replace(state, image=image, ink=drawing.ink)))


def drawn(state: LabState, drawing: Drawing) -> LabState:
    """The drawing was changed for good: a stroke, an erasure, a clearing, an opened image.

    More ink than can be saved and opened again is refused with a sentence.
    """
    if not fits_a_file(drawing):
        return refused(previewed(state, state.drawing), SHEET_IS_FULL)
    return _with_history(state, state.history.record(drawing))


def undone(state: LabState) -> LabState:
    """One change of the drawing back."""
    return _with_history(state, state.history.undo())


def redone(state: LabState) -> LabState:
    """One change of the drawing forward again."""
    return _with_history(state, state.history.redo())


def history_restored(state: LabState, history: History) -> LabState:
    """The drawing of another time, with all that undo brought back then."""
    return _with_history(state, history)


def pen_set(state: LabState, pen: float) -> LabState:
    """The pen's width for the whole drawing; dragging it far is one change, to undo at once."""
    history, drawing = state.history, replace(state.drawing, pen=pen)
    only_pen = bool(history.past) and _same_ink(history.past[-1], drawing)
    amended = drawing.empty or (only_pen and not history.can_redo)
    return _with_history(state, history.amend(drawing) if amended else history.record(drawing))


def _same_ink(one: Drawing, other: Drawing) -> bool:
    return one.strokes is other.strokes and one.base is other.base


def _with_history(state: LabState, history: History) -> LabState:
    return previewed(replace(state, history=history), history.present)


# The settings


def network_chosen(state: LabState, network: Network) -> LabState:
    """Another network reads the drawing; a run goes on with the one it was asked for.

    It stands behind the defences that are there, unless it brings its own.
    """
    return _behind(state, bare_of(network), defences_of(network) or state.defences)


def defence_chosen(state: LabState, name: str | None) -> LabState:
    """The network is put behind another defence as it is by default, or behind none."""
    return _with_added(state, (), name) if name is not None else defences_set(state, ())


def defence_added(state: LabState, name: str) -> LabState:
    """One more defence, as it is by default, behind those that are there."""
    return _with_added(state, state.defences, name)


def _with_added(state: LabState, before: Sequence[Defence], name: str) -> LabState:
    if name not in DEFENCES:
        return refused(state, tr("There is no defence {name!r}.").format(name=name))
    return defences_set(state, (*before, _with_threshold(make_defence(name), state.threshold)))


def defences_set(state: LabState, defences: Sequence[Defence]) -> LabState:
    """The network is put behind these, the first of which is given the image."""
    if len(defences) > CHAIN:
        return refused(
            state, tr("A network stands behind {chain} defences at most.").format(chain=CHAIN)
        )
    return _behind(state, bare_of(state.network), defences)


def aware_set(state: LabState, aware: bool) -> LabState:
    """Whether attacks go through the defence, or are made on the network alone."""
    state = replace(state, aware=aware)
    if state.defences and not state.running:
        state = told(state, next_words(state.defences, aware=aware))
    return begun_if_live(state)


def _behind(state: LabState, network: Network, defences: Sequence[Defence]) -> LabState:
    """The network behind these; the one that stands there stays where it is the same."""
    if (network, tuple(defences)) != (bare_of(state.network), state.defences):
        threshold = threshold_behind(defences, state.threshold)
        state = replace(state, network=defended(network, defences), threshold=threshold)
    return begun_if_live(read_anew(state))


def _with_threshold(defence: Defence, threshold: float) -> Defence:
    """There is one threshold in the window: that of the tile is the defence's."""
    return (
        replace(defence, threshold=threshold) if isinstance(defence, BinaryThreshold) else defence
    )


def threshold_behind(defences: Sequence[Defence], otherwise: float) -> float:
    """That of the tile is the first that there is among the defences."""
    found = (one.threshold for one in defences if isinstance(one, BinaryThreshold))
    return next(found, otherwise)


def attack_chosen(state: LabState, name: str) -> LabState:
    """Another attack, with the parameters that it had when it was last chosen."""
    if current_name(name) not in ATTACKS:
        return refused(state, tr("There is no attack {name!r}.").format(name=name))
    return begun_if_live(replace(state, attack_name=current_name(name)))


def parameter_set(state: LabState, name: str, value: object) -> LabState:
    """A parameter of the chosen attack; a value out of range is refused with a sentence."""
    rows = {row.name: row for row in parameter_table(state.attack)}
    if name not in rows:
        return refused(
            state,
            tr("“{title}” has no parameter {name}.").format(title=state.attack.title, name=name),
        )
    try:
        attack = replace(state.attack, **{name: rows[name].check(value)})
    except ParameterError as error:
        return refused(state, str(error))
    return begun_if_live(replace(state, attacks={**state.attacks, state.attack_name: attack}))


def region_painted(state: LabState, region: Flags | None) -> LabState:
    """Where the drawing may change, (28, 28), for an attack that keeps to it; None for nowhere."""
    kept = region if region is not None and region.any() else None
    return begun_if_live(replace(state, region=kept))


def parameters_reset(state: LabState) -> LabState:
    """All parameters of the chosen attack at their defaults, and the confidence."""
    attacks = {**state.attacks, state.attack_name: type(state.attack)()}
    confidence = float(CONFIDENCE.default)
    return begun_if_live(replace(state, attacks=attacks, confidence=confidence))


def confidence_set(state: LabState, confidence: object) -> LabState:
    """How far the goal must lead, for every attack; what is out of range is refused."""
    try:
        checked = float(CONFIDENCE.check(confidence))
    except ParameterError as error:
        return refused(state, str(error))
    return begun_if_live(replace(state, confidence=checked))


def seed_set(state: LabState, seed: int) -> LabState:
    """Another seed for the runs to come."""
    return begun_if_live(replace(state, seed=seed % (LARGEST_SEED + 1)))


def new_seed(state: LabState) -> LabState:
    """The next seed."""
    return seed_set(state, state.seed + 1)


def threshold_set(state: LabState, threshold: float) -> LabState:
    """Another threshold, in [0, 1], for the fourth tile and the defence that is one."""
    chosen = min(max(threshold, 0.0), 1.0)
    state = replace(state, threshold=chosen)
    defences = tuple(_with_threshold(defence, chosen) for defence in state.defences)
    return state if defences == state.defences else _behind(state, bare_of(state.network), defences)


def bracket_norm_set(state: LabState, norm: RadiusNorm) -> LabState:
    """In which norm it is told what is proven of the drawing."""
    return replace(state, bracket_norm=norm)


def map_budget_set(state: LabState, budget: float) -> LabState:
    """Within which budget pixels are shown that could flip; in [0, 1]."""
    return replace(state, map_budget=min(max(budget, 0.0), 1.0))


def live_set(state: LabState, live: bool) -> LabState:
    """Whether the attack follows the pen."""
    runs = state.runs if live else sealed(state.runs)
    return begun_if_live(replace(state, live=live, runs=runs))


# Where the user looks


def lane_selected(state: LabState, goal: int) -> LabState:
    """Another goal of the run is looked at; a digit that is no goal of it changes nothing."""
    run = state.run
    if run is None or goal not in run.goals:
        return state
    return replace(state, run=replace(run, selected=run.goals.index(goal)))


def moved(state: LabState) -> LabState:
    """What is shown of the run will change again at once: its verdict is not marked."""
    return state if state.run is None else replace(state, run=replace(state.run, moving=True))


def rested(state: LabState) -> LabState:
    """It has stayed for a while."""
    if state.run is None or not state.run.moving:
        return state
    return replace(state, run=replace(state.run, moving=False))


def step_shown(state: LabState, step: int | None) -> LabState:
    """A step of an ended run is looked at, the nearest there is; None is the best one."""
    run = state.run
    if run is None or not run.walkable:
        return state
    shown = None if step is None else run.recording.nearest(step)
    return replace(state, run=replace(run, shown=shown, moving=False))


# The line at the foot of the window


def refused(state: LabState, words: str) -> LabState:
    """Something could not be done: nothing changes but the message."""
    return replace(state, message=Message("error", words))


def told(state: LabState, words: str) -> LabState:
    """Something was done that is not to be seen otherwise."""
    return replace(state, message=Message("info", words))


def read_anew(state: LabState) -> LabState:
    """The network's reading of the image, and a message that fits."""
    drawn = bool(state.image.any())
    reading = state.network.read(state.image) if drawn else None
    alone = bare_of(state.network).read(state.image) if drawn and state.defences else None
    state = replace(state, reading=reading, alone=alone)
    if state.running:
        return state
    if reading is None:
        return told(state, NOTHING_DRAWN)
    return told(state, state.outdated_words or READY)
