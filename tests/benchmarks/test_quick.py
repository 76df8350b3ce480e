"""The report's network from nothing, by the recipe that the Train page offers first."""

from collections.abc import Callable
from pathlib import Path
from statistics import median

from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.network import Network
from advgui.core.training.loop import TrainingStep, share_of, train
from tests.benchmarks.figures import Figure, Note, spread
from tests.generators import finished


def test_the_reports_network_is_trained(
    benchmark: BenchmarkFixture, note: Note, mnist: Path
) -> None:
    architecture = ARCHITECTURES["report"]
    recipe = architecture.recipe_for(quick=True)
    digits = share_of(read_mnist(mnist, "train"), recipe.share, seed=0)
    pedantic: Callable[..., tuple[list[TrainingStep], Network]] = benchmark.pedantic
    _, network = pedantic(lambda: finished(train(architecture, digits, recipe, seed=0)), rounds=5)
    if benchmark.stats is not None:
        times = benchmark.stats.stats.data
        read = accuracy(network, read_mnist(mnist, "test"))
        what = f"the report's network trained, {read:.1%} of MNIST"
        note(Figure(what, "<= 2 s", f"{median(times):.2f} s", spread(times, " s")))
