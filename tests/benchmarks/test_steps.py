"""A step of an attack beside the four matrix products that it cannot do without."""

from collections.abc import Callable

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.attacks import Problem, make_attack
from advgui.core.images import Bytes
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.benchmarks.figures import Note, ratios, times

STEPS = 500  # in one round
MANY, BATCH = 1000, 128


def products(network: Network, count: int) -> Callable[[], None]:
    """As many times the products of a step with ``count`` images, and nothing else."""
    first, second = (layer.matrix for layer in network.layers if isinstance(layer, Dense))
    random = np.random.default_rng(0)
    x = random.random((count, len(first)), np.float32)
    h = random.random((count, len(second)), np.float32)
    g = random.random((count, second.shape[1]), np.float32)

    def multiply() -> None:
        for _ in range(STEPS):
            x @ first
            h @ second
            g @ second.T
            h @ first.T

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


def test_the_default_attacks_step_for_one_image(
    benchmark: BenchmarkFixture, note: Note, network: Network, one_goal: Problem
) -> None:
    if found := ratios(benchmark, steps(network, one_goal, "ddn"), products(network, 1)):
        note(times("the default attack's step, one image / its four products", "<= 8", found))


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
