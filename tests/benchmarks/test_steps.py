"""A step of an attack beside the matrix products that it cannot do without."""

from collections.abc import Callable

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.attacks import Problem, make_attack
from advgui.core.images import SIZE, Array, Bytes
from advgui.core.nn.layers import Cache, Conv2d, Dense, Layer
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.benchmarks.figures import Note, ratios, times

STEPS = 500  # in one round
MANY, BATCH = 1000, 128


def factors(network: Network, count: int) -> list[tuple[Array, Array]]:
    """What a step with ``count`` images multiplies, forward and back: two products a layer."""
    random = np.random.default_rng(0)
    values, found = random.random((count, SIZE, SIZE), np.float32), list[tuple[Array, Array]]()
    for layer in network.layers:
        results, cache = layer.forward(values)
        if multiplied := _multiplied(layer, cache):
            rows, matrix = multiplied
            gradient = random.random((len(rows), matrix.shape[1]), np.float32)
            found += [(rows, matrix), (gradient, matrix.T)]
        values = results
    return found


def _multiplied(layer: Layer, cache: Cache) -> tuple[Array, Array] | None:
    """What a layer multiplies forward, None where it does not."""
    if isinstance(layer, Dense):
        return cache, layer.matrix
    if isinstance(layer, Conv2d):
        return cache.rows, layer.kernel.reshape(-1, len(layer.bias))
    return None


def products(network: Network, count: int) -> Callable[[], None]:
    """As many times the products of a step with ``count`` images, and nothing else."""
    pairs = factors(network, count)

    def multiply() -> None:
        for _ in range(STEPS):
            for one, other in pairs:
                one @ other

    return multiply


def steps(network: Network, problem: Problem, name: str = "penalty") -> Callable[[], None]:
    """As many steps of the attack as it is run: judged, and the best one kept."""

    def take() -> None:
        run = make_attack(name, {"steps": STEPS}).run(network, problem, seed=0)
        for _ in run:
            pass

    return take


def test_a_step_for_one_image(
    benchmark: BenchmarkFixture, note: Note, network: Network, one_goal: Problem
) -> None:
    if found := ratios(benchmark, steps(network, one_goal), products(network, 1)):
        note(times("a step, one image / its four bare products", "<= 3", found))


def test_a_step_for_ten_goals(
    benchmark: BenchmarkFixture, note: Note, network: Network, ten_goals: Problem
) -> None:
    if found := ratios(benchmark, steps(network, ten_goals), products(network, 10)):
        note(times("a step, ten goals / its four bare products", "<= 1.8", found))


def test_ten_goals_at_once_beside_one(
    benchmark: BenchmarkFixture,
    note: Note,
    network: Network,
    one_goal: Problem,
    ten_goals: Problem,
) -> None:
    if found := ratios(benchmark, steps(network, ten_goals), steps(network, one_goal)):
        note(times("a step, ten goals / one image", "<= 1.8", found))


@pytest.mark.parametrize(
    ("victim", "aim"), [("report", "<= 8"), ("dense", ""), ("convolutional", "")]
)
def test_the_default_attacks_step_for_one_image(
    benchmark: BenchmarkFixture, note: Note, one_goal: Problem, victim: str, aim: str
) -> None:
    attacked = load_shipped(victim)
    if found := ratios(benchmark, steps(attacked, one_goal, "ddn"), products(attacked, 1)):
        note(times(f"the default attack's step, one image / its products, {victim}", aim, found))


@pytest.mark.parametrize("count", [1, 10])
def test_the_default_attacks_step(
    benchmark: BenchmarkFixture, network: Network, one_goal: Problem, ten_goals: Problem, count: int
) -> None:
    problem = one_goal if count == 1 else ten_goals
    attack = make_attack("ddn", {"steps": 100})

    def run() -> None:
        for _ in attack.run(network, problem, seed=0):
            pass

    benchmark(run)


@pytest.mark.parametrize(("victim", "count"), [("report", 20), ("dense", 20), ("convolutional", 1)])
@pytest.mark.parametrize("name", ["ddn", "penalty"])
def test_a_thousand_images_at_once_beside_eight_batches(
    benchmark: BenchmarkFixture, note: Note, digit: Bytes, name: str, victim: str, count: int
) -> None:
    attack, attacked = make_attack(name, {"steps": count}), load_shipped(victim)
    whole = Problem(np.repeat(digit[None], MANY, axis=0), np.arange(MANY) % 10)

    def together() -> None:
        for _ in attack.run(attacked, whole, seed=0):
            pass

    def apart() -> None:
        for start in range(0, MANY, BATCH):
            part = slice(start, start + BATCH)
            batch = Problem(whole.originals[part], whole.goals[part])
            for _ in attack.run(attacked, batch, seed=0):
                pass

    if found := ratios(benchmark, together, apart):
        note(times(f"1,000 images at once / in batches of 128, {name}, {victim}", "<= 1.5", found))
