"""The trace against the same figures computed one step at a time."""

import numpy as np
import pytest

from advgui.core.attacks import Pixels, Step, make_attack
from advgui.core.images import to_floats
from advgui.lab.messages import AttackRequest, Curves
from advgui.lab.trace import Trace, joined
from tests.lab.made import request


def steps_of(asked: AttackRequest) -> list[Step]:
    return list(asked.attack.run(asked.network, asked.problem, seed=asked.seed))


@pytest.mark.parametrize("name", ["lab", "report"])
@pytest.mark.parametrize("goals", [1, 9])
def test_curves_are_what_each_step_measures(name: str, goals: int) -> None:
    asked = request(attack=make_attack(name, {"steps": 40}), goals=goals)
    steps = steps_of(asked)
    trace = Trace(asked.network, asked.problem)
    for step in steps:
        trace.add(step)
    trace.settle()
    curves, film = trace.news(), trace.film()
    assert len(curves) == len(film) == len(steps) == 41
    for k, step in enumerate(steps):
        for lane in range(goals):
            raw = step.images[lane].astype(np.float64)
            z = step.logits[lane].astype(np.float64)
            y = 1 / (1 + np.exp(-z))
            goal = int(asked.problem.goals[lane])
            wanted = np.eye(10)[goal]
            away = raw - to_floats(asked.problem.originals[lane])
            assert curves.goal[k, lane] == pytest.approx(y[goal], abs=1e-5)
            assert curves.misfit[k, lane] == pytest.approx(
                0.5 * ((wanted - y) ** 2).sum(), abs=1e-5
            )
            assert curves.distance[k, lane] == pytest.approx(np.sqrt((away**2).sum()), abs=1e-4)
            assert film.outside(k)[lane] == sum(p < 0 or p > 1 for p in raw.ravel())
            assert curves.raw_reached[k, lane] == (z.argmax() == goal)


def test_images_are_every_step_rounded_to_8_bits() -> None:
    asked = request(attack=make_attack("report", {"steps": 300}), goals=3)
    steps = steps_of(asked)
    trace = Trace(asked.network, asked.problem)
    for number, step in enumerate(steps):
        trace.add(step)
        if number % 17 == 0:
            trace.settle()
            assert trace.step == number
    trace.settle()
    film = trace.film()
    assert len(film) == len(steps)
    for number, step in enumerate(steps):
        seen = film[number]
        assert seen.dtype == np.uint8
        expected = np.rint(np.clip(step.images.astype(np.float64), 0, 1) * 255)
        assert np.abs(seen - expected).max() <= 1  # a half may fall either way in float32
        assert (seen != expected).mean() < 0.001


def test_every_step_is_news_exactly_once() -> None:
    asked = request(attack=make_attack("lab", {"steps": 200}), goals=2)
    whole, piecewise = (Trace(asked.network, asked.problem) for _ in range(2))
    pieces: list[Curves] = []
    for number, step in enumerate(steps_of(asked)):
        whole.add(step)
        piecewise.add(step)
        if number % 23 == 5:
            piecewise.settle()
            pieces.append(piecewise.news())
            assert len(piecewise.news()) == 0
    whole.settle()
    piecewise.settle()
    together = joined([*pieces, piecewise.news()])
    expected = whole.news()
    assert np.allclose(together.distance, expected.distance, atol=1e-6)
    assert np.array_equal(together.raw_reached, expected.raw_reached)


def test_floats_are_kept_for_the_open_block_only() -> None:
    asked = request(goals=9)
    originals = to_floats(asked.problem.originals)
    logits = asked.network.logits(originals)
    trace, basis = Trace(asked.network, asked.problem), Pixels(originals)
    alive = [0, 0]
    for number in range(500):
        trace.add(Step(number, originals, logits, valid=True, basis=basis))
        alive = [max(alive[0], len(trace._open._steps)), number]
    assert alive[0] * 9 <= 128
    trace.settle()
    film = trace.film()
    assert len(film) == 500
    assert sum(piece.images(0).nbytes * len(piece) for piece in film.pieces) == 500 * 9 * 784
    assert len(trace.film()) == 0


def test_a_run_without_steps_has_empty_curves() -> None:
    asked = request(goals=2)
    trace = Trace(asked.network, asked.problem)
    trace.settle()
    assert len(trace.film()) == 0
    assert trace.news().goal.shape == (0, 2)
