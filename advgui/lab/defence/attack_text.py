"""What an attack has come to on the network alone and behind its defences, in a sentence."""

from collections.abc import Callable
from typing import Final

from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.language import as_title, tr
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import NOTHING_TO_ATTACK, aim_words, behind, own_size, reads
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import judged
from advgui.lab.runs.shown_run import ShownRun

NOT_ATTACKED: Final = tr("This drawing was not attacked yet.")
NO_DEFENCE: Final = tr("There is no defence that the attacker could know of.")
#: What the switch is called, wherever it stands.
AWARE: Final = tr("Attack through it")
KNOWS: Final = tr(
    "The attacker knows the defence, and attacks through it; else the attack is made on the "
    "network alone, and what it comes to behind the defence is told"
)
_VERDICTS: Final = {
    "fooled": tr("fooled"),
    "wrong class": tr("led astray"),
    "not fooled": tr("not fooled"),
    "already": tr("as before"),
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
        return tr("Attacking {aim}, {where}…").format(aim=aim_words(run.goal), where=_where(run))
    if run.outcome is None:
        return state.message.words
    words = (ended or ended_words)(run)
    return f"{words} {state.outdated_words}" if state.outdated else words


def _where(run: ShownRun) -> str:
    """What the attack was made on."""
    defences = defences_of(run.request.network)
    if not defences:
        return tr("with no defence")
    if not run.request.aware:
        return tr("on the network alone")
    return tr("through {defences}").format(defences=behind(defences))


def ended_words(run: ShownRun) -> str:
    """What a run has come to on both networks, each asked anew."""
    outcome, network = run.outcome, run.request.network
    if outcome is None or outcome.could_not_move:
        words = tr("{where}: the attack could not move, which is no robustness.")
        return words.format(where=as_title(_where(run)))
    size = own_size(outcome.norm if outcome.norm != "none" else "l2", outcome.distance)
    start = f"{as_title(_where(run))}, {size}"
    if not defences_of(network):
        return f"{start}: {_verdict(run, outcome.before, outcome.after)}."
    image, alone = outcome.adversarial, bare_of(network)
    known = outcome.after if run.request.aware else outcome.through or network.read(image)
    before = network.read(run.original), alone.read(run.original)
    inside, outside = _verdict(run, before[0], known), _verdict(run, before[1], alone.read(image))
    words = tr("{start}: behind the defence {inside}; alone {outside}.")
    return words.format(start=start, inside=inside, outside=outside)


def _verdict(run: ShownRun, before: Reading, after: Reading) -> str:
    """Whether one of the two networks is fooled, and what it reads."""
    return f"{_VERDICTS[judged(run.goal, before, after)]}, {reads(after)}"
