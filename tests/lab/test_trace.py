"""The trace keeps every step, whenever it is asked for what came since."""

import numpy as np

from advgui.core.attacks import Pixels, Step, make_attack
from advgui.core.images import to_floats
from advgui.lab.film import Film
from advgui.lab.messages import AttackRequest
from advgui.lab.trace import Trace
from tests.lab.made import request


def steps_of(asked: AttackRequest) -> list[Step]:
    return list(asked.attack.run(asked.network, asked.problem, seed=asked.seed))


def test_images_are_every_step_rounded_to_8_bits() -> None:
    asked = request(attack=make_attack("report", {"steps": 300}), goals=3)
    steps = steps_of(asked)
    trace = Trace()
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


def test_every_step_is_on_film_exactly_once() -> None:
    asked = request(attack=make_attack("lab", {"steps": 200}), goals=2)
    whole, piecewise, together = Trace(), Trace(), Film()
    steps = steps_of(asked)
    for number, step in enumerate(steps):
        piecewise.add(step)
        if number % 23 == 5:
            piecewise.settle()
            together += piecewise.film()
            assert len(piecewise.film()) == 0
    whole.add(*steps)
    whole.settle()
    piecewise.settle()
    together, expected = together + piecewise.film(), whole.film()
    assert len(together) == len(expected) == 201
    for number in range(201):
        assert np.array_equal(together[number], expected[number])
        assert np.array_equal(together.labels(number), expected.labels(number))


def test_floats_are_kept_for_the_open_block_only() -> None:
    asked = request(goals=9)
    originals = to_floats(asked.problem.originals)
    logits = asked.network.logits(originals)
    trace, basis = Trace(), Pixels(originals)
    alive = [0, 0]
    for number in range(500):
        trace.add(Step(number, originals, logits, basis))
        alive = [max(alive[0], len(trace._open._steps)), number]
    assert alive[0] * 9 <= 128
    trace.settle()
    film = trace.film()
    assert len(film) == 500
    assert sum(piece.images(0).nbytes * len(piece) for piece in film.pieces) == 500 * 9 * 784
    assert len(trace.film()) == 0


def test_a_run_without_steps_has_an_empty_film() -> None:
    trace = Trace()
    trace.settle()
    assert len(trace.film()) == 0
    assert trace.step == -1
