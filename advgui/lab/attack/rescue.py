"""What a run has come to whose process is gone: its best step, out of those that have arrived."""

import numpy as np

from advgui.core.attacks import Outcome
from advgui.core.attacks.problem import TIE
from advgui.core.images import Array, l2, linf, to_floats
from advgui.core.nn.losses import margin
from advgui.lab.attack.shown_run import ShownRun


def rescued(run: ShownRun, seconds: float) -> tuple[Outcome, ...]:
    """An outcome for each lane, read anew on its valid image; none where no step has arrived.

    ``seconds`` is how long the run was made. Of its passes those are counted that have shown.
    """
    if not len(run.recording):
        return ()
    return tuple(_rescued(run, lane, seconds) for lane in range(len(run.request.problem.goals)))


def _rescued(run: ShownRun, lane: int, seconds: float) -> Outcome:
    asked, problem = run.request, run.request.problem
    best = _best_step(run, lane)
    adversarial = run.recording[best][lane]
    after = run.network.read(adversarial)
    change = to_floats(adversarial) - to_floats(run.original)
    passes = len(run.recording) * len(problem.goals)
    already = run.before.label == int(problem.goals[lane]) and problem.form == "targeted"
    reached = bool(problem.reached(np.full(len(problem.goals), after.label))[lane])
    return Outcome(
        original=problem.originals[lane],
        adversarial=adversarial,
        goal=int(problem.goals[lane]) if problem.form == "targeted" else None,
        fooled=reached and not already,
        already=already,
        could_not_move=False,  # nobody has looked for a slope
        before=run.before,
        after=after,
        l2=float(l2(change)),
        linf=float(linf(change)),
        steps=run.step,
        best_step=best,
        queries=passes,
        gradients=passes,
        seconds=seconds,
        seed=asked.seed,
        network=run.network.name,
        attack=asked.attack.name,
        parameters=asked.attack.settings,
    )


def _best_step(run: ShownRun, lane: int) -> int:
    """The smallest step that has what the attack wants, else the nearest to it."""
    leads = _leads(run, lane)
    squares = np.concatenate([piece.squares(lane) for piece in run.recording.pieces])
    prices = np.where(leads > TIE, squares, np.inf)
    return int(leads.argmax() if np.isinf(prices).all() else prices.argmin())


def _leads(run: ShownRun, lane: int) -> Array:
    """By how many logits each step (k,) has what the attack wants."""
    logits = np.concatenate([piece.logits[:, lane] for piece in run.recording.pieces])
    goals = np.full(len(logits), run.request.problem.goals[lane])
    behind, _ = margin(logits, goals)
    return behind if run.form == "untargeted" else -behind
