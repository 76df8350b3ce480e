"""The default attack beside the same algorithm of libraries: seconds for as many steps."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.attacks import make_attack
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import random_goals
from advgui.core.zoo import load_shipped
from tests.benchmarks.figures import Note, ratios, times
from tests.benchmarks.peers.libraries import MODULES, Asked, ask
from tests.benchmarks.twins import Torch
from tests.generators import finished

pytestmark = pytest.mark.filterwarnings("ignore")

STEPS = 100
#: Of a thousand images.
STEPS_OF_MANY = {"report": STEPS, "dense": STEPS, "convolutional": 3}
MANY = 1000
ROUNDS = 9


@pytest.mark.parametrize(("library", "method"), [("Foolbox", "DDNAttack"), ("adv-lib", "ddn")])
@pytest.mark.parametrize("count", [1, MANY])
@pytest.mark.parametrize("victim", list(STEPS_OF_MANY))
def test_the_default_attacks_seconds(
    benchmark: BenchmarkFixture,
    note: Note,
    mnist: Path,
    torch: Torch,
    victim: str,
    count: int,
    library: str,
    method: str,
) -> None:
    pytest.importorskip(
        MODULES[library], reason=f"{library} is not installed", exc_type=ImportError
    )
    network, digits = load_shipped(victim), read_mnist(mnist, "test")
    problem = random_goals(network, digits, count if benchmark.enabled else 1, seed=0)
    steps = STEPS if count == 1 else STEPS_OF_MANY[victim]
    attack, asked = make_attack("ddn", {"steps": steps}), Asked.of(torch, network, problem)

    def here() -> None:
        finished(attack.run(network, problem, seed=0))

    def there() -> None:
        ask(library, method, asked, {"steps": steps})

    aim = ">= 8 x" if count == 1 else ">= 0.8 x" if victim == "convolutional" else ">= 1.5 x"
    if found := ratios(benchmark, here, there, rounds=ROUNDS):
        what = f"{steps} steps, {count:,} of {victim}: {library}'s seconds / ours"
        note(times(what, aim, [1 / ratio for ratio in found]))
