"""What is measured, how far it is, and what it came to, in words."""

from typing import Final

from advgui.core.attacks.objective import NORMS
from advgui.core.defences.defended import defences_of
from advgui.core.evaluation.curves import RobustnessCurves, Shares
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.attack.phrases import counted, percent
from advgui.lab.defence.measurement import Measurement, share_done

NOT_YET: Final = tr("How many digits stay robust within a budget: press Measure.")
MEASURE_TIP: Final = tr(
    "Attacks 100 of MNIST's test digits at every budget, without the defence and through "
    "it, and proves what can be proven"
)
BUSY: Final = tr("A network is being measured")
NOT_BUSY: Final = tr("Nothing is being measured")
STOP_TIP: Final = tr("Stop now and keep what is measured")
CANCEL_TIP: Final = tr("Drop it; nothing of it is kept")
WHERE: Final = tr("On 100 of MNIST's test digits, or on the gallery's where MNIST is not found.")
NO_MNIST: Final = tr("MNIST was not found: measured on the digits of the gallery.")
_SILENT: Final = tr("The measurement gives no sign of life.")


def measured_words(state: Measurement, network: Network) -> str:
    """A few sentences; that it is about another network than the present one is said."""
    job, curves = state.job, state.value
    if job is None:
        return WHERE
    if state.phase == "failed":
        return state.sentence
    if state.phase == "cancelled":
        return tr("Cancelled; nothing of it was kept.")
    if state.busy and state.silent:
        return _SILENT
    parts = [_start(state), _curves_words(curves, job.network)]
    if job.mnist is None:
        parts.append(NO_MNIST)
    if job.network is not network:
        parts.append(tr("Of “{network}”.").format(network=job.network.title))
    return " ".join(part for part in parts if part)


def _start(state: Measurement) -> str:
    curves = state.value
    if state.busy and (curves is None or not curves.images):
        return tr("Measuring…")
    if state.busy and curves is not None:
        words = tr("Measuring in {norm}, {digits} so far.")
        return words.format(norm=NORMS[curves.norm], digits=counted(curves.images, "digit"))
    if curves is None or curves.clean is None:
        return tr("Stopped before anything was measured.")
    words = tr("Measured in {norm} on {digits}, of which {share} are read.")
    if state.phase == "stopped":
        words = tr("Stopped after {digits}, of which {share} are read.")
    digits, share = counted(curves.images, "digit"), percent(curves.clean)
    return words.format(norm=NORMS[curves.norm], digits=digits, share=share)


def _curves_words(curves: RobustnessCurves | None, network: Network) -> str:
    """Which of the three there are not, and why; and who could not be moved."""
    if curves is None:
        return ""
    parts = []
    if not defences_of(network):
        parts.append(tr("There is no defence to be unaware of."))
    if _unknown(curves.proven) and curves.done:
        parts.append(tr("Nothing is proven for this network."))
    stuck = max((share for share in curves.aware_stuck if share), default=0.0)
    if stuck:
        parts.append(
            tr("Up to {share} could not be moved, which is no robustness.").format(
                share=percent(stuck)
            )
        )
    return " ".join(parts)


def _unknown(shares: Shares) -> bool:
    return all(share is None for share in shares)


def progress_words(state: Measurement) -> str:
    """How far it is, for the bar."""
    if not state.busy:
        return ""
    return percent(share_done(state), 0) if state.value is not None else tr("starting…")


def budget_title(state: Measurement) -> str:
    """What the axis along is called: there is no room for more than the norm."""
    return NORMS["linf" if state.job is None else state.job.norm]
