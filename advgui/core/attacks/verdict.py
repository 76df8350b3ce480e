"""The verdict: what became of each image, read anew on the very bytes that are shown and saved."""

from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from advgui.core.attacks.best import Best, unwarned
from advgui.core.attacks.oracle import Judge, Oracle
from advgui.core.attacks.outcome import SURVIVED, Outcome, Stuck, asked_of
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.images import Bytes, l2, linf, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.survival import DRAWS, held_draws, survival

if TYPE_CHECKING:
    from advgui.core.attacks.base import EvasionAttack


@unwarned()
def verdict(
    attack: "EvasionAttack",
    network: Network,
    oracle: Oracle,
    judge: Judge,
    problem: Problem,
    best: Best,
    *,
    seed: int,
    started: float,
    stopped: bool = False,
) -> tuple[Outcome, ...]:
    """One outcome for each image, of the best that the attack has found.

    ``network`` may stand behind defences that the judge, which asks what the attack was made on,
    knows nothing of. ``started`` is when it began, by ``perf_counter``; one that was ``stopped``
    did not try all that it would have.
    """
    images = best.images
    readings = judge.readings(images)
    reached = problem.reached(np.array([reading.label for reading in readings]))
    why, stuck = _stuck(attack, oracle, problem, ~reached, best, stopped=stopped)
    differences = to_floats(images) - to_floats(problem.originals)
    sizes, peaks = l2(differences), linf(differences)
    fooled = reached & ~best.already
    sure = fooled & (best.leading(problem.confidence) | (problem.confidence == 0))
    queries, gradients = oracle.queries, oracle.gradients
    survived = _survived(attack, judge.network, problem, images, fooled)
    seconds = perf_counter() - started
    return tuple(
        Outcome(
            **asked_of(attack, network, problem, seed, index),
            adversarial=images[index],
            fooled=bool(fooled[index]),
            already=bool(best.already[index]),
            stuck=why if stuck[index] else None,
            before=best.before[index],
            after=readings[index],
            l2=float(sizes[index]),
            linf=float(peaks[index]),
            steps=0 if best.already[index] else best.steps,
            best_step=int(best.best_steps[index]),
            queries=int(queries[index]),
            gradients=int(gradients[index]),
            seconds=seconds,
            network=judge.network.name,
            confidence=problem.confidence,
            sure=bool(sure[index]),
            through=None if judge.network is network else network.read(images[index]),
            ink=None if best.inks is None else best.inks[index],
            survival=survived[index],
        )
        for index in range(len(problem.originals))
    )


def _survived(
    attack: "EvasionAttack", network: Network, problem: Problem, images: Bytes, fooled: Flags
) -> list[float | None]:
    """How often what fools still does in the world, by draws that no attack learns from."""
    ranges, rows = attack.survives, np.flatnonzero(fooled)
    found: list[float | None] = [None] * len(images)
    if ranges is None or not len(rows):
        return found
    goals = problem.goals[rows] if problem.form == "targeted" else None
    draws = held_draws(DRAWS, ranges).of(slice(SURVIVED))
    rates = survival(network, problem.originals[rows], images[rows], goals, draws).rates
    for row, rate in zip(rows, rates, strict=True):
        found[row] = float(rate)
    return found


def _stuck(
    attack: "EvasionAttack",
    oracle: Oracle,
    problem: Problem,
    missed: Flags,
    best: Best,
    *,
    stopped: bool,
) -> tuple[Stuck, Flags]:
    """Which of the images that missed could not move, and why; a slope of zero needs no end."""
    last = best.last
    if last is None:
        return "no slope", np.zeros_like(missed)
    away = missed & ~problem.reached(last.logits.argmax(axis=-1))
    gradient = attack.gradient(oracle, problem, last.images) if away.any() else None
    if gradient is not None:
        return attack.stuck or "no slope", away & (linf(gradient) <= attack.least)
    unchanged = (best.images == problem.originals).all(axis=(1, 2))
    return attack.stuck or "never nearer", away & unchanged & (last.number > 0 and not stopped)
