"""What an attack has come to on the network alone and behind its defences, in a sentence."""

from collections.abc import Callable
from typing import Final

from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import NOTHING_TO_ATTACK, aim_words, behind, own_size, reads
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import judged
from advgui.lab.runs.shown_run import ShownRun

NOT_ATTACKED: Final = "This drawing was not attacked yet."
NO_DEFENCE: Final = "There is no defence that the attacker could know of."
KNOWS: Final = (
    "The attack goes through the defence; else it is made on the network alone, and what it comes "
    "to behind the defence is told"
)
_VERDICTS: Final = {
    "fooled": "fooled",
    "wrong class": "led astray",
    "not fooled": "not fooled",
    "already": "as before",
}


def attack_words(state: LabState, ended: Callable[[ShownRun], str] | None = None) -> str:
    """What came of the attack that is shown, or why there is none.

    ``ended`` is ``ended_words``, or what keeps them.
    """
    run = state.run
    if state.reading is None:
        return NOTHING_TO_ATTACK
    if run is None:
        return NOT_ATTACKED
    if run.running:
        return f"Attacking {aim_words(run.goal)}, {_where(run)}\u2026"
    if run.outcome is None:
        return state.message.words
    words = (ended or ended_words)(run)
    return f"{words} {state.outdated_words}" if state.outdated else words


def _where(run: ShownRun) -> str:
    """What the attack was made on."""
    defences = defences_of(run.request.network)
    if not defences:
        return "with no defence"
    return f"through {behind(defences)}" if run.request.aware else "on the network alone"


def ended_words(run: ShownRun) -> str:
    """What a run has come to on both networks, each asked anew."""
    outcome, network = run.outcome, run.request.network
    if outcome is None or outcome.could_not_move:
        return f"{_capital(_where(run))}: the attack could not move, which is no robustness."
    size = own_size(outcome.norm if outcome.norm != "none" else "l2", outcome.distance)
    start = f"{_capital(_where(run))}, {size}"
    if not defences_of(network):
        return f"{start}: {_verdict(run, outcome.before, outcome.after)}."
    image, alone = outcome.adversarial, bare_of(network)
    known = outcome.after if run.request.aware else outcome.through or network.read(image)
    before = network.read(run.original), alone.read(run.original)
    inside, outside = _verdict(run, before[0], known), _verdict(run, before[1], alone.read(image))
    return f"{start}: behind the defence {inside}; alone {outside}."


def _verdict(run: ShownRun, before: Reading, after: Reading) -> str:
    """Whether one of the two networks is fooled, and what it reads."""
    return f"{_VERDICTS[judged(run.goal, before, after)]}, {reads(after)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
